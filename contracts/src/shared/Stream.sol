// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Rewards that flow out evenly over time, shared by everything that pays them
/// @notice A stream is what is left of it and the seconds over which that still flows (0 exactly when nothing is left).
/// @dev Pure, so that each holder packs a stream beside its own figures in one slot. What a division leaves over stays in
/// the stream, so nothing is ever lost to rounding, however small the stream. Time that passes while the clock stands
/// still needs no bookkeeping: the holder just does not call `flow`.
library Stream {
    /// @notice Time over which newly added rewards flow; no stream is ever longer.
    uint256 internal constant DURATION = 7 days;

    /// @notice What flows in `elapsed` seconds, rounded down, and the stream after that.
    function flowDown(uint256 left, uint256 rest, uint256 elapsed)
        internal
        pure
        returns (uint256 flowed, uint256 newLeft, uint256 newRest)
    {
        if (elapsed >= rest) return (left, 0, 0);
        flowed = (left * elapsed) / rest;
        // `elapsed` < `rest`, therefore `flowed` < `left` (or both are 0).
        unchecked {
            return (flowed, left - flowed, rest - elapsed);
        }
    }

    /// @notice The stream with `amount` more to flow, its time rounded down.
    /// @dev The new time is the mean of the old one and `DURATION`, weighted by amounts, so that a tiny addition cannot
    /// stretch what already flows. No mean is below the old time, which is whole: rounding down never shortens it either,
    /// and it is never 0 while something is left.
    function increaseDown(
        uint256 left,
        uint256 rest,
        uint256 amount
    ) internal pure returns (uint256 newLeft, uint256 newRest) {
        newLeft = left + amount;
        if (newLeft == 0) return (0, 0);
        newRest = (left * rest + amount * DURATION) / newLeft;
    }
}
