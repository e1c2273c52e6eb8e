// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ILapsingPause} from "../../src/interfaces/shared/ILapsingPause.sol";
import {
    Edge,
    IReferralRegistry,
    Referral,
    ReferralStatus,
    ReferralTerms
} from "../../src/interfaces/rewards/IReferralRegistry.sol";
import {vm} from "../shared/Test.sol";
import {Wallet1271} from "../shared/Wallet1271.sol";
import {RewardsBase} from "./RewardsBase.sol";

contract ReferralRegistryTest is RewardsBase {
    // --- binding

    function test_aNewcomerBindsItself() public {
        vm.expectEmit(address(referrals));
        emit IReferralRegistry.ReferralBound(nia, ada, _indexOf(ada));
        _bind(nia, ada);
        Edge memory edge = referrals.edgeOf(nia);
        assertEq(edge.referrer, ada);
        assertEq(edge.referrerIdentity, _indexOf(ada));
        assertEq(edge.identities, 1);
        assertFalse(edge.vested);
        assertEq(edge.paid + edge.bonusBps + edge.newcomerCap, 0);
        _expectStatus(nia, ReferralStatus.Bound);
        assertEq(referrals.nonces(nia), 1);
    }

    function test_anyoneSubmitsWhatTheNewcomerSigned() public {
        Referral memory referral = _referral(nia, ada);
        bytes memory signed = signature(niaKey, _digest(referral));
        vm.prank(stranger);
        referrals.bind(referral, signed);
        assertEq(referrals.edgeOf(nia).referrer, ada);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralInvalidNonce.selector, nia, 0, 1));
        referrals.bind(referral, signed);
    }

    function test_aSmartAccountSignsByItsOwnRule() public {
        address wallet = address(new Wallet1271(nia));
        Referral memory referral = _referral(wallet, ada);
        referrals.bind(referral, signature(niaKey, _digest(referral)));
        _expectStatus(wallet, ReferralStatus.Bound);
    }

    function test_aSignatureEndsWithItsDeadline() public {
        Referral memory referral = _referral(nia, ada);
        bytes memory signed = signature(niaKey, _digest(referral));
        vm.warp(referral.deadline + 1);
        vm.expectRevert(
            abi.encodeWithSelector(IReferralRegistry.ReferralSignatureExpired.selector, referral.deadline)
        );
        referrals.bind(referral, signed);
        vm.warp(referral.deadline);
        referrals.bind(referral, signed);
    }

    function test_theNewcomerItselfNeedsNoNonceAndNoDeadline() public {
        vm.prank(nia);
        referrals.bind(Referral(nia, ada, 99, 0), "");
        _expectStatus(nia, ReferralStatus.Bound);
    }

    function test_anotherReferrerCanBeChosenUntilThereIsAnIdentity() public {
        address ben = _verified("ben");
        _bind(nia, ada);
        _bind(nia, ben);
        Edge memory edge = referrals.edgeOf(nia);
        assertEq(edge.referrer, ben);
        assertEq(edge.referrerIdentity, _indexOf(ben));
        assertEq(edge.identities, 2);

        _attest(nia);
        Referral memory referral = _referral(nia, ada);
        vm.prank(nia);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralNotNewcomer.selector, nia));
        referrals.bind(referral, "");
    }

    function test_onlyWhoIsVerifiedAndInGoodStandingRefers() public {
        address ben = makeAddr("ben");
        _expectBindRefused(ben);
        _attest(ben);
        identities.freeze(ben);
        _expectBindRefused(ben);
        identities.unfreeze(ben);
        skip(YEAR + 1);
        _expectBindRefused(ben);
        _attest(ben);
        _bind(nia, ben);
    }

    function test_aSystemContractIsNoNewcomer() public {
        identities.setSystemContract(nia, true);
        vm.prank(nia);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralNotNewcomer.selector, nia));
        referrals.bind(Referral(nia, ada, 0, 0), "");
    }

    // --- status

    function test_whoNeverBoundHasNoReferral() public {
        _expectStatus(nia, ReferralStatus.None);
        _attest(nia);
        _expectStatus(nia, ReferralStatus.None);
    }

    function test_theFirstAttestationMakesItFinal() public {
        _bind(nia, ada);
        _attest(nia);
        _expectStatus(nia, ReferralStatus.Final);
        // Renewals, further wallets and what the desk does change nothing about who brought whom.
        _attest(nia);
        _link("nia", "phone");
        identities.freeze(nia);
        _expectStatus(nia, ReferralStatus.Final);
    }

    function test_aRecoveryOfTheNewcomerChangesNothing() public {
        _bind(nia, ada);
        _attest(nia);
        _link("nia", "phone");
        address second = _recover(nia, "second");
        _expectStatus(nia, ReferralStatus.Final);
        _recover(second, "third");
        _expectStatus(nia, ReferralStatus.Final);
        _expectStatus(second, ReferralStatus.None);
    }

    function test_voidIfTheWalletJoinsSomebodyWhoWasThere() public {
        address ben = _verified("ben");
        _bind(nia, ada);
        _link("ben", "nia");
        _expectStatus(nia, ReferralStatus.Void);
        vm.expectRevert(
            abi.encodeWithSelector(IReferralRegistry.ReferralNotFinal.selector, nia, ReferralStatus.Void)
        );
        referrals.vest(nia, 1);
        assertEq(referrals.bonusOf(nia), 0);
        assertEq(_indexOf(ben), _indexOf(nia));
    }

    /// @dev Without the count of identities at the binding this would be final: a recovery puts the wallet first.
    function test_voidIfTheWalletReplacesAnOlderAccount() public {
        address ben = _verified("ben");
        _bind(nia, ada);
        _recover(ben, "nia");
        assertEq(identities.accountsOf(identities.identityOf(nia))[0], nia);
        _expectStatus(nia, ReferralStatus.Void);
    }

    function test_voidIfTheIdentityBeganWithAnotherWallet() public {
        _bind(nia, ada);
        _verified("ben");
        _link("ben", "nia");
        _expectStatus(nia, ReferralStatus.Void);
    }

    function test_voidIfItIsTheReferrersOwn() public {
        _bind(nia, ada);
        _link("ada", "nia");
        _expectStatus(nia, ReferralStatus.Void);
    }

    // --- vesting

    function test_vestsWhenTheNewcomerHeldTheMinimum() public {
        _bind(nia, ada);
        _attest(nia);
        uint256 positionId = _stake(nia, MIN_STAKE, MONTH_LOCK);
        skip(30 days);
        vm.expectEmit(address(referrals));
        emit IReferralRegistry.ReferralVested(
            nia,
            ada,
            _indexOf(nia),
            positionId,
            BONUS_BPS,
            uint64(2_000 * POINT)
        );
        vm.prank(stranger);
        referrals.vest(nia, positionId);
        _expectStatus(nia, ReferralStatus.Vested);
        Edge memory edge = referrals.edgeOf(nia);
        assertTrue(edge.vested);
        assertEq(edge.bonusBps, BONUS_BPS);
        assertEq(edge.newcomerCap, 2_000 * POINT);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralAlreadyVested.selector, nia));
        referrals.vest(nia, positionId);
    }

    function test_onlyAFinalReferralVests() public {
        vm.expectRevert(
            abi.encodeWithSelector(IReferralRegistry.ReferralNotFinal.selector, nia, ReferralStatus.None)
        );
        referrals.vest(nia, 1);
        _bind(nia, ada);
        vm.expectRevert(
            abi.encodeWithSelector(IReferralRegistry.ReferralNotFinal.selector, nia, ReferralStatus.Bound)
        );
        referrals.vest(nia, 1);
    }

    function test_theStakeMustBeTheNewcomersOwn() public {
        uint256 positionId = _ready(ada);
        for (uint256 unknown = 0; unknown < 2; ++unknown) {
            uint256 id = unknown == 0 ? positionId : 99;
            vm.expectRevert(
                abi.encodeWithSelector(IReferralRegistry.ReferralNotItsPosition.selector, nia, id)
            );
            referrals.vest(nia, id);
        }
    }

    function test_anyAccountOfTheNewcomerMayHoldTheStake() public {
        _bind(nia, ada);
        _attest(nia);
        address phone = _link("nia", "phone");
        uint256 positionId = _stake(phone, MIN_STAKE, MONTH_LOCK);
        skip(30 days);
        referrals.vest(nia, positionId);
    }

    /// @dev Stake is bearer and stays where it is; it was held all the same.
    function test_stakeOfALostAccountCountsForItsSuccessor() public {
        uint256 positionId = _ready(nia);
        _recover(nia, "second");
        referrals.vest(nia, positionId);
        _expectStatus(nia, ReferralStatus.Vested);
    }

    function test_theStakeMustBeLargeEnough() public {
        uint256 positionId = _ready(nia);
        vm.prank(nia);
        pool.withdraw(positionId, 1, nia);
        vm.expectRevert(
            abi.encodeWithSelector(
                IReferralRegistry.ReferralStakeTooSmall.selector,
                positionId,
                MIN_STAKE - 1,
                MIN_STAKE
            )
        );
        referrals.vest(nia, positionId);
    }

    function test_theStakeMustBeLocked() public {
        _bind(nia, ada);
        _attest(nia);
        uint256 positionId = _stake(nia, MIN_STAKE, 0);
        skip(100 days);
        vm.expectRevert(
            abi.encodeWithSelector(IReferralRegistry.ReferralLockTooShort.selector, positionId)
        );
        referrals.vest(nia, positionId);
    }

    function test_theStakeMustHaveBeenHeldForThirtyDays() public {
        _bind(nia, ada);
        _attest(nia);
        uint256 positionId = _stake(nia, MIN_STAKE, 3);
        uint48 readyAt = uint48(vm.getBlockTimestamp() + 30 days);
        vm.warp(readyAt - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IReferralRegistry.ReferralHeldTooShort.selector, positionId, readyAt)
        );
        referrals.vest(nia, positionId);
        vm.warp(readyAt);
        referrals.vest(nia, positionId);
    }

    function test_addingToAStakeStartsItsTimeAnew() public {
        uint256 positionId = _ready(nia);
        qti.transfer(nia, 1);
        vm.startPrank(nia);
        qti.approve(address(pool), 1);
        pool.increase(positionId, 1);
        vm.stopPrank();
        vm.expectPartialRevert(IReferralRegistry.ReferralHeldTooShort.selector);
        referrals.vest(nia, positionId);
    }

    function test_theNewcomerMustBeVerifiedThen() public {
        uint256 positionId = _ready(nia);
        bytes memory refusal = abi.encodeWithSelector(
            IReferralRegistry.ReferralNewcomerNotVerified.selector,
            nia
        );
        identities.freeze(nia);
        vm.expectRevert(refusal);
        referrals.vest(nia, positionId);
        identities.unfreeze(nia);
        skip(YEAR);
        vm.expectRevert(refusal);
        referrals.vest(nia, positionId);
        _attest(nia);
        referrals.vest(nia, positionId);
    }

    // --- bonus

    function test_paysThePartOfTheEarlyPoints() public {
        _bringIn(nia, ada);
        _claimTaps(nia, 505 * POINT + 19, 1);
        uint256 expected = (505 * POINT + 19) / 10;
        assertEq(referrals.bonusOf(nia), expected);
        vm.expectEmit(address(referrals));
        emit IReferralRegistry.ReferralBonusClaimed(nia, ada, ada, expected, expected);
        vm.prank(stranger);
        assertEq(referrals.claimBonus(nia), expected);
        assertEq(points.balanceOf(ada), expected);
        assertEq(referrals.paidTo(_indexOf(ada)), expected);
        assertEq(referrals.edgeOf(nia).paid, expected);

        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralNothingToClaim.selector, nia));
        referrals.claimBonus(nia);
        _claimTaps(nia, 605 * POINT + 19, 2);
        assertEq(referrals.claimBonus(nia), 10 * POINT);
    }

    function test_pointsBeforeTheVestingCountAndThoseAfterNinetyDaysDoNot() public {
        _bind(nia, ada);
        _attest(nia);
        _claimTaps(nia, 800 * POINT, 1);
        uint256 positionId = _stake(nia, MIN_STAKE, MONTH_LOCK);
        assertEq(referrals.bonusOf(nia), 0, "not before it vested");
        skip(90 days);
        referrals.vest(nia, positionId);
        _claimTaps(nia, 1_700 * POINT, 2);
        assertEq(referrals.claimBonus(nia), 80 * POINT);
    }

    function test_nothingIsPaidBeforeItVested() public {
        _bind(nia, ada);
        _attest(nia);
        _claimTaps(nia, CAP, 1);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralNotVested.selector, nia));
        referrals.claimBonus(nia);
    }

    function test_aNewcomerBringsNoMoreThanItsCap() public {
        _setTerms(5_000, uint64(1_200 * POINT), uint64(50_000 * POINT));
        _bringIn(nia, ada);
        _earn(nia, 2_000 * POINT);
        assertEq(referrals.claimBonus(nia), 1_000 * POINT);
        _earn(nia, 2_000 * POINT);
        assertEq(referrals.claimBonus(nia), 200 * POINT);
        _earn(nia, 2_000 * POINT);
        assertEq(referrals.bonusOf(nia), 0);
    }

    function test_aReferrerGetsNoMoreThanItsCapOverAll() public {
        _setTerms(BONUS_BPS, uint64(150 * POINT), uint64(150 * POINT));
        address ben = makeAddr("ben");
        _bringIn(nia, ada);
        _bringIn(ben, ada);
        _earn(nia, CAP);
        _earn(ben, CAP);
        assertEq(referrals.claimBonus(nia), 100 * POINT);
        assertEq(referrals.bonusOf(ben), 50 * POINT);
        assertEq(referrals.claimBonus(ben), 50 * POINT);
        assertEq(referrals.bonusOf(ben), 0);
        vm.expectRevert(abi.encodeWithSelector(IReferralRegistry.ReferralNothingToClaim.selector, ben));
        referrals.claimBonus(ben);

        // A higher cap pays what waited; one below what was paid takes nothing back.
        _setTerms(BONUS_BPS, uint64(10 * POINT), uint64(10 * POINT));
        assertEq(referrals.bonusOf(ben), 0);
        _setTerms(BONUS_BPS, uint64(10 * POINT), uint64(500 * POINT));
        assertEq(referrals.claimBonus(ben), 50 * POINT);
        assertEq(referrals.paidTo(_indexOf(ada)), 200 * POINT);
    }

    function test_vestedReferralsKeepTheirTerms() public {
        _bringIn(nia, ada);
        vm.expectEmit(address(referrals));
        emit IReferralRegistry.ReferralTermsSet(1, 2, uint64(50_000 * POINT), 3);
        referrals.setTerms(ReferralTerms(1, 2, uint64(50_000 * POINT), 3));
        _claimTaps(nia, CAP, 1);
        assertEq(referrals.claimBonus(nia), 100 * POINT);
    }

    function test_theSuccessorOfAReferrerIsPaid() public {
        _bringIn(nia, ada);
        _claimTaps(nia, CAP, 1);
        address second = _recover(ada, "second");
        vm.expectEmit(address(referrals));
        emit IReferralRegistry.ReferralBonusClaimed(nia, ada, second, 100 * POINT, 100 * POINT);
        referrals.claimBonus(nia);
        assertEq(points.balanceOf(second), 100 * POINT);
    }

    function test_aRecoveredNewcomerStillEarnsForItsReferrer() public {
        _bringIn(nia, ada);
        _claimTaps(nia, 200 * POINT, 1);
        address second = _recover(nia, "second");
        _claimTaps(second, 500 * POINT, 2);
        assertEq(referrals.claimBonus(nia), 50 * POINT);
    }

    function test_pausingStopsVestingAndPayingAndLetsNewcomersBind() public {
        uint256 positionId = _ready(nia);
        referrals.pause();
        vm.expectPartialRevert(ILapsingPause.PauseActive.selector);
        referrals.vest(nia, positionId);
        vm.expectPartialRevert(ILapsingPause.PauseActive.selector);
        referrals.claimBonus(nia);
        _bind(makeAddr("ben"), ada);
        referrals.unpause();
        referrals.vest(nia, positionId);
    }

    // --- terms

    function test_termsMustMakeSense() public {
        ReferralTerms[3] memory bad = [_terms(), _terms(), _terms()];
        bad[0].bonusBps = 10_001;
        bad[1].newcomerCap = bad[1].referrerCap + 1;
        bad[2].minStake = 0;
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert(IReferralRegistry.ReferralInvalidTerms.selector);
            referrals.setTerms(bad[i]);
        }
        ReferralTerms memory most = ReferralTerms(10_000, 5, 5, 1);
        referrals.setTerms(most);
        assertEq(keccak256(abi.encode(referrals.terms())), keccak256(abi.encode(most)));
    }

    function test_strangersSetNothing() public {
        vm.prank(ada);
        vm.expectRevert(_refusal(ada));
        referrals.setTerms(_terms());
    }

    function test_saysItsDomain() public view {
        (, string memory name, string memory version, uint256 chainId, address verifier, , ) = referrals
            .eip712Domain();
        assertEq(name, "QTI Referrals");
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(verifier, address(referrals));
    }

    // --- fuzz

    /// @dev Against the formula, over random terms and claims of two newcomers of one referrer.
    function testFuzz_theBonusIsWhatTheTermsSay(uint16 bps, uint64 newcomerCap, uint64 referrerCap, uint256 seed) public {
        bps = uint16(bound(bps, 0, 10_000));
        referrerCap = uint64(bound(referrerCap, 0, 2_000 * POINT));
        newcomerCap = uint64(bound(newcomerCap, 0, referrerCap));
        _setTerms(bps, newcomerCap, referrerCap);
        address[2] memory newcomers = [nia, makeAddr("ben")];
        _bringIn(newcomers[0], ada);
        _bringIn(newcomers[1], ada);
        uint256 sum;
        uint256[2] memory paid;
        uint256[2] memory total;
        for (uint64 i = 1; i < 9; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 who = seed % 2;
            skip(DAY);
            total[who] += 1 + ((seed >> 8) % CAP);
            _claimTaps(newcomers[who], total[who], i);
            uint256 due = (total[who] * bps) / 10_000;
            if (due > newcomerCap) due = newcomerCap;
            due -= paid[who];
            if (due > referrerCap - sum) due = referrerCap - sum;
            assertEq(referrals.bonusOf(newcomers[who]), due);
            if (due == 0) continue;
            assertEq(referrals.claimBonus(newcomers[who]), due);
            (paid[who], sum) = (paid[who] + due, sum + due);
        }
        assertEq(points.balanceOf(ada), sum);
        assertEq(referrals.paidTo(_indexOf(ada)), sum);
    }

    /// @dev Nia is final and `staker` has held enough for long enough.
    function _ready(address staker) private returns (uint256 positionId) {
        _bind(nia, ada);
        _attest(nia);
        positionId = _stake(staker, MIN_STAKE, MONTH_LOCK);
        skip(30 days);
    }

    function _verified(string memory name) private returns (address account) {
        account = makeAddr(name);
        _attest(account);
    }

    function _setTerms(uint16 bps, uint64 newcomerCap, uint64 referrerCap) private {
        referrals.setTerms(ReferralTerms(bps, newcomerCap, referrerCap, uint128(MIN_STAKE)));
    }

    function _expectBindRefused(address referrer) private {
        Referral memory referral = _referral(nia, referrer);
        vm.prank(nia);
        vm.expectRevert(
            abi.encodeWithSelector(IReferralRegistry.ReferralReferrerNotVerified.selector, referrer)
        );
        referrals.bind(referral, "");
    }

    function _expectStatus(address newcomer, ReferralStatus expected) private view {
        assertEq(uint256(referrals.statusOf(newcomer)), uint256(expected));
    }
}
