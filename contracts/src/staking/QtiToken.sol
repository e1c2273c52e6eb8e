// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title QTI, the token that is staked and paid as reward
/// @notice ERC-20 with ERC-2612 permits and a supply that is fixed for ever: no one can mint, pause or freeze it.
contract QtiToken is ERC20, ERC20Permit {
    uint256 public constant MAX_SUPPLY = 1_000_000_000e18;

    error QtiInvalidHolder(address holder);

    /// @param holder Receives the whole supply.
    constructor(address holder) ERC20("Quantum Transaction Interface", "QTI") ERC20Permit("Quantum Transaction Interface") {
        if (holder == address(0)) revert QtiInvalidHolder(holder);
        _mint(holder, MAX_SUPPLY);
    }
}
