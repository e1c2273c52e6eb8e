// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IMoneyList} from "../interfaces/shared/IMoneyList.sol";

/// @title Transfers that must arrive in full
/// @dev Compares the receiver's balance before and after, and refuses a token that takes a fee.
/// Warning: what else may change the receiver's balance must not run meanwhile; callers hold a reentrancy guard.
library ExactTransfer {
    using SafeERC20 for IERC20;

    /// @notice Into this contract's custody.
    function pull(IERC20 token, address from, uint256 amount) internal {
        uint256 before = token.balanceOf(address(this));
        token.safeTransferFrom(from, address(this), amount);
        _check(token, address(this), before, amount);
    }

    /// @notice Out of this contract's custody.
    function push(IERC20 token, address to, uint256 amount) internal {
        uint256 before = token.balanceOf(to);
        token.safeTransfer(to, amount);
        _check(token, to, before, amount);
    }

    function _check(IERC20 token, address to, uint256 before, uint256 amount) private view {
        uint256 received = Math.saturatingSub(token.balanceOf(to), before);
        if (received != amount) revert IMoneyList.MoneyTransferInexact(token, amount, received);
    }
}
