// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";

/// @notice Money that can start to take a fee: from what arrives, on top of what is sent, or from what the receiver had. It
/// can also start to give, to the receiver or to the sender, and never moves nothing.
contract FeeToken is ERC20 {
    enum Fee {
        None,
        FromArrival,
        FromSender,
        FromReceiver,
        GiftToReceiver,
        GiftToSender
    }

    uint256 private constant AMOUNT = 7;

    Fee public fee;
    /// @dev Zero: every transfer; otherwise only those from this account.
    address public payer;

    error NothingToMove();

    constructor() ERC20("Fee", "FEE") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setFee(Fee fee_, address payer_) external {
        fee = fee_;
        payer = payer_;
    }

    function _update(address from, address to, uint256 value) internal override {
        if (value == 0) revert NothingToMove();
        super._update(from, to, value);
        if (from == address(0) || to == address(0) || (payer != address(0) && payer != from)) return;
        if (fee == Fee.FromArrival) _burn(to, AMOUNT);
        if (fee == Fee.FromSender) _burn(from, AMOUNT);
        if (fee == Fee.FromReceiver) _burn(to, value + AMOUNT);
        if (fee == Fee.GiftToReceiver) _mint(to, AMOUNT);
        if (fee == Fee.GiftToSender) _mint(from, AMOUNT);
    }
}
