// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AssetRedemption} from "../../src/assets/AssetRedemption.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {IncomeDistributor} from "../../src/assets/IncomeDistributor.sol";
import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {vm} from "../shared/Test.sol";
import {AssetsBase} from "./AssetsBase.sol";
import {ClaimTree} from "./ClaimTree.sol";

contract SmokeTest is AssetsBase {
    function test_smoke() public {
        _deployAssets();
        TestDollar money = new TestDollar(address(this));
        IncomeDistributor income = new IncomeDistributor(address(manager), registry);
        AssetRedemption redemption = new AssetRedemption(address(manager), registry);
        registry.setRedemption(address(redemption));
        money.approve(address(income), 1);
        money.approve(address(redemption), 1);
        income.listMoney(money, 1);
        redemption.listMoney(money, 1);
        money.transfer(ada, 1000e6);
        vm.startPrank(ada);
        money.approve(address(income), 1000e6);
        money.approve(address(redemption), 1000e6);
        vm.stopPrank();

        AssetToken token = _active(_terms());
        _give(token, ben, 300 * UNIT);
        _give(token, cleo, 100 * UNIT);
        bytes32 id = income.paymentIdOf(address(token), 0);
        bytes32[] memory leaves = new bytes32[](2);
        leaves[0] = income.leafOf(id, 0, ben, 75e6);
        leaves[1] = income.leafOf(id, 1, cleo, 25e6);
        vm.roll(100);
        vm.prank(ada);
        income.payIncome(address(token), IERC20(money), 100e6, 99, uint48(block.timestamp) + 40 days, ClaimTree.root(leaves), 100e6, "qti:income/v1");
        skip(1 days);
        income.activateRoot(id);
        income.claimIncome(id, 1, cleo, 25e6, ClaimTree.proof(leaves, 1));
        assertEq(money.balanceOf(cleo), 25e6);
        registry.setFrozenTokens(address(token), ben, 20 * UNIT);
        address next = _recover(ben, "ben-next");
        income.claimIncome(id, 0, ben, 75e6, ClaimTree.proof(leaves, 0));
        assertEq(money.balanceOf(next), 75e6);
        assertEq(token.recover(ben), 300 * UNIT);
        assertEq(token.balanceOf(next), 300 * UNIT);
        assertEq(token.getFrozenTokens(next), 20 * UNIT);
        vm.startPrank(ada);
        registry.mature(address(token));
        redemption.openRedemption(address(token), IERC20(money), 500e6);
        redemption.redeem(address(token), 600 * UNIT, 300e6);
        vm.stopPrank();
        vm.prank(next);
        redemption.redeem(address(token), 280 * UNIT, 140e6);
        vm.prank(cleo);
        redemption.redeem(address(token), 100 * UNIT, 50e6);
        registry.forcedBurn(address(token), next, 20 * UNIT);
        redemption.closeRedemption(address(token));
        assertEq(money.balanceOf(ada), 400e6 + 300e6 + 10e6);
        address heir = _recover(ada, "ada-next");
        registry.succeedIssuer(address(token));
        vm.prank(heir);
        registry.retire(address(token));
    }
}
