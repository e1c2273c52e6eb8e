// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Cohort, CreditTerms} from "../interfaces/loans/ICreditBook.sol";
import {LineState} from "../interfaces/loans/ICreditLines.sol";

/// @title What credit lines and their book reckon, without any state
/// @notice Times are seconds since the start of the calendar; `cycle` is the cohort k, from 1.
library CreditMath {
    uint256 internal constant BPS = 10_000;
    uint256 internal constant YEAR = 365 days;
    uint256 internal constant CYCLE = 30 days;
    /// @notice From a statement to the end of what it costs nothing to be late, and to default.
    uint256 internal constant DUE = 10 days;
    uint256 internal constant LATE = DUE + 5 days;
    uint256 internal constant DEFAULT = DUE + 35 days;
    /// @notice From default to nothing.
    uint256 internal constant MARKDOWN = 180 days;
    /// @dev Least part of a late debt that who leaves the senior pool goes without.
    uint256 private constant LATE_MARKDOWN = MARKDOWN / 4;

    /// @notice Number of the cycle that runs at `time`.
    function cycleAt(uint256 time) internal pure returns (uint32) {
        return uint32(time / CYCLE) + 1;
    }

    /// @notice When the statement of a cycle closes.
    function statementAt(uint32 cycle) internal pure returns (uint256) {
        return uint256(cycle) * CYCLE;
    }

    /// @notice Statements closed since the cohort's own, that one included.
    function closedStatements(uint32 cycle, uint256 time) internal pure returns (uint256) {
        return cycleAt(time) - cycle;
    }

    function stateAt(uint32 cycle, uint256 time) internal pure returns (LineState) {
        if (cycle == 0) return LineState.Settled;
        uint256 statement = statementAt(cycle);
        if (time < statement + DUE) return LineState.Current;
        if (time < statement + LATE) return LineState.Grace;
        return time < statement + DEFAULT ? LineState.Delinquent : LineState.Default;
    }

    /// @notice Interest that 10,000 units of principal bear in a year of `rateBps`, from `from` to `to`, in units of 1 / YEAR.
    function weight(Cohort memory cohort, uint32 cycle, uint256 from, uint256 to) internal pure returns (uint256) {
        uint256 statement = statementAt(cycle);
        return
            cohort.rateBps *
            _overlap(from, to, 0, statement + DEFAULT) +
            cohort.lateBps *
            _overlap(from, to, statement + LATE, statement + DEFAULT);
    }

    /// @notice What a line owes more.
    function interestUp(uint256 principal, uint256 weight_) internal pure returns (uint256) {
        return Math.ceilDiv(principal * weight_, BPS * YEAR);
    }

    /// @notice What the book counts more.
    function interestDown(uint256 principal, uint256 weight_) internal pure returns (uint256) {
        return (principal * weight_) / (BPS * YEAR);
    }

    /// @notice Whether the cohort is marked down altogether, and can be written off.
    function isOver(uint32 cycle, uint256 time) internal pure returns (bool) {
        return time >= statementAt(cycle) + DEFAULT + MARKDOWN;
    }

    /// @notice What a cohort's debt counts as, and what it counts as for who leaves now.
    /// @dev A quarter is off from the first late second, and stays off until the markdown takes more: without it default
    /// itself would raise what leaving pays.
    function worthDown(
        uint256 debt,
        uint32 cycle,
        uint256 time
    ) internal pure returns (uint256 worth, uint256 exitWorth) {
        uint256 statement = statementAt(cycle);
        if (time < statement + LATE) return (debt, debt);
        uint256 markdown = Math.min(Math.saturatingSub(time, statement + DEFAULT), MARKDOWN);
        worth = (debt * (MARKDOWN - markdown)) / MARKDOWN;
        exitWorth = (debt * (MARKDOWN - Math.max(markdown, LATE_MARKDOWN))) / MARKDOWN;
    }

    /// @notice What has to be paid for the closed statements to be met.
    /// @param closed Number of closed statements. @param paid Principal paid since the first of them.
    function dueUp(
        uint256 principal,
        uint256 interest,
        uint256 paid,
        uint256 closed,
        CreditTerms memory terms
    ) internal pure returns (uint256) {
        if (closed == 0) return 0;
        // The principal at the statement decides, not what is left of it: paying must never raise what is due.
        uint256 stated = principal + paid;
        if (stated < terms.floor) return principal + interest;
        uint256 asked = Math.ceilDiv(terms.minimumBps * stated * closed, BPS);
        return Math.min(principal + interest, interest + Math.saturatingSub(asked, paid));
    }

    /// @notice The limit after a cycle that was met in time. It never falls, also if it lies above the cap.
    /// @param rateBps The cohort's. @param interestPaid In the cycle.
    function grownDown(
        uint256 limit,
        uint256 cap,
        uint256 interestPaid,
        uint256 rateBps,
        uint256 growthBps
    ) internal pure returns (uint256) {
        // A limit that is used from end to end of the cycle bears this much.
        uint256 whole = Math.ceilDiv(limit * rateBps * CYCLE, BPS * YEAR);
        if (whole == 0) return limit;
        uint256 growth = (limit * growthBps * Math.min(interestPaid, whole)) / (BPS * whole);
        return Math.max(limit, Math.min(limit + growth, cap));
    }

    /// @dev Seconds that both intervals share.
    function _overlap(uint256 from, uint256 to, uint256 begin, uint256 end) private pure returns (uint256) {
        return Math.saturatingSub(Math.min(to, end), Math.max(from, begin));
    }
}
