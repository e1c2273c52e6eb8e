// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IStakingPool, Lock, Position} from "../../src/interfaces/staking/IStakingPool.sol";
import {vm} from "../shared/Test.sol";
import {PoolFixture} from "./PoolFixture.sol";

contract StakingPoolTest is PoolFixture {
    /// @dev Most units that roundings take from a person in these small stories.
    uint256 private constant DUST = 5;

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
        uint256 id = _stake(ada, 100 * QTI, SEASON);
        assertEq(id, 1);
        assertEq(pool.positionCount(), 1);
        Position memory position = pool.positionOf(id);
        assertEq(position.owner, ada);
        assertEq(position.amount, 100 * QTI);
        assertEq(position.weight, 150 * QTI);
        assertEq(position.lock, SEASON);
        assertEq(position.start, vm.getBlockTimestamp());
        assertEq(position.unlock, vm.getBlockTimestamp() + 90 days);
        assertEq(position.owed, 0);
        assertEq(pool.totalStaked(), 100 * QTI);
        assertEq(pool.totalWeight(), 150 * QTI);
        assertEq(_stake(ben, 1 * QTI, FREE), 2);
    }

    function test_refusesAnUnknownLock() public {
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IStakingPool.StakingUnknownLock.selector, 4, 4));
        pool.stake(100 * QTI, 4);
    }

    // --- streaming

    function test_rewardsAreSharedByWeightAndTime() public {
        uint256 adas = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        // 100 of weight beside 250.
        uint256 bens = _stake(ben, 100 * QTI, YEAR);
        skip(7 days);
        assertApproxEqAbs(_claim(ada, adas), 100 * QTI + (600 * QTI * 100) / 350, DUST);
        assertApproxEqAbs(_claim(ben, bens), (600 * QTI * 250) / 350, DUST);
        assertEq(pool.earnedOf(adas), 0);
    }

    // --- leaving

    function test_leavingEarlyLeavesAPenaltyToTheStream() public {
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        _stake(ben, 100 * QTI, FREE);
        skip(15 days);
        (uint256 received, uint256 penalty) = pool.previewWithdraw(id, 100 * QTI);
        assertEq(penalty, 5 * QTI);
        assertEq(received, 95 * QTI);
        uint256 before = qti.balanceOf(ada);
        assertEq(_withdraw(ada, id, 100 * QTI), 95 * QTI);
        assertEq(qti.balanceOf(ada), before + 95 * QTI);
        (uint256 left, , ) = pool.stream();
        assertEq(left, 5 * QTI);
        skip(WEEK);
        assertApproxEqAbs(pool.earnedOf(2), 5 * QTI, DUST);
    }

    function test_afterTheUnlockAllLeavesWithoutPenalty() public {
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(30 days);
        assertEq(_withdraw(ada, id, 100 * QTI), 100 * QTI);
        assertEq(pool.totalStaked(), 0);
        assertEq(pool.totalWeight(), 0);
        assertEq(qti.balanceOf(address(pool)), 0);
    }

    // --- the end of a multiplier

    function test_anyoneEndsTheMultiplierOfAnExpiredPosition() public {
        uint256 id = _stake(ada, 100 * QTI, YEAR);
        vm.expectRevert(abi.encodeWithSelector(IStakingPool.StakingNothingToPoke.selector, id));
        pool.poke(id);
        skip(365 days);
        vm.prank(ben);
        pool.poke(id);
        assertEq(pool.positionOf(id).weight, 100 * QTI);
        assertEq(pool.positionOf(id).lock, YEAR);
        assertEq(pool.totalWeight(), 100 * QTI);
        vm.expectRevert(abi.encodeWithSelector(IStakingPool.StakingNothingToPoke.selector, id));
        pool.poke(id);
    }

    function test_anIncreaseLocksTheWholeAmountAnew() public {
        uint256 id = _stake(ada, 100 * QTI, MONTH);
        skip(40 days);
        _increase(ada, id, 50 * QTI);
        Position memory position = pool.positionOf(id);
        assertEq(position.amount, 150 * QTI);
        assertEq(position.weight, 180 * QTI);
        assertEq(position.unlock, vm.getBlockTimestamp() + 30 days);
        assertEq(pool.totalWeight(), 180 * QTI);
    }

    function _assertLock(Lock memory lock, uint256 duration, uint256 multiplierBps, uint256 penaltyBps) private pure {
        assertEq(lock.duration, duration);
        assertEq(lock.multiplierBps, multiplierBps);
        assertEq(lock.penaltyBps, penaltyBps);
    }
}
