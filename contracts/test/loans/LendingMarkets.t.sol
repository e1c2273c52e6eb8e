// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Authorization, ILendingMarkets, IMarketCallbacks, Market, MarketParams, MarketPosition} from "../../src/interfaces/loans/ILendingMarkets.sol";
import {IInterestRateModel} from "../../src/interfaces/loans/IInterestRateModel.sol";
import {IPriceOracle} from "../../src/interfaces/loans/IPriceOracle.sol";
import {ILapsingPause} from "../../src/interfaces/shared/ILapsingPause.sol";
import {IMoneyList} from "../../src/interfaces/shared/IMoneyList.sol";
import {FeeToken} from "../shared/FeeToken.sol";
import {vm} from "../shared/Test.sol";
import {MarketsBase} from "./MarketsBase.sol";

/// @notice Does in a callback what it was told, with money and collateral of its own.
contract Actor is IMarketCallbacks {
    uint256 public called;
    bytes private _reentry;

    function run(address target, bytes calldata call) external {
        _call(target, call);
    }

    function reenter(bytes calldata call) external {
        _reentry = call;
    }

    function onMarketSupply(uint256, bytes calldata) external {
        _answer();
    }

    function onMarketRepay(uint256, bytes calldata) external {
        _answer();
    }

    function onMarketSupplyCollateral(uint256, bytes calldata) external {
        _answer();
    }

    function onMarketLiquidate(uint256, bytes calldata) external {
        _answer();
    }

    function _answer() private {
        ++called;
        if (_reentry.length != 0) _call(msg.sender, _reentry);
    }

    function _call(address target, bytes memory call) private {
        (bool done, bytes memory reason) = target.call(call);
        if (done) return;
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }
}

