// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {QuotaState} from "../shared/QuotaState.sol";

/// @notice Where a line stands: a pure function of its oldest cycle that is not satisfied and the time.
/// Settled: owes nothing. Current: until the due time. Grace: five days more without cost. Delinquent: dearer, no growth, the limit
/// is halved when the due is met. Default: left only by paying everything.
enum LineState {
    Settled,
    Current,
    Grace,
    Delinquent,
    Default
}

/// @notice The credit line of one identity.
/// @param principal P. @param interest I, reckoned up to now. @param limit Most that P + I may be after a draw.
/// @param cycle k, oldest cycle that is not satisfied; 0 when nothing is owed.
/// @param paidPrincipal Principal paid since the statement of cycle k closed. @param paidInterest Interest paid since cycle k began.
/// @param barredUntil Cycle before which no limit can be given again; 0 for none.
/// @param writtenOff The book carries the debt no more; it is still owed.
/// @param due What has to be paid now for the closed statements to be met.
struct Line {
    uint256 principal;
    uint256 interest;
    uint256 limit;
    uint32 cycle;
    uint256 paidPrincipal;
    uint256 paidInterest;
    uint32 barredUntil;
    bool writtenOff;
    LineState state;
    uint256 due;
}

/// @notice An underwriter's word, as EIP-712 typed data of the same name and order.
/// @param account Any account of the borrower's identity. @param limit The line's new limit, in money units.
/// @param nonce The identity's next one, see `nonceOf`.
struct CreditAttestation {
    address account;
    uint256 limit;
    uint256 nonce;
    uint256 deadline;
}

/// @title Credit lines: a first loan for those who own nothing yet
/// @notice One line an identity. Simple interest on P: r until grace ends, r + rho until default, none after. A payment goes to
/// interest first. With n closed statements since cycle k, P_k the principal at its statement and `paid` principal since then
///   due(t) = min(P + I, I + ceil(alpha * P_k * n) - paid), all if P_k < floor, nothing while n = 0.
/// Once the due is met k is the current cycle. Met before its due time: limit += gamma * limit * u with u = min(1, interest paid in
/// the cycle / (limit * r * 30 d)), up to the cap of the tier. Met in grace: nothing changes. Met while delinquent: the limit is
/// halved. Default is left only by paying P + I; then the limit is 0 and no new one is given for 12 cycles.
///
/// Invariants: L8 debt after a draw <= limit, a limit rises by itself only after a cycle met in time; L9 the state function, to
/// the second; L11 who owes can always repay in full: frozen, revoked, paused, defaulted or written off.
/// @dev EIP-712 domain "QTI Credit", version "1".
/// Warning: debt grows each second. Who wants to pay all says an amount above it (`type(uint256).max`): never more than the debt is
/// taken.
/// Warning: a limit below the debt stops draws, and asks for nothing sooner.
interface ICreditLines {
    /// @param cycle The line's oldest cycle that is not satisfied, after it.
    event Drawn(
        uint64 indexed identity,
        address indexed account,
        address indexed receiver,
        uint256 amount,
        uint256 principal,
        uint256 interest,
        uint32 cycle
    );
    /// @param principalPaid, interestPaid Money units of this payment. @param principal, interest What is owed after it.
    /// @param cycle 0 when nothing is owed any more. @param state Where the line stood when it was paid.
    event Repaid(
        uint64 indexed identity,
        address indexed payer,
        uint256 principalPaid,
        uint256 interestPaid,
        uint256 principal,
        uint256 interest,
        uint32 cycle,
        LineState state
    );
    /// @notice A limit changed, by an attestation, a voucher, growth, lateness or default.
    event LimitSet(uint64 indexed identity, uint256 limit);
    event LineAttested(
        uint64 indexed identity,
        address indexed account,
        address indexed underwriter,
        uint256 limit,
        uint256 nonce
    );
    event LineBarred(uint64 indexed identity, uint32 untilCycle);
    /// @param burnt First-loss shares of the vouchers. @param seniorLoss Money units the senior claim fell by.
    event LineWrittenOff(
        uint64 indexed identity,
        uint256 principal,
        uint256 interest,
        uint256 burnt,
        uint256 seniorLoss
    );
    event TierCapSet(uint8 indexed tier, uint256 cap);
    event UnderwritingQuotaSet(uint256 limit, uint32 period);
    event VouchingBound(address indexed vouching);

