// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @notice Rewards that flow out evenly until an end. One storage slot.
/// @param left Amount not yet streamed.
/// @param end Unix seconds at which the stream runs dry; after `updated` whenever something is left.
/// @param updated Unix seconds up to which the stream has been paid out.
struct Stream {
    uint128 left;
    uint48 end;
    uint48 updated;
}

/// @title Streaming of rewards, shared by everything that pays them over time
/// @dev What a division leaves over stays in `left` and is streamed later, so nothing is ever lost to rounding, however
/// small the stream. The caller decides when the clock runs: while it stands still, the end moves on with the time.
library StreamLib {
    using SafeCast for uint256;

    /// @notice Time over which newly added rewards flow.
    uint256 internal constant DURATION = 7 days;

    /// @notice What flowed since the last accrual, rounded down.
    function flowedDown(Stream memory self, bool running) internal view returns (uint256) {
        if (!running || self.left == 0) return 0;
        if (block.timestamp >= self.end) return self.left;
        // `updated` <= now < `end`: the divisor is positive and the result at most `left`.
        return (uint256(self.left) * (block.timestamp - self.updated)) / (self.end - self.updated);
    }

    /// @notice The stream after what flowed until now was taken out of it.
    /// @dev Pays nothing and moves the end on by the time that passed while the clock stood still.
    function accrued(Stream memory self, bool running) internal view returns (Stream memory, uint256 flowed) {
        if (self.left != 0) {
            flowed = flowedDown(self, running);
            // Casts cannot cut: `flowed` <= `left`, and 48 bits of seconds last nine million years.
            if (running) self.left -= uint128(flowed);
            else self.end += uint48(block.timestamp) - self.updated;
            self.updated = uint48(block.timestamp);
        }
        return (self, flowed);
    }

    /// @notice The stream with `amount` more to flow. The end is the mean of the old end and now + `DURATION`, weighted
    /// by amounts, so that a tiny addition cannot stretch what already flows.
    /// @dev To be called on a stream accrued to now.
    function increased(Stream memory self, uint256 amount) internal view returns (Stream memory) {
        uint256 total = self.left + amount;
        if (total == 0) return self;
        uint256 rest = self.left == 0 ? 0 : self.end - block.timestamp;
        self.left = total.toUint128();
        self.end = uint48(block.timestamp + _weightedNearest(rest, total - amount, DURATION, amount));
        self.updated = uint48(block.timestamp);
        return self;
    }

    /// @dev Rounds to the nearest second: rounding always one way would let many tiny additions move the end. Never 0 when
    /// both times are positive, because a mean is at least the smaller of them.
    function _weightedNearest(uint256 a, uint256 weightA, uint256 b, uint256 weightB) private pure returns (uint256) {
        uint256 weights = weightA + weightB;
        return (a * weightA + b * weightB + weights / 2) / weights;
    }
}
