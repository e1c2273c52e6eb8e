// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Stream} from "../../src/shared/Stream.sol";
import {Test} from "./Test.sol";

contract StreamTest is Test {
    uint256 private constant QTI = 1e18;
    uint256 private constant WEEK = 7 days;

    function testFuzz_flowInStepsStaysWithinOneUnitAStepOfTheStraightLine(
        uint96 amount,
        uint24 time,
        uint24[8] memory steps
    ) public pure {
        uint256 rest = bound(time, 1, WEEK);
        uint256 left = amount;
        uint256 total;
        uint256 elapsed;
        for (uint256 i = 0; i < steps.length; ++i) {
            uint256 step = bound(steps[i], 0, WEEK / 4);
            uint256 flowed;
            (flowed, left, rest) = Stream.flowDown(left, rest, step);
            total += flowed;
            elapsed += step;

            uint256 duration = bound(time, 1, WEEK);
            uint256 line = elapsed >= duration ? amount : (uint256(amount) * elapsed) / duration;
            assertLe(total, line, "never ahead of the line");
            assertLe(line - total, i + 1, "at most a unit a step behind");
            assertEq(total + left, amount, "nothing appears or is lost");
        }
    }

    function testFuzz_flowPaysEverythingByTheEnd(uint96 amount, uint24 time, uint32 later) public pure {
        uint256 rest = bound(time, 1, WEEK);
        (uint256 flowed, uint256 left, uint256 newRest) = Stream.flowDown(amount, rest, rest + later);
        assertEq(flowed, amount);
        assertEq(left, 0);
        assertEq(newRest, 0);
    }

    function testFuzz_increaseTakesTheWeightedMeanRoundedDown(uint96 left, uint24 time, uint96 added) public pure {
        uint256 rest = left == 0 ? 0 : bound(time, 1, WEEK);
        (uint256 newLeft, uint256 newRest) = Stream.increaseDown(left, rest, added);
        assertEq(newLeft, uint256(left) + added);
        if (newLeft == 0) return assertEq(newRest, 0);
        uint256 weighted = uint256(left) * rest + uint256(added) * WEEK;
        assertLe(newRest * newLeft, weighted);
        assertGt((newRest + 1) * newLeft, weighted);
        assertLe(newRest, WEEK);
        assertGt(newRest, 0, "something left needs time to flow");
        assertGe(newRest, rest, "adding never hurries what flows");
    }

    function testFuzz_flowAndIncreaseLoseNothing(uint96[6] memory added, uint24[6] memory waits) public pure {
        uint256 left;
        uint256 rest;
        uint256 put;
        uint256 paid;
        for (uint256 i = 0; i < added.length; ++i) {
            (left, rest) = Stream.increaseDown(left, rest, added[i]);
            put += added[i];
            uint256 flowed;
            (flowed, left, rest) = Stream.flowDown(left, rest, bound(waits[i], 0, 2 * WEEK));
            paid += flowed;
            assertEq(paid + left, put);
            assertEq(left == 0, rest == 0, "time is left exactly when something is left");
        }
    }

    function test_hurt_precisionLossOnSmallStreams() public pure {
        // 99 units over a week, accrued every hour: a rate a second would round to nothing.
        uint256 left = 99;
        uint256 rest = WEEK;
        uint256 total;
        for (uint256 hour = 0; hour < 7 * 24; ++hour) {
            uint256 flowed;
            (flowed, left, rest) = Stream.flowDown(left, rest, 1 hours);
            total += flowed;
        }
        assertEq(total, 99);
    }

    function test_hurt_dilutionByATinyNotify() public pure {
        (uint256 left, uint256 rest) = (700 * QTI, 1 days);
        for (uint256 i = 0; i < 1_000; ++i) (left, rest) = Stream.increaseDown(left, rest, 1);
        assertEq(rest, 1 days, "a thousand tiny additions move the end by nothing");
    }

    function test_accrualAfterTheEndPaysNothingMore() public pure {
        (uint256 flowed, , ) = Stream.flowDown(0, 0, WEEK);
        assertEq(flowed, 0);
    }
}
