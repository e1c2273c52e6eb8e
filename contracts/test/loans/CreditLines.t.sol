// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Cohort, CreditTerms, ICreditBook} from "../../src/interfaces/loans/ICreditBook.sol";
import {CreditAttestation, ICreditLines, Line, LineState} from "../../src/interfaces/loans/ICreditLines.sol";
import {ILapsingPause} from "../../src/interfaces/shared/ILapsingPause.sol";
import {vm} from "../shared/Test.sol";
import {CreditBase} from "./CreditBase.sol";

contract CreditLinesTest is CreditBase {
    uint256 private constant YEAR_BPS = 10_000 * 365 days;

    function setUp() public {
        _deployCredit();
        _fund();
        _limit(ada, 500 * USD);
    }

    // --- drawing

    function test_drawsUpToTheLimitAndNotOneMore() public {
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(ICreditLines.CreditLimitExceeded.selector, adaId, 500 * USD + 1, 500 * USD)
        );
        lines.draw(500 * USD + 1, ada);
        uint256 purse = money.balanceOf(ada);
        vm.expectEmit(address(lines));
        emit ICreditLines.Drawn(adaId, ada, ada, 500 * USD, 500 * USD, 0, 1);
        _draw(ada, 500 * USD);
        assertEq(money.balanceOf(ada), purse + 500 * USD);
        assertEq(book.cohortOf(1).principal, 500 * USD);
        assertEq(lines.availableTo(ada), 0);
    }

    function test_interestCountsAgainstTheLimit() public {
        _draw(ada, 400 * USD);
        skip(20 days);
        uint256 interest = _up(400 * USD * 1_800 * 20 days, YEAR_BPS);
        assertEq(_lineOf(ada).interest, interest);
        assertEq(lines.availableTo(ada), 100 * USD - interest);
        vm.prank(ada);
        vm.expectPartialRevert(ICreditLines.CreditLimitExceeded.selector);
        lines.draw(100 * USD - interest + 1, ada);
        _draw(ada, 100 * USD - interest);
        assertEq(lines.debtOf(adaId), 500 * USD);
    }

    function test_drawsToAnotherReceiverAndByAnotherAccountOfTheSamePerson() public {
        address second = _link("ada", "ada's phone");
        vm.prank(second);
        lines.draw(100 * USD, sam);
        assertEq(lines.debtOf(adaId), 100 * USD);
        assertEq(_lineOf(second).principal, 100 * USD);
    }

    function test_refusesToDrawNothingOrToNobody() public {
        vm.startPrank(ada);
        vm.expectRevert(ICreditLines.CreditZeroAmount.selector);
        lines.draw(0, ada);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidReceiver.selector, address(0)));
        lines.draw(1, address(0));
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidReceiver.selector, address(book)));
        lines.draw(1, address(book));
        vm.stopPrank();
    }

    function test_onlyWhoIsInGoodStandingDraws() public {
        identities.freeze(ada);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditNotInGoodStanding.selector, ada));
        lines.draw(1, ada);
        assertEq(lines.availableTo(ada), 0);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditNotInGoodStanding.selector, stranger));
        lines.draw(1, stranger);
    }

    function test_nobodyDrawsWhileAStatementIsOpen() public {
        _draw(ada, 100 * USD);
        _to(1, 0);
        uint256 due = _lineOf(ada).due;
        assertEq(due, 10 * USD + _lineOf(ada).interest);
        assertEq(lines.availableTo(ada), 0);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditStatementOpen.selector, adaId, due));
        lines.draw(1, ada);
        _repay(ada, due);
        _draw(ada, 1);
    }

    function test_nobodyDrawsWhilePausedAndEverybodyRepays() public {
        _draw(ada, 100 * USD);
        book.pause();
        uint48 until = book.pausedUntil();
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ILapsingPause.PauseActive.selector, until));
        lines.draw(1, ada);
        assertEq(_repay(ada, type(uint256).max), 100 * USD);
    }

    function test_L13_theFirstLossCarriesSoMuchDebtAndNoMore() public {
        _limit(ben, 5_000 * USD);
        vm.startPrank(sam);
        senior.deposit(10_000 * USD, sam);
        vm.stopPrank();
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(ICreditBook.CreditLeverageExceeded.selector, 2_400 * USD + 1, 2_400 * USD)
        );
        lines.draw(2_400 * USD + 1, ben);
        _draw(ben, 2_400 * USD);
    }

    function test_lendsNoCashThatTheQueueWaitsFor() public {
        _limit(ada, 1_500 * USD);
        _draw(ada, 1_000 * USD);
        uint256 shares = senior.balanceOf(sam);
        vm.prank(sam);
        senior.queueExit(shares);
        vm.prank(ada);
        vm.expectPartialRevert(ICreditBook.CreditNotEnoughCash.selector);
        lines.draw(1 * USD, ada);
        vm.prank(sam);
        senior.cancelExit(1);
        _draw(ada, 1 * USD);
    }

    // --- the calendar, L9

    function test_L9_theStateToTheSecond() public {
        assertEq(uint256(lines.stateOf(adaId)), uint256(LineState.Settled));
        _to(2, 7 days);
        _draw(ada, 100 * USD);
        assertEq(_lineOf(ada).cycle, 3);
        _state(3, 10 days - 1, LineState.Current);
        _state(3, 10 days, LineState.Grace);
        _state(3, 15 days - 1, LineState.Grace);
        _state(3, 15 days, LineState.Delinquent);
        _state(3, 45 days - 1, LineState.Delinquent);
        _state(3, 45 days, LineState.Default);
        _state(3, 3_000 days, LineState.Default);
    }

    function _state(uint256 cycle, uint256 more, LineState state) private {
        _to(cycle, more);
        assertEq(uint256(lines.stateOf(adaId)), uint256(state));
        assertEq(uint256(_lineOf(ada).state), uint256(state));
    }

    function test_theLastSecondOfACycleBelongsToIt() public {
        _to(1, 0);
        assertEq(book.currentCycle(), 2);
        vm.warp(start + CYCLE - 1);
        assertEq(book.currentCycle(), 1);
        _draw(ada, 1 * USD);
        assertEq(_lineOf(ada).cycle, 1);
        assertEq(_lineOf(ada).due, 0);
        _to(1, 0);
        assertEq(_lineOf(ada).due, 1 * USD + 1);
    }

    function test_interestIsDearerFromTheEndOfGraceAndStopsAtDefault() public {
        _draw(ada, 100 * USD);
        _to(1, 15 days);
        uint256 atGrace = _up(100 * USD * 1_800 * 45 days, YEAR_BPS);
        assertEq(_lineOf(ada).interest, atGrace);
        _to(1, 45 days);
        uint256 atDefault = _up(100 * USD * (1_800 * 75 days + 600 * 30 days), YEAR_BPS);
        assertEq(_lineOf(ada).interest, atDefault);
        _to(40, 0);
        assertEq(_lineOf(ada).interest, atDefault);
        assertEq(_lineOf(ada).due, 100 * USD + atDefault);
    }

    // --- paying

    function test_aPaymentGoesToInterestFirst() public {
        _draw(ada, 100 * USD);
        skip(20 days);
        uint256 interest = _lineOf(ada).interest;
        vm.expectEmit(address(lines));
        emit ICreditLines.Repaid(adaId, ada, 0, interest - 1, 100 * USD, 1, 1, LineState.Current);
        assertEq(_repay(ada, interest - 1), interest - 1);
        vm.expectEmit(address(lines));
        emit ICreditLines.Repaid(adaId, ada, 9, 1, 100 * USD - 9, 0, 1, LineState.Current);
        _repay(ada, 10);
        assertEq(_lineOf(ada).paidInterest, interest);
        assertEq(_lineOf(ada).paidPrincipal, 0);
    }

    function test_partialPaymentsCountUntilTheDueIsMet() public {
        _draw(ada, 200 * USD);
        _to(1, 0);
        uint256 due = _lineOf(ada).due;
        _repay(ada, due - 1);
        assertEq(_lineOf(ada).cycle, 1);
        assertEq(_lineOf(ada).due, 1);
        assertEq(_lineOf(ada).paidPrincipal, 20 * USD - 1);
        _repay(ada, 1);
        Line memory line = _lineOf(ada);
        assertEq(line.cycle, 2);
        assertEq(line.paidPrincipal, 0);
        assertEq(line.paidInterest, 0);
        assertEq(line.principal, 180 * USD);
        assertEq(book.cohortOf(1).principal, 0);
        assertEq(book.cohortOf(2).principal, 180 * USD);
    }

    function test_eachClosedStatementAsksForItsPart() public {
        _draw(ada, 200 * USD);
        _to(2, 0);
        assertEq(_lineOf(ada).due, 40 * USD + _lineOf(ada).interest);
        _repay(ada, _lineOf(ada).due);
        assertEq(_lineOf(ada).cycle, 3);
    }

    function test_aSmallPrincipalIsAskedForAltogether() public {
        _draw(ada, 20 * USD - 1);
        _to(1, 0);
        assertEq(_lineOf(ada).due, 20 * USD - 1 + _lineOf(ada).interest);
        _repay(ada, 5 * USD);
        assertEq(_lineOf(ada).due, _lineOf(ada).principal);
    }

    function test_theFloorLooksAtTheStatementAndNotAtWhatIsLeft() public {
        _draw(ada, 20 * USD);
        _to(1, 0);
        uint256 due = _lineOf(ada).due;
        assertEq(due, 2 * USD + _lineOf(ada).interest);
        _repay(ada, due - 1);
        assertEq(_lineOf(ada).due, 1);
    }

    function test_takesNeverMoreThanIsOwedAndAnybodyMayPay() public {
        _draw(ada, 100 * USD);
        skip(1 days);
        uint256 owed = lines.debtOf(adaId);
        uint256 purse = money.balanceOf(sam);
        vm.prank(sam);
        assertEq(lines.repay(ada, type(uint256).max), owed);
        assertEq(money.balanceOf(sam), purse - owed);
        assertEq(_lineOf(ada).cycle, 0);
        assertEq(uint256(lines.stateOf(adaId)), uint256(LineState.Settled));
        vm.prank(sam);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditNothingOwed.selector, adaId));
        lines.repay(ada, 1);
        vm.prank(sam);
        vm.expectRevert(ICreditLines.CreditZeroAmount.selector);
        lines.repay(ada, 0);
        vm.prank(sam);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditUnknownIdentity.selector, stranger));
        lines.repay(stranger, 1);
    }

    function test_L11_whoIsFrozenRevokedOrExpiredRepaysInFull() public {
        _draw(ada, 100 * USD);
        identities.freeze(ada);
        identities.revoke(ada);
        skip(400 days);
        uint256 owed = lines.debtOf(adaId);
        assertEq(_repay(ada, owed), owed);
        assertEq(lines.debtOf(adaId), 0);
    }

    function test_L11_aRecoveredPersonKeepsTheLine() public {
        _draw(ada, 100 * USD);
        address heir = _recover(ada, "heir");
        assertEq(_lineOf(heir).principal, 100 * USD);
        _purse(heir);
        vm.prank(heir);
        lines.repay(ada, type(uint256).max);
        assertEq(lines.debtOf(adaId), 0);
    }

    // --- how limits move, L8

    function test_L8_aCycleCarriedToItsEndAndPaidInTimeGrowsTheLimit() public {
        _draw(ada, 500 * USD);
        _to(1, 0);
        vm.expectEmit(address(lines));
        emit ICreditLines.LimitSet(adaId, 600 * USD);
        _repay(ada, _lineOf(ada).due);
        assertEq(_lineOf(ada).limit, 600 * USD);
    }

    function test_L8_growthIsWeighedByTimeAndAmount() public {
        vm.warp(start + 15 days);
        _draw(ada, 250 * USD);
        _to(1, 0);
        // Half the limit for half the time: a quarter of a fifth.
        _repay(ada, _lineOf(ada).due);
        assertApproxEqAbs(_lineOf(ada).limit, 525 * USD, 20);
    }

    function test_L8_theLastSecondInTimeAndTheFirstTooLate() public {
        _draw(ada, 500 * USD);
        _to(1, 10 days - 1);
        uint256 snapshot = vm.snapshotState();
        _repay(ada, _lineOf(ada).due);
        assertEq(_lineOf(ada).limit, 600 * USD);
        vm.revertToState(snapshot);
        _to(1, 10 days);
        _repay(ada, _lineOf(ada).due);
        assertEq(_lineOf(ada).limit, 500 * USD);
    }

    function test_L8_aLimitGrowsToTheCapOfTheTierAndNeverFallsToIt() public {
        lines.setTierCap(2, 550 * USD);
        _draw(ada, 500 * USD);
        _to(1, 0);
        _repay(ada, _lineOf(ada).due);
        assertEq(_lineOf(ada).limit, 550 * USD);
        lines.setTierCap(2, 100 * USD);
        _to(2, 0);
        _repay(ada, _lineOf(ada).due);
        assertEq(_lineOf(ada).limit, 550 * USD);
    }

    function test_L8_aLimitThatWasTakenAwayDoesNotGrow() public {
        _draw(ada, 500 * USD);
        _limit(ada, 0);
        _to(1, 0);
        _repay(ada, _lineOf(ada).due);
        assertEq(_lineOf(ada).limit, 0);
        assertEq(_lineOf(ada).cycle, 2);
    }

    function test_beingDelinquentHalvesTheLimit() public {
        _draw(ada, 500 * USD);
        _to(1, 15 days);
        _repay(ada, _lineOf(ada).due);
        assertEq(_lineOf(ada).limit, 250 * USD);
        assertEq(_lineOf(ada).cycle, 2);
    }

    function test_defaultIsLeftOnlyByPayingAllAndBarsForAYear() public {
        _draw(ada, 100 * USD);
        _to(1, 45 days);
        uint256 owed = lines.debtOf(adaId);
        _repay(ada, owed - 1);
        assertEq(uint256(lines.stateOf(adaId)), uint256(LineState.Default));
        vm.expectEmit(address(lines));
        emit ICreditLines.LineBarred(adaId, 15);
        _repay(ada, 1);
        Line memory line = _lineOf(ada);
        assertEq(line.limit, 0);
        assertEq(line.barredUntil, 15);
        assertEq(line.cycle, 0);

        CreditAttestation memory again = _limitOf(ada, 1);
        bytes memory signed = signature(underwriterKey, _digest(again));
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditBarred.selector, adaId, 15));
        lines.attest(again, underwriter, signed);
        _to(14, 0);
        _limit(ada, 1);
    }

    function test_hurt_limitCutBelowTheDebtStopsDrawsAndAsksNothingSooner() public {
        _draw(ada, 300 * USD);
        _limit(ada, 100 * USD);
        assertEq(_lineOf(ada).due, 0);
        assertEq(lines.availableTo(ada), 0);
        vm.prank(ada);
        vm.expectPartialRevert(ICreditLines.CreditLimitExceeded.selector);
        lines.draw(1, ada);
        _to(1, 0);
        assertEq(_lineOf(ada).due, 30 * USD + _lineOf(ada).interest);
        _repay(ada, _lineOf(ada).due);
        assertGe(_lineOf(ada).limit, 100 * USD);
    }

    function test_hurt_drawAndRepayAroundAStatementGrowsNothing() public {
        for (uint256 cycle = 1; cycle <= 6; ++cycle) {
            _to(cycle, 0);
            vm.warp(vm.getBlockTimestamp() - 1);
            _draw(ada, 500 * USD);
            skip(1);
            _repay(ada, type(uint256).max);
        }
        assertLt(_lineOf(ada).limit, 500 * USD + 1_000);
    }

    function test_interestPaidEarlierInTheSameCycleCounts() public {
        _draw(ada, 500 * USD);
        vm.warp(start + 15 days);
        _repay(ada, type(uint256).max);
        _draw(ada, 500 * USD);
        _to(1, 0);
        _repay(ada, _lineOf(ada).due);
        assertApproxEqAbs(_lineOf(ada).limit, 600 * USD, 2);
    }

    function test_interestPaidInACycleThatIsOverCountsNoMore() public {
        _draw(ada, 500 * USD);
        vm.warp(start + 29 days);
        _repay(ada, type(uint256).max);
        vm.warp(start + 2 * CYCLE - 1 hours);
        _draw(ada, 500 * USD);
        _to(2, 0);
        _repay(ada, _lineOf(ada).due);
        assertLt(_lineOf(ada).limit, 501 * USD);
    }

    // --- attestations

    function test_anUnderwritersWordCountsOnce() public {
        CreditAttestation memory attestation = _limitOf(ben, 100 * USD);
        bytes memory signed = signature(underwriterKey, _digest(attestation));
        vm.expectEmit(address(lines));
        emit ICreditLines.LineAttested(benId, ben, underwriter, 100 * USD, 0);
        lines.attest(attestation, underwriter, signed);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidNonce.selector, benId, 0, 1));
        lines.attest(attestation, underwriter, signed);
    }

    function test_refusesAWordThatIsLateForgedOrOfNobody() public {
        CreditAttestation memory attestation = _limitOf(ben, 100 * USD);
        bytes memory signed = signature(underwriterKey, _digest(attestation));
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidSigner.selector, stranger));
        lines.attest(attestation, stranger, signed);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidSigner.selector, underwriter));
        lines.attest(attestation, underwriter, signature(attesterKey, _digest(attestation)));
        attestation.limit += 1;
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidSigner.selector, underwriter));
        lines.attest(attestation, underwriter, signed);
        attestation.limit -= 1;
        vm.warp(attestation.deadline + 1);
        vm.expectRevert(
            abi.encodeWithSelector(ICreditLines.CreditSignatureExpired.selector, attestation.deadline)
        );
        lines.attest(attestation, underwriter, signed);
    }

    function test_aDismissedUnderwriterSignsForNobody() public {
        CreditAttestation memory attestation = _limitOf(ben, 100 * USD);
        bytes memory signed = signature(underwriterKey, _digest(attestation));
        manager.revokeRole(10, underwriter);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidSigner.selector, underwriter));
        lines.attest(attestation, underwriter, signed);
    }

    function test_hurt_leakedUnderwriterKeyRaisesLimitsByOneQuotaADay() public {
        skip(1 days);
        lines.setUnderwritingQuota(150 * USD, 1 days);
        _limit(ben, 100 * USD);
        CreditAttestation memory more = _limitOf(ben, 151 * USD);
        bytes memory signed = signature(underwriterKey, _digest(more));
        vm.expectPartialRevert(ICreditLines.CreditQuotaExceeded.selector);
        lines.attest(more, underwriter, signed);
        _limit(ben, 150 * USD);
        // Taking back gives nothing back.
        _limit(ben, 0);
        more = _limitOf(ben, 101 * USD);
        signed = signature(underwriterKey, _digest(more));
        vm.expectPartialRevert(ICreditLines.CreditQuotaExceeded.selector);
        lines.attest(more, underwriter, signed);
    }

    function test_noLimitIsGivenBeyondTheTierOrInDefault() public {
        CreditAttestation memory attestation = _limitOf(ben, 5_000 * USD + 1);
        bytes memory signed = signature(underwriterKey, _digest(attestation));
        vm.expectRevert(
            abi.encodeWithSelector(ICreditLines.CreditAboveTierCap.selector, 5_000 * USD + 1, 5_000 * USD)
        );
        lines.attest(attestation, underwriter, signed);
        _draw(ada, 100 * USD);
        _to(1, 45 days);
        attestation = _limitOf(ada, 600 * USD);
        signed = signature(underwriterKey, _digest(attestation));
        vm.expectPartialRevert(ICreditLines.CreditStatementOpen.selector);
        lines.attest(attestation, underwriter, signed);
        _limit(ada, 10 * USD);
    }

    // --- terms

    function test_termsHoldForCyclesThatStartLater() public {
        _draw(ada, 100 * USD);
        CreditTerms memory dearer = _creditTerms();
        (dearer.rateBps, dearer.minimumBps) = (3_600, 2_000);
        vm.expectEmit(address(book));
        emit ICreditBook.TermsSet(2, dearer);
        book.setTerms(dearer);
        _draw(ada, 100 * USD);
        _to(1, 0);
        assertEq(_lineOf(ada).interest, _up(200 * USD * 1_800 * 30 days, YEAR_BPS));
        assertEq(_lineOf(ada).due, 20 * USD + _lineOf(ada).interest);
        _repay(ada, _lineOf(ada).due);
        Cohort memory cohort = book.cohortOf(2);
        assertEq(cohort.rateBps, 3_600);
        _to(2, 0);
        assertEq(_lineOf(ada).interest, _up(180 * USD * 3_600 * 30 days, YEAR_BPS));
        assertEq(_lineOf(ada).due, 36 * USD + _lineOf(ada).interest);
    }

    function test_twoStatementsOfHalfAskForEverythingAndNoMore() public {
        CreditTerms memory half = _creditTerms();
        half.minimumBps = 5_000;
        book.setTerms(half);
        _to(1, 0);
        _draw(ada, 100 * USD);
        _to(3, 0);
        uint256 interest = _lineOf(ada).interest;
        assertGt(interest, 0);
        assertEq(_lineOf(ada).due, 100 * USD + interest);
        _repay(ada, 10 * USD);
        assertEq(_lineOf(ada).due, 90 * USD + interest);
    }

    function test_termsAreBounded() public {
        CreditTerms memory terms = _creditTerms();
        terms.rateBps = 4_001;
        _refusesTerms(terms, "rateBps");
        terms.rateBps = 99;
        _refusesTerms(terms, "rateBps");
        terms = _creditTerms();
        terms.lateBps = 2_001;
        _refusesTerms(terms, "lateBps");
        terms = _creditTerms();
        terms.minimumBps = 499;
        _refusesTerms(terms, "minimumBps");
        terms.minimumBps = 5_001;
        _refusesTerms(terms, "minimumBps");
        terms = _creditTerms();
        terms.growthBps = 5_001;
        _refusesTerms(terms, "growthBps");
        terms = _creditTerms();
        terms.seniorBps = 9_001;
        _refusesTerms(terms, "seniorBps");
        terms = _creditTerms();
        terms.leverageBps = 9_999;
        _refusesTerms(terms, "leverageBps");
        terms.leverageBps = 100_001;
        _refusesTerms(terms, "leverageBps");
    }

    function _refusesTerms(CreditTerms memory terms, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(ICreditBook.CreditInvalidTerms.selector, field));
        book.setTerms(terms);
    }

    function test_onlyRolesSetAndOnlyPartsBook() public {
        vm.startPrank(stranger);
        bytes memory denied = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.expectRevert(denied);
        book.setTerms(_creditTerms());
        vm.expectRevert(denied);
        book.bind(stranger, stranger, stranger);
        vm.expectRevert(denied);
        lines.bindVouching(stranger);
        vm.expectRevert(denied);
        lines.setTierCap(1, 1);
        vm.expectRevert(denied);
        lines.setUnderwritingQuota(1, 1 days);
        bytes memory notPart = abi.encodeWithSelector(ICreditBook.CreditOnlyPart.selector, stranger);
        vm.expectRevert(notPart);
        book.lend(stranger, 1);
        vm.expectRevert(notPart);
        book.collect(1, 0, 0, 0);
        vm.expectRevert(notPart);
        book.recover(0);
        vm.expectRevert(notPart);
        book.writeOff(1, 0, 0);
        vm.expectRevert(notPart);
        book.recordLoss();
        vm.expectRevert(notPart);
        book.deposit(0);
        vm.expectRevert(notPart);
        book.paySenior(stranger, 0, 0);
        vm.expectRevert(notPart);
        book.payJunior(stranger, 0);
        vm.expectRevert(notPart);
        book.setQueued(1);
        bytes memory notVouching = abi.encodeWithSelector(ICreditLines.CreditOnlyVouching.selector, stranger);
        vm.expectRevert(notVouching);
        lines.raiseLimit(stranger, 1);
        vm.expectRevert(notVouching);
        lines.lowerLimit(adaId, 1);
        vm.stopPrank();
        vm.expectRevert(ICreditBook.CreditAlreadyBound.selector);
        book.bind(stranger, stranger, stranger);
        vm.expectRevert(ICreditLines.CreditVouchingBound.selector);
        lines.bindVouching(stranger);
    }

    /// @dev Underwriter, treasurer, pauser and keeper are silent for 90 days: lines go their way by the calendar alone.
    function test_silenceOf90DaysChangesNothingButTheCalendar() public {
        _draw(ada, 100 * USD);
        vm.warp(start + 90 days);
        assertEq(uint256(lines.stateOf(adaId)), uint256(LineState.Default));
        assertEq(_now().assets, _now().senior + _now().junior);
        uint256 owed = lines.debtOf(adaId);
        assertEq(_repay(ada, owed), owed);
    }

    function _up(uint256 dividend, uint256 divisor) private pure returns (uint256) {
        return (dividend + divisor - 1) / divisor;
    }
}
