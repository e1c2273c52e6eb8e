// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Bounds and pace of a model, all fixed for ever. Rates are wad a second.
/// @param target Utilisation at which the rate stays, wad. @param initial, min, max Rate at the target.
/// @param steepness How many times the rate at the target a fully lent market pays, and the part that an idle one pays, wad.
/// @param speed How fast the rate at the target moves at full distance, wad a second.
struct RateTerms {
    uint64 target;
    uint64 initial;
    uint64 min;
    uint64 max;
    uint64 steepness;
    uint64 speed;
}

/// @title What borrowing costs, by how much of a market is lent
/// @notice With utilisation u and target v, e = (u - v) / (1 - v) above and (u - v) / v below it. The rate is rateAtTarget * (1 + (c - 1) e)
/// above, rateAtTarget * (1 + (1 - 1 / c) e) below. The rate at the target itself moves with e: over t seconds it is multiplied, or below
/// the target divided, by 1 + speed * |e| * min(t, 5 days), within its bounds. So no silence, however long, moves it by more than one
/// step.
/// @dev Keeps the rate at the target by caller and market: nobody else can move it.
interface IInterestRateModel {
    event RateMoved(address indexed market, bytes32 indexed id, uint256 rateAtTarget);

    error RateInvalidTerms(bytes32 field);

    /// @notice Moves the rate of the caller's market. @return rate Mean borrow rate over the elapsed time, wad a second.
    function move(
        bytes32 id,
        uint256 borrowed,
        uint256 supplied,
        uint256 elapsed
    ) external returns (uint256 rate);

    /// @notice What `move` would return to `market`.
    function preview(
        address market,
        bytes32 id,
        uint256 borrowed,
        uint256 supplied,
        uint256 elapsed
    ) external view returns (uint256 rate);

    function rateAtTargetOf(address market, bytes32 id) external view returns (uint256);
    function terms() external view returns (RateTerms memory);
}
