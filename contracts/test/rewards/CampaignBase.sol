// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ClaimTree} from "../assets/ClaimTree.sol";
import {vm} from "../shared/Test.sol";
import {RewardsBase} from "./RewardsBase.sol";

/// @notice Campaigns with trees: the leaf is written out again here, so that a slip in the contract cannot agree with itself.
abstract contract CampaignBase is RewardsBase {
    uint48 internal constant SEASON = 90 days;
    uint48 internal constant WAIT = 24 hours;

    struct Line {
        address account;
        uint256 cumulative;
    }

    function _leaves(uint256 campaignId, Line[] memory lines) internal view returns (bytes32[] memory leaves) {
        leaves = new bytes32[](lines.length);
        for (uint256 i = 0; i < lines.length; ++i) leaves[i] = _leaf(campaignId, lines[i]);
    }

    function _leaf(uint256 campaignId, Line memory line) internal view returns (bytes32) {
        return
            keccak256(
                bytes.concat(
                    keccak256(
                        abi.encode(block.chainid, address(campaigns), campaignId, line.account, line.cumulative)
                    )
                )
            );
    }

    function _sum(Line[] memory lines) internal pure returns (uint256 total) {
        for (uint256 i = 0; i < lines.length; ++i) total += lines[i].cumulative;
    }

    function _create(uint256 amount) internal returns (uint256 campaignId) {
        campaignId = campaigns.createCampaign(uint48(vm.getBlockTimestamp()) + SEASON, "data:,campaign");
        if (amount != 0) campaigns.fundCampaign(campaignId, amount);
    }

    function _propose(uint256 campaignId, Line[] memory lines) internal {
        bytes32 root = ClaimTree.root(_leaves(campaignId, lines));
        campaigns.proposeRoot(campaignId, root, _sum(lines), "data:,tree");
    }

    function _publish(uint256 campaignId, Line[] memory lines) internal {
        _propose(campaignId, lines);
        skip(WAIT);
        campaigns.activateRoot(bytes32(campaignId));
    }

    function _claim(uint256 campaignId, Line[] memory lines, uint256 index) internal returns (uint256) {
        bytes32[] memory proof = ClaimTree.proof(_leaves(campaignId, lines), index);
        return campaigns.claim(campaignId, lines[index].account, lines[index].cumulative, proof);
    }

    function _claimCall(uint256 campaignId, Line[] memory lines, uint256 index) internal view returns (bytes memory) {
        bytes32[] memory proof = ClaimTree.proof(_leaves(campaignId, lines), index);
        return abi.encodeCall(campaigns.claim, (campaignId, lines[index].account, lines[index].cumulative, proof));
    }

    /// @dev Ada, Nia, and a stranger.
    function _lines(uint256 a, uint256 n, uint256 s) internal view returns (Line[] memory lines) {
        lines = new Line[](3);
        lines[0] = Line(ada, a);
        lines[1] = Line(nia, n);
        lines[2] = Line(stranger, s);
    }
}
