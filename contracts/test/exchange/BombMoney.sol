// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice Money that turns bad after it was listed: its refusals are as long as it likes.
contract BombMoney is ERC20 {
    uint256 public length;

    constructor() ERC20("Bomb", "BOMB") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    /// @param length_ Bytes of its refusals; 0 for none.
    function setLength(uint256 length_) external {
        length = length_;
    }

    function _update(address from, address to, uint256 value) internal override {
        uint256 size = length;
        if (size != 0) {
            assembly {
                revert(0, size)
            }
        }
        super._update(from, to, value);
    }
}
