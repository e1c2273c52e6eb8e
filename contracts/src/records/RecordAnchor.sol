// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Anchor, IRecordAnchor} from "../interfaces/records/IRecordAnchor.sol";
import {Rfc6962} from "./Rfc6962.sol";

/// @title Anchors of the log of records
/// @dev A log only grows, so the newest root covers every leaf of the roots before it. Therefore an anchor replaces the
/// newest one in place, which is half as dear as a new slot each, and whoever wants one to stay for ever preserves it.
contract RecordAnchor is IRecordAnchor, AccessManaged {
    /// @param count Number of anchors so far. @param size and @param time of the newest.
    struct Head {
        uint64 count;
        uint64 size;
        uint48 time;
    }

    Head private _head;
    bytes32 private _root;
    mapping(uint256 index => Anchor) private _preserved;

    constructor(address authority) AccessManaged(authority) {}

    /// @inheritdoc IRecordAnchor
    function anchor(bytes32 root, uint64 size) external restricted returns (uint256 index) {
        Head memory head = _head;
        uint48 time = uint48(block.timestamp);
        if (size <= head.size) revert AnchorSizeNotRising(size, head.size);
        if (time <= head.time) revert AnchorTimeNotRising(time, head.time);
        index = head.count;
        _head = Head({count: head.count + 1, size: size, time: time});
        _root = root;
        emit RootAnchored(index, root, size, time);
    }

    /// @inheritdoc IRecordAnchor
    function preserve() external returns (uint256 index) {
        Head memory head = _head;
        if (head.count == 0) revert AnchorUnknown(0);
        index = head.count - 1;
        if (_preserved[index].size != 0) return index;
        _preserved[index] = Anchor({root: _root, size: head.size, time: head.time});
        emit AnchorPreserved(index);
    }

    /// @inheritdoc IRecordAnchor
    function verify(
        uint256 index,
        bytes32 leafHash,
        uint64 leafIndex,
        bytes32[] calldata proof
    ) external view returns (bool) {
        Anchor memory found = anchorAt(index);
        return Rfc6962.isIncluded(found.root, found.size, leafHash, leafIndex, proof);
    }

    /// @inheritdoc IRecordAnchor
    function anchorCount() external view returns (uint256) {
        return _head.count;
    }

    /// @inheritdoc IRecordAnchor
    function anchorAt(uint256 index) public view returns (Anchor memory found) {
        Head memory head = _head;
        if (head.count != 0 && index == head.count - 1) return Anchor({root: _root, size: head.size, time: head.time});
        found = _preserved[index];
        // Sizes rise from above 0.
        if (found.size == 0) revert AnchorUnknown(index);
    }
}
