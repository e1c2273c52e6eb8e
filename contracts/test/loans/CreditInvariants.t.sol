// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {Balance, Cohort} from "../../src/interfaces/loans/ICreditBook.sol";
import {Line, LineState} from "../../src/interfaces/loans/ICreditLines.sol";
import {CreditBook} from "../../src/loans/CreditBook.sol";
import {CreditLines} from "../../src/loans/CreditLines.sol";
import {FirstLossPool} from "../../src/loans/FirstLossPool.sol";
import {SeniorPool} from "../../src/loans/SeniorPool.sol";
import {Vouching} from "../../src/loans/Vouching.sol";
import {Handler} from "../shared/Handler.sol";
import {vm} from "../shared/Test.sol";
import {CreditBase} from "./CreditBase.sol";

/// @notice Gives a line a limit again, after the time for which none may be given.
interface IUnderwriting {
    function refresh(address borrower) external;
}

/// @notice Two borrowers, a lender and a voucher who do all that can be done, while months pass.
contract CreditHandler is Handler {
    CreditBook private immutable BOOK;
    CreditLines private immutable LINES;
    SeniorPool private immutable SENIOR;
    FirstLossPool private immutable JUNIOR;
    Vouching private immutable VOUCHING;
    TestDollar private immutable MONEY;
    address[2] public borrowers;
    uint64[2] public ids;
    IUnderwriting private immutable OFFICE;
    address private immutable SAM;
    address private immutable VIC;

    /// @dev Roundings of a line up and of a cohort down: each at most a unit.
    uint256 public roundings;

    constructor(
        CreditBook book,
        CreditLines lines,
        SeniorPool senior,
        FirstLossPool junior,
        Vouching vouching,
        address[4] memory people,
        uint64[2] memory ids_
    ) {
        (BOOK, LINES, SENIOR, JUNIOR, VOUCHING) = (book, lines, senior, junior, vouching);
        MONEY = TestDollar(address(book.money()));
        borrowers = [people[0], people[1]];
        (SAM, VIC) = (people[2], people[3]);
        ids = ids_;
        OFFICE = IUnderwriting(msg.sender);
    }

    modifier keepsPrices() {
        (uint256 before, uint256 beforeJunior) = _prices();
        _;
        (uint256 afterwards, uint256 afterwardsJunior) = _prices();
        assertGe(afterwards, before, "V11 the senior price fell by an act");
        assertGe(afterwardsJunior + 1, beforeJunior, "V11 the first-loss price fell by an act");
        roundings += 4;
    }

    function draw(uint256 who, uint256 amount) external counted("draw") {
        address borrower = borrowers[who % 2];
        uint256 most = _room(borrower);
        if (most == 0) return;
        _draw(borrower, bound(amount, 1, most));
        Balance memory now_ = BOOK.balance();
        assertLe(now_.debt, now_.junior * 4, "L13 the first loss carries the debt");
        Line memory line = LINES.lineOf(borrower);
        assertLe(line.principal + line.interest, line.limit, "L8 no draw beyond the limit");
        _success("draw");
    }

    function repay(uint256 who, uint256 amount) external counted("repay") {
        (address borrower, Line memory before) = _owing(who);
        if (before.cycle == 0) return;
        uint256 owed = before.principal + before.interest;
        _pay(borrower, before, bound(amount, 1, owed));
        _success("repay");
    }

    function meet(uint256 who) external counted("meet") {
        (address borrower, Line memory before) = _owing(who);
        if (before.cycle == 0) return;
        if (before.due == 0) {
            skip(30 days);
            before = LINES.lineOf(borrower);
        }
        _pay(borrower, before, before.due);
        Line memory line = LINES.lineOf(borrower);
        assertEq(line.due, 0, "what was asked for meets the due");
        assertTrue(line.cycle == 0 || line.cycle == BOOK.currentCycle(), "and leads to the current cycle");
        _success("meet");
    }

    function payAll(uint256 who) external counted("pay all") {
        (address borrower, Line memory before) = _owing(who);
        if (before.cycle == 0) return;
        uint256 paid = _pay(borrower, before, type(uint256).max);
        assertEq(paid, before.principal + before.interest, "L11 all that is owed, and no more");
        assertEq(LINES.debtOf(ids[who % 2]), 0, "L11 who owes can repay in full");
        _success("pay all");
    }

    function writeOff(uint256 who) external counted("write off") {
        (address borrower, Line memory line) = _owing(who);
        if (line.cycle == 0) return;
        if (line.writtenOff) {
            _pay(borrower, line, type(uint256).max);
            (, line) = _owing(who);
        }
        if (line.cycle == 0) return;
        uint256 ready = BOOK.start() + uint256(line.cycle) * 30 days + 225 days;
        if (vm.getBlockTimestamp() < ready) vm.warp(ready);
        Balance memory before = BOOK.balance();
        (, uint256 loss) = LINES.writeOff(borrower);
        uint256 most = before.cash + before.debt;
        assertEq(loss, before.claim > most ? before.claim - most : 0, "L10 what the first loss could not bear");
        roundings += 4;
        _success("write off");
    }

    function wait(uint256 time) external counted("wait") {
        skip(bound(time, 1 hours, 25 days));
        _success("wait");
    }

    function lend(uint256 amount) external counted("lend") keepsPrices {
        if (SENIOR.maxDeposit(SAM) == 0) return;
        vm.prank(SAM);
        SENIOR.deposit(bound(amount, 1, 500e6), SAM);
        _success("lend");
    }

    function leave(uint256 shares) external counted("leave") keepsPrices {
        uint256 most = SENIOR.maxRedeem(SAM);
        if (most == 0) return;
        vm.prank(SAM);
        SENIOR.redeem(bound(shares, 1, most), SAM, SAM);
        _success("leave");
    }

    function queueExit(uint256 shares) external counted("queue") keepsPrices {
        uint256 held = SENIOR.balanceOf(SAM);
        if (held < 1e12) {
            if (SENIOR.maxDeposit(SAM) == 0) return;
            vm.prank(SAM);
            SENIOR.deposit(500e6, SAM);
            held = SENIOR.balanceOf(SAM);
            // After a loss a deposit buys many shares, before one few.
            if (held < 1e12) return;
        }
        vm.prank(SAM);
        SENIOR.queueExit(bound(shares, 1e12, held));
        _success("queue");
    }

    function serve() external counted("serve") keepsPrices {
        Balance memory now_ = BOOK.balance();
        if (BOOK.queuedShares() == 0) {
            uint256 held = SENIOR.balanceOf(SAM);
            if (held < 2e12) return;
            vm.prank(SAM);
            SENIOR.queueExit(held / 2);
        }
        if (now_.cash < 1e6 || now_.seniorExit < 1e6) return;
        SENIOR.serveQueue(100);
        _success("serve");
    }

    function bearFirst(uint256 amount) external counted("bear") keepsPrices {
        if (JUNIOR.maxDeposit(VIC) == 0) return;
        vm.prank(VIC);
        JUNIOR.deposit(bound(amount, 1, 300e6), VIC);
        _success("bear");
    }

    function giveNotice(uint256 shares) external counted("notice") keepsPrices {
        if (JUNIOR.balanceOf(VIC) == 0) {
            if (JUNIOR.noticeOf(VIC).shares == 0) return;
            vm.prank(VIC);
            JUNIOR.cancelNotice();
        }
        uint256 held = JUNIOR.balanceOf(VIC);
        vm.prank(VIC);
        JUNIOR.giveNotice(bound(shares, 1, held / 2 + 1));
        _success("notice");
    }

    function stopBearing(uint256 shares) external counted("stop bearing") {
        uint48 readyAt = JUNIOR.noticeOf(VIC).readyAt;
        if (JUNIOR.noticeOf(VIC).shares == 0 || vm.getBlockTimestamp() >= readyAt + 30 days) {
            uint256 held = JUNIOR.balanceOf(VIC);
            if (held < 4) return;
            vm.prank(VIC);
            JUNIOR.giveNotice(held / 4);
            readyAt = JUNIOR.noticeOf(VIC).readyAt;
        }
        if (vm.getBlockTimestamp() < readyAt) vm.warp(readyAt);
        uint256 most = JUNIOR.maxRedeem(VIC);
        if (most == 0) return;
        vm.prank(VIC);
        JUNIOR.redeem(bound(shares, 1, most), VIC, VIC);
        Balance memory now_ = BOOK.balance();
        assertLe(now_.debt, now_.junior * 4, "what is left carries the debt");
        roundings += 4;
        _success("stop bearing");
    }

    function donate(uint256 amount) external counted("donate") {
        (uint256 before, uint256 beforeJunior) = _prices();
        vm.prank(SAM);
        MONEY.transfer(address(BOOK), bound(amount, 1, 10e6));
        (uint256 afterwards, uint256 afterwardsJunior) = _prices();
        assertEq(before, afterwards, "V12");
        assertEq(beforeJunior, afterwardsJunior, "V12");
        _success("donate");
    }

    function _draw(address borrower, uint256 amount) private keepsPrices {
        vm.prank(borrower);
        LINES.draw(amount, borrower);
    }

    function _pay(
        address borrower,
        Line memory before,
        uint256 amount
    ) private keepsPrices returns (uint256 paid) {
        vm.prank(SAM);
        paid = LINES.repay(borrower, amount);
        uint256 limit = LINES.lineOf(borrower).limit;
        if (limit > before.limit) {
            assertEq(uint256(before.state), uint256(LineState.Current), "L8 grows only in time");
            assertTrue(before.due != 0 && paid >= before.due, "L8 grows only by a statement that was met");
        }
    }

    /// @dev A borrower who owes something; who owed nothing draws half of what it can.
    function _owing(uint256 who) private returns (address borrower, Line memory line) {
        borrower = borrowers[who % 2];
        line = LINES.lineOf(borrower);
        if (line.cycle != 0) return (borrower, line);
        uint256 most = _room(borrower);
        if (most > 1) _draw(borrower, most / 2);
        line = LINES.lineOf(borrower);
    }

    /// @dev What the borrower can draw, after everything that is in the way was put right.
    function _room(address borrower) private returns (uint256 most) {
        Line memory before = LINES.lineOf(borrower);
        if (before.due != 0) _pay(borrower, before, before.due);
        if (LINES.availableTo(borrower) == 0) OFFICE.refresh(borrower);
        most = _drawable(borrower);
        if (most != 0) return most;
        for (uint256 i = 0; i < 2; ++i) {
            before = LINES.lineOf(borrowers[i]);
            if (before.cycle != 0) _pay(borrowers[i], before, type(uint256).max);
        }
        if (JUNIOR.maxDeposit(VIC) == 0) return 0;
        vm.prank(VIC);
        JUNIOR.deposit(300e6, VIC);
        if (LINES.availableTo(borrower) == 0) OFFICE.refresh(borrower);
        return _drawable(borrower);
    }

    function _drawable(address borrower) private view returns (uint256) {
        Balance memory now_ = BOOK.balance();
        uint256 carried = now_.junior * 4;
        uint256 most = _min(LINES.availableTo(borrower), BOOK.freeCash());
        return _min(most, carried > now_.debt ? carried - now_.debt : 0);
    }

    /// @dev Of a million shares' worth at full precision: what a whole pool's price is.
    function _prices() private view returns (uint256, uint256) {
        return (SENIOR.convertToAssets(1e24), JUNIOR.convertToAssets(1e20));
    }

    function _min(uint256 a, uint256 b) private pure returns (uint256) {
        return a < b ? a : b;
    }
}

