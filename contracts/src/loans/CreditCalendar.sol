// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Checkpoints} from "@openzeppelin/contracts/utils/structs/Checkpoints.sol";
import {CreditTerms, ICreditBook} from "../interfaces/loans/ICreditBook.sol";
import {CreditMath} from "./CreditMath.sol";

/// @title The calendar of the credit lines, and the terms of its cycles
abstract contract CreditCalendar is ICreditBook, AccessManaged {
    using Checkpoints for Checkpoints.Trace208;

    uint256 private constant MIN_RATE = 100;
    uint256 private constant MAX_RATE = 4_000;
    uint256 private constant MAX_LATE = 2_000;
    uint256 private constant MIN_MINIMUM = 500;
    uint256 private constant MAX_MINIMUM = 5_000;
    uint256 private constant MAX_GROWTH = 5_000;
    uint256 private constant MAX_SENIOR = 9_000;
    uint256 private constant MIN_LEVERAGE = 10_000;
    uint256 private constant MAX_LEVERAGE = 100_000;

    uint48 private immutable START;

    /// @dev By the first cycle they hold for; one slot each.
    Checkpoints.Trace208 private _terms;

    constructor(CreditTerms memory terms) {
        START = uint48(block.timestamp);
        _setTerms(1, terms);
    }

    /// @inheritdoc ICreditBook
    function setTerms(CreditTerms calldata terms) external restricted {
        _setTerms(currentCycle() + 1, terms);
    }

    /// @inheritdoc ICreditBook
    function start() external view returns (uint48) {
        return START;
    }

    /// @inheritdoc ICreditBook
    function currentCycle() public view returns (uint32) {
        return CreditMath.cycleAt(_elapsed());
    }

    /// @inheritdoc ICreditBook
    function termsOf(uint32 cycle) public view returns (CreditTerms memory) {
        uint256 word = _terms.upperLookupRecent(cycle);
        return
            CreditTerms({
                rateBps: uint16(word),
                lateBps: uint16(word >> 16),
                minimumBps: uint16(word >> 32),
                growthBps: uint16(word >> 48),
                seniorBps: uint16(word >> 64),
                leverageBps: uint32(word >> 80),
                floor: uint64(word >> 112)
            });
    }

    /// @dev Seconds since the start of the calendar.
    function _elapsed() internal view returns (uint256) {
        return block.timestamp - START;
    }

    function _setTerms(uint32 cycle, CreditTerms memory terms) private {
        _check("rateBps", terms.rateBps, MIN_RATE, MAX_RATE);
        _check("lateBps", terms.lateBps, 0, MAX_LATE);
        _check("minimumBps", terms.minimumBps, MIN_MINIMUM, MAX_MINIMUM);
        _check("growthBps", terms.growthBps, 0, MAX_GROWTH);
        _check("seniorBps", terms.seniorBps, 0, MAX_SENIOR);
        _check("leverageBps", terms.leverageBps, MIN_LEVERAGE, MAX_LEVERAGE);
        uint256 word = uint256(terms.rateBps) |
            (uint256(terms.lateBps) << 16) |
            (uint256(terms.minimumBps) << 32) |
            (uint256(terms.growthBps) << 48) |
            (uint256(terms.seniorBps) << 64) |
            (uint256(terms.leverageBps) << 80) |
            (uint256(terms.floor) << 112);
        _terms.push(cycle, uint208(word));
        emit TermsSet(cycle, terms);
    }

    function _check(bytes32 field, uint256 value, uint256 min, uint256 max) private pure {
        if (value < min || value > max) revert CreditInvalidTerms(field);
    }
}
