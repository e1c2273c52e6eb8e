// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ILapsingPause} from "../shared/ILapsingPause.sol";
import {IRootTimelock} from "../shared/IRootTimelock.sol";

/// @notice QTI for many, by a Merkle tree that may grow.
/// @param funded QTI units ever put in. @param claimed QTI units ever claimed. @param endsAt Unix seconds; from then on
/// what is unclaimed returns to RewardsTreasury. @param root Active root, zero before the first activation.
/// @param closed The rest was returned. @param uri Name and description, as JSON (may be a data URI).
struct Campaign {
    uint96 funded;
    uint96 claimed;
    uint48 endsAt;
    bool closed;
    bytes32 root;
    string uri;
}

/// @title Campaigns and staking bonuses: QTI paid by cumulative Merkle leaves
/// @notice Leaf = keccak256(keccak256(abi.encode(chainid, distributor, campaignId, account, cumulative))), hashed twice so
/// that no inner node can pass for a leaf and bound so that no proof can be used elsewhere; nodes as in OpenZeppelin's
/// `MerkleProof`, each level paired from the left, one left over moves up as it is. A leaf says what the account gets in
/// all, so a new root adds to old claims and none expires while the campaign lasts. The subject of the root's timelock is
/// bytes32(campaignId), `total` the sum of all leaves.
/// Warning: the operator decides the root. The timelock is there to recompute it; a wrong one is vetoed.
interface IMerkleDistributor is IRootTimelock, ILapsingPause {
    event CampaignCreated(uint256 indexed campaignId, uint48 endsAt, string uri);
    event CampaignFunded(uint256 indexed campaignId, uint256 amount, uint256 funded);
    event CampaignExtended(uint256 indexed campaignId, uint48 endsAt);
    /// @param recipient The account, or its successor. @param cumulative What the account has claimed in all.
    event CampaignClaimed(
        uint256 indexed campaignId,
        address indexed account,
        address recipient,
        uint256 amount,
        uint256 cumulative
    );
    event CampaignReturned(uint256 indexed campaignId, uint256 amount);

    error CampaignUnknown(uint256 campaignId);
    /// @notice At least 30 days after now (and after the end so far), at most 3,650 days after now.
    error CampaignInvalidEnd(uint48 endsAt);
    error CampaignOver(uint256 campaignId, uint48 endsAt);
    error CampaignNotOver(uint256 campaignId, uint48 endsAt);
    error CampaignClosed(uint256 campaignId);
    error CampaignNotActive(uint256 campaignId);
    error CampaignInvalidProof(uint256 campaignId, address account);
    error CampaignNothingToClaim(uint256 campaignId, address account, uint256 claimed);
    /// @notice The root promises more than was put in; `left` is what is still there.
    error CampaignExhausted(uint256 campaignId, uint256 amount, uint256 left);
    error CampaignZeroAmount();

    /// @notice REWARDS_OPERATOR. @return campaignId From 0.
    function createCampaign(uint48 endsAt, string calldata uri) external returns (uint256 campaignId);

    /// @notice REWARDS_OPERATOR. Takes QTI from RewardsTreasury, within this contract's budget there.
    function fundCampaign(uint256 campaignId, uint256 amount) external;

    /// @notice REWARDS_OPERATOR. A later end only.
    function extendCampaign(uint256 campaignId, uint48 endsAt) external;

    /// @notice REWARDS_OPERATOR. Activates after 24 hours, if at least 30 days are left until the end then.
    function proposeRoot(uint256 campaignId, bytes32 root, uint256 total, string calldata uri) external;

    /// @notice Anyone, for the account: pays what it has not had of `cumulative`, to it or its successor.
    function claim(
        uint256 campaignId,
        address account,
        uint256 cumulative,
        bytes32[] calldata proof
    ) external returns (uint256 amount);

    /// @notice Anyone, from the end on. Never pauses.
    function returnUnclaimed(uint256 campaignId) external returns (uint256 amount);

    function campaignOf(uint256 campaignId) external view returns (Campaign memory);

    function campaignCount() external view returns (uint256);

    function claimedBy(uint256 campaignId, address account) external view returns (uint256);

    function leafOf(uint256 campaignId, address account, uint256 cumulative) external view returns (bytes32);
}