contract CreditInvariants is CreditBase, IUnderwriting {
    CreditHandler private handler;

    function setUp() public {
        _deployCredit();
        _fund();
        _limit(ada, 700 * USD);
        _limit(ben, 400 * USD);
        handler = new CreditHandler(book, lines, senior, junior, vouching, [ada, ben, sam, vic], [adaId, benId]);
        bytes4[] memory selectors = new bytes4[](14);
        selectors[0] = handler.draw.selector;
        selectors[1] = handler.repay.selector;
        selectors[2] = handler.meet.selector;
        selectors[3] = handler.payAll.selector;
        selectors[4] = handler.writeOff.selector;
        selectors[5] = handler.wait.selector;
        selectors[6] = handler.lend.selector;
        selectors[7] = handler.leave.selector;
        selectors[8] = handler.queueExit.selector;
        selectors[9] = handler.serve.selector;
        selectors[10] = handler.bearFirst.selector;
        selectors[11] = handler.giveNotice.selector;
        selectors[12] = handler.stopBearing.selector;
        selectors[13] = handler.donate.selector;
        targetContract(address(handler));
        targetSelector(address(handler), selectors);
    }

    function refresh(address borrower) external {
        Line memory line = _lineOf(borrower);
        if (line.writtenOff || line.state == LineState.Default) {
            vm.prank(sam);
            lines.repay(borrower, type(uint256).max);
            line = _lineOf(borrower);
        }
        if (line.barredUntil > book.currentCycle()) vm.warp(start + uint256(line.barredUntil) * CYCLE);
        else skip(1 days);
        // Its verification may have lapsed meanwhile.
        _attest(borrower);
        _limit(borrower, line.principal + line.interest + 300 * USD);
    }

    function invariant_L_everyUnitOfAssetsIsSomebodys() public view {
        Balance memory now_ = _now();
        assertEq(now_.senior + now_.junior, now_.assets, "S + J = A");
        assertLe(now_.senior, now_.claim, "S <= N");
        assertLe(now_.exitAssets, now_.assets, "leaving pays no more than there is");
    }

    function invariant_L_sumsOfLinesAreSumsOfCohorts() public view {
        for (uint32 cycle = 1; cycle <= book.currentCycle(); ++cycle) {
            Cohort memory cohort = book.cohortOf(cycle);
            (uint256 principal, uint256 interest) = _linesOf(cycle);
            assertEq(cohort.principal, principal, "principal");
            assertLe(cohort.interest, interest, "interest of a cohort above its lines'");
        }
    }

    function invariant_V10_cashHeldIsAtLeastCashAccounted() public view {
        assertGe(money.balanceOf(address(book)), _now().cash);
        assertGe(money.balanceOf(address(senior)), senior.claimableOf(sam), "what was served waits in the pool");
    }

    function invariant_V10_queuedSharesAreInThePool() public view {
        assertEq(senior.balanceOf(address(senior)), book.queuedShares());
        assertEq(junior.balanceOf(address(junior)), junior.noticeOf(vic).shares);
    }

    function afterInvariant() public view {
        handler.assertActionsWork();
    }

    function _linesOf(uint32 cycle) private view returns (uint256 principal, uint256 interest) {
        address[2] memory all = [ada, ben];
        for (uint256 i = 0; i < all.length; ++i) {
            Line memory line = _lineOf(all[i]);
            if (line.cycle != cycle || line.writtenOff) continue;
            principal += line.principal;
            interest += line.interest;
        }
    }
}
