// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {Campaign, IMerkleDistributor} from "../interfaces/rewards/IMerkleDistributor.sol";
import {IRewardsTreasury} from "../interfaces/rewards/IRewardsTreasury.sol";
import {LapsingPause} from "../shared/LapsingPause.sol";
import {RootTimelock} from "../shared/RootTimelock.sol";

/// @title Campaigns and staking bonuses: QTI paid by cumulative Merkle leaves
/// @dev A campaign never gives out more than was put in for it, whatever its root says. Calls only the treasury, the identity
/// registry and QTI, and none of them calls back.
contract MerkleDistributor is IMerkleDistributor, RootTimelock, LapsingPause {
    using SafeERC20 for IERC20;

    uint256 private constant MIN_LEFT = 30 days;
    uint256 private constant MAX_LEFT = 3650 days;

    IIdentityRegistry public immutable identityRegistry;
    IRewardsTreasury public immutable treasury;
    IERC20 public immutable qti;

    /// @dev One that exists has an end; a mapping, as the length of an array would be one more slot to read.
    mapping(uint256 campaignId => Campaign) private _campaigns;

    /// @inheritdoc IMerkleDistributor
    uint256 public campaignCount;

    /// @inheritdoc IMerkleDistributor
    mapping(uint256 campaignId => mapping(address account => uint256)) public claimedBy;

    constructor(
        address authority,
        IIdentityRegistry identities,
        IRewardsTreasury treasury_
    ) AccessManaged(authority) {
        identityRegistry = identities;
        treasury = treasury_;
        qti = treasury_.qti();
    }

    /// @inheritdoc IMerkleDistributor
    function createCampaign(uint48 endsAt, string calldata uri) external restricted returns (uint256 campaignId) {
        _checkEnd(endsAt);
        campaignId = campaignCount++;
        Campaign storage campaign = _campaigns[campaignId];
        campaign.endsAt = endsAt;
        campaign.uri = uri;
        emit CampaignCreated(campaignId, endsAt, uri);
    }

    /// @inheritdoc IMerkleDistributor
    function fundCampaign(uint256 campaignId, uint256 amount) external restricted {
        Campaign storage campaign = _open(campaignId);
        if (amount == 0) revert CampaignZeroAmount();
        // What does not fit into 96 bits is more than any budget, and more QTI than there are.
        uint96 funded = campaign.funded + uint96(amount);
        campaign.funded = funded;
        emit CampaignFunded(campaignId, amount, funded);
        treasury.pay(address(this), amount);
    }

    /// @inheritdoc IMerkleDistributor
    function extendCampaign(uint256 campaignId, uint48 endsAt) external restricted {
        Campaign storage campaign = _open(campaignId);
        if (endsAt <= campaign.endsAt) revert CampaignInvalidEnd(endsAt);
        _checkEnd(endsAt);
        campaign.endsAt = endsAt;
        emit CampaignExtended(campaignId, endsAt);
    }

    /// @inheritdoc IMerkleDistributor
    function proposeRoot(
        uint256 campaignId,
        bytes32 root,
        uint256 total,
        string calldata uri
    ) external restricted {
        _open(campaignId);
        _proposeRoot(bytes32(campaignId), root, total, uri);
    }

    /// @inheritdoc IMerkleDistributor
    function claim(
        uint256 campaignId,
        address account,
        uint256 cumulative,
        bytes32[] calldata proof
    ) external whenNotPaused returns (uint256 amount) {
        Campaign storage campaign = _open(campaignId);
        bytes32 root = campaign.root;
        if (root == 0) revert CampaignNotActive(campaignId);
        if (!MerkleProof.verifyCalldata(proof, root, leafOf(campaignId, account, cumulative))) {
            revert CampaignInvalidProof(campaignId, account);
        }
        uint256 claimed = claimedBy[campaignId][account];
        if (cumulative <= claimed) revert CampaignNothingToClaim(campaignId, account, claimed);
        amount = cumulative - claimed;
        // The root's word for its total is no proof: leaves may promise more than was put in.
        uint256 left = campaign.funded - campaign.claimed;
        if (amount > left) revert CampaignExhausted(campaignId, amount, left);

        claimedBy[campaignId][account] = cumulative;
        // At most what was put in, which has 96 bits.
        campaign.claimed += uint96(amount);
        address recipient = identityRegistry.successorOf(account);
        emit CampaignClaimed(campaignId, account, recipient, amount, cumulative);
        qti.safeTransfer(recipient, amount);
    }

    /// @inheritdoc IMerkleDistributor
    function returnUnclaimed(uint256 campaignId) external returns (uint256 amount) {
        Campaign storage campaign = _unclosed(campaignId);
        if (block.timestamp < campaign.endsAt) revert CampaignNotOver(campaignId, campaign.endsAt);
        campaign.closed = true;
        amount = campaign.funded - campaign.claimed;
        emit CampaignReturned(campaignId, amount);
        qti.safeTransfer(address(treasury), amount);
    }

    /// @inheritdoc IMerkleDistributor
    function campaignOf(uint256 campaignId) external view returns (Campaign memory) {
        return _known(campaignId);
    }

    /// @inheritdoc IMerkleDistributor
    function leafOf(uint256 campaignId, address account, uint256 cumulative) public view returns (bytes32) {
        bytes memory leaf = abi.encode(block.chainid, address(this), campaignId, account, cumulative);
        return keccak256(bytes.concat(keccak256(leaf)));
    }

    function _setRoot(bytes32 subject, bytes32 root) internal override {
        _campaigns[uint256(subject)].root = root;
    }

    /// @dev Who is in a new root has at least 30 days to come for it.
    function _fundedFor(bytes32 subject) internal view override whenNotPaused returns (uint256) {
        Campaign storage campaign = _open(uint256(subject));
        if (campaign.endsAt < block.timestamp + MIN_LEFT) revert CampaignInvalidEnd(campaign.endsAt);
        return campaign.funded;
    }

    function _checkEnd(uint48 endsAt) private view {
        if (endsAt < block.timestamp + MIN_LEFT || endsAt > block.timestamp + MAX_LEFT) {
            revert CampaignInvalidEnd(endsAt);
        }
    }

    function _known(uint256 campaignId) private view returns (Campaign storage campaign) {
        campaign = _campaigns[campaignId];
        if (campaign.endsAt == 0) revert CampaignUnknown(campaignId);
    }

    function _unclosed(uint256 campaignId) private view returns (Campaign storage campaign) {
        campaign = _known(campaignId);
        if (campaign.closed) revert CampaignClosed(campaignId);
    }

    function _open(uint256 campaignId) private view returns (Campaign storage campaign) {
        campaign = _unclosed(campaignId);
        if (block.timestamp >= campaign.endsAt) revert CampaignOver(campaignId, campaign.endsAt);
    }
}
