// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IRewardsTreasury} from "../../src/interfaces/rewards/IRewardsTreasury.sol";
import {QuotaState} from "../../src/interfaces/shared/QuotaState.sol";
import {vm} from "../shared/Test.sol";
import {StakingFixture} from "../staking/StakingFixture.sol";

contract RewardsTreasuryTest is StakingFixture {
    function test_fundsAStreamFromWhatItHolds() public {
        uint256 held = qti.balanceOf(address(treasury));
        vm.expectEmit(address(treasury));
        emit IRewardsTreasury.StreamFunded(address(vault), 700 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        assertEq(qti.balanceOf(address(treasury)), held - 700 * QTI);
        assertEq(qti.balanceOf(address(vault)), 700 * QTI);
        (uint256 left, , ) = vault.stream();
        assertEq(left, 700 * QTI);
    }

    function test_refusesMoreThanItHolds() public {
        uint256 held = qti.balanceOf(address(treasury));
        vm.expectRevert(
            abi.encodeWithSelector(IRewardsTreasury.TreasuryInsufficientFunds.selector, held + 1, held)
        );
        treasury.fundStream(address(vault), held + 1);
    }

    function test_paysOnlyIntoListedStreams() public {
        vm.expectRevert(abi.encodeWithSelector(IRewardsTreasury.TreasuryStreamNotListed.selector, ada));
        treasury.fundStream(ada, 1);

        vm.expectEmit(address(treasury));
        emit IRewardsTreasury.StreamListed(address(vault), false);
        treasury.setStream(address(vault), false);
        assertFalse(treasury.isStream(address(vault)));
        vm.expectRevert(
            abi.encodeWithSelector(IRewardsTreasury.TreasuryStreamNotListed.selector, address(vault))
        );
        treasury.fundStream(address(vault), 1);
    }

    function test_strangersMoveNothing() public {
        vm.startPrank(ben);
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ben);
        vm.expectRevert(refusal);
        treasury.fundStream(address(vault), 1);
        vm.expectRevert(refusal);
        treasury.setStream(ben, true);
        vm.expectRevert(refusal);
        treasury.setBudget(ben, 1, 1 days);
        vm.stopPrank();
    }

    function test_receivesWhatTheVaultSkims() public {
        uint256 held = qti.balanceOf(address(treasury));
        vm.prank(ada);
        qti.transfer(address(vault), 3 * QTI);
        vault.skim();
        assertEq(qti.balanceOf(address(treasury)), held + 3 * QTI);
    }

    // --- budgets; here the test itself spends

    function test_aSpenderPaysWithinItsBudget() public {
        treasury.setBudget(address(this), 100 * QTI, 1 days);
        uint256 held = qti.balanceOf(address(treasury));
        address cleo = makeAddr("cleo");
        vm.expectEmit(address(treasury));
        emit IRewardsTreasury.RewardPaid(address(this), cleo, 60 * QTI);
        treasury.pay(cleo, 60 * QTI);
        assertEq(qti.balanceOf(cleo), 60 * QTI);
        assertEq(qti.balanceOf(address(treasury)), held - 60 * QTI);
        assertEq(treasury.budgetOf(address(this)).used, 60 * QTI);

        uint256 resetsAt = (vm.getBlockTimestamp() / 1 days + 1) * 1 days;
        vm.expectRevert(
            abi.encodeWithSelector(
                IRewardsTreasury.TreasuryBudgetExceeded.selector,
                address(this),
                40 * QTI + 1,
                40 * QTI,
                resetsAt
            )
        );
        treasury.pay(cleo, 40 * QTI + 1);
        treasury.pay(cleo, 40 * QTI);
        vm.warp(resetsAt);
        assertEq(treasury.budgetOf(address(this)).used, 0);
        treasury.pay(cleo, 100 * QTI);
    }

    function test_whoHasNoBudgetPaysNothing() public {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IRewardsTreasury.TreasuryUnknownSpender.selector, ben));
        treasury.pay(ben, 1);
        QuotaState memory none = treasury.budgetOf(ben);
        assertEq(none.limit + none.used + none.window + none.period, 0);
    }

    function test_aBudgetOfNothingEndsIt() public {
        vm.expectEmit(address(treasury));
        emit IRewardsTreasury.BudgetSet(address(this), 0, 1 days);
        treasury.setBudget(address(this), 0, 1 days);
        vm.expectPartialRevert(IRewardsTreasury.TreasuryBudgetExceeded.selector);
        treasury.pay(ben, 1);
    }

    function test_aNewBudgetDoesNotForgetWhatWasPaid() public {
        treasury.setBudget(address(this), 100 * QTI, 1 days);
        treasury.pay(ben, 100 * QTI);
        treasury.setBudget(address(this), 100 * QTI, 1 days);
        vm.expectPartialRevert(IRewardsTreasury.TreasuryBudgetExceeded.selector);
        treasury.pay(ben, 1);
    }

    function test_aBudgetMustBindSomething() public {
        vm.expectRevert(
            abi.encodeWithSelector(IRewardsTreasury.TreasuryInvalidBudget.selector, uint256(2 ** 96), uint32(1 days))
        );
        treasury.setBudget(ben, 2 ** 96, 1 days);
        vm.expectRevert(
            abi.encodeWithSelector(IRewardsTreasury.TreasuryInvalidBudget.selector, QTI, uint32(1 hours - 1))
        );
        treasury.setBudget(ben, QTI, 1 hours - 1);
    }

    function test_aBudgetIsNoMoney() public {
        uint256 held = qti.balanceOf(address(treasury));
        treasury.setBudget(address(this), held + 1, 1 days);
        vm.expectRevert(
            abi.encodeWithSelector(IRewardsTreasury.TreasuryInsufficientFunds.selector, held + 1, held)
        );
        treasury.pay(ben, held + 1);
        treasury.pay(ben, held);
        assertEq(qti.balanceOf(address(treasury)), 0);
    }
}
