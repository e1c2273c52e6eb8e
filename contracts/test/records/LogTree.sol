// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Rfc6962} from "../../src/records/Rfc6962.sol";

/// @notice The tree of RFC 6962 section 2.1 by its recursive definition: root and inclusion proofs of numbered leaves.
library LogTree {
    function leaf(uint256 number) internal pure returns (bytes32) {
        return Rfc6962.hashLeaf(abi.encode("leaf", number));
    }

    /// @notice MTH(D[from:to]).
    function root(uint256 from, uint256 to) internal pure returns (bytes32) {
        if (to == from) return sha256("");
        if (to == from + 1) return leaf(from);
        uint256 split = from + _splitOf(to - from);
        return Rfc6962.hashNode(root(from, split), root(split, to));
    }

    /// @notice PATH(m, D[0:size]).
    function proof(uint256 index, uint256 size) internal pure returns (bytes32[] memory result) {
        result = new bytes32[](_depth(index, 0, size));
        uint256 from = 0;
        uint256 to = size;
        uint256 position = result.length;
        while (to - from > 1) {
            uint256 split = from + _splitOf(to - from);
            --position;
            if (index < split) {
                result[position] = root(split, to);
                to = split;
            } else {
                result[position] = root(from, split);
                from = split;
            }
        }
    }

    function _depth(uint256 index, uint256 from, uint256 to) private pure returns (uint256 depth) {
        while (to - from > 1) {
            uint256 split = from + _splitOf(to - from);
            if (index < split) to = split;
            else from = split;
            ++depth;
        }
    }

    /// @dev The largest power of two smaller than `size`.
    function _splitOf(uint256 size) private pure returns (uint256 split) {
        split = 1;
        while (split * 2 < size) split *= 2;
    }
}
