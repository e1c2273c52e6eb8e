// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ICreditBook} from "../../src/interfaces/loans/ICreditBook.sol";
import {CreditAttestation, ICreditLines} from "../../src/interfaces/loans/ICreditLines.sol";
import {CreditBook} from "../../src/loans/CreditBook.sol";
import {CreditLines} from "../../src/loans/CreditLines.sol";
import {FirstLossPool} from "../../src/loans/FirstLossPool.sol";
import {SeniorPool} from "../../src/loans/SeniorPool.sol";
import {vm} from "../shared/Test.sol";
import {CallingGold} from "./CallingGold.sol";
import {CreditBase} from "./CreditBase.sol";

/// @notice Money of six decimals that calls back.
contract CallingDollar is CallingGold {
    function decimals() public pure override returns (uint8) {
        return 6;
    }
}

/// @notice Ways in which others were hurt, tried on the credit lines. More stand beside what they are about: limits cut below the debt, draws
/// around a statement, leaked keys in CreditLines.t.sol; words for another chain in CreditPermits.t.sol; inflated shares, leaving before a loss is
/// booked, crumbs in the queue in CreditPools.t.sol; loops of vouchers in Vouching.t.sol.
contract CreditAttacksTest is CreditBase {
    /// @dev Of secp256k1.
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    CallingDollar private hostile;

    function setUp() public {
        _deployCredit();
    }

    /// @dev Another set of contracts around money that calls back.
    function _deployHostile() private {
        hostile = new CallingDollar();
        book = new CreditBook(hostile, treasury, _creditTerms(), address(manager));
        lines = new CreditLines(book, identities, address(manager));
        (senior, junior) = (new SeniorPool(book), new FirstLossPool(book));
        book.bind(address(lines), address(senior), address(junior));
        lines.setTierCap(2, 5_000 * USD);
        lines.setUnderwritingQuota(50_000 * USD, 1 days);
        address[3] memory all = [ada, sam, vic];
        for (uint256 i = 0; i < all.length; ++i) {
            hostile.mint(all[i], 10_000 * USD);
            vm.startPrank(all[i]);
            hostile.approve(address(lines), type(uint256).max);
            hostile.approve(address(senior), type(uint256).max);
            hostile.approve(address(junior), type(uint256).max);
            vm.stopPrank();
        }
        _fund();
        _limit(ada, 500 * USD);
    }

    function test_hurt_moneyThatCallsBackFindsNothingToEnter() public {
        _deployHostile();
        // Out: the line and the book have written what they owe, and are shut.
        hostile.watch(ada, address(book), abi.encodeCall(book.accrue, ()));
        _draw(ada, 100 * USD);
        _assertKeptOut();
        hostile.watch(ada, address(lines), abi.encodeCall(lines.draw, (1, ada)));
        _draw(ada, 100 * USD);
        _assertKeptOut();
        hostile.watch(ada, address(lines), abi.encodeCall(lines.repay, (ada, 1)));
        _draw(ada, 100 * USD);
        _assertKeptOut();
        hostile.watch(sam, address(senior), abi.encodeCall(senior.serveQueue, (1)));
        vm.prank(sam);
        senior.withdraw(10 * USD, sam, sam);
        _assertKeptOut();
        hostile.watch(sam, address(book), abi.encodeCall(book.accrue, ()));
        vm.prank(sam);
        senior.withdraw(10 * USD, sam, sam);
        _assertKeptOut();
        _giveNoticeAndWait();
        hostile.watch(vic, address(book), abi.encodeCall(book.accrue, ()));
        vm.prank(vic);
        junior.redeem(10e12, vic, vic);
        _assertKeptOut();
        hostile.watch(vic, address(junior), abi.encodeCall(junior.giveNotice, (1)));
        vm.prank(vic);
        junior.redeem(10e12, vic, vic);
        _assertKeptOut();
        hostile.transfer(address(book), 1);
        hostile.watch(treasury, address(book), abi.encodeCall(book.skim, ()));
        book.skim();
        _assertKeptOut();
        // In: what is on its way belongs to nobody yet.
        hostile.watch(address(book), address(lines), abi.encodeCall(lines.repay, (ada, 1)));
        _repay(ada, 50 * USD);
        _assertKeptOut();
    }

    function test_hurt_moneyOnItsWayIsSkimmedFromNobody() public {
        _deployHostile();
        hostile.watch(address(book), address(book), abi.encodeCall(book.skim, ()));
        vm.prank(sam);
        vm.expectRevert(abi.encodeWithSelector(ICreditBook.CreditMoneyNotReceived.selector, 100 * USD, 0));
        senior.deposit(100 * USD, sam);
        _draw(ada, 100 * USD);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ICreditBook.CreditMoneyNotReceived.selector, 50 * USD, 0));
        lines.repay(ada, 50 * USD);
        assertEq(hostile.balanceOf(treasury), 0);
    }

    function _giveNoticeAndWait() private {
        hostile.mint(address(this), 1);
        vm.prank(vic);
        junior.giveNotice(30e12);
        skip(60 days);
    }

    function _assertKeptOut() private {
        assertEq(
            keccak256(hostile.answer()),
            keccak256(abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector))
        );
        hostile.forget();
    }

    function test_hurt_theOtherFormOfASignatureIsNoneAndAnothersNonceNeither() public {
        CreditAttestation memory attestation = _limitOf(ada, 100 * USD);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(underwriterKey, _digest(attestation));
        bytes memory mirrored = abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? 28 : 27);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidSigner.selector, underwriter));
        lines.attest(attestation, underwriter, mirrored);
        // Hers is used; a word with Ben's, which is not, is no word for her.
        _limit(ada, 100 * USD);
        bytes memory signed = signature(underwriterKey, _digest(attestation));
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidNonce.selector, adaId, 0, 1));
        lines.attest(attestation, underwriter, signed);
        assertEq(lines.nonceOf(benId), 0);
    }

    function test_hurt_aSecondWalletOpensNoSecondLine() public {
        _fund();
        _limit(ada, 100 * USD);
        address second = _link("ada", "second wallet of ada");
        _draw(ada, 60 * USD);
        vm.prank(second);
        vm.expectRevert(
            abi.encodeWithSelector(ICreditLines.CreditLimitExceeded.selector, adaId, 100 * USD + 1, 100 * USD)
        );
        lines.draw(40 * USD + 1, second);
        vm.prank(second);
        lines.draw(40 * USD, second);
    }

    function test_hurt_moneyThatStaysForAMomentEarnsNothing() public {
        _fund();
        _limit(ada, 500 * USD);
        _draw(ada, 500 * USD);
        skip(29 days);
        address flash = makeAddr("flash");
        _purse(flash);
        vm.startPrank(flash);
        uint256 before = money.balanceOf(flash);
        senior.redeem(senior.deposit(50_000 * USD, flash), flash, flash);
        assertLe(money.balanceOf(flash), before);
        assertGe(money.balanceOf(flash), before - 2);
        vm.stopPrank();
    }
}
