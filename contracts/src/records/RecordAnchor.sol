// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Anchor, IRecordAnchor} from "../interfaces/records/IRecordAnchor.sol";
import {Rfc6962} from "./Rfc6962.sol";

/// @title Anchors of the log of records
contract RecordAnchor is IRecordAnchor, AccessManaged {
    Anchor[] private _anchors;

    constructor(address authority) AccessManaged(authority) {}

    /// @inheritdoc IRecordAnchor
    function anchor(bytes32 root, uint64 size) external restricted returns (uint256 index) {
        uint48 time = uint48(block.timestamp);
        index = _anchors.length;
        if (index == 0) {
            if (size == 0) revert AnchorSizeNotRising(0, 0);
        } else {
            Anchor storage last = _anchors[index - 1];
            if (size <= last.size) revert AnchorSizeNotRising(size, last.size);
            if (time <= last.time) revert AnchorTimeNotRising(time, last.time);
        }
        _anchors.push(Anchor({root: root, size: size, time: time}));
        emit RootAnchored(index, root, size, time);
    }

    /// @inheritdoc IRecordAnchor
    function verify(uint256 index, bytes32 leafHash, uint64 leafIndex, bytes32[] calldata proof)
        external
        view
        returns (bool)
    {
        Anchor memory found = anchorAt(index);
        return Rfc6962.isIncluded(found.root, found.size, leafHash, leafIndex, proof);
    }

    /// @inheritdoc IRecordAnchor
    function anchorCount() external view returns (uint256) {
        return _anchors.length;
    }

    /// @inheritdoc IRecordAnchor
    function anchorAt(uint256 index) public view returns (Anchor memory) {
        if (index >= _anchors.length) revert AnchorUnknown(index);
        return _anchors[index];
    }
}
