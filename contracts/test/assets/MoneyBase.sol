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

/// @notice Assets that pay income and are redeemed in test dollars, of which Ada has a million.
abstract contract MoneyBase is AssetsBase {
    uint256 internal constant DOLLAR = 1e6;

    /// @dev A line of a payment's list; its index is its position.
    struct Claim {
        address account;
        uint256 amount;
    }

    TestDollar internal dollar;
    IncomeDistributor internal income;
    AssetRedemption internal redemption;

    function _deployMoney() internal {
        _deployAssets();
        vm.roll(100);
        dollar = new TestDollar(address(this));
        income = new IncomeDistributor(address(manager), registry);
        redemption = new AssetRedemption(address(manager), registry);
        registry.setRedemption(address(redemption));
        _list(dollar);
        dollar.transfer(ada, 1_000_000 * DOLLAR);
        _approve(ada, dollar);
    }

    /// @dev This test must hold a unit of it.
    function _list(IERC20 money) internal {
        money.approve(address(income), 1);
        money.approve(address(redemption), 1);
        income.listMoney(money, 1);
        redemption.listMoney(money, 1);
    }

    function _approve(address issuer, IERC20 money) internal {
        vm.startPrank(issuer);
        money.approve(address(income), type(uint256).max);
        money.approve(address(redemption), type(uint256).max);
        vm.stopPrank();
    }

    function _leaves(bytes32 paymentId, Claim[] memory claims) internal view returns (bytes32[] memory leaves) {
        leaves = new bytes32[](claims.length);
        for (uint256 i = 0; i < claims.length; ++i) {
            leaves[i] = income.leafOf(paymentId, i, claims[i].account, claims[i].amount);
        }
    }

    function _total(Claim[] memory claims) internal pure returns (uint256 total) {
        for (uint256 i = 0; i < claims.length; ++i) total += claims[i].amount;
    }

    function _nextId(AssetToken token) internal view returns (bytes32) {
        return income.paymentIdOf(address(token), income.paymentCount(address(token)));
    }

    /// @dev Ada pays in `amount`, for 90 days, by what she says in `claims`.
    function _pay(AssetToken token, uint256 amount, Claim[] memory claims) internal returns (bytes32 paymentId) {
        bytes32 root = ClaimTree.root(_leaves(_nextId(token), claims));
        uint48 expiry = uint48(vm.getBlockTimestamp()) + 90 days;
        vm.prank(ada);
        return income.payIncome(address(token), dollar, amount, 99, expiry, root, _total(claims), "qti:income/v1");
    }

    function _activate(bytes32 paymentId) internal {
        skip(24 hours);
        income.activateRoot(paymentId);
    }

    function _claim(bytes32 paymentId, Claim[] memory claims, uint256 index) internal {
        bytes32[] memory proof = ClaimTree.proof(_leaves(paymentId, claims), index);
        income.claimIncome(paymentId, index, claims[index].account, claims[index].amount, proof);
    }
}
