// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IRootTimelock, PendingRoot} from "../interfaces/shared/IRootTimelock.sol";

/// @title Merkle roots that everyone can check before they pay
/// @dev Whoever inherits decides who proposes, what is funded, and what an active root means.
abstract contract RootTimelock is IRootTimelock, AccessManaged {
    uint48 private constant ROOT_WAIT = 24 hours;

    mapping(bytes32 subject => PendingRoot) private _pending;

    /// @inheritdoc IRootTimelock
    function activateRoot(bytes32 subject) external {
        PendingRoot storage pending = _pending[subject];
        (bytes32 root, uint256 total, uint48 readyAt) = (pending.root, pending.total, pending.readyAt);
        if (readyAt == 0) revert RootNotPending(subject);
        if (block.timestamp < readyAt) revert RootTooEarly(subject, readyAt);
        uint256 funded = _fundedFor(subject);
        if (total > funded) revert RootNotFunded(subject, total, funded);

        delete _pending[subject];
        emit RootActivated(subject, root, total);
        _setRoot(subject, root);
    }

    /// @inheritdoc IRootTimelock
    function vetoRoot(bytes32 subject) external restricted {
        PendingRoot storage pending = _pending[subject];
        if (pending.readyAt == 0) revert RootNotPending(subject);
        emit RootVetoed(subject, pending.root);
        delete _pending[subject];
    }

    /// @inheritdoc IRootTimelock
    function pendingRootOf(bytes32 subject) external view returns (PendingRoot memory) {
        return _pending[subject];
    }

    /// @dev Nothing replaces a pending root, so nobody can start its time anew again and again.
    function _proposeRoot(bytes32 subject, bytes32 root, uint256 total, string calldata uri) internal {
        PendingRoot storage pending = _pending[subject];
        if (pending.readyAt != 0) revert RootPending(subject, pending.readyAt);
        if (root == 0 || total == 0) revert RootInvalid(subject);

        uint48 readyAt = uint48(block.timestamp) + ROOT_WAIT;
        pending.root = root;
        pending.total = total;
        pending.readyAt = readyAt;
        pending.uri = uri;
        emit RootProposed(subject, root, total, readyAt, uri);
    }

    /// @dev Takes over an active root.
    function _setRoot(bytes32 subject, bytes32 root) internal virtual;

    /// @dev What is there for the root to pay; reverts when the subject takes no root any more.
    function _fundedFor(bytes32 subject) internal view virtual returns (uint256);

    function _isPending(bytes32 subject) internal view returns (bool) {
        return _pending[subject].readyAt != 0;
    }
}
