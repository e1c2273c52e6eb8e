// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ILapsingPause} from "../shared/ILapsingPause.sol";

/// @notice A newcomer names who brought it here.
/// @dev EIP-712 typed data of the same name and order, signed by the newcomer.
struct Referral {
    address newcomer;
    address referrer;
    uint256 nonce;
    uint256 deadline;
}

/// @notice What a referral pays, and for what.
/// @param bonusBps Part of the newcomer's early tap points (`TapTally.early`) that the referrer gets, in 1/10,000.
/// @param newcomerCap Most points for one newcomer. @param referrerCap Most points one referrer ever gets.
/// @param minStake QTI units that the newcomer holds in one position.
struct ReferralTerms {
    uint16 bonusBps;
    uint64 newcomerCap;
    uint64 referrerCap;
    uint128 minStake;
}

/// @notice A referral by what the chain knows now.
/// None: never bound. Bound: the newcomer has no identity yet and may still choose another referrer. Final: the newcomer's
/// first identity was attested; waits to vest. Vested: bonus can be claimed. Void: the identity had another account before,
/// is older than the binding (so it is never the referrer's own), or another of its wallets vested.
enum ReferralStatus {
    None,
    Bound,
    Final,
    Vested,
    Void
}

/// @param referrer Account named. @param referrerIdentity Its number in IdentityRegistry, lower than the newcomer's.
/// @param identities How many identities there were at that time: the newcomer's must have a higher number.
/// @param bonusBps Fixed at vesting. @param newcomerCap Fixed at vesting. @param paid Points paid for this newcomer.
struct Edge {
    address referrer;
    uint64 referrerIdentity;
    uint16 bonusBps;
    uint64 newcomerCap;
    uint64 paid;
    uint64 identities;
    bool vested;
}

/// @title Who brought whom, and what that earns
/// @notice A newcomer without an identity binds itself to a referrer who has one. As nobody can bind who has an identity,
/// an edge always points from a later to an earlier identity, so no circle can be. It vests when the newcomer
/// is verified and has held the minimum for 30 days in one position of StakingPool that was locked for at least 30 days.
interface IReferralRegistry is ILapsingPause {
    event ReferralBound(address indexed newcomer, address indexed referrer, uint64 indexed referrerIdentity);
    event ReferralVested(
        address indexed newcomer,
        address indexed referrer,
        uint64 newcomerIdentity,
        uint256 positionId,
        uint16 bonusBps,
        uint64 newcomerCap
    );
    /// @param recipient The referrer's account, or its successor. @param paid Points paid for this newcomer so far.
    event ReferralBonusClaimed(
        address indexed newcomer,
        address indexed referrer,
        address recipient,
        uint256 amount,
        uint256 paid
    );
    event ReferralTermsSet(uint16 bonusBps, uint64 newcomerCap, uint64 referrerCap, uint128 minStake);

    error ReferralInvalidSigner(address signer);
    error ReferralSignatureExpired(uint256 deadline);
    error ReferralInvalidNonce(address newcomer, uint256 given, uint256 expected);
    error ReferralSelf(address account);
    /// @notice Only who has no identity yet can still be referred.
    error ReferralNotNewcomer(address newcomer);
    /// @notice A referrer must be verified and in good standing.
    error ReferralReferrerNotVerified(address referrer);
    error ReferralNotFinal(address newcomer, ReferralStatus status);
    error ReferralNotVested(address newcomer);
    error ReferralAlreadyVested(address newcomer);
    /// @notice The newcomer is not verified (tier 1 or more, not expired, in good standing).
    error ReferralNewcomerNotVerified(address newcomer);
    /// @notice The position is not of the newcomer's identity.
    error ReferralNotItsPosition(address newcomer, uint256 positionId);
    /// @notice Needs at least `minStake` in a lock of 30 days or more, held since at least 30 days.
    error ReferralStakeTooSmall(uint256 positionId, uint256 amount, uint256 minStake);
    error ReferralLockTooShort(uint256 positionId);
    error ReferralHeldTooShort(uint256 positionId, uint48 readyAt);
    error ReferralNothingToClaim(address newcomer);
    error ReferralInvalidTerms();

    /// @notice Anyone with the newcomer's signature, or the newcomer itself (empty signature, nonce and deadline are
    /// not looked at). May be called again for another referrer until the newcomer has an identity.
    /// @dev EIP-712 domain "QTI Referrals", version "1"; ECDSA first, then ERC-1271.
    function bind(Referral calldata referral, bytes calldata signature) external;

    /// @notice Anyone. Fixes the bonus terms of a final edge whose conditions are met.
    function vest(address newcomer, uint256 positionId) external;

    /// @notice Anyone. Pays the referrer what a vested newcomer has earned for it since the last time.
    function claimBonus(address newcomer) external returns (uint256 amount);

    /// @notice TREASURER. Vested edges keep their bonus and newcomer's cap.
    function setTerms(ReferralTerms calldata terms) external;

    function terms() external view returns (ReferralTerms memory);

    function statusOf(address newcomer) external view returns (ReferralStatus);

    function edgeOf(address newcomer) external view returns (Edge memory);

    /// @notice Points that `claimBonus` would pay now.
    function bonusOf(address newcomer) external view returns (uint256);

    /// @notice Points ever paid to the referrer with this identity number.
    function paidTo(uint64 referrerIdentity) external view returns (uint256);

    function nonces(address newcomer) external view returns (uint256);
}
