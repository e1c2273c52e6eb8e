// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Balance, Cohort, CreditTerms, ICreditBook} from "../interfaces/loans/ICreditBook.sol";
import {ISeniorPool} from "../interfaces/loans/ISeniorPool.sol";
import {LapsingPause} from "../shared/LapsingPause.sol";
import {CreditCalendar} from "./CreditCalendar.sol";
import {CreditMath} from "./CreditMath.sol";

/// @title The book of the credit lines
/// @dev Interest between two changes of a cohort follows from its slot alone, so nothing has to be poked; a change of a line
/// touches its own cohort, a change of a pool all of them, so that the claim is exact where it is priced.
contract CreditBook is ICreditBook, CreditCalendar, LapsingPause, ReentrancyGuardTransient {
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @param oldest First cohort that may still count: those before it are empty or marked down altogether.
    struct State {
        uint88 cash;
        uint88 claim;
        uint32 oldest;
    }

    uint8 private constant MAX_DECIMALS = 8;

    IERC20 private immutable MONEY;
    address private immutable TREASURY;
    /// @dev One whole unit of money: below it there is no senior to share with.
    uint256 private immutable MIN_CLAIM;

    State private _state;
    /// @inheritdoc ICreditBook
    uint256 public queuedShares;
    mapping(uint32 cycle => Cohort) private _cohorts;
    /// @inheritdoc ICreditBook
    address public lines;
    /// @inheritdoc ICreditBook
    address public seniorPool;
    /// @inheritdoc ICreditBook
    address public firstLossPool;

    modifier only(address part) {
        _checkPart(part);
        _;
    }

    constructor(
        IERC20Metadata money_,
        address treasury,
        CreditTerms memory terms,
        address authority
    ) AccessManaged(authority) CreditCalendar(terms) {
        uint8 decimals = money_.decimals();
        if (decimals > MAX_DECIMALS) revert CreditInvalidMoney(decimals);
        MONEY = money_;
        TREASURY = treasury;
        MIN_CLAIM = 10 ** decimals;
        _state.oldest = 1;
    }

    /// @inheritdoc ICreditBook
    function bind(address lines_, address seniorPool_, address firstLossPool_) external restricted {
        if (lines != address(0)) revert CreditAlreadyBound();
        if (lines_ == address(0) || seniorPool_ == address(0) || firstLossPool_ == address(0)) {
            revert CreditInvalidParts();
        }
        (lines, seniorPool, firstLossPool) = (lines_, seniorPool_, firstLossPool_);
        uint8 decimals = IERC20Metadata(address(MONEY)).decimals();
        emit PartsBound(lines_, seniorPool_, firstLossPool_, MONEY, decimals);
    }

    /// @inheritdoc ICreditBook
    function lend(address receiver, uint256 amount) external only(lines) whenNotPaused nonReentrant {
        uint32 cycle = currentCycle();
        State memory state = _state;
        Balance memory now_ = _balanceOf(state);
        _checkCash(amount, _free(now_));
        uint256 limit = _carried(now_.junior, termsOf(cycle));
        if (now_.debt + amount > limit) revert CreditLeverageExceeded(now_.debt + amount, limit);

        Cohort memory cohort = _opened(state, cycle);
        cohort.principal = (cohort.principal + amount).toUint88();
        _saveCohort(cycle, cohort);
        _pay(state, receiver, amount);
    }

    /// @inheritdoc ICreditBook
    function collect(
        uint32 cycle,
        uint256 principal,
        uint256 interest,
        uint256 moved
    ) external only(lines) nonReentrant {
        State memory state = _state;
        _take(state, principal + interest);
        _lessen(state, cycle, principal + moved, interest);
        if (moved != 0) {
            uint32 current = currentCycle();
            Cohort memory cohort = _opened(state, current);
            cohort.principal = (cohort.principal + moved).toUint88();
            _saveCohort(current, cohort);
        }
        _save(state);
    }

    /// @inheritdoc ICreditBook
    function recover(uint256 amount) external only(lines) nonReentrant {
        State memory state = _state;
        _take(state, amount);
        _share(state, amount, termsOf(currentCycle()).seniorBps);
        _save(state);
    }

    /// @inheritdoc ICreditBook
    function writeOff(uint32 cycle, uint256 principal, uint256 interest) external only(lines) nonReentrant {
        State memory state = _state;
        _lessen(state, cycle, principal, interest);
        _save(state);
    }

    /// @inheritdoc ICreditBook
    /// @dev Not to A: debt that is only marked down may still come in, and would then be the first loss's.
    function recordLoss() external only(lines) nonReentrant returns (uint256 loss) {
        State memory state = _accruedAll();
        uint256 most = state.cash + _balanceOf(state).debt;
        loss = Math.saturatingSub(state.claim, most);
        // At most the claim.
        unchecked {
            state.claim -= uint88(loss);
        }
        _save(state);
        if (loss != 0) emit SeniorLossRecorded(loss);
    }

    /// @inheritdoc ICreditBook
    function deposit(uint256 amount) external whenNotPaused nonReentrant {
        bool senior = msg.sender == seniorPool;
        if (!senior) _checkPart(firstLossPool);
        State memory state = _accruedAll();
        uint256 assets = _balanceOf(state).assets;
        if (assets < state.claim) revert CreditPoolsClosed(assets, state.claim);
        _take(state, amount);
        if (senior) state.claim = (state.claim + amount).toUint88();
        _save(state);
    }

    /// @inheritdoc ICreditBook
    function paySenior(
        address receiver,
        uint256 claimed,
        uint256 amount
    ) external only(seniorPool) nonReentrant {
        State memory state = _accruedAll();
        _checkCash(amount, state.cash);
        state.claim = (state.claim - claimed).toUint88();
        _pay(state, receiver, amount);
    }

    /// @inheritdoc ICreditBook
    function payJunior(address receiver, uint256 amount) external only(firstLossPool) nonReentrant {
        State memory state = _accruedAll();
        Balance memory now_ = _balanceOf(state);
        _checkCash(amount, _free(now_));
        uint256 limit = _carried(now_.junior - amount, termsOf(currentCycle()));
        if (now_.debt > limit) revert CreditLeverageExceeded(now_.debt, limit);
        _pay(state, receiver, amount);
    }

    /// @inheritdoc ICreditBook
    function setQueued(uint256 shares) external only(seniorPool) {
        queuedShares = shares;
        emit QueueChanged(shares);
    }

    /// @inheritdoc ICreditBook
    function accrue() external nonReentrant {
        _save(_accruedAll());
    }

    /// @inheritdoc ICreditBook
    function skim() external nonReentrant returns (uint256 amount) {
        amount = _uncounted(_state);
        if (amount == 0) return 0;
        emit Skimmed(TREASURY, amount);
        MONEY.safeTransfer(TREASURY, amount);
    }

    /// @inheritdoc ICreditBook
    function balance() external view returns (Balance memory) {
        return _balanceOf(_state);
    }

    /// @inheritdoc ICreditBook
    function freeCash() external view returns (uint256) {
        return _free(_balanceOf(_state));
    }

    /// @inheritdoc ICreditBook
    function payableJunior() external view returns (uint256) {
        Balance memory now_ = _balanceOf(_state);
        uint256 needed = Math.ceilDiv(now_.debt * CreditMath.BPS, termsOf(currentCycle()).leverageBps);
        return Math.min(_free(now_), Math.saturatingSub(now_.junior, needed));
    }

    /// @inheritdoc ICreditBook
    function cohortOf(uint32 cycle) external view returns (Cohort memory) {
        return _cohorts[cycle];
    }

    /// @inheritdoc ICreditBook
    function oldestCycle() external view returns (uint32) {
        return _state.oldest;
    }

    /// @inheritdoc ICreditBook
    function money() external view returns (IERC20) {
        return MONEY;
    }

    /// @dev Every live cohort reckoned up to now, and those that are over passed. The caller saves the state.
    function _accruedAll() private returns (State memory state) {
        state = _state;
        uint256 time = _elapsed();
        uint32 current = CreditMath.cycleAt(time);
        bool passing = true;
        for (uint32 cycle = state.oldest; cycle <= current; ++cycle) {
            Cohort memory cohort = _cohorts[cycle];
            if (cohort.principal != 0 && cohort.last != time) {
                _accrue(state, cycle, cohort);
                _saveCohort(cycle, cohort);
            }
            passing = passing && cycle != current && (cohort.principal == 0 || CreditMath.isOver(cycle, time));
            if (passing) state.oldest = cycle + 1;
        }
    }

    /// @dev The current cohort, reckoned up to now; opened under the terms of its cycle if nobody is in it.
    function _opened(State memory state, uint32 cycle) private view returns (Cohort memory cohort) {
        cohort = _cohorts[cycle];
        if (cohort.principal != 0) {
            _accrue(state, cycle, cohort);
            return cohort;
        }
        CreditTerms memory terms = termsOf(cycle);
        cohort.last = _elapsed().toUint32();
        cohort.rateBps = terms.rateBps;
        cohort.lateBps = terms.lateBps;
        cohort.seniorBps = terms.seniorBps;
    }

    /// @dev Takes principal and interest out of a cohort. A line's interest is rounded up and may be a little more than what
    /// the cohort has left of it: the rest was never counted, and is income.
    function _lessen(State memory state, uint32 cycle, uint256 principal, uint256 interest) private {
        Cohort memory cohort = _cohorts[cycle];
        _accrue(state, cycle, cohort);
        cohort.principal = (cohort.principal - principal).toUint88();
        cohort.interest = uint88(Math.saturatingSub(cohort.interest, interest));
        _saveCohort(cycle, cohort);
    }

    /// @dev Reckons a cohort in memory up to now, and gives the senior claim its part.
    function _accrue(State memory state, uint32 cycle, Cohort memory cohort) private view {
        uint256 time = _elapsed();
        uint256 accrued = _accruedSince(cohort, cycle, time);
        cohort.interest = (cohort.interest + accrued).toUint88();
        cohort.last = time.toUint32();
        _share(state, accrued, cohort.seniorBps);
    }

    function _share(State memory state, uint256 income, uint256 seniorBps) private view {
        if (state.claim < MIN_CLAIM) return;
        state.claim = (state.claim + (income * seniorBps) / CreditMath.BPS).toUint88();
    }

    function _saveCohort(uint32 cycle, Cohort memory cohort) private {
        _cohorts[cycle] = cohort;
        emit CohortChanged(cycle, cohort);
    }

    function _save(State memory state) private {
        _state = state;
        emit BookChanged(state.cash, state.claim);
    }

    /// @dev Saves and pays, in this order.
    function _pay(State memory state, address receiver, uint256 amount) private {
        state.cash = (state.cash - amount).toUint88();
        _save(state);
        MONEY.safeTransfer(receiver, amount);
    }

    /// @dev Counts money that a part has sent in this call.
    function _take(State memory state, uint256 amount) private view {
        uint256 received = _uncounted(state);
        if (received < amount) revert CreditMoneyNotReceived(amount, received);
        state.cash = (state.cash + amount).toUint88();
    }

    function _checkCash(uint256 amount, uint256 available) private pure {
        if (amount > available) revert CreditNotEnoughCash(amount, available);
    }

    function _checkPart(address part) private view {
        if (msg.sender != part) revert CreditOnlyPart(msg.sender);
    }

    function _uncounted(State memory state) private view returns (uint256) {
        return MONEY.balanceOf(address(this)) - state.cash;
    }

    function _accruedSince(Cohort memory cohort, uint32 cycle, uint256 time) private pure returns (uint256) {
        return CreditMath.interestDown(cohort.principal, CreditMath.weight(cohort, cycle, cohort.last, time));
    }

    function _carried(uint256 junior, CreditTerms memory terms) private pure returns (uint256) {
        return (junior * terms.leverageBps) / CreditMath.BPS;
    }

    function _free(Balance memory now_) private pure returns (uint256) {
        return Math.saturatingSub(now_.cash, now_.queued);
    }

    /// @dev At most one cohort a cycle since the oldest that counts: about nine, once somebody has touched a pool since.
    function _balanceOf(State memory state) private view returns (Balance memory now_) {
        uint256 time = _elapsed();
        uint32 current = CreditMath.cycleAt(time);
        uint256 ofSenior;
        now_.cash = state.cash;
        now_.assets = state.cash;
        now_.exitAssets = state.cash;
        for (uint32 cycle = state.oldest; cycle <= current; ++cycle) {
            Cohort memory cohort = _cohorts[cycle];
            if (cohort.principal == 0) continue;
            uint256 accrued = _accruedSince(cohort, cycle, time);
            ofSenior += (accrued * cohort.seniorBps) / CreditMath.BPS;
            if (CreditMath.isOver(cycle, time)) continue;
            uint256 debt = uint256(cohort.principal) + cohort.interest + accrued;
            (uint256 worth, uint256 exitWorth) = CreditMath.worthDown(debt, cycle, time);
            now_.debt += debt;
            now_.assets += worth;
            now_.exitAssets += exitWorth;
        }
        now_.claim = state.claim < MIN_CLAIM ? state.claim : state.claim + ofSenior;
        now_.senior = Math.min(now_.claim, now_.assets);
        now_.junior = now_.assets - now_.senior;
        now_.seniorExit = Math.min(now_.claim, now_.exitAssets);
        if (queuedShares != 0) now_.queued = ISeniorPool(seniorPool).claimUp(queuedShares, now_.claim);
    }
}
