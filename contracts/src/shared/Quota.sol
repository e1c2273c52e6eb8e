// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {QuotaState} from "../interfaces/shared/QuotaState.sol";

/// @title How much may go out in each fixed window of time, in one slot
/// @dev Fixed windows on purpose: a bucket that refills lets up to twice its capacity through within one window.
library Quota {
    /// @notice Below it "a window" would be no bound worth the name.
    uint32 internal constant MIN_PERIOD = 1 hours;

    /// @notice Whether the limit and the period can be kept in a slot and bound anything.
    function isValid(uint256 limit, uint32 period) internal pure returns (bool) {
        return limit <= type(uint96).max && period >= MIN_PERIOD;
    }

    /// @notice Takes `amount` if that much is left in the running window.
    /// @return taken False when it is not; then nothing changed.
    function take(QuotaState storage quota, uint256 amount) internal returns (bool taken) {
        QuotaState memory state = current(quota);
        if (amount > leftOf(state)) return false;
        // At most `limit`, which has 96 bits.
        unchecked {
            state.used += uint96(amount);
        }
        _write(quota, state);
        return true;
    }

    /// @notice Sets limit and period, see `changed`.
    function set(QuotaState storage quota, uint256 limit, uint32 period) internal {
        QuotaState memory state = quota;
        _write(quota, changed(rolled(state), limit, period));
    }

    /// @notice The quota with `used` as it counts in the window that runs now; as it is while it was never set.
    function current(QuotaState storage quota) internal view returns (QuotaState memory) {
        QuotaState memory state = quota;
        return rolled(state);
    }

    /// @notice As `current`, of a quota that its holder packs otherwise.
    function rolled(QuotaState memory state) internal view returns (QuotaState memory) {
        if (state.period == 0) return state;
        uint32 window = uint32(block.timestamp / state.period);
        if (state.window != window) (state.window, state.used) = (window, 0);
        return state;
    }

    /// @notice A current quota with another limit and period. What was used in the running window counts on in the window that
    /// runs by the new period, so that no change lets a limit through twice.
    function changed(
        QuotaState memory state,
        uint256 limit,
        uint32 period
    ) internal view returns (QuotaState memory) {
        return QuotaState(uint96(limit), state.used, uint32(block.timestamp / period), period);
    }

    /// @notice What the window still lets through; nothing when a new limit is below what was used.
    function leftOf(QuotaState memory state) internal pure returns (uint256) {
        return state.used < state.limit ? state.limit - state.used : 0;
    }

    /// @notice Unix seconds at which the next window begins.
    function resetsAt(QuotaState memory state) internal pure returns (uint256) {
        return (uint256(state.window) + 1) * state.period;
    }

    function _write(QuotaState storage quota, QuotaState memory state) private {
        quota.limit = state.limit;
        quota.used = state.used;
        quota.window = state.window;
        quota.period = state.period;
    }
}
