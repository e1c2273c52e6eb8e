// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Merkle trees of RFC 6962, with SHA-256
/// @dev See https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2 for the algorithm. Prefixes 0x00 for leaves and 0x01 for
/// nodes keep a node from being passed off as a leaf.
library Rfc6962 {
    function hashLeaf(bytes memory data) internal pure returns (bytes32) {
        return sha256(abi.encodePacked(bytes1(0x00), data));
    }

    function hashNode(bytes32 left, bytes32 right) internal pure returns (bytes32) {
        return sha256(abi.encodePacked(bytes1(0x01), left, right));
    }

    /// @notice Whether `leafHash` is leaf number `index` (from 0) of the tree of `size` leaves with this root.
    function isIncluded(bytes32 root, uint64 size, bytes32 leafHash, uint64 index, bytes32[] calldata proof)
        internal
        pure
        returns (bool)
    {
        if (index >= size) return false;
        uint64 node = index;
        uint64 last = size - 1;
        bytes32 hash = leafHash;
        for (uint256 i = 0; i < proof.length; ++i) {
            if (last == 0) return false;
            if (node & 1 == 1 || node == last) {
                hash = hashNode(proof[i], hash);
                // The last node of a level without a sibling moves up as it is.
                while (node & 1 == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hashNode(hash, proof[i]);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash == root;
    }
}
