// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IStakingPool, Lock, Position} from "../../src/interfaces/staking/IStakingPool.sol";
import {vm} from "../shared/Test.sol";
import {PoolFixture} from "./PoolFixture.sol";

/// @notice Opening, increasing, leaving and the end of a multiplier. Rewards are in StakingPoolStream.
contract StakingPoolTest is PoolFixture {
    // --- what it is

    function test_fourLocksCanBeChosen() public view {
        Lock[] memory locks = pool.locks();
        assertEq(locks.length, 4);
        _assertLock(locks[FREE], 0, 10_000, 0);
        _assertLock(locks[MONTH], 30 days, 12_000, 1_000);
        _assertLock(locks[SEASON], 90 days, 15_000, 2_000);
        _assertLock(locks[YEAR], 365 days, 25_000, 4_000);
    }

    function test_aPositionIsWhatWasChosen() public {
        vm.warp(1_000_000);
        uint256 id = _stake(ada, 100 * QTI, SEASON);
        assertEq(id, 1);
        assertEq(pool.positionCount(), 1);
        _assertPosition(id, Position(ada, 100 * QTI, 150 * QTI, SEASON, 1_000_000, 1_000_000 + 90 days, 0));
        assertEq(pool.totalStaked(), 100 * QTI);
        assertEq(pool.totalWeight(), 150 * QTI);
        assertEq(qti.balanceOf(address(pool)), 100 * QTI);
        // Time passes, the position stays what it is.
        skip(20 days);
        _assertPosition(id, Position(ada, 100 * QTI, 150 * QTI, SEASON, 1_000_000, 1_000_000 + 90 days, 0));

        assertEq(_stake(ada, 10 * QTI, FREE), 2);
        uint48 start = 1_000_000 + 20 days;
        _assertPosition(2, Position(ada, 10 * QTI, 10 * QTI, FREE, start, start, 0));
        assertEq(pool.positionCount(), 2);
        assertEq(pool.totalStaked(), 110 * QTI);
        assertEq(pool.totalWeight(), 160 * QTI);
    }

    function test_anUnknownPositionIsNothing() public view {
        _assertPosition(1, Position(address(0), 0, 0, 0, 0, 0, 0));
        assertEq(pool.earnedOf(1), 0);
    }

    function test_eachLockWeighsByItsMultiplier() public {
        uint256[4] memory weights = [uint256(100), 120, 150, 250];
        for (uint8 lock = 0; lock < 4; ++lock) {
            uint256 id = _stake(ada, 100 * QTI, lock);
            assertEq(pool.positionOf(id).weight, weights[lock] * QTI);
        }
        assertEq(pool.totalWeight(), 620 * QTI);
    }

    function test_aWeightIsRoundedDown() public {
        assertEq(pool.positionOf(_stake(ada, 4, MONTH)).weight, 4);
        assertEq(pool.positionOf(_stake(ada, 5, MONTH)).weight, 6);
        assertEq(pool.positionOf(_stake(ada, 1, YEAR)).weight, 2);
    }

    function test_openingTellsPoolAndPosition() public {
        vm.warp(1_000_000);
        _stream(700 * QTI);
        vm.expectEmit(address(pool));
        emit IStakingPool.PoolAccrued(120 * QTI, 0, 700 * QTI, uint48(1_000_000 + WEEK));
        vm.expectEmit(address(pool));
        emit IStakingPool.Staked(
            1,
            ada,
            MONTH,
            100 * QTI,
            100 * QTI,
            120 * QTI,
            1_000_000,
            1_000_000 + 30 days,
            0
        );
        _stake(ada, 100 * QTI, MONTH);
    }

    function test_refusesAnUnknownLock() public {
        for (uint8 lock = 4; lock != 0; lock = lock < 0x80 ? lock * 2 : 0) {
            vm.prank(ada);
            vm.expectRevert(abi.encodeWithSelector(IStakingPool.StakingUnknownLock.selector, lock, 4));
            pool.stake(100 * QTI, lock);
        }
    }

    function test_refusesToMoveNothing() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        bytes memory refusal = abi.encodeWithSelector(IStakingPool.StakingZeroAmount.selector);
        vm.startPrank(ada);
        vm.expectRevert(refusal);
        pool.stake(0, FREE);
        vm.expectRevert(refusal);
        pool.increase(id, 0);
        vm.expectRevert(refusal);
        pool.withdraw(id, 0, ada);
        vm.stopPrank();
    }

    function test_onePositionHoldsUpToTwoToThe88() public {
        uint256 most = type(uint88).max;
        qti.approve(address(pool), type(uint256).max);
        uint256 id = pool.stake(most, FREE);
        assertEq(pool.positionOf(id).amount, most);
        bytes memory refusal = abi.encodeWithSelector(
            SafeCast.SafeCastOverflowedUintDowncast.selector,
            88,
            most + 1
        );
        vm.expectRevert(refusal);
        pool.increase(id, 1);
        vm.expectRevert(refusal);
        pool.stake(most + 1, FREE);
        // Two positions may.
        assertEq(pool.positionOf(pool.stake(1, FREE)).amount, 1);
        assertEq(pool.withdraw(id, most, address(this)), most);
    }

    function test_takesNoMoreThanIsThere() public {
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                ada,
                1_000_000 * QTI,
                1_000_000 * QTI + 1
            )
        );
        pool.stake(1_000_000 * QTI + 1, FREE);
    }

    // --- increasing

    function test_anIncreaseLocksTheWholeAmountAnew() public {
        vm.warp(1_000_000);
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(10 days);
        uint48 start = 1_000_000 + 10 days;
        vm.expectEmit(address(pool));
        emit IStakingPool.PoolAccrued(180 * QTI, 0, 0, start);
        vm.expectEmit(address(pool));
        emit IStakingPool.Staked(id, ada, MONTH, 50 * QTI, 150 * QTI, 180 * QTI, start, start + 30 days, 0);
        _increase(ada, id, 50 * QTI);
        _assertPosition(id, Position(ada, 150 * QTI, 180 * QTI, MONTH, start, start + 30 days, 0));
        assertEq(pool.totalStaked(), 150 * QTI);
        assertEq(pool.totalWeight(), 180 * QTI);
        assertEq(qti.balanceOf(address(pool)), 150 * QTI);
        // The penalty is that of a lock that has just begun.
        (, uint256 penalty) = pool.previewWithdraw(id, 150 * QTI);
        assertEq(penalty, 15 * QTI);
    }

    function test_anIncreaseGivesAnEndedMultiplierBack() public {
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(30 days);
        pool.poke(id);
        assertEq(pool.totalWeight(), 100 * QTI);
        _increase(ada, id, 50 * QTI);
        assertEq(pool.positionOf(id).weight, 180 * QTI);
        assertEq(pool.positionOf(id).lock, MONTH);
        assertEq(pool.totalWeight(), 180 * QTI);
    }

    function test_anIncreaseOfAnExpiredPositionNeedsNoPoke() public {
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(40 days);
        _increase(ada, id, 50 * QTI);
        assertEq(pool.positionOf(id).unlock, vm.getBlockTimestamp() + 30 days);
        assertEq(pool.totalWeight(), 180 * QTI);
    }

    function test_anEmptiedPositionKeepsItsOwnerAndCanBeFilledAgain() public {
        uint256 id = _stake(ada, 100 * QTI, SEASON);
        skip(90 days);
        _withdraw(ada, id, 100 * QTI);
        assertEq(pool.positionOf(id).owner, ada);
        assertEq(pool.positionOf(id).weight, 0);
        _increase(ada, id, 1 * QTI);
        assertEq(pool.positionOf(id).weight, (QTI * 3) / 2);
        assertEq(pool.totalWeight(), (QTI * 3) / 2);
    }

    function test_onlyTheOwnerIncreasesWithdrawsAndClaims() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        bytes memory refusal = abi.encodeWithSelector(IStakingPool.StakingNotOwner.selector, id, ben);
        vm.startPrank(ben);
        vm.expectRevert(refusal);
        pool.increase(id, 1);
        vm.expectRevert(refusal);
        pool.withdraw(id, 1, ben);
        vm.expectRevert(refusal);
        pool.claim(id, ben);
        vm.stopPrank();
    }

    function test_whatIsNotThereIsSaid() public {
        _stake(ada, 100 * QTI, FREE);
        bytes memory refusal = abi.encodeWithSelector(IStakingPool.StakingUnknownPosition.selector, 2);
        vm.startPrank(ada);
        vm.expectRevert(refusal);
        pool.increase(2, 1);
        vm.expectRevert(refusal);
        pool.withdraw(2, 1, ada);
        vm.expectRevert(refusal);
        pool.claim(2, ada);
        vm.expectRevert(refusal);
        pool.poke(2);
        vm.expectRevert(refusal);
        pool.previewWithdraw(2, 0);
        vm.stopPrank();
    }

    // --- leaving

    function test_withoutALockEverythingLeavesAtOnce() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        uint256 before = qti.balanceOf(ben);
        vm.prank(ada);
        assertEq(pool.withdraw(id, 100 * QTI, ben), 100 * QTI);
        assertEq(qti.balanceOf(ben), before + 100 * QTI);
    }

    function test_leavingEarlyLeavesAPenaltyToTheStream() public {
        vm.warp(1_000_000);
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(15 days);
        (uint256 received, uint256 penalty) = pool.previewWithdraw(id, 60 * QTI);
        assertEq(penalty, 3 * QTI);
        assertEq(received, 57 * QTI);
        uint256 before = qti.balanceOf(ben);
        vm.expectEmit(address(pool));
        emit IStakingPool.PoolAccrued(48 * QTI, 0, 3 * QTI, uint48(1_000_000 + 15 days + WEEK));
        vm.expectEmit(address(pool));
        emit IStakingPool.Withdrawn(id, ada, ben, 60 * QTI, 3 * QTI, 40 * QTI, 48 * QTI, 0);
        vm.prank(ada);
        assertEq(pool.withdraw(id, 60 * QTI, ben), 57 * QTI);
        assertEq(qti.balanceOf(ben), before + 57 * QTI);
        // What stays keeps its lock.
        _assertPosition(id, Position(ada, 40 * QTI, 48 * QTI, MONTH, 1_000_000, 1_000_000 + 30 days, 0));
        assertEq(pool.totalStaked(), 40 * QTI);
        assertEq(pool.totalWeight(), 48 * QTI);
        assertEq(qti.balanceOf(address(pool)), 43 * QTI);
    }

    function test_thePenaltyMeltsByTheSecondAndIsRoundedUp() public {
        uint256 id = _stake(ada, 100 * QTI, YEAR);
        _assertPenalty(id, 100 * QTI, 40 * QTI);
        _assertPenalty(id, 1, 1);
        skip(1);
        // 40 QTI * 31,535,999 / 31,536,000, rounded up.
        _assertPenalty(id, 100 * QTI, 39_999_998_731_608_320_650);
        skip(365 days / 4 - 1);
        _assertPenalty(id, 100 * QTI, 30 * QTI);
        _assertPenalty(id, 1, 1);
        skip(365 days / 4);
        _assertPenalty(id, 10 * QTI, 2 * QTI);
        skip(365 days / 2 - 1);
        // A second before the end: 40 / 31,536,000 of a QTI.
        _assertPenalty(id, 100 * QTI, 1_268_391_679_351);
        skip(1);
        _assertPenalty(id, 100 * QTI, 0);
        skip(10_000 days);
        _assertPenalty(id, 100 * QTI, 0);
    }

    function test_eachLockHasItsPenalty() public {
        uint256[4] memory penalties = [uint256(0), 10, 20, 40];
        for (uint8 lock = 0; lock < 4; ++lock) {
            _assertPenalty(_stake(ada, 100 * QTI, lock), 100 * QTI, penalties[lock] * QTI);
        }
    }

    function test_afterTheUnlockAllLeavesWithoutPenalty() public {
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(30 days);
        assertEq(_withdraw(ada, id, 100 * QTI), 100 * QTI);
        assertEq(pool.totalStaked(), 0);
        assertEq(pool.totalWeight(), 0);
        assertEq(qti.balanceOf(address(pool)), 0);
    }

    function test_noMoreLeavesThanIsThere() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stake(ada, 100 * QTI, FREE);
        bytes memory refusal = abi.encodeWithSelector(
            IStakingPool.StakingExceedsPosition.selector,
            id,
            100 * QTI + 1,
            100 * QTI
        );
        vm.expectRevert(refusal);
        pool.previewWithdraw(id, 100 * QTI + 1);
        vm.prank(ada);
        vm.expectRevert(refusal);
        pool.withdraw(id, 100 * QTI + 1, ada);
    }

    // --- the end of a multiplier

    function test_anyoneEndsTheMultiplierOfAnExpiredPosition() public {
        vm.warp(1_000_000);
        uint256 id = _stake(ada, 100 * QTI, YEAR);
        bytes memory refusal = abi.encodeWithSelector(IStakingPool.StakingNothingToPoke.selector, id);
        skip(365 days - 1);
        vm.expectRevert(refusal);
        pool.poke(id);
        skip(1);
        assertEq(pool.positionOf(id).weight, 250 * QTI, "until poked it weighs as locked");
        vm.expectEmit(address(pool));
        emit IStakingPool.PoolAccrued(100 * QTI, 0, 0, uint48(1_000_000 + 365 days));
        vm.expectEmit(address(pool));
        emit IStakingPool.Poked(id, 100 * QTI, 0);
        vm.prank(ben);
        pool.poke(id);
        _assertPosition(id, Position(ada, 100 * QTI, 100 * QTI, YEAR, 1_000_000, 1_000_000 + 365 days, 0));
        assertEq(pool.totalWeight(), 100 * QTI);
        vm.expectRevert(refusal);
        pool.poke(id);
        _assertPenalty(id, 100 * QTI, 0);
        assertEq(_withdraw(ada, id, 100 * QTI), 100 * QTI);
    }

    function test_withoutALockThereIsNothingToPoke() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        skip(1 days);
        vm.expectRevert(abi.encodeWithSelector(IStakingPool.StakingNothingToPoke.selector, id));
        pool.poke(id);
    }

    function test_aClaimEndsTheMultiplierOfAnExpiredPosition() public {
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        _claim(ada, id);
        assertEq(pool.totalWeight(), 120 * QTI);
        skip(30 days);
        vm.expectEmit(address(pool));
        emit IStakingPool.Poked(id, 100 * QTI, 0);
        vm.expectEmit(address(pool));
        emit IStakingPool.RewardClaimed(id, ada, ada, 0);
        _claim(ada, id);
        assertEq(pool.totalWeight(), 100 * QTI);
        assertEq(pool.positionOf(id).weight, 100 * QTI);
    }

    function test_aWithdrawalEndsTheMultiplierOfWhatStays() public {
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(30 days);
        vm.expectEmit(address(pool));
        emit IStakingPool.PoolAccrued(60 * QTI, 0, 0, uint48(vm.getBlockTimestamp()));
        vm.expectEmit(address(pool));
        emit IStakingPool.Poked(id, 100 * QTI, 0);
        vm.expectEmit(address(pool));
        emit IStakingPool.Withdrawn(id, ada, ada, 40 * QTI, 0, 60 * QTI, 60 * QTI, 0);
        _withdraw(ada, id, 40 * QTI);
        assertEq(pool.totalWeight(), 60 * QTI);
        assertEq(pool.positionOf(id).weight, 60 * QTI);
    }

    function test_aMultiplierEndsOnceOnly() public {
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(30 days);
        pool.poke(id);
        vm.recordLogs();
        _withdraw(ada, id, 10 * QTI);
        _claim(ada, id);
        // Transfers of 10 QTI and of nothing, twice the pool's figures, Withdrawn and RewardClaimed: no second Poked.
        assertEq(vm.getRecordedLogs().length, 6);
        assertEq(pool.totalWeight(), 90 * QTI);
    }

    // --- times beyond 32 bits

    function test_locksSurviveTheWrapOfThirtyTwoBitTimes() public {
        uint48 start = uint48(2 ** 32 - 10 days);
        vm.warp(start);
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(15 days);
        _assertPosition(id, Position(ada, 100 * QTI, 120 * QTI, MONTH, start, start + 30 days, 0));
        _assertPenalty(id, 100 * QTI, 5 * QTI);
        skip(15 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IStakingPool.StakingNothingToPoke.selector, id));
        pool.poke(id);
        skip(1);
        pool.poke(id);
        _assertPosition(id, Position(ada, 100 * QTI, 100 * QTI, MONTH, start, start + 30 days, 0));
    }

    function _assertPenalty(uint256 id, uint256 amount, uint256 expected) private view {
        (uint256 received, uint256 penalty) = pool.previewWithdraw(id, amount);
        assertEq(penalty, expected);
        assertEq(received, amount - expected);
    }

    function _assertPosition(uint256 id, Position memory expected) private view {
        assertEq(abi.encode(pool.positionOf(id)), abi.encode(expected));
    }

    function _assertLock(Lock memory lock, uint256 duration, uint256 multiplierBps, uint256 penaltyBps) private pure {
        assertEq(lock.duration, duration);
        assertEq(lock.multiplierBps, multiplierBps);
        assertEq(lock.penaltyBps, penaltyBps);
    }
}
