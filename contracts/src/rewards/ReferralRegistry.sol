// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {StandingLib} from "../identity/StandingLib.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {IQtiPoints} from "../interfaces/rewards/IQtiPoints.sol";
import {
    Edge,
    IReferralRegistry,
    Referral,
    ReferralStatus,
    ReferralTerms
} from "../interfaces/rewards/IReferralRegistry.sol";
import {ITapRewards} from "../interfaces/rewards/ITapRewards.sol";
import {IStakingPool, Position} from "../interfaces/staking/IStakingPool.sol";
import {LapsingPause} from "../shared/LapsingPause.sol";
import {Signatures} from "../shared/Signatures.sol";

/// @title Who brought whom, and what that earns
/// @dev Identities are numbered as they come. An edge counts only if the newcomer's has a higher number than all that were
/// there when it was bound, the referrer's among them. So edges lead from later to earlier identities and close no circle,
/// nobody refers itself, and a wallet that joins an older identity, by a link or a recovery, brings nothing along.
contract ReferralRegistry is IReferralRegistry, LapsingPause, EIP712 {
    using StandingLib for IIdentityRegistry;
    using StandingLib for uint256;

    bytes32 private constant REFERRAL_TYPEHASH =
        keccak256("Referral(address newcomer,address referrer,uint256 nonce,uint256 deadline)");

    uint256 private constant BPS = 10_000;
    /// @dev Of the lock, and for how long the stake has been in it.
    uint48 private constant MIN_LOCK = 30 days;

    IIdentityRegistry public immutable identityRegistry;
    IStakingPool public immutable stakingPool;
    ITapRewards public immutable tapRewards;
    IQtiPoints public immutable points;

    ReferralTerms private _terms;
    mapping(address newcomer => Edge) private _edges;
    /// @dev One person may have bound two wallets before its first verification, and moved from one to the other.
    mapping(uint64 identity => bool) private _isReferred;

    /// @inheritdoc IReferralRegistry
    mapping(uint64 referrerIdentity => uint256) public paidTo;
    /// @inheritdoc IReferralRegistry
    mapping(address newcomer => uint256) public nonces;

    constructor(
        address authority,
        IIdentityRegistry identities,
        IStakingPool pool,
        ITapRewards taps,
        IQtiPoints points_
    ) AccessManaged(authority) EIP712("QTI Referrals", "1") {
        identityRegistry = identities;
        stakingPool = pool;
        tapRewards = taps;
        points = points_;
    }

    /// @inheritdoc IReferralRegistry
    /// @dev Not paused: who has to bind before being verified would lose the referral.
    function bind(Referral calldata referral, bytes calldata signature) external {
        (address newcomer, address referrer) = (referral.newcomer, referral.referrer);
        if (msg.sender != newcomer) _checkSignature(referral, signature);
        if (newcomer == referrer) revert ReferralSelf(newcomer);
        (uint256 newStanding, uint256 standing) = identityRegistry.pair(newcomer, referrer);
        // A system contract has no number and will never be a person either.
        if (newStanding != 0) revert ReferralNotNewcomer(newcomer);
        if (!standing.canReceive()) revert ReferralReferrerNotVerified(referrer);

        // Also when the newcomer calls: what it signed before must not undo it.
        ++nonces[newcomer];
        Edge storage edge = _edges[newcomer];
        (edge.referrer, edge.referrerIdentity) = (referrer, standing.indexOf());
        edge.identities = identityRegistry.identityCount();
        emit ReferralBound(newcomer, referrer, standing.indexOf());
    }

    /// @inheritdoc IReferralRegistry
    function vest(address newcomer, uint256 positionId) external whenNotPaused {
        ReferralStatus status = statusOf(newcomer);
        if (status == ReferralStatus.Vested) revert ReferralAlreadyVested(newcomer);
        if (status != ReferralStatus.Final) revert ReferralNotFinal(newcomer, status);
        uint256 standing = identityRegistry.standingWordOf(identityRegistry.successorOf(newcomer));
        if (!standing.canReceive()) revert ReferralNewcomerNotVerified(newcomer);
        _checkPosition(newcomer, standing.indexOf(), positionId);

        Edge storage edge = _edges[newcomer];
        ReferralTerms storage fixedTerms = _terms;
        (edge.bonusBps, edge.newcomerCap, edge.vested) = (fixedTerms.bonusBps, fixedTerms.newcomerCap, true);
        _isReferred[standing.indexOf()] = true;
        emit ReferralVested(
            newcomer,
            edge.referrer,
            standing.indexOf(),
            positionId,
            edge.bonusBps,
            edge.newcomerCap
        );
    }

    /// @inheritdoc IReferralRegistry
    function claimBonus(address newcomer) external whenNotPaused returns (uint256 amount) {
        Edge storage edge = _edges[newcomer];
        if (!edge.vested) revert ReferralNotVested(newcomer);
        amount = _bonusOf(newcomer, edge);
        if (amount == 0) revert ReferralNothingToClaim(newcomer);

        // Within the newcomer's cap, which has 64 bits.
        edge.paid += uint64(amount);
        paidTo[edge.referrerIdentity] += amount;
        address recipient = identityRegistry.successorOf(edge.referrer);
        emit ReferralBonusClaimed(newcomer, edge.referrer, recipient, amount, edge.paid);
        points.earn(recipient, amount);
    }

    /// @inheritdoc IReferralRegistry
    function setTerms(ReferralTerms calldata newTerms) external restricted {
        // Without a minimum an emptied position would do.
        if (newTerms.bonusBps > BPS || newTerms.newcomerCap > newTerms.referrerCap || newTerms.minStake == 0) {
            revert ReferralInvalidTerms();
        }
        _terms = newTerms;
        emit ReferralTermsSet(
            newTerms.bonusBps,
            newTerms.newcomerCap,
            newTerms.referrerCap,
            newTerms.minStake
        );
    }

    /// @inheritdoc IReferralRegistry
    function terms() external view returns (ReferralTerms memory) {
        return _terms;
    }

    /// @inheritdoc IReferralRegistry
    function edgeOf(address newcomer) external view returns (Edge memory) {
        return _edges[newcomer];
    }

    /// @inheritdoc IReferralRegistry
    function bonusOf(address newcomer) external view returns (uint256) {
        Edge storage edge = _edges[newcomer];
        return edge.vested ? _bonusOf(newcomer, edge) : 0;
    }

    /// @inheritdoc IReferralRegistry
    function statusOf(address newcomer) public view returns (ReferralStatus) {
        Edge storage edge = _edges[newcomer];
        if (edge.referrer == address(0)) return ReferralStatus.None;
        if (edge.vested) return ReferralStatus.Vested;
        uint64 identity = identityRegistry.standingWordOf(newcomer).indexOf();
        if (identity == 0) return ReferralStatus.Bound;
        if (identity <= edge.identities || _isReferred[identity]) return ReferralStatus.Void;
        return _isFirst(newcomer) ? ReferralStatus.Final : ReferralStatus.Void;
    }

    function _checkSignature(Referral calldata referral, bytes calldata signature) private view {
        if (block.timestamp > referral.deadline) revert ReferralSignatureExpired(referral.deadline);
        uint256 expected = nonces[referral.newcomer];
        if (referral.nonce != expected) {
            revert ReferralInvalidNonce(referral.newcomer, referral.nonce, expected);
        }
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(REFERRAL_TYPEHASH, referral)));
        if (!Signatures.isValid(referral.newcomer, digest, signature)) {
            revert ReferralInvalidSigner(referral.newcomer);
        }
    }

    /// @dev A recovery puts the successor in the lost account's place, and the chain of recoveries ends with who is there.
    function _isFirst(address newcomer) private view returns (bool) {
        address[] memory accounts = identityRegistry.accountsOf(identityRegistry.identityOf(newcomer));
        return accounts[0] == identityRegistry.successorOf(newcomer);
    }

    /// @dev Stake is bearer and stays with a lost account, which keeps its number: any account of the identity will do.
    /// Adding to a position starts its lock anew, so what is in it now was in it since `start`.
    function _checkPosition(address newcomer, uint64 identity, uint256 positionId) private view {
        Position memory position = stakingPool.positionOf(positionId);
        if (identityRegistry.standingWordOf(position.owner).indexOf() != identity) {
            revert ReferralNotItsPosition(newcomer, positionId);
        }
        uint256 minStake = _terms.minStake;
        if (position.amount < minStake) revert ReferralStakeTooSmall(positionId, position.amount, minStake);
        if (position.unlock - position.start < MIN_LOCK) revert ReferralLockTooShort(positionId);
        uint48 readyAt = position.start + MIN_LOCK;
        if (block.timestamp < readyAt) revert ReferralHeldTooShort(positionId, readyAt);
    }

    /// @dev Early points only grow and a vested edge keeps its terms, so what is due in all is never below what was paid.
    function _bonusOf(address newcomer, Edge storage edge) private view returns (uint256) {
        uint64 identity = identityRegistry.standingWordOf(newcomer).indexOf();
        uint256 due = Math.min((tapRewards.tallyOf(identity).early * uint256(edge.bonusBps)) / BPS, edge.newcomerCap);
        uint256 left = Math.saturatingSub(_terms.referrerCap, paidTo[edge.referrerIdentity]);
        return Math.min(due - edge.paid, left);
    }
}
