// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice The tree of `IIncomeDistributor` over given leaves: neighbours are paired from the left, the smaller first, and
/// one that is left over moves up as it is.
library ClaimTree {
    function root(bytes32[] memory level) internal pure returns (bytes32) {
        while (level.length > 1) level = _above(level);
        return level[0];
    }

    function proof(bytes32[] memory level, uint256 index) internal pure returns (bytes32[] memory result) {
        bytes32[] memory found = new bytes32[](256);
        uint256 depth = 0;
        for (; level.length > 1; index /= 2) {
            uint256 sibling = index ^ 1;
            if (sibling < level.length) found[depth++] = level[sibling];
            level = _above(level);
        }
        result = new bytes32[](depth);
        for (uint256 i = 0; i < depth; ++i) result[i] = found[i];
    }

    function _above(bytes32[] memory level) private pure returns (bytes32[] memory above) {
        above = new bytes32[]((level.length + 1) / 2);
        for (uint256 i = 0; i < above.length; ++i) {
            above[i] = 2 * i + 1 == level.length ? level[2 * i] : _pair(level[2 * i], level[2 * i + 1]);
        }
    }

    function _pair(bytes32 a, bytes32 b) private pure returns (bytes32) {
        return a < b ? keccak256(abi.encodePacked(a, b)) : keccak256(abi.encodePacked(b, a));
    }
}
