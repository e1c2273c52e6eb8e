// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Ownable, Ownable2Step} from "@openzeppelin/contracts/access/Ownable2Step.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ILendingMarkets, MarketParams} from "../interfaces/loans/ILendingMarkets.sol";
import {ILiquidator} from "../interfaces/loans/ILiquidator.sol";

/// @title Liquidates with its owner's money
/// @dev The markets call back whom they were called by, and here only the owner calls them: no other liquidation ends in the callback.
contract Liquidator is ILiquidator, Ownable2Step {
    using SafeERC20 for IERC20;

    /// @inheritdoc ILiquidator
    ILendingMarkets public immutable markets;

    constructor(ILendingMarkets markets_, address owner_) Ownable(owner_) {
        markets = markets_;
    }

    /// @inheritdoc ILiquidator
    function liquidate(
        MarketParams calldata params,
        address borrower,
        uint256 shares,
        uint256 minSeized
    ) external onlyOwner returns (uint256 repaid, uint256 seized, bool handed) {
        (repaid, seized) = markets.liquidate(params, borrower, shares, abi.encode(params.loanToken));
        if (seized < minSeized) revert LiquidatorSeizedTooLittle(seized, minSeized);
        handed = params.collateral.trySafeTransfer(msg.sender, seized);
    }

    /// @inheritdoc ILiquidator
    function take(IERC20 token, uint256 amount, address receiver) external onlyOwner {
        token.safeTransfer(receiver, amount);
    }

    /// @inheritdoc ILiquidator
    function onMarketLiquidate(uint256 repaid, bytes calldata data) external {
        if (msg.sender != address(markets)) revert LiquidatorOnlyMarkets(msg.sender);
        IERC20 money = abi.decode(data, (IERC20));
        money.safeTransferFrom(owner(), address(this), repaid);
        money.forceApprove(msg.sender, repaid);
    }
}
