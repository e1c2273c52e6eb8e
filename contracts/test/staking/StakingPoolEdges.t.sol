// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Position} from "../../src/interfaces/staking/IStakingPool.sol";
import {PoolFixture} from "./PoolFixture.sol";
import {vm} from "../shared/Test.sol";

/// @notice Corners of positions that no story comes near.
contract StakingPoolEdgesTest is PoolFixture {
    function test_anUnknownPositionIsNothingAlsoWhenTimesNeedMoreThanThirtyTwoBits() public {
        vm.warp(2 ** 32 + 1);
        assertEq(abi.encode(pool.positionOf(1)), abi.encode(Position(address(0), 0, 0, 0, 0, 0, 0)));
        assertEq(pool.earnedOf(1), 0);
    }

    function test_whatWasPokedLeavesWithoutPenaltyUnderEveryLock() public {
        for (uint8 lock = MONTH; lock <= YEAR; ++lock) {
            uint256 id = _stake(ada, 100 * QTI, lock);
            vm.warp(pool.positionOf(id).unlock);
            pool.poke(id);
            assertEq(_withdraw(ada, id, 100 * QTI), 100 * QTI);
        }
        (uint256 left, , ) = pool.stream();
        assertEq(left, 0);
    }

    function test_aPositionSettledTwiceInABlockEarnsOnce() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        _increase(ada, id, 1 * QTI);
        _increase(ada, id, 1 * QTI);
        _withdraw(ada, id, 2 * QTI);
        assertEq(pool.positionOf(id).owed, 100 * QTI);
        assertEq(_claim(ada, id), 100 * QTI);
    }

    function test_aStreamThatRanDryBeginsANewWeek() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(30 days);
        _stream(70 * QTI);
        (uint256 left, uint48 end, ) = pool.stream();
        assertEq(left, 70 * QTI);
        assertEq(end, vm.getBlockTimestamp() + WEEK);
        skip(WEEK);
        assertApproxEqAbs(pool.earnedOf(id), 770 * QTI, 1);
    }

    function test_aStreamOfASingleUnitRunsDryAsWell() public {
        _stake(ada, 100 * QTI, FREE);
        _stream(1);
        skip(WEEK);
        _stream(0);
        (uint256 left, uint48 end, ) = pool.stream();
        assertEq(left, 0);
        assertEq(end, vm.getBlockTimestamp());
    }
}
