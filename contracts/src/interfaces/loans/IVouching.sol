// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What one identity locked for the line of another.
/// @param owner Account that locked the shares and gets them back. @param shares First-loss shares.
/// @param limit Money units it added to the line's limit; 0 once it was ended.
struct Vouch {
    address owner;
    uint256 shares;
    uint256 limit;
}

/// @title Vouching: who owns first loss can speak for who owns nothing
/// @notice A voucher locks first-loss shares and adds to the limit of a line at most 80 % of what they are worth then. When the line
/// is written off, the vouchers' shares burn first, pro rata, up to the loss. At most 8 vouchers a line and 8 lines a voucher.
/// Who is vouched for cannot vouch and who vouches cannot be vouched for, so no circle can be; who owes cannot vouch.
/// @dev A borrower names its vouchers first (`invite`): being vouched for has consequences that nobody can force on another.
/// Warning: a voucher bears the line's whole loss first, also the part of the limit that an underwriter gave.
interface IVouching {
    event VoucherInvited(uint64 indexed identity, uint64 indexed voucher, bool invited);
    /// @param shares, limit In all, after it.
    event Vouched(
        uint64 indexed identity,
        uint64 indexed voucher,
        address indexed owner,
        uint256 added,
        uint256 shares,
        uint256 limit
    );
    /// @notice The vouch adds nothing to the limit any more; its shares stay until the debt fits without it.
    event VouchEnded(uint64 indexed identity, uint64 indexed voucher, uint256 limit);
    event VouchUnlocked(uint64 indexed identity, uint64 indexed voucher, address indexed owner, uint256 shares);
    event VouchBurnt(uint64 indexed identity, uint64 indexed voucher, uint256 burnt, uint256 shares);

    error VouchingUnknownIdentity(address account);
    error VouchingNotInGoodStanding(address account);
    error VouchingNotInvited(uint64 identity, uint64 voucher);
    error VouchingOwnLine(uint64 identity);
    error VouchingZeroShares();
    /// @notice The limit would be more than 80 % of what the shares are worth.
    error VouchingAboveWorth(uint256 limit, uint256 most);
    error VouchingTooManyVouchers(uint64 identity, uint256 limit);
    error VouchingTooManyLines(uint64 voucher, uint256 limit);
    /// @notice Someone vouches for the would-be voucher.
    error VouchingVouchedFor(uint64 voucher);
    /// @notice The borrower vouches for somebody itself.
    error VouchingBorrowerVouches(uint64 identity);
    error VouchingOwes(uint64 voucher, uint256 debt);
    /// @notice Another account of the same identity vouched; it alone adds to it and ends it.
    error VouchingNotOwner(uint64 identity, address caller, address owner);
    error VouchingNone(uint64 identity, uint64 voucher);
    /// @notice The line still needs the shares: a statement is open, or its debt is above its limit.
    error VouchingStillNeeded(uint64 identity, uint256 debt, uint256 limit);
    error VouchingOnlyLines(address caller);
    error VouchingPaused(uint48 until);

    /// @notice Borrower. Lets the identity of `voucher` vouch, or no longer; vouches that stand are not touched.
    function invite(address voucher, bool invited) external;

    /// @notice Locks shares for the line of `borrower` and adds `limit` to it. Not while paused.
    function vouch(address borrower, uint256 shares, uint256 limit) external;

    /// @notice Takes what the vouch added off the limit, at once; then gives the shares back as soon as no statement of the line is open
    /// and its debt fits the limit. Never pauses.
    function end(uint64 identity) external;

    /// @notice Gives the shares of an ended vouch back. Never pauses.
    function unlock(uint64 identity) external;

    /// @notice Credit lines. Burns the vouchers' shares for a loss of `amount` money units.
    /// @return burnt Shares.
    function burnFor(uint64 identity, uint256 amount) external returns (uint256 burnt);

    function vouchOf(uint64 identity, uint64 voucher) external view returns (Vouch memory);
    /// @notice Identities that vouch for a line.
    function vouchersOf(uint64 identity) external view returns (uint64[] memory);
    /// @notice For how many lines an identity vouches.
    function linesVouchedBy(uint64 voucher) external view returns (uint256);
    function isInvited(uint64 identity, uint64 voucher) external view returns (bool);
}
