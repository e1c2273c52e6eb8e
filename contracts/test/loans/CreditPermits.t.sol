// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {ICreditBook} from "../../src/interfaces/loans/ICreditBook.sol";
import {CreditAttestation, ICreditLines} from "../../src/interfaces/loans/ICreditLines.sol";
import {CreditBook} from "../../src/loans/CreditBook.sol";
import {CreditLines} from "../../src/loans/CreditLines.sol";
import {PermitDigest} from "../shared/PermitDigest.sol";
import {Wallet1271} from "../shared/Wallet1271.sol";
import {vm} from "../shared/Test.sol";
import {CreditBase} from "./CreditBase.sol";

/// @notice What is signed around the credit lines: permits of the money, and the words of underwriters.
contract CreditPermitsTest is CreditBase {
    using PermitDigest for TestDollar;

    address private dora;
    uint256 private doraKey;
    uint8 private v;
    bytes32 private r;
    bytes32 private s;
    uint256 private deadline;

    function setUp() public {
        _deployCredit();
        (dora, doraKey) = makeAddrAndKey("dora");
        money.transfer(dora, 1_000 * USD);
        deadline = vm.getBlockTimestamp() + 1 hours;
    }

    function _permit(address spender, uint256 value) private {
        (v, r, s) = vm.sign(doraKey, money.permitDigest(dora, spender, value, deadline));
    }

    function test_depositsWithAPermitAndTheLeastSharesItWants() public {
        _permit(address(senior), 100 * USD);
        vm.startPrank(dora);
        vm.expectRevert(
            abi.encodeWithSelector(ICreditBook.CreditSharesBelowMinimum.selector, 100e12, 100e12 + 1)
        );
        senior.depositWithPermit(100 * USD, dora, 100e12 + 1, deadline, v, r, s);
        assertEq(senior.depositWithPermit(100 * USD, dora, 100e12, deadline, v, r, s), 100e12);
        vm.stopPrank();
        _permit(address(junior), 50 * USD);
        vm.prank(dora);
        assertEq(junior.depositWithPermit(50 * USD, dora, 50e12, deadline, v, r, s), 50e12);
        assertEq(money.allowance(dora, address(senior)), 0);
        assertEq(senior.decimals(), 12);
        assertEq(junior.nonces(dora), 0);
    }

    function test_aPermitThatSomebodyUsedBeforeDoesNoHarm() public {
        _permit(address(senior), 100 * USD);
        money.permit(dora, address(senior), 100 * USD, deadline, v, r, s);
        vm.prank(dora);
        senior.depositWithPermit(100 * USD, dora, 0, deadline, v, r, s);
    }

    function test_repaysForAnotherWithAPermit() public {
        _fund();
        _limit(ada, 100 * USD);
        _draw(ada, 100 * USD);
        _permit(address(lines), 200 * USD);
        vm.prank(dora);
        assertEq(lines.repayWithPermit(ada, type(uint256).max, 200 * USD, deadline, v, r, s), 100 * USD);
        assertEq(money.balanceOf(dora), 900 * USD);
    }

    function test_aSmartAccountUnderwrites() public {
        Wallet1271 wallet = new Wallet1271(underwriter);
        manager.grantRole(10, address(wallet), 0);
        CreditAttestation memory attestation = _limitOf(ada, 10 * USD);
        lines.attest(attestation, address(wallet), signature(underwriterKey, _digest(attestation)));
        assertEq(_lineOf(ada).limit, 10 * USD);
    }

    function test_hurt_aWordIsForOneChainAndOneContract() public {
        CreditAttestation memory attestation = _limitOf(ada, 10 * USD);
        bytes memory signed = signature(underwriterKey, _digest(attestation));
        CreditLines others = new CreditLines(book, identities, address(manager));
        others.setTierCap(2, 100 * USD);
        others.setUnderwritingQuota(100 * USD, 1 days);
        bytes memory invalid = abi.encodeWithSelector(ICreditLines.CreditInvalidSigner.selector, underwriter);
        vm.expectRevert(invalid);
        others.attest(attestation, underwriter, signed);
        vm.chainId(1);
        vm.expectRevert(invalid);
        lines.attest(attestation, underwriter, signed);
    }

    function test_nobodyAttestsForWhoHasNoIdentity() public {
        CreditAttestation memory attestation = CreditAttestation(dora, 1, 0, deadline);
        bytes memory signed = signature(underwriterKey, _digest(attestation));
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditUnknownIdentity.selector, dora));
        lines.attest(attestation, underwriter, signed);
    }

    function test_capsAndQuotaAreBounded() public {
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidCap.selector, 0, 1));
        lines.setTierCap(0, 1);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidCap.selector, 4, 1));
        lines.setTierCap(4, 1);
        uint256 tooMuch = uint256(type(uint64).max) + 1;
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidCap.selector, 3, tooMuch));
        lines.setTierCap(3, tooMuch);
        vm.expectEmit(address(lines));
        emit ICreditLines.TierCapSet(3, type(uint64).max);
        lines.setTierCap(3, type(uint64).max);
        vm.expectRevert(abi.encodeWithSelector(ICreditLines.CreditInvalidQuota.selector, 1, 1 hours - 1));
        lines.setUnderwritingQuota(1, 1 hours - 1);
        lines.setUnderwritingQuota(1, 1 hours);
        assertEq(lines.underwritingQuota().limit, 1);
    }

    function test_moneyThatDidNotArriveIsNotBooked() public {
        CreditBook other = new CreditBook(money, treasury, _creditTerms(), address(manager));
        other.bind(address(this), address(this), address(this));
        vm.expectRevert(abi.encodeWithSelector(ICreditBook.CreditMoneyNotReceived.selector, 5, 0));
        other.deposit(5);
        money.transfer(address(other), 4);
        vm.expectRevert(abi.encodeWithSelector(ICreditBook.CreditMoneyNotReceived.selector, 5, 4));
        other.recover(5);
        other.recover(4);
        vm.expectRevert(abi.encodeWithSelector(ICreditBook.CreditNotEnoughCash.selector, 5, 4));
        other.paySenior(dora, 0, 5);
        vm.expectRevert(abi.encodeWithSelector(ICreditBook.CreditNotEnoughCash.selector, 5, 4));
        other.payJunior(dora, 5);
    }
}
