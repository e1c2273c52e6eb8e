// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {Balance, ICreditBook} from "../../src/interfaces/loans/ICreditBook.sol";
import {ICreditLines} from "../../src/interfaces/loans/ICreditLines.sol";
import {IFirstLossPool, Notice} from "../../src/interfaces/loans/IFirstLossPool.sol";
import {ISeniorPool} from "../../src/interfaces/loans/ISeniorPool.sol";
import {ILapsingPause} from "../../src/interfaces/shared/ILapsingPause.sol";
import {CreditBook} from "../../src/loans/CreditBook.sol";
import {SeniorPool} from "../../src/loans/SeniorPool.sol";
import {FeeToken} from "../shared/FeeToken.sol";
import {vm} from "../shared/Test.sol";
import {CreditBase} from "./CreditBase.sol";

contract CreditPoolsTest is CreditBase {
    function setUp() public {
        _deployCredit();
        _fund();
        _limit(ada, 1_500 * USD);
    }

    // --- who owns what

    function test_interestIsSharedAsItAccrues() public {
        _draw(ada, 1_000 * USD);
        skip(30 days);
        uint256 interest = (1_000 * USD * 1_800 * 30 days) / (10_000 * 365 days);
        Balance memory now_ = _now();
        assertEq(now_.assets, 1_500 * USD + interest);
        assertEq(now_.senior, 900 * USD + (interest * 6_000) / 10_000);
        assertEq(now_.junior, now_.assets - now_.senior);
        assertEq(senior.totalAssets(), now_.senior);
        assertEq(junior.totalAssets(), now_.junior);
        book.accrue();
        Balance memory accrued = _now();
        assertEq(abi.encode(accrued).length, abi.encode(now_).length);
        assertEq(accrued.claim, now_.claim);
        assertEq(accrued.assets, now_.assets);
    }

    function test_V12_aDonationChangesNoPriceAndGoesToTheTreasury() public {
        bytes32 before = keccak256(abi.encode(_now()));
        money.transfer(address(book), 77 * USD);
        assertEq(keccak256(abi.encode(_now())), before);
        assertEq(book.skim(), 77 * USD);
        assertEq(money.balanceOf(treasury), 77 * USD);
        assertEq(book.skim(), 0);
        assertEq(keccak256(abi.encode(_now())), before);
    }

    function test_hurt_shareInflationByDonationOrByATinyFirstDeposit() public {
        _deployCredit();
        vm.prank(vic);
        junior.deposit(1, vic);
        vm.prank(vic);
        money.transfer(address(book), 1_000 * USD);
        vm.prank(sam);
        uint256 shares = junior.deposit(1_000 * USD, sam);
        assertApproxEqAbs(junior.previewRedeem(shares), 1_000 * USD, 1);
    }

    function test_noInterestIsKeptForSeniorsWhoAreNotThere() public {
        _deployCredit();
        vm.prank(vic);
        junior.deposit(600 * USD, vic);
        _limit(ada, 500 * USD);
        _draw(ada, 500 * USD);
        skip(25 days);
        Balance memory now_ = _now();
        assertEq(now_.claim, 0);
        assertGt(now_.junior, 600 * USD);
        // What accrued before the first one came is not shared with it.
        vm.prank(sam);
        senior.deposit(100 * USD, sam);
        assertEq(_now().junior, now_.junior);
        assertEq(_now().senior, 100 * USD);
        skip(1 days);
        assertGt(_now().senior, 100 * USD);
    }

    function test_V10_cashHeldIsCashAccounted() public {
        _draw(ada, 300 * USD);
        assertEq(money.balanceOf(address(book)), _now().cash);
        _repay(ada, 100 * USD);
        assertEq(money.balanceOf(address(book)), _now().cash);
    }

    // --- lateness, markdown, write-off

    function test_lateDebtCountsThreeQuartersForWhoLeavesAndLessWithTheMarkdown() public {
        _limit(ada, 1_200 * USD);
        _draw(ada, 1_200 * USD);
        _to(1, 15 days - 1);
        assertEq(_now().exitAssets, _now().assets);
        _to(1, 15 days);
        uint256 debt = _now().debt;
        assertEq(_now().assets - _now().exitAssets, debt - (debt * 3) / 4);
        _to(1, 45 days);
        debt = _now().debt;
        assertEq(_now().assets, debt + _now().cash);
        assertEq(_now().exitAssets, (debt * 3) / 4 + _now().cash);
        _to(1, 45 days + 45 days);
        assertEq(_now().exitAssets, _now().assets);
        _to(1, 45 days + 90 days);
        assertEq(_now().assets, debt / 2 + _now().cash);
        assertEq(_now().exitAssets, _now().assets);
        _to(1, 45 days + 180 days - 1);
        assertGt(_now().debt, 0);
        _to(1, 45 days + 180 days);
        assertEq(_now().debt, 0);
        assertEq(_now().assets, _now().cash);
    }

    function test_writesOffFrom180DaysAfterDefaultToTheSecond() public {
        _draw(ada, 100 * USD);
        uint256 ready = start + CYCLE + 45 days + 180 days;
        vm.warp(ready - 1);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditNotWritable.selector, adaId, ready));
        lines.writeOff(ada);
        vm.warp(ready);
        uint256 interest = _lineOf(ada).interest;
        vm.expectEmit(address(lines));
        emit ICreditLines.LineWrittenOff(adaId, 100 * USD, interest, 0, 0);
        lines.writeOff(ada);
        assertTrue(_lineOf(ada).writtenOff);
        assertEq(book.cohortOf(1).principal, 0);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditNotWritable.selector, adaId, ready));
        lines.writeOff(ada);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditNothingOwed.selector, benId));
        lines.writeOff(ben);
    }

    function test_L10_seniorsLoseWhatTheFirstLossCannotBear() public {
        _draw(ada, 1_500 * USD);
        _to(1, 225 days);
        uint256 claim = _now().claim;
        assertEq(_now().senior, 0);
        (, uint256 loss) = lines.writeOff(ada);
        assertEq(loss, claim);
        assertEq(_now().claim, 0);
    }

    function test_L10_seniorsLoseNothingWhileTheFirstLossBearsIt() public {
        _draw(ada, 500 * USD);
        _to(1, 225 days);
        uint256 claim = _now().claim;
        (, uint256 loss) = lines.writeOff(ada);
        assertEq(loss, 0);
        assertEq(_now().senior, claim);
        assertEq(_now().junior, 1_000 * USD - claim);
    }

    function test_hurt_aSmallWriteOffDoesNotCutTheClaimForDebtThatMayStillComeIn() public {
        _limit(ben, 1_400 * USD);
        _draw(ada, 50 * USD);
        _to(1, 1 days);
        _draw(ben, 1_400 * USD);
        _to(2, 45 days + 150 days);
        assertLt(_now().assets, _now().claim);
        assertTrue(_now().claim > 900 * USD);
        (, uint256 loss) = lines.writeOff(ada);
        assertEq(loss, 0);
        // It comes in, and is the seniors' again.
        _repay(ben, type(uint256).max);
        assertEq(_now().senior, _now().claim);
        assertGt(_now().junior, 0);
    }

    function test_laterRecoveryIsIncomeOfBoth() public {
        _draw(ada, 500 * USD);
        _to(1, 225 days);
        lines.writeOff(ada);
        uint256 owed = lines.debtOf(adaId);
        Balance memory before = _now();
        assertEq(_repay(ada, 100 * USD), 100 * USD);
        assertEq(_now().senior - before.senior, 60 * USD);
        assertEq(_now().junior - before.junior, 40 * USD);
        _repay(ada, type(uint256).max);
        assertEq(_now().assets - before.assets, owed);
        assertEq(_lineOf(ada).cycle, 0);
        assertFalse(_lineOf(ada).writtenOff);
        assertEq(_lineOf(ada).limit, 0);
    }

    function test_poolsTakeNothingWhileALossIsOpen() public {
        _draw(ada, 1_500 * USD);
        _to(1, 45 days + 170 days);
        (uint256 assets, uint256 claim) = (_now().assets, _now().claim);
        assertLt(assets, claim);
        assertEq(senior.maxDeposit(sam), 0);
        assertEq(senior.maxMint(sam), 0);
        assertEq(junior.maxDeposit(vic), 0);
        bytes memory closed = abi.encodeWithSelector(ICreditBook.CreditPoolsClosed.selector, assets, claim);
        vm.expectRevert(closed);
        senior.deposit(1, sam);
        vm.expectRevert(closed);
        junior.mint(1, vic);
        assertEq(junior.maxMint(vic), 0);
        // The book itself takes nothing either, whatever a pool asks.
        vm.prank(address(senior));
        vm.expectRevert(closed);
        book.deposit(1);
    }

    function test_poolsTakeNothingWhilePausedAndPay() public {
        book.pause();
        bytes memory paused = abi.encodeWithSelector(ILapsingPause.PauseActive.selector, book.pausedUntil());
        vm.startPrank(sam);
        vm.expectRevert(paused);
        senior.deposit(1, sam);
        vm.expectRevert(paused);
        junior.deposit(1, sam);
        assertEq(senior.maxMint(sam), 0);
        senior.redeem(senior.balanceOf(sam), sam, sam);
        vm.stopPrank();
    }

    // --- leaving the senior pool

    function test_hurt_leavingBeforeALossIsBookedPaysForKnownLateness() public {
        _draw(ada, 1_500 * USD);
        vm.prank(sam);
        senior.deposit(500 * USD, sam);
        _limit(ben, 10 * USD);
        _to(1, 15 days);
        uint256 shares = senior.balanceOf(sam);
        uint256 worth = senior.convertToAssets(shares);
        uint256 pays = senior.previewRedeem(shares);
        // A quarter of 1,500 is less than the first loss: seniors lose nothing yet.
        assertEq(pays, worth);
        _to(1, 45 days + 150 days);
        assertLt(senior.previewRedeem(shares), worth);
    }

    function test_seniorsWhoLeaveTakeTheirPartOfTheClaimAlong() public {
        uint256 shares = senior.balanceOf(sam) / 3;
        uint256 price = senior.convertToAssets(1e12);
        vm.prank(sam);
        uint256 paid = senior.redeem(shares, sam, sam);
        assertApproxEqAbs(paid, 300 * USD, 1);
        assertEq(_now().claim, 900 * USD - paid);
        assertGe(senior.convertToAssets(1e12), price);
    }

    function test_withoutCashTheQueueIsPaidInItsOrderAtThePriceOfThatTime() public {
        _draw(ada, 1_500 * USD);
        uint256 half = senior.balanceOf(sam) / 2;
        vm.startPrank(sam);
        senior.transfer(vic, half);
        assertEq(senior.queueExit(half), 1);
        vm.stopPrank();
        vm.prank(vic);
        assertEq(senior.queueExit(half), 2);
        vm.expectRevert(ISeniorPool.SeniorNothingToServe.selector);
        senior.serveQueue(10);

        skip(10 days);
        _repay(ada, 600 * USD);
        uint256 worth = senior.previewRedeem(half);
        uint256 paid = senior.serveQueue(10);
        assertApproxEqAbs(paid, 600 * USD, 1);
        assertEq(senior.claimableOf(sam), worth);
        assertEq(senior.claimableOf(vic), paid - worth);
        (uint256 head, uint256 tail) = senior.queue();
        assertEq(head, 2);
        assertEq(tail, 3);
        assertEq(book.queuedShares(), senior.ticketOf(2).shares);

        vm.prank(vic);
        vm.expectEmit(address(senior));
        emit ISeniorPool.ExitClaimed(vic, ben, paid - worth);
        senior.claim(ben);
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(ISeniorPool.SeniorNothingToClaim.selector, vic));
        senior.claim(ben);
        _repay(ada, type(uint256).max);
        senior.serveQueue(1);
        (head, ) = senior.queue();
        assertEq(head, 3);
        assertEq(book.queuedShares(), 0);
    }

    function test_theQueueKeepsBackWhatItsSharesHoldOfTheClaimRoundedUp() public {
        _draw(ada, 1_000 * USD);
        skip(20 days);
        vm.startPrank(sam);
        uint256 shares = senior.balanceOf(sam) / 3;
        senior.queueExit(shares);
        vm.stopPrank();
        uint256 all = senior.totalSupply() + 1e6;
        assertEq(_now().queued, (shares * (_now().claim + 1) + all - 1) / all);
    }

    function test_leavingSaysToTheShareWhatItTakes() public {
        _draw(ada, 1_000 * USD);
        skip(20 days);
        uint256 all = senior.totalSupply() + 1e6;
        uint256 worth = _now().seniorExit + 1;
        assertEq(senior.previewWithdraw(77 * USD), (77 * USD * all + worth - 1) / worth);
        assertEq(senior.previewRedeem(77 * USD * 1e6), (77 * USD * 1e6 * worth) / all);
    }

    function test_whoIsNotInTheQueueDoesNotPassIt() public {
        _draw(ada, 1_000 * USD);
        vm.startPrank(sam);
        senior.queueExit(senior.balanceOf(sam) / 2);
        // 500 of cash are there, 450 of them wait for the queue.
        assertApproxEqAbs(senior.maxWithdraw(sam), 50 * USD, 2);
        uint256 most = senior.maxRedeem(sam);
        vm.expectPartialRevert(ERC4626.ERC4626ExceededMaxRedeem.selector);
        senior.redeem(most + 1, sam, sam);
        senior.redeem(most, sam, sam);
        vm.stopPrank();
    }

    function test_aTicketIsCancelledByItsOwnerOnce() public {
        uint256 shares = senior.balanceOf(sam);
        vm.prank(sam);
        senior.queueExit(shares);
        vm.expectRevert(abi.encodeWithSelector(ISeniorPool.SeniorNotTicketOwner.selector, 1, address(this)));
        senior.cancelExit(1);
        vm.startPrank(sam);
        assertEq(senior.cancelExit(1), shares);
        assertEq(senior.balanceOf(sam), shares);
        vm.expectRevert(abi.encodeWithSelector(ISeniorPool.SeniorNotTicketOwner.selector, 1, sam));
        senior.cancelExit(1);
        senior.queueExit(shares);
        vm.stopPrank();
        // The cancelled one is passed.
        senior.serveQueue(2);
        assertGt(senior.claimableOf(sam), 0);
    }

    function test_hurt_crumbsDoNotStandInFrontOfTheQueue() public {
        vm.startPrank(sam);
        vm.expectRevert(abi.encodeWithSelector(ISeniorPool.SeniorSharesTooFew.selector, 1e12 - 1, 1e12));
        senior.queueExit(1e12 - 1);
        vm.stopPrank();
        _draw(ada, 1_500 * USD - (95 * USD) / 10);
        vm.startPrank(sam);
        senior.queueExit(10e12);
        senior.queueExit(1e12);
        vm.stopPrank();
        // Nine dollars and a half are there: half a share of the ticket in front goes back to its owner, and the next one is in front.
        uint256 before = senior.balanceOf(sam);
        assertEq(senior.serveQueue(2), (95 * USD) / 10);
        assertEq(senior.balanceOf(sam), before + 0.5e12);
        assertEq(book.queuedShares(), 1e12);
        (uint256 head, ) = senior.queue();
        assertEq(head, 2);
    }

    // --- leaving the first loss

    function test_noticeLasts60DaysAndCanBeUsedFor30() public {
        uint256 shares = junior.balanceOf(vic);
        vm.startPrank(vic);
        junior.giveNotice(shares / 2);
        Notice memory notice = junior.noticeOf(vic);
        assertEq(notice.readyAt, vm.getBlockTimestamp() + 60 days);
        assertEq(notice.until, notice.readyAt + 30 days);
        vm.warp(notice.readyAt - 1);
        assertEq(junior.maxRedeem(vic), 0);
        assertEq(junior.maxWithdraw(vic), 0);
        vm.expectPartialRevert(ERC4626.ERC4626ExceededMaxRedeem.selector);
        junior.redeem(1, vic, vic);
        vm.warp(notice.readyAt);
        assertEq(junior.maxRedeem(vic), shares / 2);
        uint256 worth = junior.previewRedeem(shares / 4);
        assertEq(junior.redeem(shares / 4, sam, vic), worth);
        vm.warp(notice.until - 1);
        assertEq(junior.maxRedeem(vic), shares / 2 - shares / 4);
        vm.warp(notice.until);
        assertEq(junior.maxRedeem(vic), 0);
        assertEq(junior.cancelNotice(), shares / 2 - shares / 4);
        vm.expectRevert(abi.encodeWithSelector(IFirstLossPool.FirstLossNoNotice.selector, vic));
        junior.cancelNotice();
        vm.expectRevert(IFirstLossPool.FirstLossZeroShares.selector);
        junior.giveNotice(0);
        vm.stopPrank();
    }

    function test_addingToANoticeStartsItAnew() public {
        vm.startPrank(vic);
        junior.giveNotice(1e12);
        skip(60 days);
        junior.giveNotice(1e12);
        assertEq(junior.maxRedeem(vic), 0);
        assertEq(junior.noticeOf(vic).shares, 2e12);
        vm.stopPrank();
    }

    function test_hurt_firstLossLeavesOnlyAsFarAsTheDebtIsCarried() public {
        _draw(ada, 1_200 * USD);
        vm.startPrank(vic);
        junior.giveNotice(junior.balanceOf(vic));
        skip(60 days);
        vm.stopPrank();
        _repay(ada, _lineOf(ada).due + 10 * USD);
        uint256 most = junior.maxWithdraw(vic);
        assertEq(most, book.payableJunior());
        assertLe(most, 300 * USD + 200 * USD);
        vm.startPrank(vic);
        vm.expectPartialRevert(ERC4626.ERC4626ExceededMaxWithdraw.selector);
        junior.withdraw(most + 1, vic, vic);
        junior.withdraw(most, vic, vic);
        vm.stopPrank();
        assertLe(_now().debt, _now().junior * 4);
        // The book itself pays no more either, whatever the pool asks.
        vm.prank(address(junior));
        vm.expectPartialRevert(ICreditBook.CreditLeverageExceeded.selector);
        book.payJunior(vic, 10 * USD);
    }

    function test_sharesUnderNoticeBearLosses() public {
        _draw(ada, 500 * USD);
        uint256 shares = junior.balanceOf(vic);
        vm.prank(vic);
        junior.giveNotice(shares);
        uint256 before = junior.previewRedeem(shares);
        _to(1, 45 days + 14 days);
        assertLt(junior.previewRedeem(shares), before);
    }

    function test_anAllowanceLetsAnotherRedeem() public {
        vm.startPrank(vic);
        junior.giveNotice(junior.balanceOf(vic));
        skip(60 days);
        junior.approve(ben, 1e12);
        vm.stopPrank();
        vm.prank(ben);
        junior.redeem(1e12, ben, vic);
        assertEq(junior.allowance(vic, ben), 0);
        vm.prank(sam);
        senior.approve(ben, 1e12);
        vm.prank(ben);
        senior.redeem(1e12, ben, sam);
        assertEq(senior.allowance(sam, ben), 0);
    }

    function test_foregoneSharesAreTheOthers() public {
        vm.prank(sam);
        uint256 shares = junior.deposit(600 * USD, sam);
        uint256 own = junior.balanceOf(vic);
        vm.startPrank(vic);
        vm.expectRevert(IFirstLossPool.FirstLossZeroShares.selector);
        junior.forgo(0);
        junior.forgo(own);
        vm.stopPrank();
        assertApproxEqAbs(junior.previewRedeem(shares), 1_200 * USD, 1 * USD);
    }

    // --- what money may be

    function test_moneyOfMoreThanEightDecimalsDoesNotFit() public {
        FeeToken wide = new FeeToken();
        vm.expectRevert(abi.encodeWithSelector(ICreditBook.CreditInvalidMoney.selector, 18));
        new CreditBook(wide, treasury, _creditTerms(), address(manager));
    }

    function test_sharesOfBothPoolsCountSixDecimalsMoreThanTheirMoney() public view {
        assertEq(senior.decimals(), 12);
        assertEq(junior.decimals(), 12);
        assertEq(senior.nonces(sam), 0);
        assertEq(junior.nonces(vic), 0);
        assertEq(senior.maxMint(sam), type(uint256).max);
        assertEq(junior.maxMint(vic), type(uint256).max);
    }

    function test_partsAreNamedBeforeTheyAreBound() public {
        CreditBook other = new CreditBook(money, treasury, _creditTerms(), address(manager));
        vm.expectRevert(ICreditBook.CreditInvalidParts.selector);
        other.bind(address(lines), address(0), address(junior));
    }

    function testFuzz_V1_roundTripsNeverProfitTheCaller(uint256 amount, uint256 days_) public {
        amount = bound(amount, 1, 10_000 * USD);
        _draw(ada, 700 * USD);
        skip(bound(days_, 0, 25) * 1 days);
        uint256 purse = money.balanceOf(sam);
        vm.startPrank(sam);
        uint256 shares = senior.deposit(amount, sam);
        senior.redeem(shares, sam, sam);
        assertLe(money.balanceOf(sam), purse);
        uint256 cost = senior.mint(bound(amount, 1, 1e15), sam);
        senior.redeem(bound(amount, 1, 1e15), sam, sam);
        assertLe(money.balanceOf(sam), purse);
        assertGe(cost, 0);
        vm.stopPrank();
    }

    function testFuzz_V9_convertAndPreviewDoNotRevert(uint128 amount) public view {
        senior.convertToAssets(amount);
        senior.convertToShares(amount);
        senior.previewDeposit(amount);
        senior.previewMint(amount);
        senior.previewWithdraw(amount);
        senior.previewRedeem(amount);
        junior.convertToAssets(amount);
        junior.previewWithdraw(amount);
        senior.maxRedeem(sam);
        junior.maxRedeem(vic);
    }
}