    error CreditZeroAmount();
    error CreditInvalidReceiver(address receiver);
    error CreditUnknownIdentity(address account);
    error CreditNotInGoodStanding(address account);
    /// @notice A statement is closed and not met: pay `due` first.
    error CreditStatementOpen(uint64 identity, uint256 due);
    error CreditLimitExceeded(uint64 identity, uint256 debt, uint256 limit);
    error CreditNothingOwed(uint64 identity);
    error CreditInvalidSigner(address signer);
    error CreditSignatureExpired(uint256 deadline);
    error CreditInvalidNonce(uint64 identity, uint256 given, uint256 expected);
    error CreditBarred(uint64 identity, uint32 untilCycle);
    error CreditAboveTierCap(uint256 limit, uint256 cap);
    error CreditQuotaExceeded(uint256 requested, uint256 left, uint256 resetsAt);
    error CreditInvalidQuota(uint256 limit, uint32 period);
    error CreditInvalidCap(uint8 tier, uint256 cap);
    /// @notice The debt can be written off from `readyAt` on, once.
    error CreditNotWritable(uint64 identity, uint256 readyAt);
    error CreditOnlyVouching(address caller);
    error CreditVouchingBound();

    /// @notice Any account of an identity in good standing: known, not frozen, revoked, retired or expired. Money goes to
    /// `receiver`. Not while paused.
    function draw(uint256 amount, address receiver) external;

    /// @notice Anyone pays for the identity of `borrower`, interest first, at most what is owed. Never pauses.
    /// @return paid Money units taken from the caller.
    function repay(address borrower, uint256 amount) external returns (uint256 paid);

    /// @notice `repay` with an ERC-2612 permit. A permit already used by someone else does no harm: the allowance counts.
    function repayWithPermit(
        address borrower,
        uint256 amount,
        uint256 permitValue,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 paid);

    /// @notice Anyone submits what an account with the role UNDERWRITER signed. Sets the limit; what it rises by counts
    /// against the day's quota.
    function attest(CreditAttestation calldata attestation, address underwriter, bytes calldata signature) external;

    /// @notice Anyone, 180 days after default. Vouchers' shares burn first, then the senior claim falls to what can still come in.
    /// @return burnt First-loss shares. @return seniorLoss Money units.
    function writeOff(address borrower) external returns (uint256 burnt, uint256 seniorLoss);

    /// @notice Vouching. Raises the limit, up to the tier's cap.
    function raiseLimit(address borrower, uint256 amount) external;

    /// @notice Vouching. Lowers the limit by `amount`, or to 0.
    function lowerLimit(uint64 identity, uint256 amount) external;

    /// @notice ADMIN, once.
    function bindVouching(address vouching) external;

    /// @notice TREASURER. Most that a limit may be for a tier (1 to 3). Limits above a lowered cap stay and do not grow.
    function setTierCap(uint8 tier, uint256 cap) external;

    /// @notice TREASURER. What underwriters may raise limits by, all together, each `period` seconds.
    function setUnderwritingQuota(uint256 limit, uint32 period) external;

    /// @notice The line of the account's identity, reckoned up to now.
    function lineOf(address account) external view returns (Line memory);
    function lineOfIdentity(uint64 identity) external view returns (Line memory);
    function stateOf(uint64 identity) external view returns (LineState);
    /// @notice P + I now.
    function debtOf(uint64 identity) external view returns (uint256);
    /// @notice What the account could draw now, as far as its line and its standing go. Cash and leverage are the book's.
    function availableTo(address account) external view returns (uint256);
    function nonceOf(uint64 identity) external view returns (uint256);
    function tierCapOf(uint8 tier) external view returns (uint256);
    function underwritingQuota() external view returns (QuotaState memory);
    function hashAttestation(CreditAttestation calldata attestation) external view returns (bytes32);
}
