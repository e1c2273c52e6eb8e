// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IRewardsTreasury} from "../../src/interfaces/rewards/IRewardsTreasury.sol";
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
        vm.stopPrank();
    }

    function test_receivesWhatTheVaultSkims() public {
        uint256 held = qti.balanceOf(address(treasury));
        vm.prank(ada);
        qti.transfer(address(vault), 3 * QTI);
        vault.skim();
        assertEq(qti.balanceOf(address(treasury)), held + 3 * QTI);
    }
}
