// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {TestFeed} from "../../src/devnet/TestFeed.sol";
import {ITestFeed} from "../../src/interfaces/devnet/ITestFeed.sol";
import {Test, vm} from "../shared/Test.sol";

contract TestFeedTest is Test {
    int256 private constant DOLLAR = 1e8;

    TestFeed private _feed;
    address private _setter;

    function setUp() public {
        _setter = makeAddr("setter");
        _feed = new TestFeed(_setter, 2 * DOLLAR);
    }

    function test_answersFromTheStart() public view {
        (uint80 round, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredIn) = _feed.latestRoundData();
        assertEq(uint256(round), 1);
        assertEq(uint256(answeredIn), 1);
        assertTrue(answer == 2 * DOLLAR);
        assertEq(startedAt, block.timestamp);
        assertEq(updatedAt, block.timestamp);
        assertEq(uint256(_feed.decimals()), 8);
        assertEq(_feed.setter(), _setter);
    }

    function test_everyAnswerIsANewRound() public {
        skip(1 days);
        vm.expectEmit(address(_feed));
        emit ITestFeed.AnswerUpdated(DOLLAR, 2, block.timestamp);
        vm.prank(_setter);
        _feed.setAnswer(DOLLAR);
        (uint80 round, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredIn) = _feed.latestRoundData();
        assertEq(uint256(round), 2);
        assertEq(uint256(answeredIn), 2);
        assertTrue(answer == DOLLAR);
        assertEq(startedAt, block.timestamp);
        assertEq(updatedAt, block.timestamp);
    }

    function test_nobodyElseSetsIt() public {
        vm.expectRevert(abi.encodeWithSelector(ITestFeed.TestFeedOnlySetter.selector, address(this)));
        _feed.setAnswer(DOLLAR);
    }
}
