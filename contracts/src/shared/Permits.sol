// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @title Permits of the caller that may have been used before
library Permits {
    /// @notice Lets this contract take `value` from the caller. A permit that fails is passed over: somebody may have used it before us, and
    /// then the allowance is there; if it is not, the transfer says so.
    /// @dev Warning: for nobody but the caller. A token without permits may accept any, in anybody's name.
    function usePermit(IERC20 token, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) internal {
        // solhint-disable-next-line no-empty-blocks
        try IERC20Permit(address(token)).permit(msg.sender, address(this), value, deadline, v, r, s) {} catch {}
    }
}
