// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ILapsingPause} from "../../src/interfaces/shared/ILapsingPause.sol";
import {LapsingPause} from "../../src/shared/LapsingPause.sol";
import {QtiAccessManager} from "../../src/shared/QtiAccessManager.sol";
import {Test, vm} from "./Test.sol";

contract Risky is LapsingPause {
    constructor(address authority) AccessManaged(authority) {}

    function take() external view whenNotPaused returns (bool) {
        return true;
    }
}

contract LapsingPauseTest is Test {
    uint48 private constant NOW = 1_760_000_000;
    uint48 private constant UNTIL = NOW + 14 days;

    Risky private _risky;

    function setUp() public {
        vm.warp(NOW);
        _risky = new Risky(address(new QtiAccessManager(address(this))));
    }

    function test_aPauseStopsAndLapsesAfterFourteenDays() public {
        assertTrue(_risky.take());
        vm.expectEmit(address(_risky));
        emit ILapsingPause.PauseSet(UNTIL);
        _risky.pause();
        assertEq(_risky.pausedUntil(), UNTIL);

        vm.warp(UNTIL - 1);
        vm.expectRevert(abi.encodeWithSelector(ILapsingPause.PauseActive.selector, UNTIL));
        _risky.take();
        vm.warp(UNTIL);
        assertTrue(_risky.take());
    }

    function test_aPauseIsNeverStretchedWithoutAGap() public {
        _risky.pause();
        vm.warp(UNTIL - 1);
        vm.expectRevert(abi.encodeWithSelector(ILapsingPause.PauseActive.selector, UNTIL));
        _risky.pause();
        vm.warp(UNTIL);
        _risky.pause();
        assertEq(_risky.pausedUntil(), UNTIL + 14 days);
    }

    function test_aPauseIsEndedEarlyAndSaysSo() public {
        _risky.pause();
        vm.expectEmit(address(_risky));
        emit ILapsingPause.PauseSet(0);
        _risky.unpause();
        assertEq(_risky.pausedUntil(), 0);
        assertTrue(_risky.take());
        _risky.pause();
    }

    function test_strangersNeitherPauseNorEndOne() public {
        address stranger = makeAddr("stranger");
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(refusal);
        _risky.pause();
        vm.expectRevert(refusal);
        _risky.unpause();
    }
}
