// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ITapRewards} from "../interfaces/rewards/ITapRewards.sol";

/// @title Whose vouchers count, and how much a day pays
/// @dev Apart from `TapRewards` and before `LapsingPause` in its bases, so that oracle, cap and pause lie in one slot: a claim
/// reads them all at the price of one.
abstract contract TapTerms is ITapRewards, AccessManaged {
    /// @dev About a million points a day: 64 bits of a tally's total last for forty thousand years.
    uint256 private constant MAX_CAP = type(uint40).max;

    /// @inheritdoc ITapRewards
    address public oracle;
    uint40 internal _dailyCap;

    /// @inheritdoc ITapRewards
    function setOracle(address oracle_) external restricted {
        if (oracle_ == address(0)) revert TapInvalidTerms();
        oracle = oracle_;
        emit TapOracleSet(oracle_);
    }

    /// @inheritdoc ITapRewards
    function setDailyCap(uint256 cap) external restricted {
        if (cap > MAX_CAP) revert TapInvalidTerms();
        _dailyCap = uint40(cap);
        emit TapDailyCapSet(cap);
    }

    /// @inheritdoc ITapRewards
    function dailyCap() external view returns (uint256) {
        return _dailyCap;
    }
}
