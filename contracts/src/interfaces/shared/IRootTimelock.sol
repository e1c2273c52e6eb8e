// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A root that waits for its time.
/// @param total Sum of the amounts of all its leaves, in units of what is paid.
/// @param readyAt Unix seconds from which anyone may activate it; 0 when nothing is pending.
/// @param uri Where the leaves can be read, or how they can be computed again.
struct PendingRoot {
    bytes32 root;
    uint256 total;
    uint48 readyAt;
    string uri;
}

/// @title Merkle roots that everyone can check before they pay
/// @notice A root is proposed, waits 24 hours, then anyone may activate it. While one is pending no other can be
/// proposed for the same subject, so a timelock is never restarted: a pending root goes only by veto or by activation.
/// After a veto a new proposal waits the full time. A root activates only while its total is funded.
interface IRootTimelock {
    event RootProposed(bytes32 indexed subject, bytes32 root, uint256 total, uint48 readyAt, string uri);
    event RootActivated(bytes32 indexed subject, bytes32 root, uint256 total);
    event RootVetoed(bytes32 indexed subject, bytes32 root);

    error RootInvalid(bytes32 subject);
    error RootPending(bytes32 subject, uint48 readyAt);
    error RootNotPending(bytes32 subject);
    error RootTooEarly(bytes32 subject, uint48 readyAt);
    error RootNotFunded(bytes32 subject, uint256 total, uint256 funded);

    /// @notice Anyone, from the root's time on.
    function activateRoot(bytes32 subject) external;

    /// @notice GUARDIAN. Removes a pending root.
    function vetoRoot(bytes32 subject) external;

    function pendingRootOf(bytes32 subject) external view returns (PendingRoot memory);
}
