// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ILapsingPause} from "../shared/ILapsingPause.sol";

/// @notice What the tap oracle says the person behind `account` has earned by taps so far, in all.
/// @dev EIP-712 typed data of the same name and order. `earned` is cumulative: a voucher that is lost, claimed late or in
/// part (daily cap) costs nothing, as the next one says at least as much.
/// @param account Who is paid; its identity is what counts. @param earned Points ever earned by that identity by taps.
/// @param sequence Rises strictly from claim to claim of an identity, by less than 2^20 at once, so that no stolen key can
/// use the numbers up. @param deadline Unix seconds.
struct Voucher {
    address account;
    uint256 earned;
    uint64 sequence;
    uint256 deadline;
}

/// @notice What an identity has claimed; one slot.
/// @param sequence Of the last claim, or the floor that a revocation set. @param day UTC day (Unix time / 86,400) of the last claim.
/// @param today Points claimed that day. @param total Points ever claimed. @param firstDay UTC day of the first claim.
/// @param early Points claimed in the 90 days from `firstDay` on; what a referral bonus is reckoned by.
struct TapTally {
    uint40 sequence;
    uint16 day;
    uint56 today;
    uint64 total;
    uint16 firstDay;
    uint64 early;
}

/// @title Points for taps, by vouchers of an oracle that watches how they were made
/// @notice A stolen oracle key gets at most the daily cap an identity and the channel's quota of QtiPoints. Keys rotate;
/// what was claimed stays claimed whatever key signed it.
interface ITapRewards is ILapsingPause {
    /// @param identity Number of the identity in IdentityRegistry.
    event TapsClaimed(
        uint64 indexed identity,
        address indexed account,
        uint256 amount,
        uint256 total,
        uint64 sequence,
        address submitter
    );
    event VouchersRevoked(uint64 indexed identity, address indexed account, uint64 sequence);
    event TapOracleSet(address indexed oracle);
    event TapDailyCapSet(uint256 cap);

    error TapInvalidSigner(address signer);
    error TapVoucherExpired(uint256 deadline);
    /// @notice A voucher of this or a later number was claimed or revoked before. @param last Number that counts now.
    error TapSequenceUsed(uint64 sequence, uint64 last);
    error TapSequenceTooHigh(uint64 sequence, uint64 last);
    /// @notice Only who is verified and in good standing is paid; taps wait until then.
    error TapNoIdentity(address account);
    /// @notice All that the voucher states was claimed already.
    error TapNothingToClaim(uint256 earned, uint256 total);
    /// @notice The identity has claimed its cap of this UTC day. @param resetsAt Unix seconds.
    error TapDailyCapReached(uint256 cap, uint256 resetsAt);
    error TapInvalidTerms();

    /// @notice Anyone, for the account: pays min(earned - total, cap - today) points to it.
    /// @dev EIP-712 domain "QTI Taps", version "1". The oracle signs by ECDSA or ERC-1271.
    function claim(Voucher calldata voucher, bytes calldata signature) external returns (uint256 amount);

    /// @notice REWARDS_OPERATOR. No voucher up to `sequence` of this identity pays any more.
    function revokeVouchers(address account, uint64 sequence) external;

    /// @notice TREASURER. Vouchers of the old key pay no more.
    function setOracle(address oracle) external;

    /// @notice TREASURER. Points an identity may claim a UTC day.
    function setDailyCap(uint256 cap) external;

    /// @notice Points the account would be paid now for a voucher that states `earned`; 0 for who is not verified.
    function previewClaim(address account, uint256 earned) external view returns (uint256);

    /// @param identity Number of the identity in IdentityRegistry.
    function tallyOf(uint64 identity) external view returns (TapTally memory);

    function hashVoucher(Voucher calldata voucher) external view returns (bytes32);

    function oracle() external view returns (address);

    function dailyCap() external view returns (uint256);
}
