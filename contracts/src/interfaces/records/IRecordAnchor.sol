// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice A root of the log of records. @param size Number of leaves under it. @param time Unix seconds.
struct Anchor {
    bytes32 root;
    uint64 size;
    uint48 time;
}

/// @title Append-only roots of the log of records
/// @notice RFC 6962 Merkle trees with SHA-256: leaf prefix 0x00, node prefix 0x01. Index, size and time of the roots rise.
/// The contract keeps the newest anchor and those that somebody preserved; a log only grows, so what was under an older
/// root is under every later one. All anchors are in the events.
interface IRecordAnchor {
    event RootAnchored(uint256 indexed index, bytes32 root, uint64 size, uint48 time);
    event AnchorPreserved(uint256 indexed index);

    error AnchorSizeNotRising(uint64 size, uint64 last);
    error AnchorTimeNotRising(uint48 time, uint48 last);
    /// @notice There is no such anchor, or a later one replaced it before anyone preserved it.
    error AnchorUnknown(uint256 index);

    /// @notice ANCHORER.
    function anchor(bytes32 root, uint64 size) external returns (uint256 index);

    /// @notice Keeps the newest anchor for ever. Anyone may call it.
    function preserve() external returns (uint256 index);

    /// @notice Whether `leafHash` (already hashed with prefix 0x00) is leaf `leafIndex` under the anchored root.
    function verify(uint256 index, bytes32 leafHash, uint64 leafIndex, bytes32[] calldata proof) external view returns (bool);

    /// @notice Number of anchors so far; the newest has the index one below.
    function anchorCount() external view returns (uint256);

    /// @notice The newest anchor or a preserved one.
    function anchorAt(uint256 index) external view returns (Anchor memory);
}
