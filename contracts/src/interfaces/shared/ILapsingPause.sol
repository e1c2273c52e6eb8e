// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title A pause that ends by itself
/// @notice Stops new risk, never an exit, for 14 days. Cannot be set again while it lasts, so it cannot be stretched
/// without a gap.
interface ILapsingPause {
    /// @param until Unix seconds; 0 when it was ended early.
    event PauseSet(uint48 until);

    error PauseActive(uint48 until);

    /// @notice PAUSER.
    function pause() external;

    /// @notice ADMIN. Ends a pause early.
    function unpause() external;

    function pausedUntil() external view returns (uint48);
}