contract LendingMarketsTest is MarketsBase {
    bytes32 private constant AUTHORIZATION =
        keccak256(
            "Authorization(address authorizer,address authorized,bool isAuthorized,uint256 nonce,uint256 deadline)"
        );

    function setUp() public {
        _deployMarkets();
        _lend(plain, 10_000 * USD);
    }

    // --- markets

    function test_aMarketIsMadeOnceOfListedParts() public {
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketExists.selector, plainId));
        markets.createMarket(plain, 0, 0);
        MarketParams memory params = plain;
        params.loanToken = gold;
        vm.expectRevert(abi.encodeWithSelector(IMoneyList.MoneyNotListed.selector, gold));
        markets.createMarket(params, 0, 0);
        params = plain;
        params.oracle = IPriceOracle(stranger);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketNotListed.selector, stranger));
        markets.createMarket(params, 0, 0);
        params = plain;
        params.rateModel = IInterestRateModel(stranger);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketNotListed.selector, stranger));
        markets.createMarket(params, 0, 0);
        params = plain;
        params.lltv = WAD;
        _refuses(params, "lltv");
        params.lltv = 0;
        _refuses(params, "lltv");
        params = plain;
        params.dust = 0;
        _refuses(params, "dust");
        params = plain;
        params.collateral = money;
        _refuses(params, "collateral");
        assertTrue(_market(regulated).regulated);
        assertFalse(_market(plain).regulated);
        assertEq(markets.paramsOf(plainId).lltv, LLTV);
    }

    function _refuses(MarketParams memory params, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidParams.selector, field));
        markets.createMarket(params, 0, 0);
    }

    function test_unknownMarketsDoNothing() public {
        MarketParams memory params = plain;
        params.lltv = 0.5e18;
        bytes32 id = keccak256(abi.encode(params));
        bytes memory unknown = abi.encodeWithSelector(ILendingMarkets.MarketUnknown.selector, id);
        vm.expectRevert(unknown);
        markets.supply(params, 1, 0, ben, "");
        vm.expectRevert(unknown);
        markets.supplyCollateral(params, 1, ben, "");
        vm.expectRevert(unknown);
        markets.expected(params);
        vm.expectRevert(unknown);
        markets.setCaps(id, 0, 0);
    }

    function test_onlyRiskMakesMarketsAndListsParts() public {
        vm.startPrank(stranger);
        bytes memory denied = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.expectRevert(denied);
        markets.createMarket(plain, 0, 0);
        vm.expectRevert(denied);
        markets.setCaps(plainId, 0, 0);
        vm.expectRevert(denied);
        markets.listOracle(oracle, false);
        vm.expectRevert(denied);
        markets.listRateModel(model, false);
        vm.stopPrank();
    }

    function test_capsStopMoreAndAskNothingBack() public {
        markets.setCaps(plainId, uint96(10_000 * USD), uint96(100 * USD));
        vm.prank(sam);
        vm.expectPartialRevert(ILendingMarkets.MarketCapExceeded.selector);
        markets.supply(plain, 1, 0, sam, "");
        _pledge(plain, ben, 100 * UNIT);
        _borrow(plain, ben, 100 * USD);
        vm.prank(ben);
        vm.expectPartialRevert(ILendingMarkets.MarketCapExceeded.selector);
        markets.borrow(plain, 1, 0, ben, ben);
        markets.setCaps(plainId, 0, 0);
        vm.prank(sam);
        markets.withdraw(plain, 1 * USD, 0, sam, sam);
    }

    function test_L2_interestOfASingleSecondIsReckoned() public {
        _pledge(plain, ben, 1_000 * UNIT);
        _borrow(plain, ben, 8_000 * USD);
        uint256 lent = _market(plain).borrowed;
        skip(1);
        uint256 debt = _debt(plain, ben);
        assertGt(debt, lent);
        markets.accrue(plain);
        assertEq(_market(plain).updated, vm.getBlockTimestamp());
        assertEq(_market(plain).borrowed, debt);
    }

    // --- lending

    function test_suppliesByAssetsOrByShares() public {
        vm.prank(ben);
        (uint256 assets, uint256 shares) = markets.supply(plain, 100 * USD, 0, cleo, "");
        assertEq(shares, 100 * USD * 1e6);
        assertEq(_position(plain, cleo).supplyShares, shares);
        vm.prank(ben);
        (assets, shares) = markets.supply(plain, 0, 5e6, ben, "");
        assertEq(assets, 5);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidAmounts.selector, 1, 1));
        markets.supply(plain, 1, 1, ben, "");
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidAmounts.selector, 0, 0));
        markets.supply(plain, 0, 0, ben, "");
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidReceiver.selector, address(0)));
        markets.supply(plain, 1, 0, address(0), "");
    }

    function test_withdrawsByAssetsOrByShares() public {
        vm.startPrank(sam);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidAmounts.selector, 1, 1));
        markets.withdraw(plain, 1, 1, sam, sam);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidAmounts.selector, 0, 0));
        markets.withdraw(plain, 0, 0, sam, sam);
        (uint256 assets, uint256 shares) = markets.withdraw(plain, 5, 0, sam, sam);
        assertEq(shares, 5e6);
        (assets, shares) = markets.withdraw(plain, 0, 5e6, sam, sam);
        assertEq(assets, 5);
        vm.stopPrank();
    }

    function test_withdrawsWhatIsNotLent() public {
        _pledge(plain, ben, 100 * UNIT);
        _borrow(plain, ben, 4_000 * USD);
        vm.prank(sam);
        vm.expectRevert(
            abi.encodeWithSelector(
                ILendingMarkets.MarketNotEnoughLiquidity.selector,
                6_000 * USD + 1,
                6_000 * USD
            )
        );
        markets.withdraw(plain, 6_000 * USD + 1, 0, sam, sam);
        uint256 purse = money.balanceOf(cleo);
        vm.prank(sam);
        markets.withdraw(plain, 6_000 * USD, 0, sam, cleo);
        assertEq(money.balanceOf(cleo), purse + 6_000 * USD);
        vm.prank(ben);
        vm.expectPartialRevert(ILendingMarkets.MarketNotEnoughLiquidity.selector);
        markets.borrow(plain, 1, 0, ben, ben);
    }

    function test_nobodyWithdrawsMoreThanItsOwn() public {
        vm.prank(ben);
        markets.supply(plain, 100 * USD, 0, ben, "");
        uint256 own = _position(plain, ben).supplyShares;
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketExceedsPosition.selector, own + 1, own));
        markets.withdraw(plain, 0, own + 1, ben, ben);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketUnauthorized.selector, ben, cleo));
        markets.withdraw(plain, 0, own, ben, cleo);
        vm.startPrank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidReceiver.selector, address(0)));
        markets.withdraw(plain, 0, own, ben, address(0));
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidReceiver.selector, address(markets)));
        markets.withdraw(plain, 0, own, ben, address(markets));
        markets.withdraw(plain, 0, own, ben, ben);
        vm.stopPrank();
    }

    function test_hurt_shareInflationAndBorrowShareInflation() public {
        MarketParams memory params = plain;
        params.lltv = 0.5e18;
        markets.createMarket(params, type(uint96).max, type(uint96).max);
        vm.prank(ben);
        markets.supply(params, 1, 0, ben, "");
        vm.prank(ben);
        money.transfer(address(markets), 1_000 * USD);
        vm.prank(cleo);
        (, uint256 shares) = markets.supply(params, 1_000 * USD, 0, cleo, "");
        vm.prank(cleo);
        (uint256 back, ) = markets.withdraw(params, 0, shares, cleo, cleo);
        assertApproxEqAbs(back, 1_000 * USD, 1);
        // Borrow shares made cheap by tiny loans bring nothing either: repaying costs at least what was borrowed.
        _lend(params, 1_000 * USD);
        _pledge(params, ben, 100 * UNIT);
        for (uint256 i = 0; i < 5; ++i) {
            vm.startPrank(ben);
            (uint256 got, uint256 owed) = markets.borrow(params, 0, 999_999, ben, ben);
            (uint256 paid, ) = markets.repay(params, 0, owed, ben, "");
            vm.stopPrank();
            assertGe(paid, got);
        }
    }

    // --- borrowing

    function test_borrowsUpToTheLimitAndNotOneMore() public {
        _pledge(plain, ben, 10 * UNIT);
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(ILendingMarkets.MarketUnhealthy.selector, 800 * USD + 1, 800 * USD)
        );
        markets.borrow(plain, 800 * USD + 1, 0, ben, ben);
        _borrow(plain, ben, 800 * USD);
        (uint256 debt, uint256 limit, uint256 borrowLimit) = markets.healthOf(plain, ben);
        assertEq(debt, 800 * USD);
        assertEq(limit, 800 * USD);
        assertEq(borrowLimit, 800 * USD);
    }

    function test_borrowsByTheLowerPriceAndNotWithoutOne() public {
        _pledge(plain, ben, 10 * UNIT);
        oracle.set(PRICE / 2, PRICE);
        vm.prank(ben);
        vm.expectPartialRevert(ILendingMarkets.MarketUnhealthy.selector);
        markets.borrow(plain, 400 * USD + 1, 0, ben, ben);
        _borrow(plain, ben, 400 * USD);
        oracle.set(PRICE, PRICE / 4);
        vm.prank(ben);
        vm.expectPartialRevert(ILendingMarkets.MarketUnhealthy.selector);
        markets.borrow(plain, 1, 0, ben, ben);
        oracle.set(0, PRICE);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketNoBorrowPrice.selector, plainId));
        markets.borrow(plain, 1, 0, ben, ben);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketNoBorrowPrice.selector, plainId));
        markets.withdrawCollateral(plain, 1, ben, ben);
        // What is owed can be paid, and more be pledged, without any price.
        oracle.set(0, 0);
        _pledge(plain, ben, 1);
        vm.prank(ben);
        markets.repay(plain, 0, type(uint256).max, ben, "");
        vm.prank(ben);
        markets.withdrawCollateral(plain, 10 * UNIT + 1, ben, ben);
    }

    function test_L7_borrowAndRepayAtOnceGainsNothing() public {
        _pledge(plain, ben, 10 * UNIT);
        _borrow(plain, ben, 333 * USD + 1);
        skip(100 days);
        markets.accrue(plain);
        uint256 purse = money.balanceOf(ben);
        uint256 shares = _position(plain, ben).borrowShares;
        vm.startPrank(ben);
        (, uint256 more) = markets.borrow(plain, 77, 0, ben, ben);
        (uint256 paid, ) = markets.repay(plain, 0, more, ben, "");
        vm.stopPrank();
        assertGe(paid, 77);
        assertLe(money.balanceOf(ben), purse);
        assertEq(_position(plain, ben).borrowShares, shares);
    }

    function test_aDebtNeedsCollateralAboveDust() public {
        _pledge(plain, ben, 0.1e18 - 1);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketDust.selector, 10 * USD - 1, 10 * USD));
        markets.borrow(plain, 1, 0, ben, ben);
        _pledge(plain, ben, 1);
        _borrow(plain, ben, 1);
        vm.prank(ben);
        vm.expectPartialRevert(ILendingMarkets.MarketDust.selector);
        markets.withdrawCollateral(plain, 1, ben, ben);
    }

    function test_repaysNoMoreThanIsOwed() public {
        _pledge(plain, ben, 10 * UNIT);
        _borrow(plain, ben, 100 * USD);
        uint256 owed = _position(plain, ben).borrowShares;
        vm.startPrank(cleo);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketExceedsPosition.selector, owed + 1, owed));
        markets.repay(plain, 0, owed + 1, ben, "");
        vm.expectRevert(ILendingMarkets.MarketZeroAmount.selector);
        markets.repay(plain, 0, type(uint256).max, cleo, "");
        (uint256 paid, uint256 shares) = markets.repay(plain, 0, type(uint256).max, ben, "");
        vm.stopPrank();
        assertEq(paid, 100 * USD);
        assertEq(shares, owed);
        assertEq(_position(plain, ben).borrowShares, 0);
    }

    function test_collateralComesAndGoes() public {
        vm.startPrank(ben);
        vm.expectRevert(ILendingMarkets.MarketZeroAmount.selector);
        markets.supplyCollateral(plain, 0, ben, "");
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidReceiver.selector, address(0)));
        markets.supplyCollateral(plain, 1, address(0), "");
        markets.supplyCollateral(plain, 10 * UNIT, cleo, "");
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketUnauthorized.selector, cleo, ben));
        markets.withdrawCollateral(plain, 1, cleo, ben);
        vm.stopPrank();
        vm.startPrank(cleo);
        vm.expectRevert(ILendingMarkets.MarketZeroAmount.selector);
        markets.withdrawCollateral(plain, 0, cleo, cleo);
        vm.expectRevert(
            abi.encodeWithSelector(ILendingMarkets.MarketExceedsPosition.selector, 10 * UNIT + 1, 10 * UNIT)
        );
        markets.withdrawCollateral(plain, 10 * UNIT + 1, cleo, cleo);
        uint256 before = gold.balanceOf(sam);
        markets.withdrawCollateral(plain, 10 * UNIT, cleo, sam);
        vm.stopPrank();
        assertEq(gold.balanceOf(sam), before + 10 * UNIT);
    }

    // --- interest

    function test_hurt_staleInterestIsReckonedBeforeAnythingElse() public {
        _pledge(plain, ben, 100 * UNIT);
        _borrow(plain, ben, 5_000 * USD);
        skip(365 days);
        Market memory expected = markets.expected(plain);
        uint256 debt = _debt(plain, ben);
        assertGt(debt, 5_000 * USD);
        vm.prank(ben);
        (uint256 paid, ) = markets.repay(plain, 0, type(uint256).max, ben, "");
        assertEq(paid, debt);
        Market memory market = _market(plain);
        assertEq(market.supplied, expected.supplied);
        assertEq(market.updated, vm.getBlockTimestamp());
        vm.startPrank(sam);
        (uint256 back, ) = markets.withdraw(plain, 0, _position(plain, sam).supplyShares, sam, sam);
        vm.stopPrank();
        assertApproxEqAbs(back, 10_000 * USD + debt - 5_000 * USD, 1);
    }

    function test_nobodyPaysInterestTwiceInASecond() public {
        _pledge(plain, ben, 100 * UNIT);
        _borrow(plain, ben, 5_000 * USD);
        skip(1 days);
        markets.accrue(plain);
        uint256 borrowed = _market(plain).borrowed;
        markets.accrue(plain);
        assertEq(_market(plain).borrowed, borrowed);
    }

    // --- liquidation

    function _underwater(uint256 price) private {
        _pledge(plain, ben, 10 * UNIT);
        _borrow(plain, ben, 800 * USD);
        _setPrice(price);
    }

    function test_nobodyHealthyIsLiquidated() public {
        _underwater(PRICE);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketHealthy.selector, 800 * USD, 800 * USD));
        markets.liquidate(plain, ben, 1, "");
        _setPrice(PRICE - 1e18);
        _liquidate(plain, cleo, ben, 1e6);
    }

    function test_L5_withoutAPriceNobodyIsLiquidated() public {
        _underwater(PRICE / 2);
        oracle.set(0, 0);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketNoLiquidationPrice.selector, plainId));
        markets.liquidate(plain, ben, 1, "");
        // Silence about borrowing stops no liquidation.
        oracle.set(0, PRICE * 9 / 10);
        _liquidate(plain, cleo, ben, 1e6);
    }

    function test_L6_aLiquidationLeavesTheLoanToValueNoHigher() public {
        _underwater(PRICE * 9 / 10);
        uint256 before = (800 * USD * WAD) / (900 * USD);
        uint256 owed = _position(plain, ben).borrowShares;
        (uint256 repaid, uint256 seized) = _liquidate(plain, cleo, ben, owed / 2);
        assertApproxEqAbs(repaid, 400 * USD, 1);
        assertApproxEqAbs(seized, (repaid * INCENTIVE) / 90e6, 1e12);
        uint256 worth = (uint256(_position(plain, ben).collateral) * 90) / 1e12;
        assertLe((_debt(plain, ben) * WAD) / worth, before);
    }

    function test_L6_aboveOneByIncentiveAllGoesAndTheRestIsWrittenOff() public {
        _underwater(PRICE * 84 / 100);
        // 800 * 1.06 > 840.
        uint256 owed = _position(plain, ben).borrowShares;
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketSeizesAll.selector, 10 * UNIT));
        markets.liquidate(plain, ben, owed - 1, "");
        uint256 supplied = _market(plain).supplied;
        (uint256 repaid, uint256 seized) = _liquidate(plain, cleo, ben, type(uint256).max);
        assertEq(seized, 10 * UNIT);
        assertEq(repaid, (840 * USD * WAD) / INCENTIVE + 1);
        MarketPosition memory position = _position(plain, ben);
        assertEq(position.borrowShares, 0);
        assertEq(position.collateral, 0);
        assertEq(_market(plain).supplied, supplied - (800 * USD - repaid));
        assertEq(_market(plain).borrowed, 0);
    }

    function test_L6_whereAllCollateralPaysForAllDebtNobodyLosesAnything() public {
        // 800 * 1.06 = 848.
        _underwater(PRICE * 848 / 1_000);
        uint256 supplied = _market(plain).supplied;
        (uint256 repaid, uint256 seized) = _liquidate(plain, cleo, ben, type(uint256).max);
        assertEq(repaid, 800 * USD);
        assertEq(seized, 10 * UNIT);
        assertEq(_market(plain).supplied, supplied);
        assertEq(_market(plain).borrowed, 0);
    }

    function test_L6_atExactlyOneByIncentiveAllGoes() public {
        _underwater(PRICE * 848 / 1_000);
        uint256 owed = _position(plain, ben).borrowShares;
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketSeizesAll.selector, 10 * UNIT));
        markets.liquidate(plain, ben, owed - 1, "");
        _setPrice(PRICE * 848_001 / 1_000_000);
        (, uint256 seized) = _liquidate(plain, cleo, ben, owed / 2);
        assertLt(seized, 10 * UNIT);
    }

    function test_hurt_lendersLeavingBeforeALossIsBookedHaveNoTimeFor() public {
        _underwater(PRICE / 10);
        _liquidate(plain, cleo, ben, type(uint256).max);
        vm.startPrank(sam);
        (uint256 back, ) = markets.withdraw(plain, 0, _position(plain, sam).supplyShares, sam, sam);
        vm.stopPrank();
        assertApproxEqAbs(back, 9_200 * USD + (100 * USD * WAD) / INCENTIVE, 2);
    }

    function test_hurt_oneWeiOfCollateralIsNotLeftBesideADebt() public {
        _underwater(PRICE * 9 / 10);
        uint256 owed = _position(plain, ben).borrowShares;
        // Healthy debts can be paid all; what is left of the collateral is the borrower's.
        uint256 snapshot = vm.snapshotState();
        _liquidate(plain, cleo, ben, owed);
        assertEq(_position(plain, ben).borrowShares, 0);
        assertGt(_position(plain, ben).collateral, 0);
        vm.revertToState(snapshot);
        // 840 of 849 and a bit: nine dollars' worth would stay with a debt.
        _setPrice(PRICE * 8481 / 10_000);
        vm.prank(cleo);
        vm.expectPartialRevert(ILendingMarkets.MarketDust.selector);
        markets.liquidate(plain, ben, owed - 1e6, "");
    }

    function test_liquidationOfNothingIsRefused() public {
        _underwater(PRICE / 2);
        vm.prank(cleo);
        vm.expectRevert(ILendingMarkets.MarketZeroAmount.selector);
        markets.liquidate(plain, ben, 0, "");
    }

    function testFuzz_L6_aLiquidationIsAsSaid(uint256 price, uint256 part) public {
        _underwater(PRICE);
        price = bound(price, PRICE / 50, PRICE - 1e12);
        _setPrice(price);
        uint256 owed = _position(plain, ben).borrowShares;
        uint256 worth = (10 * price) / 1e18;
        uint256 supplied = _market(plain).supplied;
        bool all = 800 * USD * INCENTIVE >= worth * WAD;
        uint256 shares = all ? type(uint256).max : bound(part, 1e6, owed - 15e12);
        (uint256 repaid, uint256 seized) = _liquidate(plain, cleo, ben, shares);
        MarketPosition memory left = _position(plain, ben);
        if (all) {
            assertEq(left.borrowShares, 0);
            assertEq(left.collateral, 0);
            assertEq(seized, 10 * UNIT);
            assertEq(supplied - _market(plain).supplied, 800 * USD - repaid);
        } else {
            assertEq(_market(plain).supplied, supplied);
            uint256 debt = _debt(plain, ben);
            uint256 worthLeft = (uint256(left.collateral) * price) / 1e36;
            assertGe(worthLeft, 10 * USD);
            assertLe(debt * worth, 800 * USD * (worthLeft + 1), "loan-to-value no higher");
        }
    }

    // --- pause

    function test_aPauseStopsNewRiskAndNoExit() public {
        _pledge(plain, ben, 10 * UNIT);
        _borrow(plain, ben, 500 * USD);
        markets.pause();
        bytes memory paused = abi.encodeWithSelector(ILapsingPause.PauseActive.selector, markets.pausedUntil());
        vm.expectRevert(paused);
        markets.createMarket(plain, 0, 0);
        vm.startPrank(ben);
        vm.expectRevert(paused);
        markets.supply(plain, 1, 0, ben, "");
        vm.expectRevert(paused);
        markets.borrow(plain, 1, 0, ben, ben);
        vm.expectRevert(paused);
        markets.withdrawCollateral(plain, 1, ben, ben);
        markets.supplyCollateral(plain, 1, ben, "");
        markets.repay(plain, 1 * USD, 0, ben, "");
        vm.stopPrank();
        vm.prank(sam);
        markets.withdraw(plain, 1 * USD, 0, sam, sam);
        _setPrice(PRICE / 2);
        _liquidate(plain, cleo, ben, type(uint256).max);
        _pledge(plain, ben, 1);
        vm.prank(ben);
        markets.withdrawCollateral(plain, 1, ben, ben);
    }

    // --- authorization

    function test_anAuthorizedAccountActsForAnother() public {
        vm.prank(ben);
        vm.expectEmit(address(markets));
        emit ILendingMarkets.AuthorizationSet(ben, cleo, true);
        markets.setAuthorization(cleo, true);
        _pledge(plain, ben, 10 * UNIT);
        vm.startPrank(cleo);
        markets.borrow(plain, 100 * USD, 0, ben, cleo);
        markets.withdrawCollateral(plain, 1 * UNIT, ben, cleo);
        vm.stopPrank();
        vm.prank(ben);
        markets.setAuthorization(cleo, false);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketUnauthorized.selector, ben, cleo));
        markets.borrow(plain, 1, 0, ben, cleo);
    }

    function test_authorizesBySignatureOnce() public {
        (address dora, uint256 key) = makeAddrAndKey("dora");
        Authorization memory a = Authorization(dora, cleo, true, 0, vm.getBlockTimestamp() + 1);
        bytes memory signed = signature(key, _digest(a));
        markets.setAuthorizationBySignature(a, signed);
        assertTrue(markets.isAuthorized(dora, cleo));
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidNonce.selector, dora, 0, 1));
        markets.setAuthorizationBySignature(a, signed);
        a.nonce = 1;
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidSigner.selector, dora));
        markets.setAuthorizationBySignature(a, signed);
        skip(2);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketSignatureExpired.selector, a.deadline));
        markets.setAuthorizationBySignature(a, signed);
    }

    function _digest(Authorization memory a) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN, keccak256("QTI Markets"), keccak256("1"), block.chainid, address(markets))
        );
        return keccak256(abi.encodePacked(hex"1901", domain, keccak256(abi.encode(AUTHORIZATION, a))));
    }

    // --- callbacks

    function test_callsBackBeforeItTakes() public {
        Actor actor = _actor();
        _run(actor, abi.encodeCall(markets.supply, (plain, 1 * USD, 0, address(actor), "x")));
        _run(actor, abi.encodeCall(markets.supplyCollateral, (plain, 10 * UNIT, address(actor), "x")));
        _run(actor, abi.encodeCall(markets.borrow, (plain, 100 * USD, 0, address(actor), address(actor))));
        _run(actor, abi.encodeCall(markets.repay, (plain, 50 * USD, 0, address(actor), "x")));
        assertEq(actor.called(), 3);
        _underwater(PRICE / 2);
        _run(actor, abi.encodeCall(markets.liquidate, (plain, ben, type(uint256).max, "x")));
        assertEq(actor.called(), 4);
    }

    function test_hurt_nothingIsEnteredFromACallback() public {
        Actor actor = _actor();
        actor.reenter(abi.encodeCall(markets.accrue, (plain)));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        _run(actor, abi.encodeCall(markets.supply, (plain, 1 * USD, 0, address(actor), "x")));
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        _run(actor, abi.encodeCall(markets.supplyCollateral, (plain, 10 * UNIT, address(actor), "x")));
        _underwater(PRICE / 2);
        vm.expectRevert(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector);
        _run(actor, abi.encodeCall(markets.liquidate, (plain, ben, type(uint256).max, "x")));
    }

    function _actor() private returns (Actor actor) {
        actor = new Actor();
        money.transfer(address(actor), 1_000 * USD);
        gold.mint(address(actor), 100 * UNIT);
        actor.run(address(money), abi.encodeCall(IERC20.approve, (address(markets), type(uint256).max)));
        actor.run(address(gold), abi.encodeCall(IERC20.approve, (address(markets), type(uint256).max)));
    }

    function _run(Actor actor, bytes memory call) private {
        actor.run(address(markets), call);
    }

    // --- money that changes

    function test_hurt_moneyThatStartsToTakeAFeeIsNoticed() public {
        FeeToken fee = new FeeToken();
        fee.mint(address(this), 1_000);
        fee.approve(address(markets), 1_000);
        markets.listMoney(fee, 10);
        MarketParams memory params = plain;
        params.loanToken = fee;
        markets.createMarket(params, type(uint96).max, 0);
        fee.setFee(FeeToken.Fee.FromArrival, address(0));
        vm.expectPartialRevert(IMoneyList.MoneyTransferInexact.selector);
        markets.supply(params, 100, 0, address(this), "");
    }
}
