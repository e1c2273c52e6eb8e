// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ILapsingPause} from "../shared/ILapsingPause.sol";

/// @notice What credit lines cost and how far they may go, for whole cycles.
/// @param rateBps Simple interest a year on principal, in 1/10,000 (r).
/// @param lateBps What is added a year from the end of grace to default (rho).
/// @param minimumBps Part of the principal at a statement that each closed statement asks back (alpha).
/// @param growthBps Growth of a limit for a whole cycle of interest, met in time (gamma).
/// @param seniorBps Part of the interest that is the senior pool's.
/// @param leverageBps Debt that each unit of first loss may carry, in 1/10,000 (kappa).
/// @param floor Money units of principal at a statement below which it asks for everything.
struct CreditTerms {
    uint16 rateBps;
    uint16 lateBps;
    uint16 minimumBps;
    uint16 growthBps;
    uint16 seniorBps;
    uint32 leverageBps;
    uint64 floor;
}

/// @notice All lines whose oldest cycle that is not satisfied is the same.
/// @param principal Money units, exactly the sum of its lines'.
/// @param interest Money units, rounded down: at most the sum of its lines'.
/// @param last Seconds since the start of the calendar up to which `interest` is reckoned.
/// @param rateBps, lateBps, seniorBps From the terms of its cycle, for as long as the cohort lives.
struct Cohort {
    uint88 principal;
    uint88 interest;
    uint32 last;
    uint16 rateBps;
    uint16 lateBps;
    uint16 seniorBps;
}

/// @notice The whole book at this second, in money units.
/// @param cash C. @param debt Principal and interest of every cohort that is not marked down altogether.
/// @param assets A = C + sum (P_k + i_k)(1 - m_k).
/// @param exitAssets A with at least a quarter of what is late taken off.
/// @param claim N. @param senior S = min(N, A). @param junior J = A - S.
/// @param seniorExit min(N, exitAssets). @param queued Cash that the queue of the senior pool may still claim at most.
struct Balance {
    uint256 cash;
    uint256 debt;
    uint256 assets;
    uint256 exitAssets;
    uint256 claim;
    uint256 senior;
    uint256 junior;
    uint256 seniorExit;
    uint256 queued;
}

/// @title The book of the credit lines: all their cash, all their debt, and who owns what
/// @notice Holds every unit of cash C. Lines with the same oldest cycle that is not satisfied are one cohort k with principal
/// P_k and interest i_k. The calendar is global: statement T_c = start + 30 d * c, due D_c = T_c + 10 d, delinquent from
/// D_c + 5 d, default X_c = D_c + 35 d, marked down by m_k = clamp((t - X_k) / 180 d, 0, 1).
///
/// A = C + sum (P_k + i_k)(1 - m_k), each term rounded down. The senior claim N grows by deposits and a share of interest as it
/// accrues; S = min(N, A) and J = A - S. No other rule decides who loses.
///
/// Invariants: L8 to L11 and L13 of the credit lines, V10 cash held >= cash accounted, V12 a donation changes nothing.
/// @dev Only the credit lines and the two pools change it, each its own part; they are bound once.
/// Warning: between the transfer of money and the call that books it the money counts for nobody; both stand in one call of the
/// bound contracts. Money moves out last, after every figure is written.
/// Warning: while the claim is below one whole unit of money there are no senior owners to speak of, and all interest is the
/// first loss's.
interface ICreditBook is ILapsingPause {
    /// @param money Token of all figures of the book. @param decimals Its digits: below one whole unit of claim there are no seniors.
    event PartsBound(
        address indexed lines,
        address indexed seniorPool,
        address indexed firstLossPool,
        IERC20 money,
        uint8 decimals
    );
    /// @notice Terms for cycles from `cycle` on, until the next such event.
    event TermsSet(uint32 indexed cycle, CreditTerms terms);
    /// @notice A cohort after a change. Interest in between follows from its rates and the calendar.
    event CohortChanged(uint32 indexed cycle, Cohort cohort);
    /// @notice Cash and senior claim after a change; the claim holds the interest of the cohorts up to their `last`.
    event BookChanged(uint256 cash, uint256 claim);
    /// @notice The senior claim was cut to what can still come in. @param loss Money units it fell by.
    event SeniorLossRecorded(uint256 loss);
    /// @notice Shares that wait in the senior pool's queue, after a change.
    event QueueChanged(uint256 shares);
    event Skimmed(address indexed to, uint256 amount);

