// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IInterestRateModel, RateTerms} from "../interfaces/loans/IInterestRateModel.sol";

/// @title An interest rate that finds its level by itself, within bounds
contract InterestRateModel is IInterestRateModel {
    uint256 private constant WAD = 1e18;
    uint256 private constant YEAR = 365 days;
    uint256 private constant MAX_STEP = 5 days;
    uint256 private constant MAX_RATE = uint256(2e18) / YEAR;
    uint256 private constant MAX_STEEPNESS = 10e18;
    uint256 private constant MAX_SPEED = uint256(100e18) / YEAR;

    uint256 private immutable TARGET;
    uint256 private immutable INITIAL;
    uint256 private immutable MIN;
    uint256 private immutable MAX;
    uint256 private immutable STEEPNESS;
    uint256 private immutable SPEED;

    mapping(address market => mapping(bytes32 id => uint256)) private _ratesAtTarget;

    constructor(RateTerms memory terms_) {
        if (terms_.target == 0 || terms_.target >= WAD) revert RateInvalidTerms("target");
        if (terms_.min == 0 || terms_.min > terms_.initial) revert RateInvalidTerms("min");
        if (terms_.max < terms_.initial || terms_.max > MAX_RATE) revert RateInvalidTerms("max");
        if (terms_.steepness < WAD || terms_.steepness > MAX_STEEPNESS) revert RateInvalidTerms("steepness");
        if (terms_.speed > MAX_SPEED) revert RateInvalidTerms("speed");
        TARGET = terms_.target;
        INITIAL = terms_.initial;
        MIN = terms_.min;
        MAX = terms_.max;
        STEEPNESS = terms_.steepness;
        SPEED = terms_.speed;
    }

    /// @inheritdoc IInterestRateModel
    function move(
        bytes32 id,
        uint256 borrowed,
        uint256 supplied,
        uint256 elapsed
    ) external returns (uint256 rate) {
        uint256 atTarget;
        (rate, atTarget) = _moved(_rateAtTarget(msg.sender, id), borrowed, supplied, elapsed);
        _ratesAtTarget[msg.sender][id] = atTarget;
        emit RateMoved(msg.sender, id, atTarget);
    }

    /// @inheritdoc IInterestRateModel
    function preview(
        address market,
        bytes32 id,
        uint256 borrowed,
        uint256 supplied,
        uint256 elapsed
    ) external view returns (uint256 rate) {
        (rate, ) = _moved(_rateAtTarget(market, id), borrowed, supplied, elapsed);
    }

    /// @inheritdoc IInterestRateModel
    function rateAtTargetOf(address market, bytes32 id) external view returns (uint256) {
        return _rateAtTarget(market, id);
    }

    /// @inheritdoc IInterestRateModel
    function terms() external view returns (RateTerms memory) {
        return
            RateTerms(
                uint64(TARGET),
                uint64(INITIAL),
                uint64(MIN),
                uint64(MAX),
                uint64(STEEPNESS),
                uint64(SPEED)
            );
    }

    function _rateAtTarget(address market, bytes32 id) private view returns (uint256 atTarget) {
        atTarget = _ratesAtTarget[market][id];
        if (atTarget == 0) atTarget = INITIAL;
    }

    /// @return rate By the mean of the rate at the target before and after. @return atTarget After.
    function _moved(
        uint256 before,
        uint256 borrowed,
        uint256 supplied,
        uint256 elapsed
    ) private view returns (uint256 rate, uint256 atTarget) {
        (bool above, uint256 distance) = _distance(borrowed, supplied);
        uint256 factor = WAD + (SPEED * distance * Math.min(elapsed, MAX_STEP)) / WAD;
        atTarget = above
            ? Math.min((before * factor) / WAD, MAX)
            : Math.max((before * WAD) / factor, MIN);
        uint256 curve = above
            ? WAD + ((STEEPNESS - WAD) * distance) / WAD
            : WAD - ((WAD - (WAD * WAD) / STEEPNESS) * distance) / WAD;
        rate = ((before + atTarget) * curve) / (2 * WAD);
    }

    /// @dev How far utilisation is from the target, as a part of all the way, wad.
    function _distance(uint256 borrowed, uint256 supplied) private view returns (bool above, uint256 distance) {
        uint256 used = supplied == 0 ? 0 : Math.min((borrowed * WAD) / supplied, WAD);
        if (used > TARGET) return (true, ((used - TARGET) * WAD) / (WAD - TARGET));
        return (false, ((TARGET - used) * WAD) / TARGET);
    }
}
