// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title Money for tests, on development chains only
/// @notice ERC-20 with the six decimals of real dollar tokens, so that mistakes of scale show before a public network.
contract TestDollar is ERC20, ERC20Permit {
    uint256 public constant MAX_SUPPLY = 1_000_000_000_000e6;

    /// @param holder Receives the whole supply.
    constructor(address holder) ERC20("Test Dollar", "tUSD") ERC20Permit("Test Dollar") {
        _mint(holder, MAX_SUPPLY);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }
}
