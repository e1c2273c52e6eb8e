// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ILendingMarkets, MarketParams} from "../../src/interfaces/loans/ILendingMarkets.sol";
import {InterestRateModel} from "../../src/loans/InterestRateModel.sol";
import {vm} from "../shared/Test.sol";
import {MarketsBase, SetOracle} from "./MarketsBase.sol";

/// @notice Whoever follows the events knows the books: each says all of what changed, and calls return what the events say.
contract MarketEventsTest is MarketsBase {
    function setUp() public {
        _deployMarkets();
    }

    function test_listsAndMarketsAreTold() public {
        SetOracle another = new SetOracle();
        InterestRateModel other = new InterestRateModel(_rates());
        vm.expectEmit(address(markets));
        emit ILendingMarkets.OracleListed(another, true);
        markets.listOracle(another, true);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.RateModelListed(other, true);
        markets.listRateModel(other, true);
        MarketParams memory params = MarketParams(money, gold, another, other, LLTV, 1);
        bytes32 id = keccak256(abi.encode(params));
        vm.expectEmit(address(markets));
        emit ILendingMarkets.MarketCreated(id, params, false);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.CapsSet(id, 7, 5);
        assertEq(markets.createMarket(params, 7, 5), id);
        assertEq(keccak256(abi.encode(markets.paramsOf(id))), id);
        params.collateral = IERC20(flats);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.MarketCreated(keccak256(abi.encode(params)), params, true);
        markets.createMarket(params, 7, 5);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.CapsSet(id, 3, 2);
        markets.setCaps(id, 3, 2);
        assertEq(markets.marketOf(id).supplyCap, 3);
        assertEq(markets.marketOf(id).borrowCap, 2);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.OracleListed(another, false);
        markets.listOracle(another, false);
        assertFalse(markets.isOracle(another));
    }

    function test_lendingIsTold() public {
        vm.prank(sam);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.Supplied(plainId, sam, cleo, 1_000 * USD, 1_000 * USD * 1e6);
        (uint256 assets, uint256 shares) = markets.supply(plain, 1_000 * USD, 0, cleo, "");
        assertEq(assets, 1_000 * USD);
        assertEq(shares, 1_000 * USD * 1e6);
        vm.prank(cleo);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.Withdrawn(plainId, cleo, cleo, ben, 300 * USD, 300 * USD * 1e6);
        (assets, shares) = markets.withdraw(plain, 0, 300 * USD * 1e6, cleo, ben);
        assertEq(assets, 300 * USD);
        assertEq(shares, 300 * USD * 1e6);
        vm.prank(cleo);
        (assets, shares) = markets.withdraw(plain, 100 * USD, 0, cleo, ben);
        assertEq(assets, 100 * USD);
        assertEq(shares, 100 * USD * 1e6);
    }

    function test_borrowingIsTold() public {
        _lend(plain, 10_000 * USD);
        vm.prank(cleo);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.CollateralSupplied(plainId, cleo, ben, 20 * UNIT);
        markets.supplyCollateral(plain, 20 * UNIT, ben, "");
        vm.prank(ben);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.Borrowed(plainId, ben, ben, cleo, 400 * USD, 400 * USD * 1e6);
        (uint256 assets, uint256 shares) = markets.borrow(plain, 400 * USD, 0, ben, cleo);
        assertEq(assets, 400 * USD);
        assertEq(shares, 400 * USD * 1e6);
        vm.prank(ben);
        (assets, shares) = markets.borrow(plain, 0, 50 * USD * 1e6, ben, cleo);
        assertEq(assets, 50 * USD);
        assertEq(shares, 50 * USD * 1e6);
        vm.prank(cleo);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.Repaid(plainId, cleo, ben, 100 * USD, 100 * USD * 1e6);
        (assets, shares) = markets.repay(plain, 0, 100 * USD * 1e6, ben, "");
        assertEq(assets, 100 * USD);
        assertEq(shares, 100 * USD * 1e6);
        vm.prank(cleo);
        (assets, shares) = markets.repay(plain, 1, 0, ben, "");
        assertEq(assets, 1);
        assertEq(shares, 1e6);
        vm.prank(ben);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.CollateralWithdrawn(plainId, ben, ben, cleo, 1 * UNIT);
        markets.withdrawCollateral(plain, 1 * UNIT, ben, cleo);
    }

    function test_interestIsTold() public {
        _lend(plain, 10_000 * USD);
        _pledge(plain, ben, 200 * UNIT);
        _borrow(plain, ben, 9_000 * USD);
        skip(10 days);
        uint256 rate = model.preview(address(markets), plainId, 9_000 * USD, 10_000 * USD, 10 days);
        uint256 interest = markets.expected(plain).borrowed - 9_000 * USD;
        assertGt(interest, 9 * USD);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.InterestAccrued(plainId, rate, interest);
        markets.accrue(plain);
        assertEq(_market(plain).borrowed, 9_000 * USD + interest);
        assertEq(_market(plain).supplied, 10_000 * USD + interest);
        assertEq(_market(plain).updated, vm.getBlockTimestamp());
    }

    function test_liquidationsAreToldWithWhatLendersBear() public {
        _lend(plain, 10_000 * USD);
        _pledge(plain, ben, 10 * UNIT);
        _borrow(plain, ben, 800 * USD);
        _setPrice((PRICE * 9) / 10);
        uint256 seized = (400 * UNIT * INCENTIVE) / 90e18;
        vm.prank(cleo);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.Liquidated(plainId, cleo, ben, 400 * USD, 400 * USD * 1e6, seized, 0, 0);
        (uint256 repaid, uint256 got) = markets.liquidate(plain, ben, 400 * USD * 1e6, "");
        assertEq(repaid, 400 * USD);
        assertEq(got, seized);

        // What is left pays for half of what is owed.
        uint256 left = 10 * UNIT - seized;
        _setPrice(PRICE / 3);
        uint256 paid = (((left * (PRICE / 3)) / 1e36) * WAD) / INCENTIVE + 1;
        uint256 lost = 400 * USD - paid;
        vm.prank(cleo);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.Liquidated(plainId, cleo, ben, paid, paid * 1e6, left, lost, lost * 1e6);
        markets.liquidate(plain, ben, type(uint256).max, "");
        assertEq(_market(plain).supplied, 10_000 * USD - lost);
    }

    function test_flagsAndRecoveriesAreTold() public {
        _lend(regulated, 10_000 * USD);
        _pledge(regulated, ben, 10 * UNIT);
        _borrow(regulated, ben, 800 * USD);
        _setPrice((PRICE * 9) / 10);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.PositionFlagged(regulatedId, ben, uint40(vm.getBlockTimestamp()));
        markets.flag(regulated, ben);
        _setPrice(PRICE);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.PositionFlagged(regulatedId, ben, 0);
        markets.flag(regulated, ben);
        _setPrice((PRICE * 9) / 10);
        markets.flag(regulated, ben);

        address heir = _recover(ben, "heir");
        uint256 shares = _position(regulated, ben).borrowShares;
        vm.expectEmit(address(markets));
        emit ILendingMarkets.PositionRecovered(regulatedId, ben, heir, 10 * UNIT, shares);
        markets.recover(regulated, ben);
        assertEq(_position(regulated, ben).collateral, 0);
        assertEq(_position(regulated, ben).borrowShares, 0);
        assertEq(_position(regulated, ben).flaggedAt, 0);
        assertEq(_position(regulated, heir).borrowShares, shares);
    }
}
