// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IQtiPoints} from "../../src/interfaces/rewards/IQtiPoints.sol";
import {QuotaState} from "../../src/interfaces/shared/QuotaState.sol";
import {vm} from "../shared/Test.sol";
import {RewardsBase} from "./RewardsBase.sol";

/// @notice Here the test itself is a channel and a redeemer.
contract QtiPointsTest is RewardsBase {
    uint256 private constant LIMIT = 500 * POINT;

    function setUp() public override {
        super.setUp();
        points.setChannel(address(this), LIMIT, DAY);
        points.setRedeemer(address(this), true);
    }

    function test_saysWhatItIs() public view {
        assertEq(points.name(), "QTI Points");
        assertEq(points.symbol(), "QTP");
        assertEq(points.decimals(), 6);
        assertEq(points.totalSupply(), 0);
    }

    function test_aChannelEarnsWithinItsQuota() public {
        vm.expectEmit(address(points));
        emit IQtiPoints.PointsEarned(ada, address(this), 300 * POINT);
        vm.expectEmit(address(points));
        emit IERC20.Transfer(address(0), ada, 300 * POINT);
        points.earn(ada, 300 * POINT);
        assertEq(points.balanceOf(ada), 300 * POINT);
        assertEq(points.totalSupply(), 300 * POINT);
        assertEq(points.channelOf(address(this)).used, 300 * POINT);

        uint256 resetsAt = (vm.getBlockTimestamp() / DAY + 1) * DAY;
        vm.expectRevert(
            abi.encodeWithSelector(
                IQtiPoints.PointsQuotaExceeded.selector,
                address(this),
                200 * POINT + 1,
                200 * POINT,
                resetsAt
            )
        );
        points.earn(ada, 200 * POINT + 1);
        points.earn(ada, 200 * POINT);

        vm.warp(resetsAt);
        assertEq(points.channelOf(address(this)).used, 0);
        points.earn(ada, LIMIT);
        assertEq(points.balanceOf(ada), 2 * LIMIT);
    }

    function test_quotasOfChannelsAreApart() public {
        points.setChannel(nia, LIMIT, DAY);
        points.earn(ada, LIMIT);
        vm.prank(nia);
        points.earn(ada, LIMIT);
        assertEq(points.balanceOf(ada), 2 * LIMIT);
    }

    function test_theLargestQuotaFits() public {
        uint256 most = 2 ** 56 - 1;
        points.setChannel(address(this), most, 1 hours);
        for (uint256 i = 0; i < 40; ++i) {
            points.earn(ada, most);
            assertEq(points.channelOf(address(this)).used, most);
            skip(1 hours);
        }
        assertEq(points.totalSupply(), 40 * most);
    }

    function test_theSupplyIsThatOfAllChannelsLessWhatWasRedeemed() public {
        points.setChannel(nia, LIMIT, DAY);
        points.earn(ada, 300 * POINT);
        vm.prank(nia);
        points.earn(nia, 50 * POINT);
        points.redeem(ada, 120 * POINT);
        // A channel that is set again is counted once, and one that is closed still.
        points.setChannel(nia, 0, DAY);
        points.setChannel(address(this), LIMIT, 2 * DAY);
        assertEq(points.totalSupply(), 230 * POINT);
        assertEq(points.balanceOf(ada) + points.balanceOf(nia), 230 * POINT);
    }

    function test_onlyChannelsEarn() public {
        vm.prank(nia);
        vm.expectRevert(abi.encodeWithSelector(IQtiPoints.PointsUnknownChannel.selector, nia));
        points.earn(nia, 1);
        QuotaState memory none = points.channelOf(nia);
        assertEq(none.limit + none.used + none.window + none.period, 0);
    }

    function test_aClosedChannelEarnsNothing() public {
        points.setChannel(address(this), 0, DAY);
        vm.expectPartialRevert(IQtiPoints.PointsQuotaExceeded.selector);
        points.earn(ada, 1);
    }

    function test_aNewLimitDoesNotForgetWhatWasUsed() public {
        points.earn(ada, LIMIT);
        vm.expectEmit(address(points));
        emit IQtiPoints.ChannelSet(address(this), LIMIT, DAY);
        points.setChannel(address(this), LIMIT, DAY);
        vm.expectPartialRevert(IQtiPoints.PointsQuotaExceeded.selector);
        points.earn(ada, 1);
    }

    function test_aQuotaMustBindSomething() public {
        for (uint256 i = 0; i < 3; ++i) {
            (uint256 limit, uint32 period) = i == 0 ? (uint256(2 ** 56), DAY) : (LIMIT, uint32(1 hours - 1));
            if (i == 2) limit = 2 ** 96;
            vm.expectRevert(abi.encodeWithSelector(IQtiPoints.PointsInvalidQuota.selector, limit, period));
            points.setChannel(address(this), limit, period);
        }
    }

    function test_aRedeemerBurns() public {
        points.earn(ada, 300 * POINT);
        vm.expectEmit(address(points));
        emit IQtiPoints.PointsRedeemed(ada, address(this), 100 * POINT);
        vm.expectEmit(address(points));
        emit IERC20.Transfer(ada, address(0), 100 * POINT);
        points.redeem(ada, 100 * POINT);
        assertEq(points.balanceOf(ada), 200 * POINT);
        assertEq(points.totalSupply(), 200 * POINT);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                ada,
                200 * POINT,
                200 * POINT + 1
            )
        );
        points.redeem(ada, 200 * POINT + 1);
        // What is redeemed gives nothing of the quota back.
        assertEq(points.channelOf(address(this)).used, 300 * POINT);
    }

    function test_onlyRedeemersBurn() public {
        points.earn(ada, POINT);
        vm.expectEmit(address(points));
        emit IQtiPoints.RedeemerSet(address(this), false);
        points.setRedeemer(address(this), false);
        assertFalse(points.isRedeemer(address(this)));
        vm.expectRevert(abi.encodeWithSelector(IQtiPoints.PointsNotRedeemer.selector, address(this)));
        points.redeem(ada, POINT);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IQtiPoints.PointsNotRedeemer.selector, ada));
        points.redeem(ada, POINT);
    }

    function test_pointsMoveByNothingElse() public {
        points.earn(ada, POINT);
        vm.startPrank(ada);
        vm.expectRevert(IQtiPoints.PointsNotTransferable.selector);
        points.transfer(nia, 1);
        vm.expectRevert(IQtiPoints.PointsNotTransferable.selector);
        points.transfer(nia, 0);
        vm.expectRevert(IQtiPoints.PointsNotTransferable.selector);
        points.approve(nia, 1);
        vm.expectRevert(IQtiPoints.PointsNotTransferable.selector);
        points.transferFrom(ada, nia, 0);
        vm.stopPrank();
        assertEq(points.allowance(ada, nia), 0);
    }

    function test_strangersSetNothing() public {
        vm.startPrank(ada);
        vm.expectRevert(_refusal(ada));
        points.setChannel(ada, LIMIT, DAY);
        vm.expectRevert(_refusal(ada));
        points.setRedeemer(ada, true);
    }
}
