// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IStakingPool} from "../../src/interfaces/staking/IStakingPool.sol";
import {IStreamedStaking} from "../../src/interfaces/staking/IStreamedStaking.sol";
import {vm} from "../shared/Test.sol";
import {PoolFixture} from "./PoolFixture.sol";

/// @notice What flows to whom, and the ways in which others lost rewards or took those of others.
contract StakingPoolStreamTest is PoolFixture {
    /// @dev Most units that roundings take in these small stories.
    uint256 private constant DUST = 5;
    uint256 private constant ONE = 2 ** 96;

    // --- streaming

    function test_rewardsFlowEvenlyOverAWeek() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        for (uint256 day = 1; day <= 7; ++day) {
            skip(1 days);
            assertEq(pool.earnedOf(id), day * 100 * QTI);
            assertEq(pool.rewardPerWeight(), day * ONE);
        }
    }

    function test_rewardsAreSharedByWeightAndTime() public {
        uint256 adas = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        // 100 of weight beside 250.
        uint256 bens = _stake(ben, 100 * QTI, YEAR);
        skip(6 days);
        assertApproxEqAbs(pool.earnedOf(adas), 100 * QTI + (600 * QTI * 100) / 350, DUST);
        assertApproxEqAbs(pool.earnedOf(bens), (600 * QTI * 250) / 350, DUST);
    }

    function test_aClaimPaysWhatWasEarnedAndNothingElse() public {
        vm.warp(1_000_000);
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        uint256 before = qti.balanceOf(ben);
        vm.expectEmit(address(pool));
        emit IStakingPool.PoolAccrued(100 * QTI, ONE, 600 * QTI, uint48(1_000_000 + WEEK));
        vm.expectEmit(address(pool));
        emit IStakingPool.RewardClaimed(id, ada, ben, 100 * QTI);
        vm.prank(ada);
        assertEq(pool.claim(id, ben), 100 * QTI);
        assertEq(qti.balanceOf(ben), before + 100 * QTI);
        assertEq(pool.earnedOf(id), 0);
        assertEq(pool.positionOf(id).amount, 100 * QTI);
        assertEq(_claim(ada, id), 0, "nothing twice");
        skip(2 days);
        assertEq(_claim(ada, id), 200 * QTI);
    }

    function test_aWithdrawalPaysNoRewardWhichStaysOwed() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        vm.expectEmit(address(pool));
        emit IStakingPool.Withdrawn(id, ada, ada, 100 * QTI, 0, 0, 0, 100 * QTI);
        assertEq(_withdraw(ada, id, 100 * QTI), 100 * QTI);
        assertEq(pool.positionOf(id).owed, 100 * QTI);
        skip(300 days);
        assertEq(pool.earnedOf(id), 100 * QTI, "nobody stakes, nothing flows");
        assertEq(_claim(ada, id), 100 * QTI);
    }

    function test_anIncreaseSettlesAtTheOldWeight() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stake(ben, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        _increase(ada, id, 200 * QTI);
        assertEq(pool.positionOf(id).owed, 50 * QTI);
        skip(1 days);
        assertApproxEqAbs(pool.earnedOf(id), 125 * QTI, DUST);
    }

    function test_aPartWithdrawalSettlesAtTheOldWeight() public {
        uint256 id = _stake(ada, 300 * QTI, FREE);
        _stake(ben, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        _withdraw(ada, id, 200 * QTI);
        assertEq(pool.positionOf(id).owed, 75 * QTI);
        skip(1 days);
        assertApproxEqAbs(pool.earnedOf(id), 125 * QTI, DUST);
    }

    function test_untilPokedAnExpiredPositionEarnsByItsMultiplier() public {
        uint256 adas = _stake(ada, 100 * QTI, YEAR);
        _stake(ben, 250 * QTI, FREE);
        skip(365 days);
        _stream(700 * QTI);
        skip(1 days);
        assertApproxEqAbs(pool.earnedOf(adas), 50 * QTI, DUST);
        pool.poke(adas);
        assertApproxEqAbs(pool.positionOf(adas).owed, 50 * QTI, DUST);
        skip(1 days);
        assertApproxEqAbs(pool.earnedOf(adas), 50 * QTI + (100 * QTI * 100) / 350, DUST);
    }

    function test_notifyTellsWhatFlowsUntilWhen() public {
        vm.warp(1_000_000);
        _stake(ada, 100 * QTI, FREE);
        vm.expectEmit(address(pool));
        emit IStakingPool.PoolAccrued(100 * QTI, 0, 700 * QTI, uint48(1_000_000 + WEEK));
        vm.expectEmit(address(pool));
        emit IStreamedStaking.RewardNotified(700 * QTI, 700 * QTI, uint48(1_000_000 + WEEK));
        _stream(700 * QTI);
        skip(1 days);
        // 600 over 6 days and 200 over 7.
        uint48 end = 1_000_000 + 1 days + uint48((600 * 6 days + 200 * 7 days) / 800);
        vm.expectEmit(address(pool));
        emit IStakingPool.PoolAccrued(100 * QTI, ONE, 800 * QTI, end);
        vm.expectEmit(address(pool));
        emit IStreamedStaking.RewardNotified(200 * QTI, 800 * QTI, end);
        _stream(200 * QTI);
        (uint256 left, uint48 streamEnd, uint48 updated) = pool.stream();
        assertEq(left, 800 * QTI);
        assertEq(streamEnd, end);
        assertEq(updated, 1_000_000 + 1 days);
    }

    function test_streamSurvivesTheWrapOfThirtyTwoBitTimes() public {
        vm.warp(2 ** 32 - 1 days);
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(3 days);
        assertEq(pool.earnedOf(id), 300 * QTI);
        (uint256 left, uint48 end, uint48 updated) = pool.stream();
        assertEq(left, 700 * QTI);
        assertEq(updated, 2 ** 32 - 1 days);
        assertEq(end, 2 ** 32 + 6 days);
        _claim(ada, id);
        (left, end, updated) = pool.stream();
        assertEq(left, 400 * QTI);
        assertEq(updated, 2 ** 32 + 2 days);
        assertEq(end, 2 ** 32 + 6 days);
    }

    // --- the clock stands still

    function test_S7_nothingStreamsToNobody() public {
        _stream(700 * QTI);
        skip(3 days);
        uint256 id = _stake(ada, 100 * QTI, FREE);
        assertEq(pool.earnedOf(id), 0);
        (uint256 left, uint48 end, ) = pool.stream();
        assertEq(left, 700 * QTI);
        assertEq(end, vm.getBlockTimestamp() + WEEK);
    }

    function test_theClockStandsStillBelowTheWeightOfOneQti() public {
        uint256 id = _stake(ada, QTI - 1, FREE);
        _stream(700 * QTI);
        skip(1 days);
        assertEq(pool.earnedOf(id), 0);
        _increase(ada, id, 1);
        skip(1 days);
        assertEq(pool.earnedOf(id), 100 * QTI);
        // A multiplier counts: 0.4 QTI for a year weigh one.
        _withdraw(ada, id, QTI);
        uint256 locked = _stake(ada, (2 * QTI) / 5, YEAR);
        skip(1 days);
        assertEq(pool.earnedOf(locked), 100 * QTI);
    }

    function test_hurt_rewardsLostWhileNobodyStakes() public {
        uint256 adas = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        _withdraw(ada, adas, 100 * QTI);
        skip(3 days);
        uint256 bens = _stake(ben, 100 * QTI, FREE);
        skip(6 days);
        assertEq(_claim(ada, adas), 100 * QTI);
        assertEq(_claim(ben, bens), 600 * QTI);
        assertEq(qti.balanceOf(address(pool)), 100 * QTI);
    }

    // --- known hurts

    function test_hurt_accrualAfterTheEnd() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(WEEK);
        assertEq(pool.earnedOf(id), 700 * QTI);
        skip(365 days);
        assertEq(pool.earnedOf(id), 700 * QTI);
        assertEq(_claim(ada, id), 700 * QTI);
    }

    function test_hurt_precisionLossOnSmallStreams() public {
        // 13 units a week, touched each hour, beside a stake of half a million QTI: nothing is lost but the last unit.
        uint256 id = _stake(ada, 500_000 * QTI, FREE);
        uint256 bens = _stake(ben, 1, FREE);
        _stream(13);
        for (uint256 i = 0; i < 7 * 24; ++i) {
            skip(1 hours);
            _claim(ben, bens);
        }
        (uint256 left, uint48 end, ) = pool.stream();
        assertEq(left, 0);
        assertEq(end, vm.getBlockTimestamp());
        assertEq(_claim(ada, id), 12);
    }

    function test_hurt_dilutionByATinyNotify() public {
        _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(6 days);
        (, uint48 endBefore, ) = pool.stream();
        _stream(1);
        (, uint48 endAfter, ) = pool.stream();
        assertEq(endAfter, endBefore);
    }

    function test_hurt_dilutionByATinyPenalty() public {
        uint256 id = _stake(ada, 100 * QTI, YEAR);
        _stream(700 * QTI);
        skip(6 days);
        (, uint48 endBefore, ) = pool.stream();
        _withdraw(ada, id, 1);
        (uint256 left, uint48 endAfter, ) = pool.stream();
        assertEq(left, 100 * QTI + 1);
        assertEq(endAfter, endBefore);
    }

    function test_hurt_notifyWithoutFunds() public {
        _stake(ada, 100 * QTI, FREE);
        vm.prank(address(treasury));
        vm.expectRevert(abi.encodeWithSelector(IStreamedStaking.StakingRewardNotReceived.selector, 1, 0));
        pool.notify(1);
        qti.transfer(address(pool), 1);
        vm.prank(address(treasury));
        pool.notify(1);
    }

    function test_hurt_rewardTokenIsStakeTokenMixedUp() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(70 * QTI);
        skip(1 days);
        // Neither the stake, nor what still streams, nor what is owed counts as a new reward or as a donation.
        vm.prank(address(treasury));
        vm.expectRevert(abi.encodeWithSelector(IStreamedStaking.StakingRewardNotReceived.selector, QTI, 0));
        pool.notify(QTI);
        assertEq(pool.skim(), 0);
        _claim(ada, id);
        assertEq(pool.skim(), 0);
        _withdraw(ada, id, 100 * QTI);
        assertEq(pool.skim(), 0);
        assertApproxEqAbs(qti.balanceOf(address(pool)), 60 * QTI, DUST);
    }

    function test_hurt_flashStake() public {
        uint256 adas = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        uint256 before = qti.balanceOf(ben);
        uint256 bens = _stake(ben, 1_000_000 * QTI, FREE);
        _stream(700 * QTI);
        _withdraw(ben, bens, 1_000_000 * QTI);
        assertEq(_claim(ben, bens), 0);
        assertEq(qti.balanceOf(ben), before);
        assertEq(pool.earnedOf(adas), 100 * QTI);
    }

    function test_hurt_earlyExitPrize() public {
        // Who stakes much in the block in which somebody leaves early gets none of the penalty.
        uint256 adas = _stake(ada, 1_000 * QTI, YEAR);
        vm.prank(ada);
        uint256 stayed = pool.stake(100 * QTI, FREE);
        uint256 before = qti.balanceOf(ben);
        uint256 bens = _stake(ben, 1_000_000 * QTI, FREE);
        assertEq(_withdraw(ada, adas, 1_000 * QTI), 600 * QTI);
        _withdraw(ben, bens, 1_000_000 * QTI);
        assertEq(_claim(ben, bens), 0);
        assertEq(qti.balanceOf(ben), before);
        // It flows over a week to those who stay.
        skip(WEEK / 2);
        assertEq(pool.earnedOf(stayed), 200 * QTI);
        skip(WEEK / 2);
        assertEq(pool.earnedOf(stayed), 400 * QTI);
    }

    function test_earlyLeaversGetNothingOfTheirPenaltyByLeavingAtOnce() public {
        uint256 id = _stake(ada, 1_000 * QTI, YEAR);
        assertEq(_withdraw(ada, id, 1_000 * QTI), 600 * QTI);
        skip(WEEK);
        assertEq(pool.earnedOf(id), 0);
        (uint256 left, , ) = pool.stream();
        assertEq(left, 400 * QTI, "waits for who stakes next");
    }

    // --- who may

    function test_notifyIsForTheTreasuryOnly() public {
        vm.expectRevert(abi.encodeWithSelector(IStreamedStaking.StakingOnlyTreasury.selector, address(this)));
        pool.notify(0);
    }

    function test_aDonationEntersNothingAndIsSkimmedToTheTreasury() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        vm.prank(ben);
        qti.transfer(address(pool), 5 * QTI);
        assertEq(pool.totalStaked(), 100 * QTI);
        skip(1 days);
        assertEq(pool.earnedOf(id), 100 * QTI);
        uint256 held = qti.balanceOf(address(treasury));
        vm.expectEmit(address(pool));
        emit IStreamedStaking.Skimmed(address(treasury), 5 * QTI);
        assertEq(pool.skim(), 5 * QTI);
        assertEq(qti.balanceOf(address(treasury)), held + 5 * QTI);
        vm.recordLogs();
        assertEq(pool.skim(), 0);
        assertEq(vm.getRecordedLogs().length, 0, "says nothing of nothing");
    }
}
