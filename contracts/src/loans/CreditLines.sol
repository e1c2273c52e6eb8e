// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {StandingLib} from "../identity/StandingLib.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {ICreditBook} from "../interfaces/loans/ICreditBook.sol";
import {CreditAttestation, ICreditLines, Line, LineState} from "../interfaces/loans/ICreditLines.sol";
import {IVouching} from "../interfaces/loans/IVouching.sol";
import {QuotaState} from "../interfaces/shared/QuotaState.sol";
import {Permits} from "../shared/Permits.sol";
import {Quota} from "../shared/Quota.sol";
import {Roles} from "../shared/Roles.sol";
import {Signatures} from "../shared/Signatures.sol";
import {CreditMath} from "./CreditMath.sol";

/// @title Credit lines: a first loan for those who own nothing yet
/// @dev Keeps what each line owes; the book keeps the money and the sums. A line is keyed by the number of its identity, so it
/// follows a person through every account and every recovery.
contract CreditLines is ICreditLines, AccessManaged, EIP712, ReentrancyGuardTransient {
    using Permits for IERC20;
    using Quota for QuotaState;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;
    using StandingLib for IIdentityRegistry;
    using StandingLib for uint256;

    /// @dev The first slot changes with every draw and payment, the second when a statement is open or a limit changes.
    /// @param last Seconds since the start of the calendar up to which `interest` is reckoned.
    struct Debt {
        uint88 principal;
        uint88 interest;
        uint32 last;
        uint32 cycle;
        bool writtenOff;
        uint88 limit;
        uint88 paidPrincipal;
        uint64 paidInterest;
        uint16 barredUntil;
    }

    bytes32 private constant ATTESTATION_TYPEHASH =
        keccak256("CreditAttestation(address account,uint256 limit,uint256 nonce,uint256 deadline)");
    uint32 private constant BARRED_CYCLES = 12;
    uint8 private constant MAX_TIER = 3;

    ICreditBook private immutable BOOK;
    IERC20 private immutable MONEY;
    IIdentityRegistry private immutable IDENTITIES;
    uint48 private immutable START;

    mapping(uint64 identity => Debt) private _debts;
    /// @inheritdoc ICreditLines
    mapping(uint64 identity => uint256) public nonceOf;
    /// @inheritdoc ICreditLines
    mapping(uint8 tier => uint256) public tierCapOf;
    QuotaState private _quota;
    IVouching private _vouching;

    modifier onlyVouching() {
        if (msg.sender != address(_vouching)) revert CreditOnlyVouching(msg.sender);
        _;
    }

    constructor(
        ICreditBook book,
        IIdentityRegistry identities,
        address authority
    ) AccessManaged(authority) EIP712("QTI Credit", "1") {
        BOOK = book;
        MONEY = book.money();
        IDENTITIES = identities;
        START = book.start();
    }

    /// @inheritdoc ICreditLines
    function draw(uint256 amount, address receiver) external nonReentrant {
        if (amount == 0) revert CreditZeroAmount();
        if (receiver == address(0) || receiver == address(BOOK)) revert CreditInvalidReceiver(receiver);
        uint64 identity = _goodStanding(msg.sender);
        Debt memory debt = _accrued(_debts[identity]);
        uint32 current = CreditMath.cycleAt(_time());
        if (debt.cycle == 0) {
            // What was paid in a cycle counts for the limit of that cycle only.
            if (CreditMath.cycleAt(_debts[identity].last) != current) debt.paidInterest = 0;
            debt.cycle = current;
        } else if (debt.cycle != current) {
            revert CreditStatementOpen(identity, _dueOf(debt));
        }

        debt.principal = (debt.principal + amount).toUint88();
        uint256 owed = uint256(debt.principal) + debt.interest;
        if (owed > debt.limit) revert CreditLimitExceeded(identity, owed, debt.limit);
        _debts[identity] = debt;
        emit Drawn(identity, msg.sender, receiver, amount, debt.principal, debt.interest, current);
        BOOK.lend(receiver, amount);
    }

    /// @inheritdoc ICreditLines
    function repay(address borrower, uint256 amount) external returns (uint256 paid) {
        return _repay(borrower, amount);
    }

    /// @inheritdoc ICreditLines
    function repayWithPermit(
        address borrower,
        uint256 amount,
        uint256 permitValue,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 paid) {
        MONEY.usePermit(permitValue, deadline, v, r, s);
        return _repay(borrower, amount);
    }

    /// @inheritdoc ICreditLines
    function attest(
        CreditAttestation calldata attestation,
        address underwriter,
        bytes calldata signature
    ) external {
        if (block.timestamp > attestation.deadline) revert CreditSignatureExpired(attestation.deadline);
        uint256 word = _known(attestation.account);
        uint64 identity = word.indexOf();
        uint256 nonce = nonceOf[identity]++;
        if (attestation.nonce != nonce) revert CreditInvalidNonce(identity, attestation.nonce, nonce);
        (bool isUnderwriter, ) = IAccessManager(authority()).hasRole(Roles.UNDERWRITER, underwriter);
        bytes32 digest = hashAttestation(attestation);
        if (!isUnderwriter || !Signatures.isValid(underwriter, digest, signature)) {
            revert CreditInvalidSigner(underwriter);
        }

        uint256 old = _debts[identity].limit;
        if (attestation.limit > old) {
            _checkRaise(identity, word.tierOf(), attestation.limit);
            _takeQuota(attestation.limit - old);
        }
        emit LineAttested(identity, attestation.account, underwriter, attestation.limit, nonce);
        _setLimit(identity, attestation.limit);
    }

    /// @inheritdoc ICreditLines
    function writeOff(address borrower) external nonReentrant returns (uint256 burnt, uint256 seniorLoss) {
        uint64 identity = _known(borrower).indexOf();
        Debt memory debt = _accrued(_debts[identity]);
        if (debt.cycle == 0) revert CreditNothingOwed(identity);
        if (debt.writtenOff || !CreditMath.isOver(debt.cycle, _time())) {
            uint256 wait = CreditMath.DEFAULT + CreditMath.MARKDOWN;
            revert CreditNotWritable(identity, START + CreditMath.statementAt(debt.cycle) + wait);
        }
        debt.writtenOff = true;
        _debts[identity] = debt;
        BOOK.writeOff(debt.cycle, debt.principal, debt.interest);
        if (address(_vouching) != address(0)) {
            burnt = _vouching.burnFor(identity, uint256(debt.principal) + debt.interest);
        }
        seniorLoss = BOOK.recordLoss();
        emit LineWrittenOff(identity, debt.principal, debt.interest, burnt, seniorLoss);
    }

    /// @inheritdoc ICreditLines
    function raiseLimit(address borrower, uint256 amount) external onlyVouching {
        uint256 word = _known(borrower);
        uint64 identity = word.indexOf();
        uint256 limit = _debts[identity].limit + amount;
        _checkRaise(identity, word.tierOf(), limit);
        _setLimit(identity, limit);
    }

    /// @inheritdoc ICreditLines
    function lowerLimit(uint64 identity, uint256 amount) external onlyVouching {
        _setLimit(identity, Math.saturatingSub(_debts[identity].limit, amount));
    }

    /// @inheritdoc ICreditLines
    function bindVouching(address vouching) external restricted {
        if (address(_vouching) != address(0)) revert CreditVouchingBound();
        _vouching = IVouching(vouching);
        emit VouchingBound(vouching);
    }

    /// @inheritdoc ICreditLines
    function setTierCap(uint8 tier, uint256 cap) external restricted {
        if (tier == 0 || tier > MAX_TIER || cap > type(uint64).max) revert CreditInvalidCap(tier, cap);
        tierCapOf[tier] = cap;
        emit TierCapSet(tier, cap);
    }

    /// @inheritdoc ICreditLines
    function setUnderwritingQuota(uint256 limit, uint32 period) external restricted {
        if (!Quota.isValid(limit, period)) revert CreditInvalidQuota(limit, period);
        _quota.set(limit, period);
        emit UnderwritingQuotaSet(limit, period);
    }

    /// @inheritdoc ICreditLines
    function lineOf(address account) external view returns (Line memory) {
        return lineOfIdentity(IDENTITIES.standingWordOf(account).indexOf());
    }

    /// @inheritdoc ICreditLines
    function stateOf(uint64 identity) external view returns (LineState) {
        return CreditMath.stateAt(_debts[identity].cycle, _time());
    }

    /// @inheritdoc ICreditLines
    function debtOf(uint64 identity) external view returns (uint256) {
        Debt memory debt = _accrued(_debts[identity]);
        return uint256(debt.principal) + debt.interest;
    }

    /// @inheritdoc ICreditLines
    function availableTo(address account) external view returns (uint256) {
        uint256 word = IDENTITIES.standingWordOf(account);
        if (!word.canReceive()) return 0;
        Debt memory debt = _accrued(_debts[word.indexOf()]);
        if (debt.cycle != 0 && debt.cycle != CreditMath.cycleAt(_time())) return 0;
        return Math.saturatingSub(debt.limit, uint256(debt.principal) + debt.interest);
    }

    /// @inheritdoc ICreditLines
    function underwritingQuota() external view returns (QuotaState memory) {
        return _quota.current();
    }

    /// @inheritdoc ICreditLines
    function lineOfIdentity(uint64 identity) public view returns (Line memory line) {
        Debt memory debt = _accrued(_debts[identity]);
        line = Line({
            principal: debt.principal,
            interest: debt.interest,
            limit: debt.limit,
            cycle: debt.cycle,
            paidPrincipal: debt.paidPrincipal,
            paidInterest: debt.paidInterest,
            barredUntil: debt.barredUntil,
            writtenOff: debt.writtenOff,
            state: CreditMath.stateAt(debt.cycle, _time()),
            due: _dueOf(debt)
        });
    }

    /// @inheritdoc ICreditLines
    function hashAttestation(CreditAttestation calldata attestation) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(ATTESTATION_TYPEHASH, attestation)));
    }

    function _repay(address borrower, uint256 amount) private nonReentrant returns (uint256 paid) {
        if (amount == 0) revert CreditZeroAmount();
        uint256 word = _known(borrower);
        uint64 identity = word.indexOf();
        Debt memory debt = _accrued(_debts[identity]);
        if (debt.cycle == 0) revert CreditNothingOwed(identity);

        (uint32 cycle, bool writtenOff) = (debt.cycle, debt.writtenOff);
        LineState state = CreditMath.stateAt(cycle, _time());
        paid = Math.min(amount, uint256(debt.principal) + debt.interest);
        uint256 interest = Math.min(paid, debt.interest);
        uint256 principal = paid - interest;
        uint256 moved = _credit(debt, interest, principal, state, identity, word.tierOf());
        _debts[identity] = debt;
        emit Repaid(identity, msg.sender, principal, interest, debt.principal, debt.interest, debt.cycle, state);

        MONEY.safeTransferFrom(msg.sender, address(BOOK), paid);
        if (writtenOff) BOOK.recover(paid);
        else BOOK.collect(cycle, principal, interest, moved);
    }

    /// @dev Books a payment on a line in memory, and what follows from it.
    /// @return moved Principal that goes to the current cohort, as the due is met.
    function _credit(
        Debt memory debt,
        uint256 interest,
        uint256 principal,
        LineState state,
        uint64 identity,
        uint8 tier
    ) private returns (uint256 moved) {
        uint32 current = CreditMath.cycleAt(_time());
        // Both are at most what is owed. A sum of interest that outgrows its field has long paid for all the growth there is.
        unchecked {
            debt.interest -= uint88(interest);
            debt.principal -= uint88(principal);
        }
        debt.paidInterest = uint64(Math.min(debt.paidInterest + interest, type(uint64).max));
        if (debt.cycle != current) {
            debt.paidPrincipal = (debt.paidPrincipal + principal).toUint88();
            // From default only to settled.
            uint256 due = state == LineState.Default ? debt.principal : _dueOf(debt);
            if (due != 0) return 0;
            _grade(debt, state, identity, tier, current);
            (debt.paidPrincipal, debt.paidInterest) = (0, 0);
            debt.cycle = current;
            moved = debt.principal;
        }
        if (debt.principal == 0 && debt.interest == 0) (debt.cycle, debt.writtenOff) = (0, false);
    }

    /// @dev What meeting the due means for the limit: in time it grows, in grace it stays, late it is halved, after default
    /// it is gone for a year.
    function _grade(Debt memory debt, LineState state, uint64 identity, uint8 tier, uint32 current) private {
        uint256 limit = debt.limit;
        if (state == LineState.Grace) return;
        if (state == LineState.Current) {
            uint256 rate = BOOK.cohortOf(debt.cycle).rateBps;
            uint256 growth = BOOK.termsOf(debt.cycle).growthBps;
            limit = CreditMath.grownDown(limit, tierCapOf[tier], debt.paidInterest, rate, growth);
        } else if (state == LineState.Delinquent) {
            limit /= 2;
        } else {
            limit = 0;
            debt.barredUntil = uint256(current + BARRED_CYCLES).toUint16();
            emit LineBarred(identity, debt.barredUntil);
        }
        if (limit == debt.limit) return;
        debt.limit = limit.toUint88();
        emit LimitSet(identity, limit);
    }

    function _setLimit(uint64 identity, uint256 limit) private {
        _debts[identity].limit = limit.toUint88();
        emit LimitSet(identity, limit);
    }

    function _takeQuota(uint256 amount) private {
        if (_quota.take(amount)) return;
        QuotaState memory quota = _quota.current();
        revert CreditQuotaExceeded(amount, Quota.leftOf(quota), Quota.resetsAt(quota));
    }

    /// @dev Also for who is in default now: a limit that cannot be used yet must not wait for its time.
    function _checkRaise(uint64 identity, uint8 tier, uint256 limit) private view {
        Debt storage debt = _debts[identity];
        uint32 until = debt.barredUntil;
        if (CreditMath.cycleAt(_time()) < until) revert CreditBarred(identity, until);
        if (CreditMath.stateAt(debt.cycle, _time()) == LineState.Default) {
            revert CreditStatementOpen(identity, _dueOf(_accrued(debt)));
        }
        uint256 cap = tierCapOf[tier];
        if (limit > cap) revert CreditAboveTierCap(limit, cap);
    }

    function _known(address account) private view returns (uint256 word) {
        word = IDENTITIES.standingWordOf(account);
        if (word.indexOf() == 0) revert CreditUnknownIdentity(account);
    }

    function _goodStanding(address account) private view returns (uint64) {
        uint256 word = IDENTITIES.standingWordOf(account);
        if (!word.canReceive()) revert CreditNotInGoodStanding(account);
        return word.indexOf();
    }

    /// @dev The line in memory with its interest up to now, rounded up.
    function _accrued(Debt storage stored) private view returns (Debt memory debt) {
        debt = stored;
        uint256 time = _time();
        if (debt.cycle != 0) {
            uint256 weight = CreditMath.weight(BOOK.cohortOf(debt.cycle), debt.cycle, debt.last, time);
            debt.interest = (debt.interest + CreditMath.interestUp(debt.principal, weight)).toUint88();
        }
        debt.last = time.toUint32();
    }

    function _dueOf(Debt memory debt) private view returns (uint256) {
        uint32 cycle = debt.cycle;
        if (cycle == 0) return 0;
        uint256 closed = CreditMath.closedStatements(cycle, _time());
        if (CreditMath.stateAt(cycle, _time()) == LineState.Default) return uint256(debt.principal) + debt.interest;
        return CreditMath.dueUp(debt.principal, debt.interest, debt.paidPrincipal, closed, BOOK.termsOf(cycle));
    }

    /// @dev Seconds since the start of the calendar.
    function _time() private view returns (uint256) {
        return block.timestamp - START;
    }
}
