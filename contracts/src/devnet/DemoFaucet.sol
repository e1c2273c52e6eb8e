// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IDemoFaucet} from "../interfaces/devnet/IDemo.sol";

/// @title Faucet of a development chain
/// @dev Pays from what it holds; when it is empty the tokens themselves say so.
contract DemoFaucet is IDemoFaucet {
    using SafeERC20 for IERC20;

    uint256 private constant QTI_AMOUNT = 1_000e18;
    uint256 private constant DOLLAR_AMOUNT = 10_000e6;
    uint256 private constant INTERVAL = 1 days;

    IERC20 private immutable QTI;
    IERC20 private immutable DOLLAR;

    /// @inheritdoc IDemoFaucet
    mapping(address account => uint256 time) public nextDripAt;

    constructor(IERC20 qti, IERC20 dollar) {
        QTI = qti;
        DOLLAR = dollar;
    }

    /// @inheritdoc IDemoFaucet
    function drip() external {
        uint256 availableAt = nextDripAt[msg.sender];
        if (block.timestamp < availableAt) revert FaucetTooSoon(msg.sender, availableAt);
        nextDripAt[msg.sender] = block.timestamp + INTERVAL;

        emit Dripped(msg.sender, QTI_AMOUNT, DOLLAR_AMOUNT);
        QTI.safeTransfer(msg.sender, QTI_AMOUNT);
        DOLLAR.safeTransfer(msg.sender, DOLLAR_AMOUNT);
    }
}