    error CreditAlreadyBound();
    error CreditInvalidParts();
    /// @notice Money with more than 8 decimals does not fit the packed figures.
    error CreditInvalidMoney(uint8 decimals);
    error CreditOnlyPart(address caller);
    /// @notice A term is out of its bounds: the name of the field.
    error CreditInvalidTerms(bytes32 field);
    error CreditMoneyNotReceived(uint256 expected, uint256 received);
    /// @notice Not so much cash is there that nobody in the queue waits for.
    error CreditNotEnoughCash(uint256 requested, uint256 available);
    /// @notice The debt would exceed what the first loss may carry.
    error CreditLeverageExceeded(uint256 debt, uint256 limit);
    /// @notice A loss is not yet recorded or made good: pools take no deposits while A < N.
    error CreditPoolsClosed(uint256 assets, uint256 claim);
    /// @notice A deposit would give fewer shares than its sender asked for.
    error CreditSharesBelowMinimum(uint256 shares, uint256 minShares);

    /// @notice ADMIN, once. The contracts that may change the book.
    function bind(address lines, address seniorPool, address firstLossPool) external;

    /// @notice TREASURER. Terms for all cycles that start later; replaces terms set for them before.
    function setTerms(CreditTerms calldata terms) external;

    /// @notice Credit lines. Pays `amount` to `receiver` and adds it to the current cohort, after checking cash, queue, leverage
    /// and pause.
    function lend(address receiver, uint256 amount) external;

    /// @notice Credit lines. Books money that has arrived for a line of cohort `cycle`.
    /// @param moved Principal that stays and moves to the current cohort (the line's due is met); 0 otherwise.
    function collect(uint32 cycle, uint256 principal, uint256 interest, uint256 moved) external;

    /// @notice Credit lines. Books money that has arrived for a debt that was written off: income.
    function recover(uint256 amount) external;

    /// @notice Credit lines. Takes a debt that is marked down altogether out of the book.
    function writeOff(uint32 cycle, uint256 principal, uint256 interest) external;

    /// @notice Credit lines, after the vouchers' shares burnt. N := min(N, C + debt).
    /// @return loss Money units by which the claim fell.
    function recordLoss() external returns (uint256 loss);

    /// @notice The pools. Books money that has arrived; the senior pool's raises the claim. Not while paused or A < N.
    function deposit(uint256 amount) external;

    /// @notice Senior pool, which has burnt the shares and sees to it that nobody passes its queue. Lowers the claim and pays.
    /// @param claimed Money units the claim falls by. @param amount Money units to pay, at most `claimed`.
    function paySenior(address receiver, uint256 claimed, uint256 amount) external;

    /// @notice First-loss pool. Pays, if the debt stays within what the rest may carry.
    function payJunior(address receiver, uint256 amount) external;

    /// @notice Senior pool. How many of its shares wait in its queue now.
    function setQueued(uint256 shares) external;

    /// @notice Anyone. Reckons the interest of every live cohort up to now, and passes cohorts that are over.
    function accrue() external;

    /// @notice Anyone. Money that nobody's figure holds goes to the treasury.
    function skim() external returns (uint256 amount);

    function balance() external view returns (Balance memory);
    /// @notice What may be lent, or paid out past the queue, at this second.
    function freeCash() external view returns (uint256);
    /// @notice What the first-loss pool could pay now without the debt exceeding its leverage or cash running out.
    function payableJunior() external view returns (uint256);
    /// @notice As stored: interest reckoned up to `last`.
    function cohortOf(uint32 cycle) external view returns (Cohort memory);
    function termsOf(uint32 cycle) external view returns (CreditTerms memory);
    /// @notice Number of the cycle that runs now, from 1: its statement closes at start + 30 d * cycle.
    function currentCycle() external view returns (uint32);
    /// @notice Oldest cohort that still counts.
    function oldestCycle() external view returns (uint32);
    /// @notice Unix seconds at which the first cycle began.
    function start() external view returns (uint48);
    function money() external view returns (IERC20);
    function lines() external view returns (address);
    function seniorPool() external view returns (address);
    function firstLossPool() external view returns (address);
    function queuedShares() external view returns (uint256);
}
