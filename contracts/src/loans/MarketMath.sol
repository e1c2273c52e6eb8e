// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title What lending markets reckon, without any state
library MarketMath {
    uint256 internal constant WAD = 1e18;
    uint256 internal constant PRICE_SCALE = 1e36;
    /// @dev So many shares a unit at the start that moving their price by rounding costs more than it brings.
    uint256 private constant VIRTUAL_SHARES = 1e6;
    uint256 private constant VIRTUAL_ASSETS = 1;

    uint256 private constant MAX_BONUS = 0.15e18;
    uint256 private constant BONUS_SLOPE = 0.3e18;
    /// @dev The discount doubles what is seized when it has risen all the way: half the price.
    uint256 private constant SALE_BONUS = 1e18;
    uint256 private constant SALE_WAIT = 1 days;
    uint256 private constant SALE_RISE = 10 days;
    /// @notice After which a sale that nobody answered is over, and has to be flagged anew.
    uint256 internal constant SALE_END = 14 days;

    function toSharesDown(uint256 assets, uint256 totalAssets, uint256 totalShares) internal pure returns (uint256) {
        return Math.mulDiv(assets, totalShares + VIRTUAL_SHARES, totalAssets + VIRTUAL_ASSETS);
    }

    function toSharesUp(uint256 assets, uint256 totalAssets, uint256 totalShares) internal pure returns (uint256) {
        return
            Math.mulDiv(assets, totalShares + VIRTUAL_SHARES, totalAssets + VIRTUAL_ASSETS, Math.Rounding.Ceil);
    }

    function toAssetsDown(uint256 shares, uint256 totalAssets, uint256 totalShares) internal pure returns (uint256) {
        return Math.mulDiv(shares, totalAssets + VIRTUAL_ASSETS, totalShares + VIRTUAL_SHARES);
    }

    function toAssetsUp(uint256 shares, uint256 totalAssets, uint256 totalShares) internal pure returns (uint256) {
        return
            Math.mulDiv(shares, totalAssets + VIRTUAL_ASSETS, totalShares + VIRTUAL_SHARES, Math.Rounding.Ceil);
    }

    /// @notice Interest on `assets` at `rate` (wad a second), compounded, from below.
    /// @dev The first three terms of e^x - 1: at most what continuous compounding bears.
    function interestDown(uint256 assets, uint256 rate, uint256 elapsed) internal pure returns (uint256) {
        uint256 first = rate * elapsed;
        uint256 second = (first * first) / (2 * WAD);
        uint256 third = (second * first) / (3 * WAD);
        return Math.mulDiv(assets, first + second + third, WAD);
    }

    /// @notice What collateral is worth, in units of the loan token.
    function worthDown(uint256 collateral, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(collateral, price, PRICE_SCALE);
    }

    /// @notice Most that a debt may be against that worth.
    function limitDown(uint256 worth, uint256 lltv) internal pure returns (uint256) {
        return Math.mulDiv(worth, lltv, WAD);
    }

    /// @notice What a liquidator gets for a unit of what it pays, wad; more the longer nobody came.
    /// @dev lltv * incentive < 1 for every lltv below 1, so that who becomes unhealthy is never seized altogether at first.
    function incentive(uint256 lltv, uint256 flaggedAt, uint256 time) internal pure returns (uint256) {
        uint256 bonus = Math.min(MAX_BONUS, Math.mulDiv(BONUS_SLOPE, WAD - lltv, WAD));
        if (flaggedAt == 0 || time >= flaggedAt + SALE_END) return WAD + bonus;
        uint256 risen = Math.min(Math.saturatingSub(time, flaggedAt + SALE_WAIT), SALE_RISE);
        return WAD + bonus + ((SALE_BONUS - bonus) * risen) / SALE_RISE;
    }

    /// @notice Collateral for a payment.
    function seizedDown(uint256 repaid, uint256 incentive_, uint256 price) internal pure returns (uint256) {
        return Math.mulDiv(Math.mulDiv(repaid, incentive_, WAD), PRICE_SCALE, price);
    }

    /// @notice Payment for all collateral.
    function paidUp(uint256 worth, uint256 incentive_) internal pure returns (uint256) {
        return Math.mulDiv(worth, WAD, incentive_, Math.Rounding.Ceil);
    }
}
