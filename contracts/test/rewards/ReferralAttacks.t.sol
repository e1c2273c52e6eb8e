// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Edge, IReferralRegistry, Referral, ReferralStatus} from "../../src/interfaces/rewards/IReferralRegistry.sol";
import {ReferralRegistry} from "../../src/rewards/ReferralRegistry.sol";
import {vm} from "../shared/Test.sol";
import {RewardsBase} from "./RewardsBase.sol";

/// @notice How others were hurt by referrals.
contract ReferralAttacksTest is RewardsBase {
    function test_hurt_selfReferral() public {
        vm.prank(nia);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralSelf.selector, nia));
        referrals.bind(Referral(nia, nia, 0, 0), "");
    }

    /// @dev A second wallet of the referrer: as soon as it is known to be the same person, nothing is owed.
    function test_hurt_selfReferralByASecondWallet() public {
        _bind(nia, ada);
        _link("ada", "nia");
        assertEq(uint256(referrals.statusOf(nia)), uint256(ReferralStatus.Void));
        uint256 positionId = _stake(nia, MIN_STAKE, MONTH_LOCK);
        skip(30 days);
        vm.expectPartialRevert(IReferralRegistry.ReferralNotFinal.selector);
        referrals.vest(nia, positionId);
    }

    function test_hurt_R4_noCircleOfReferrals() public {
        address ben = makeAddr("ben");
        _bind(nia, ada);
        _attest(nia);
        _bind(ben, nia);
        _attest(ben);
        // Ada is verified, so nobody can have brought her any more; nor through a fresh wallet of hers.
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralNotNewcomer.selector, ada));
        referrals.bind(Referral(ada, ben, 0, 0), "");
        address fresh = makeAddr("fresh");
        _bind(fresh, ben);
        _recover(ada, "fresh");
        assertEq(uint256(referrals.statusOf(fresh)), uint256(ReferralStatus.Void));
        Edge memory edge = referrals.edgeOf(ben);
        assertLt(edge.referrerIdentity, _indexOf(ben));
        assertLe(edge.identities, _indexOf(ben) - 1);
    }

    /// @dev One person, two wallets bound before the first verification, and a move from one to the other.
    function test_hurt_twoWalletsOfOneNewcomerVestOnce() public {
        address phone = makeAddr("phone");
        _bind(nia, ada);
        _bind(phone, ada);
        _attest(nia);
        uint256 positionId = _stake(nia, MIN_STAKE, MONTH_LOCK);
        skip(30 days);
        _recover(nia, "phone");
        assertEq(uint256(referrals.statusOf(nia)), uint256(ReferralStatus.Final));
        assertEq(uint256(referrals.statusOf(phone)), uint256(ReferralStatus.Final));

        referrals.vest(nia, positionId);
        assertEq(uint256(referrals.statusOf(phone)), uint256(ReferralStatus.Void));
        vm.expectRevert(
            abi.encodeWithSelector(IReferralRegistry.ReferralNotFinal.selector, phone, ReferralStatus.Void)
        );
        referrals.vest(phone, positionId);
        assertEq(uint256(referrals.statusOf(nia)), uint256(ReferralStatus.Vested));
    }

    /// @dev The linked wallet's own referral is void whichever of the two was attested first.
    function test_hurt_twoWalletsOfOneNewcomerThatAreLinked() public {
        address phone = makeAddr("phone");
        _bind(nia, ada);
        _bind(phone, ada);
        _attest(nia);
        _link("nia", "phone");
        assertEq(uint256(referrals.statusOf(nia)), uint256(ReferralStatus.Final));
        assertEq(uint256(referrals.statusOf(phone)), uint256(ReferralStatus.Void));
    }

    function test_hurt_nonceOfTheWrongOwner() public {
        // Nia's own nonce moved on; Ada's, which is still 0, does not help.
        Referral memory referral = _referral(nia, ada);
        bytes memory signed = signature(niaKey, _digest(referral));
        _bind(nia, ada);
        assertEq(referrals.nonces(ada), 0);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralInvalidNonce.selector, nia, 0, 1));
        referrals.bind(referral, signed);
    }

    /// @dev What was signed for one referrer must not undo a later choice that the newcomer made itself.
    function test_hurt_anOldSignatureDoesNotUndoALaterChoice() public {
        address ben = makeAddr("ben");
        _attest(ben);
        Referral memory forBen = _referral(nia, ben);
        bytes memory signed = signature(niaKey, _digest(forBen));
        _bind(nia, ada);
        vm.prank(ben);
        vm.expectPartialRevert(IReferralRegistry.ReferralInvalidNonce.selector);
        referrals.bind(forBen, signed);
        assertEq(referrals.edgeOf(nia).referrer, ada);
    }

    function test_hurt_nobodyBindsAnotherWithoutItsSignature() public {
        Referral memory referral = _referral(nia, ada);
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralInvalidSigner.selector, nia));
        referrals.bind(referral, "");
        bytes memory signed = signature(niaKey, _digest(referral));
        referral.referrer = makeAddr("ben");
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralInvalidSigner.selector, nia));
        referrals.bind(referral, signed);
        referral = _referral(stranger, ada);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralInvalidSigner.selector, stranger));
        referrals.bind(referral, signed);
    }

    function test_hurt_aSignatureIsForOneChainAndOneContract() public {
        Referral memory referral = _referral(nia, ada);
        bytes memory signed = signature(niaKey, _digest(referral));
        ReferralRegistry other = new ReferralRegistry(address(manager), identities, pool, taps, points);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralInvalidSigner.selector, nia));
        other.bind(referral, signed);
        vm.chainId(31_338);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralInvalidSigner.selector, nia));
        referrals.bind(referral, signed);
    }

    function test_hurt_malleableSignatures() public {
        Referral memory referral = _referral(nia, ada);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(niaKey, _digest(referral));
        bytes memory twisted = abi.encodePacked(
            r,
            bytes32(SECP256K1_N - uint256(s)),
            v == 27 ? uint8(28) : uint8(27)
        );
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralInvalidSigner.selector, nia));
        referrals.bind(referral, twisted);
    }

    /// @dev One stake cannot be lent from newcomer to newcomer: it belongs to one identity.
    function test_hurt_oneStakeVestsOneNewcomer() public {
        uint256 positionId = _bringIn(nia, ada);
        address ben = makeAddr("ben");
        _bind(ben, ada);
        _attest(ben);
        vm.expectRevert(
            abi.encodeWithSelector(IReferralRegistry.ReferralNotItsPosition.selector, ben, positionId)
        );
        referrals.vest(ben, positionId);
    }

    /// @dev A position that was emptied early keeps its start and lock, and holds nothing.
    function test_hurt_anEmptiedPositionIsNoStake() public {
        _bind(nia, ada);
        _attest(nia);
        uint256 positionId = _stake(nia, MIN_STAKE, MONTH_LOCK);
        vm.prank(nia);
        pool.withdraw(positionId, MIN_STAKE, nia);
        skip(30 days);
        vm.expectPartialRevert(IReferralRegistry.ReferralStakeTooSmall.selector);
        referrals.vest(nia, positionId);
    }
}
