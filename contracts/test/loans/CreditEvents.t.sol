// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Cohort, CreditTerms, ICreditBook} from "../../src/interfaces/loans/ICreditBook.sol";
import {CreditAttestation, ICreditLines, LineState} from "../../src/interfaces/loans/ICreditLines.sol";
import {IFirstLossPool} from "../../src/interfaces/loans/IFirstLossPool.sol";
import {ISeniorPool} from "../../src/interfaces/loans/ISeniorPool.sol";
import {IVouching} from "../../src/interfaces/loans/IVouching.sol";
import {CreditBook} from "../../src/loans/CreditBook.sol";
import {CreditLines} from "../../src/loans/CreditLines.sol";
import {vm} from "../shared/Test.sol";
import {CreditBase} from "./CreditBase.sol";

/// @notice Whoever follows the events knows the books: each says all of what changed.
contract CreditEventsTest is CreditBase {
    function setUp() public {
        _deployCredit();
    }

    function test_partsAreToldWhenTheyAreBound() public {
        CreditBook other = new CreditBook(money, treasury, _creditTerms(), address(manager));
        assertEq(other.oldestCycle(), 1);
        assertEq(other.currentCycle(), 1);
        (address a, address b, address c) = (makeAddr("lines"), makeAddr("senior"), makeAddr("first"));
        vm.expectEmit(address(other));
        emit ICreditBook.PartsBound(a, b, c, money, 6);
        other.bind(a, b, c);
        CreditLines others = new CreditLines(other, identities, address(manager));
        vm.expectEmit(address(others));
        emit ICreditLines.VouchingBound(b);
        others.bindVouching(b);
        vm.expectRevert(ICreditLines.CreditVouchingBound.selector);
        others.bindVouching(b);
        vm.expectEmit(address(others));
        emit ICreditLines.UnderwritingQuotaSet(5, 1 days);
        others.setUnderwritingQuota(5, 1 days);
    }

    function test_poolsAndTheBookTellDepositsAndDraws() public {
        vm.prank(sam);
        vm.expectEmit(address(book));
        emit ICreditBook.BookChanged(900 * USD, 900 * USD);
        senior.deposit(900 * USD, sam);
        vm.prank(vic);
        vm.expectEmit(address(book));
        emit ICreditBook.BookChanged(1_500 * USD, 900 * USD);
        junior.deposit(600 * USD, vic);
        _limit(ada, 500 * USD);
        skip(5 days);
        vm.prank(ada);
        vm.expectEmit(address(lines));
        emit ICreditLines.Drawn(adaId, ada, ben, 300 * USD, 300 * USD, 0, 1);
        vm.expectEmit(address(book));
        emit ICreditBook.CohortChanged(1, Cohort(uint88(300 * USD), 0, 5 days, 1_800, 600, 6_000));
        vm.expectEmit(address(book));
        emit ICreditBook.BookChanged(1_200 * USD, 900 * USD);
        lines.draw(300 * USD, ben);
    }

    function test_aPaymentIsToldByLineAndCohorts() public {
        _fund();
        _limit(ada, 500 * USD);
        _draw(ada, 365 * USD);
        _to(1, 5 days);
        // 35 days at 18 % a year: 6.3 dollars; the due is that and a tenth.
        uint256 interest = 6_300_000;
        assertEq(_lineOf(ada).interest, interest);
        uint256 claim = 900 * USD + (interest * 6) / 10;
        vm.prank(ada);
        vm.expectEmit(address(lines));
        emit ICreditLines.LimitSet(adaId, 500 * USD + (500 * USD * interest * 20) / 100 / 7_397_261);
        vm.expectEmit(address(lines));
        emit ICreditLines.Repaid(adaId, ada, 36_500_000, interest, 328_500_000, 0, 2, LineState.Current);
        vm.expectEmit(address(book));
        emit ICreditBook.CohortChanged(1, Cohort(0, 0, 35 days, 1_800, 600, 6_000));
        vm.expectEmit(address(book));
        emit ICreditBook.CohortChanged(2, Cohort(328_500_000, 0, 35 days, 1_800, 600, 6_000));
        vm.expectEmit(address(book));
        emit ICreditBook.BookChanged(1_135 * USD + 36_500_000 + interest, claim);
        lines.repay(ada, 36_500_000 + interest);
    }

    function test_aWriteOffIsToldByAllWhoBearIt() public {
        _fund(1_600 * USD, 400 * USD);
        vm.prank(ada);
        vouching.invite(vic, true);
        uint256 locked = junior.balanceOf(vic) / 4;
        vm.prank(vic);
        vouching.vouch(ada, locked, 80 * USD);
        _limit(ada, 1_600 * USD);
        _draw(ada, 1_600 * USD);
        _to(1, 225 days);
        uint256 debt = lines.debtOf(adaId);
        uint256 claim = book.balance().claim;
        // All that was locked burns, and of the claim is left what cash there is.
        uint256 loss = claim - 400 * USD;
        vm.expectEmit(address(vouching));
        emit IVouching.VouchBurnt(adaId, vicId, locked, 0);
        vm.expectEmit(address(junior));
        emit IFirstLossPool.SharesForgone(address(vouching), locked);
        vm.expectEmit(address(book));
        emit ICreditBook.SeniorLossRecorded(loss);
        vm.expectEmit(address(lines));
        emit ICreditLines.LineWrittenOff(adaId, 1_600 * USD, debt - 1_600 * USD, locked, loss);
        (uint256 burnt, uint256 seniorLoss) = lines.writeOff(ada);
        assertEq(burnt, locked);
        assertEq(seniorLoss, loss);
        assertEq(book.balance().senior, 400 * USD);
        vm.prank(vic);
        vm.expectEmit(address(vouching));
        emit IVouching.VouchUnlocked(adaId, vicId, vic, 0);
        vouching.unlock(adaId);
    }

    function test_theQueueIsTold() public {
        _fund();
        _limit(ada, 1_500 * USD);
        _draw(ada, 1_400 * USD);
        uint256 shares = senior.balanceOf(sam) / 2;
        vm.startPrank(sam);
        vm.expectEmit(address(senior));
        emit ISeniorPool.ExitQueued(1, sam, shares);
        vm.expectEmit(address(book));
        emit ICreditBook.QueueChanged(shares);
        assertEq(senior.queueExit(shares), 1);
        assertEq(senior.queueExit(2e12), 2);
        vm.expectEmit(address(senior));
        emit ISeniorPool.ExitCancelled(2, sam, 2e12);
        vm.expectEmit(address(book));
        emit ICreditBook.QueueChanged(shares);
        senior.cancelExit(2);
        vm.stopPrank();
        // A hundred dollars are there, of four hundred and fifty.
        vm.expectEmit(address(senior));
        emit ISeniorPool.ExitServed(1, sam, 100e12, 100 * USD, shares - 100e12);
        vm.expectEmit(address(book));
        emit ICreditBook.QueueChanged(shares - 100e12);
        vm.expectEmit(address(book));
        emit ICreditBook.BookChanged(0, 800 * USD);
        assertEq(senior.serveQueue(5), 100 * USD);
    }

    function test_noticesAndDonationsAreTold() public {
        _fund();
        vm.startPrank(vic);
        uint48 readyAt = uint48(vm.getBlockTimestamp() + 60 days);
        vm.expectEmit(address(junior));
        emit IFirstLossPool.NoticeGiven(vic, 3e12, 3e12, readyAt, readyAt + 30 days);
        junior.giveNotice(3e12);
        vm.expectEmit(address(junior));
        emit IFirstLossPool.NoticeGiven(vic, 1e12, 4e12, readyAt, readyAt + 30 days);
        junior.giveNotice(1e12);
        vm.expectEmit(address(junior));
        emit IFirstLossPool.NoticeCancelled(vic, 4e12);
        assertEq(junior.cancelNotice(), 4e12);
        money.transfer(address(book), 7);
        vm.stopPrank();
        vm.expectEmit(address(book));
        emit ICreditBook.Skimmed(treasury, 7);
        assertEq(book.skim(), 7);
        assertEq(book.skim(), 0);
    }

    function test_seniorsShareInterestFromOneWholeUnitOfClaim() public {
        _fund(USD, 600 * USD);
        _limit(ada, 500 * USD);
        _draw(ada, 100 * USD);
        skip(10 days);
        book.accrue();
        uint256 claim = _now().claim;
        assertGt(claim, USD);
        // Less than a unit stays, and gets nothing more.
        uint256 shares = senior.balanceOf(sam);
        vm.prank(sam);
        senior.redeem(shares - shares / 2, sam, sam);
        claim = _now().claim;
        assertLt(claim, USD);
        skip(10 days);
        book.accrue();
        assertEq(_now().claim, claim);
    }

    function test_allPartsAreNamedOrNone() public {
        CreditBook other = new CreditBook(money, treasury, _creditTerms(), address(manager));
        vm.expectRevert(ICreditBook.CreditInvalidParts.selector);
        other.bind(address(0), ben, sam);
        vm.expectRevert(ICreditBook.CreditInvalidParts.selector);
        other.bind(ada, address(0), sam);
        vm.expectRevert(ICreditBook.CreditInvalidParts.selector);
        other.bind(ada, ben, address(0));
        other.bind(ada, ben, sam);
        assertEq(other.firstLossPool(), sam);
    }

    function test_cohortsThatAreOverAreLookedAtNoMore() public {
        _fund();
        _limit(ada, 500 * USD);
        _draw(ada, 100 * USD);
        _to(2, 0);
        book.accrue();
        assertEq(book.oldestCycle(), 1);
        _repay(ada, type(uint256).max);
        book.accrue();
        assertEq(book.oldestCycle(), book.currentCycle());
    }

    function test_theFirstTermsHoldFromTheFirstCycle() public {
        vm.expectEmit();
        emit ICreditBook.TermsSet(1, _creditTerms());
        new CreditBook(money, treasury, _creditTerms(), address(manager));
    }

    function test_termsAtTheirBoundsAreTaken() public {
        CreditTerms memory least = CreditTerms(100, 0, 500, 0, 0, 10_000, 0);
        vm.expectEmit(address(book));
        emit ICreditBook.TermsSet(2, least);
        book.setTerms(least);
        assertEq(keccak256(abi.encode(book.termsOf(2))), keccak256(abi.encode(least)));
        CreditTerms memory most = CreditTerms(4_000, 2_000, 5_000, 5_000, 9_000, 100_000, type(uint64).max);
        vm.expectEmit(address(book));
        emit ICreditBook.TermsSet(2, most);
        book.setTerms(most);
        assertEq(keccak256(abi.encode(book.termsOf(2))), keccak256(abi.encode(most)));
        assertEq(keccak256(abi.encode(book.termsOf(1))), keccak256(abi.encode(_creditTerms())));
    }
}
