// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ICreditLines} from "../../src/interfaces/loans/ICreditLines.sol";
import {IVouching, Vouch} from "../../src/interfaces/loans/IVouching.sol";
import {vm} from "../shared/Test.sol";
import {CreditBase} from "./CreditBase.sol";

contract VouchingTest is CreditBase {
    function setUp() public {
        _deployCredit();
        _fund();
        vm.prank(sam);
        junior.deposit(600 * USD, sam);
        vm.prank(ada);
        vouching.invite(vic, true);
    }

    function _vouch(address voucher, address borrower, uint256 shares, uint256 limit) private {
        vm.prank(voucher);
        vouching.vouch(borrower, shares, limit);
    }

    /// @dev Shares worth `worth` or a unit more.
    function _shares(uint256 worth) private view returns (uint256) {
        return junior.previewWithdraw(worth);
    }

    function test_aVouchAddsAtMostFourFifthsOfItsWorth() public {
        uint256 shares = _shares(100 * USD);
        vm.prank(vic);
        vm.expectRevert(
            abi.encodeWithSelector(IVouching.VouchingAboveWorth.selector, 80 * USD + 1, 80 * USD)
        );
        vouching.vouch(ada, shares, 80 * USD + 1);
        vm.expectEmit(address(vouching));
        emit IVouching.Vouched(adaId, vicId, vic, shares, shares, 80 * USD);
        _vouch(vic, ada, shares, 80 * USD);
        assertEq(_lineOf(ada).limit, 80 * USD);
        assertEq(junior.balanceOf(address(vouching)), shares);
        assertEq(vouching.linesVouchedBy(vicId), 1);
        assertEq(vouching.vouchersOf(adaId)[0], vicId);
        _draw(ada, 80 * USD);
    }

    function test_aVoucherAddsToItsVouch() public {
        _vouch(vic, ada, _shares(100 * USD), 40 * USD);
        _vouch(vic, ada, _shares(50 * USD), 80 * USD);
        Vouch memory own = vouching.vouchOf(adaId, vicId);
        assertEq(own.limit, 120 * USD);
        assertEq(_lineOf(ada).limit, 120 * USD);
        assertEq(vouching.linesVouchedBy(vicId), 1);
        address second = _link("vic", "vic's phone");
        vm.prank(second);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingNotOwner.selector, adaId, second, vic));
        vouching.vouch(ada, 1, 0);
    }

    function test_hurt_vouchLoopsAndCircularVouching() public {
        uint256 shares = _shares(100 * USD);
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingOwnLine.selector, vicId));
        vouching.vouch(vic, shares, 1);

        _vouch(vic, ada, shares, 80 * USD);
        // Ada is vouched for: she vouches for nobody, whatever she deposits.
        vm.prank(ada);
        uint256 own = junior.deposit(50 * USD, ada);
        vm.prank(ben);
        vouching.invite(ada, true);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingVouchedFor.selector, adaId));
        vouching.vouch(ben, own, 1);
        // Vic vouches: nobody vouches for him.
        vm.prank(vic);
        vouching.invite(ben, true);
        vm.prank(ben);
        uint256 bens = junior.deposit(50 * USD, ben);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingBorrowerVouches.selector, vicId));
        vouching.vouch(vic, bens, 1);
    }

    function test_whoOwesDoesNotVouch() public {
        _limit(vic, 10 * USD);
        _draw(vic, 10 * USD);
        uint256 shares = _shares(10 * USD);
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingOwes.selector, vicId, 10 * USD));
        vouching.vouch(ada, shares, 1);
    }

    function test_onlyWhoWasInvitedVouches() public {
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingNotInvited.selector, benId, vicId));
        vouching.vouch(ben, 1, 0);
        vm.prank(ada);
        vm.expectEmit(address(vouching));
        emit IVouching.VoucherInvited(adaId, vicId, false);
        vouching.invite(vic, false);
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingNotInvited.selector, adaId, vicId));
        vouching.vouch(ada, 1, 0);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingUnknownIdentity.selector, stranger));
        vouching.invite(vic, true);
    }

    function test_refusesNothingStrangersAndAPause() public {
        vm.startPrank(vic);
        vm.expectRevert(IVouching.VouchingZeroShares.selector);
        vouching.vouch(ada, 0, 0);
        vm.stopPrank();
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingNotInGoodStanding.selector, stranger));
        vouching.vouch(ada, 1, 0);
        book.pause();
        uint48 until = book.pausedUntil();
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingPaused.selector, until));
        vouching.vouch(ada, 1, 0);
        vm.warp(until);
        _vouch(vic, ada, 1, 0);
        assertEq(vouching.vouchOf(adaId, vicId).shares, 1);
    }

    function test_atMostEightVouchersALine() public {
        for (uint256 i = 0; i < 8; ++i) _join(i, ada);
        assertEq(vouching.vouchersOf(adaId).length, 8);
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingTooManyVouchers.selector, adaId, 8));
        vouching.vouch(ada, 1, 0);
    }

    function test_atMostEightLinesAVoucher() public {
        for (uint256 i = 0; i < 8; ++i) {
            string memory name = string(abi.encodePacked("borrower", vm.toString(i)));
            _person(name);
            address borrower = makeAddr(name);
            vm.prank(borrower);
            vouching.invite(vic, true);
            _vouch(vic, borrower, 1, 0);
        }
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingTooManyLines.selector, vicId, 8));
        vouching.vouch(ada, 1, 0);
    }

    function _join(uint256 number, address borrower) private {
        string memory name = string(abi.encodePacked("voucher", vm.toString(number)));
        _person(name);
        address voucher = makeAddr(name);
        vm.prank(borrower);
        vouching.invite(voucher, true);
        vm.startPrank(voucher);
        vouching.vouch(borrower, junior.deposit(10 * USD, voucher), 1);
        vm.stopPrank();
    }

    function test_theFirstOfTwoVouchersLeavesAndTheOtherStays() public {
        _vouch(vic, ada, _shares(100 * USD), 40 * USD);
        vm.prank(ada);
        vouching.invite(ben, true);
        vm.startPrank(ben);
        uint256 bens = junior.deposit(50 * USD, ben);
        vouching.vouch(ada, bens, 20 * USD);
        vm.stopPrank();
        vm.prank(vic);
        vouching.end(adaId);
        assertEq(vouching.vouchersOf(adaId).length, 1);
        assertEq(vouching.vouchersOf(adaId)[0], benId);
        assertEq(vouching.vouchOf(adaId, benId).shares, bens);
        assertEq(_lineOf(ada).limit, 20 * USD);
        vm.prank(ben);
        vouching.end(adaId);
        assertEq(vouching.vouchersOf(adaId).length, 0);
        assertEq(junior.balanceOf(ben), bens);
    }

    function test_endingGivesTheSharesBackWhereTheLineDoesWithout() public {
        uint256 before = junior.balanceOf(vic);
        _vouch(vic, ada, _shares(100 * USD), 80 * USD);
        vm.prank(vic);
        vm.expectEmit(address(vouching));
        emit IVouching.VouchEnded(adaId, vicId, 80 * USD);
        vouching.end(adaId);
        assertEq(junior.balanceOf(vic), before);
        assertEq(_lineOf(ada).limit, 0);
        assertEq(vouching.linesVouchedBy(vicId), 0);
        assertEq(vouching.vouchersOf(adaId).length, 0);
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingNone.selector, adaId, vicId));
        vouching.end(adaId);
    }

    function test_endingStopsDrawsAtOnceAndKeepsTheSharesUntilTheDebtIsPaid() public {
        uint256 before = junior.balanceOf(vic);
        _vouch(vic, ada, _shares(100 * USD), 80 * USD);
        _draw(ada, 50 * USD);
        vm.prank(vic);
        vm.expectRevert(
            abi.encodeWithSelector(IVouching.VouchingStillNeeded.selector, adaId, 50 * USD, 80 * USD)
        );
        vouching.unlock(adaId);
        vm.prank(vic);
        vouching.end(adaId);
        vm.prank(ada);
        vm.expectPartialRevert(ICreditLines.CreditLimitExceeded.selector);
        lines.draw(1, ada);
        vm.prank(vic);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingStillNeeded.selector, adaId, 50 * USD, 0));
        vouching.unlock(adaId);
        _repay(ada, type(uint256).max);
        vm.prank(vic);
        vouching.unlock(adaId);
        assertEq(junior.balanceOf(vic), before);
    }

    function test_anOpenStatementKeepsTheSharesAlsoWhereTheDebtFits() public {
        _limit(ada, 200 * USD);
        _vouch(vic, ada, _shares(100 * USD), 80 * USD);
        _draw(ada, 100 * USD);
        _to(1, 0);
        vm.prank(vic);
        vouching.end(adaId);
        assertGt(vouching.vouchOf(adaId, vicId).shares, 0);
        _repay(ada, _lineOf(ada).due);
        vm.prank(vic);
        vouching.unlock(adaId);
        assertEq(vouching.vouchOf(adaId, vicId).shares, 0);
    }

    function test_anotherAccountEndsNothing() public {
        _vouch(vic, ada, _shares(100 * USD), 80 * USD);
        address second = _link("vic", "vic's phone");
        vm.prank(second);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingNotOwner.selector, adaId, second, vic));
        vouching.end(adaId);
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingUnknownIdentity.selector, stranger));
        vouching.unlock(adaId);
    }

    function test_exitsGoOnWhilePausedAndForWhoIsFrozen() public {
        _vouch(vic, ada, _shares(100 * USD), 80 * USD);
        book.pause();
        identities.freeze(vic);
        vm.prank(vic);
        vouching.end(adaId);
        assertEq(vouching.vouchOf(adaId, vicId).shares, 0);
    }

    function test_L10_vouchersBearTheLossFirst() public {
        _vouch(vic, ada, _shares(200 * USD), 160 * USD);
        _draw(ada, 100 * USD);
        _to(1, 225 days);
        uint256 others = junior.previewRedeem(junior.balanceOf(sam));
        uint256 loss = lines.debtOf(adaId);
        vm.expectRevert(abi.encodeWithSelector(IVouching.VouchingOnlyLines.selector, address(this)));
        vouching.burnFor(adaId, 1);
        (uint256 burnt, ) = lines.writeOff(ada);
        assertEq(vouching.vouchOf(adaId, vicId).shares, _sharesBefore() - burnt);
        // The others, with Vic's shares that were not locked, get the whole loss back.
        uint256 gained = junior.previewRedeem(junior.balanceOf(sam)) - others;
        uint256 whole = junior.totalSupply() + 1e6;
        assertApproxEqAbs(gained, (loss * junior.balanceOf(sam)) / whole, 2);
        vm.prank(vic);
        vouching.unlock(adaId);
        assertEq(vouching.linesVouchedBy(vicId), 0);
    }

    function _sharesBefore() private view returns (uint256) {
        return vouching.vouchOf(adaId, vicId).shares + _burnt();
    }

    /// @dev What is missing of all shares that were ever made: nothing else burnt any.
    function _burnt() private view returns (uint256) {
        return 1_200 * USD * 1e6 - junior.totalSupply();
    }

    function test_moreThanIsLockedDoesNotBurn() public {
        _limit(ada, 400 * USD);
        uint256 shares = _shares(50 * USD);
        _vouch(vic, ada, shares, 40 * USD);
        _draw(ada, 400 * USD);
        _to(1, 225 days);
        (uint256 burnt, ) = lines.writeOff(ada);
        assertEq(burnt, shares);
        assertEq(vouching.vouchOf(adaId, vicId).shares, 0);
        vm.prank(vic);
        vouching.unlock(adaId);
    }
}
