// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice How much may be minted or paid in each fixed window of time. Windows begin at multiples of `period` seconds of
/// Unix time.
/// @param limit Units a window. @param used Units used in window number `window`. @param period Seconds, at least 1 hour.
struct QuotaState {
    uint96 limit;
    uint96 used;
    uint32 window;
    uint32 period;
}
