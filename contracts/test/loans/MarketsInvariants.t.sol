// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Market, MarketParams, MarketPosition} from "../../src/interfaces/loans/ILendingMarkets.sol";
import {LendingMarkets} from "../../src/loans/LendingMarkets.sol";
import {Handler} from "../shared/Handler.sol";
import {vm} from "../shared/Test.sol";
import {MarketsBase, SetOracle} from "./MarketsBase.sol";

/// @notice Lenders, borrowers and liquidators of two markets of the same money, while prices and time go where they like.
contract MarketsHandler is Handler {
    uint256 private constant USD = 1e6;
    uint256 private constant WAD = 1e18;
    uint256 private constant INCENTIVE = 1.06e18;

    LendingMarkets private immutable MARKETS;
    SetOracle private immutable ORACLE;
    MarketParams[2] private _params;
    address[3] public people;
    uint256 public price;
    /// @dev Set when an act of one made another unhealthy.
    bool public harmed;

    constructor(LendingMarkets markets, SetOracle oracle, MarketParams[2] memory params, address[3] memory people_) {
        (MARKETS, ORACLE) = (markets, oracle);
        (_params[0], _params[1]) = (params[0], params[1]);
        people = people_;
        price = 100e6 * 1e18;
    }

    /// @dev L5: nobody but price and time makes a healthy position unhealthy.
    modifier harmsNobody() {
        // Interest of the time until now is not the act's.
        MARKETS.accrue(_params[0]);
        MARKETS.accrue(_params[1]);
        bool[6] memory before = _unhealthy();
        _;
        bool[6] memory afterwards = _unhealthy();
        for (uint256 i = 0; i < 6; ++i) if (afterwards[i] && !before[i]) harmed = true;
    }

    function supply(uint256 which, uint256 who, uint256 amount) external counted("supply") harmsNobody {
        vm.prank(people[who % 3]);
        MARKETS.supply(_params[which % 2], bound(amount, 1, 10_000 * USD), 0, people[who % 3], "");
        _success("supply");
    }

    function withdraw(uint256 which, uint256 who, uint256 shares) external counted("withdraw") harmsNobody {
        (MarketParams memory params, address person) = (_params[which % 2], people[who % 3]);
        vm.prank(person);
        MARKETS.supply(params, 10 * USD, 0, person, "");
        Market memory market = MARKETS.marketOf(_id(params));
        uint256 own = MARKETS.positionOf(_id(params), person).supplyShares;
        uint256 free = market.supplied - market.borrowed;
        uint256 most = (free * (uint256(market.supplyShares) + 1e6)) / (uint256(market.supplied) + 1);
        if (own > most) own = most;
        if (own == 0) return;
        vm.prank(person);
        MARKETS.withdraw(params, 0, bound(shares, 1, own), person, person);
        _success("withdraw");
    }

    function pledge(uint256 which, uint256 who, uint256 amount) external counted("pledge") harmsNobody {
        (MarketParams memory params, address person) = (_params[which % 2], people[1 + (who % 2)]);
        uint256 held = params.collateral.balanceOf(person);
        if (held == 0) {
            uint256 pledged = MARKETS.positionOf(_id(params), person).collateral;
            if (pledged == 0 || MARKETS.positionOf(_id(params), person).borrowShares != 0) return;
            vm.prank(person);
            MARKETS.withdrawCollateral(params, pledged, person, person);
            held = pledged;
        }
        vm.prank(person);
        MARKETS.supplyCollateral(params, bound(amount, 1, held), person, "");
        _success("pledge");
    }

    function borrow(uint256 which, uint256 who, uint256 amount) external counted("borrow") harmsNobody {
        (MarketParams memory params, address person) = (_params[which % 2], people[1 + (who % 2)]);
        _prepare(params, person);
        (uint256 debt, , uint256 limit) = MARKETS.healthOf(params, person);
        Market memory market = MARKETS.marketOf(_id(params));
        uint256 most = limit > debt + 2 ? limit - debt - 2 : 0;
        uint256 free = market.supplied - market.borrowed;
        if (most > free) most = free;
        if (most == 0 || limit < 8 * USD) return;
        vm.prank(person);
        MARKETS.borrow(params, bound(amount, 1, most), 0, person, person);
        (debt, limit, ) = MARKETS.healthOf(params, person);
        assertLe(debt, limit, "nobody borrows into a liquidation");
        _success("borrow");
    }

    function repay(uint256 which, uint256 who, uint256 shares) external counted("repay") harmsNobody {
        (MarketParams memory params, address person) = (_params[which % 2], people[1 + (who % 2)]);
        _ensureDebt(params, person);
        uint256 owed = MARKETS.positionOf(_id(params), person).borrowShares;
        if (owed == 0) return;
        vm.prank(people[0]);
        MARKETS.repay(params, 0, bound(shares, 1, owed), person, "");
        _success("repay");
    }

    function takeBack(uint256 which, uint256 who, uint256 amount) external counted("take back") harmsNobody {
        (MarketParams memory params, address person) = (_params[which % 2], people[1 + (who % 2)]);
        if (MARKETS.positionOf(_id(params), person).collateral == 0) _prepare(params, person);
        MarketPosition memory position = MARKETS.positionOf(_id(params), person);
        if (position.collateral == 0) return;
        amount = bound(amount, 1, position.collateral);
        (uint256 debt, uint256 limit, ) = MARKETS.healthOf(params, person);
        if (debt != 0) {
            // A tenth of it, where that leaves enough; else the debt is paid first.
            uint256 part = amount / 10 + 1;
            uint256 worth = ((position.collateral - part) * (price / 1e18)) / 1e18;
            if (limit >= 2 * debt && worth >= 11 * USD && worth * 7 >= debt * 10) {
                amount = part;
            } else {
                vm.prank(people[0]);
                MARKETS.repay(params, 0, type(uint256).max, person, "");
            }
        }
        vm.prank(person);
        MARKETS.withdrawCollateral(params, amount, person, person);
        _success("take back");
    }

    function liquidate(uint256 which, uint256 who, uint256 part) external counted("liquidate") {
        (MarketParams memory params, address person) = (_params[which % 2], people[1 + (who % 2)]);
        _ensureDebt(params, person);
        (uint256 debt, uint256 limit, ) = MARKETS.healthOf(params, person);
        if (debt == 0) return;
        // A price at which it can be liquidated, from a little below the limit to nearly nothing.
        if (debt <= limit) {
            uint256 lowest = price / 20;
            uint256 highest = (price * debt) / (limit + 1);
            if (highest <= lowest + 1e12) return;
            setPrice(bound(part, lowest, highest - 1e12));
            (debt, limit, ) = MARKETS.healthOf(params, person);
            if (debt <= limit) return;
        }
        _liquidate(params, person, people[2 - (who % 2)], debt);
        _success("liquidate");
    }

    function _liquidate(MarketParams memory params, address person, address caller, uint256 debt) private harmsNobody {
        MarketPosition memory before = MARKETS.positionOf(_id(params), person);
        uint256 worth = (uint256(before.collateral) * price) / 1e36;
        vm.prank(caller);
        MARKETS.liquidate(params, person, type(uint256).max, "");
        MarketPosition memory left = MARKETS.positionOf(_id(params), person);
        assertEq(left.borrowShares, 0, "L6 all is paid or written off");
        if (debt * INCENTIVE >= worth * WAD) assertEq(left.collateral, 0, "L6 all collateral went");
    }

    function setPrice(uint256 next) public counted("price") {
        price = bound(next, 1e6 * 1e18, 1_000e6 * 1e18);
        ORACLE.set(price, price);
        _success("price");
    }

    function recoverPrice() external counted("price back") {
        price = 100e6 * 1e18;
        ORACLE.set(price, price);
        _success("price back");
    }

    function wait(uint256 time) external counted("wait") {
        // The people's verification lasts a year.
        skip(bound(time, 1, 10 days));
        _success("wait");
    }

    /// @dev Somebody who owes at least a quarter of what it may, if it can.
    function _ensureDebt(MarketParams memory params, address person) private {
        (uint256 debt, , uint256 limit) = MARKETS.healthOf(params, person);
        if (debt != 0 && debt * 4 >= limit) return;
        _prepare(params, person);
        // A rise harms nobody.
        if (price < 100e6 * 1e18) setPrice(100e6 * 1e18);
        (debt, , limit) = MARKETS.healthOf(params, person);
        if (limit < 8 * USD || debt * 2 >= limit) return;
        vm.prank(people[0]);
        MARKETS.supply(params, limit, 0, people[0], "");
        vm.prank(person);
        MARKETS.borrow(params, limit / 2 - debt, 0, person, person);
    }

    /// @dev Money to borrow, and half of what the person holds as its pledge.
    function _prepare(MarketParams memory params, address person) private {
        vm.prank(people[0]);
        MARKETS.supply(params, 1_000 * USD, 0, people[0], "");
        uint256 held = params.collateral.balanceOf(person);
        if (held < WAD) {
            // The other one has it: it was seized.
            address other = person == people[1] ? people[2] : people[1];
            uint256 half = params.collateral.balanceOf(other) / 2;
            vm.prank(other);
            params.collateral.transfer(person, half);
            held += half;
        }
        if (held < 1e15) return;
        vm.prank(person);
        MARKETS.supplyCollateral(params, held / 2, person, "");
    }

    function _unhealthy() private view returns (bool[6] memory all) {
        for (uint256 i = 0; i < 6; ++i) {
            (uint256 debt, uint256 limit, ) = MARKETS.healthOf(_params[i / 3], people[i % 3]);
            all[i] = debt > limit;
        }
    }

    function _id(MarketParams memory params) private pure returns (bytes32) {
        return keccak256(abi.encode(params));
    }
}

contract MarketsInvariants is MarketsBase {
    MarketsHandler private handler;

    function setUp() public {
        _deployMarkets();
        // Nobody is short of money, whatever the collateral is worth.
        money.transfer(sam, 10_000_000_000 * USD);
        money.transfer(ben, 1_000_000_000 * USD);
        money.transfer(cleo, 1_000_000_000 * USD);
        _lend(plain, 1_000 * USD);
        _lend(regulated, 1_000 * USD);
        _pledge(plain, ben, 20 * UNIT);
        _pledge(regulated, ben, 20 * UNIT);
        handler = new MarketsHandler(markets, oracle, [plain, regulated], [sam, ben, cleo]);
        bytes4[] memory selectors = new bytes4[](10);
        selectors[0] = handler.supply.selector;
        selectors[1] = handler.withdraw.selector;
        selectors[2] = handler.pledge.selector;
        selectors[3] = handler.borrow.selector;
        selectors[4] = handler.repay.selector;
        selectors[5] = handler.takeBack.selector;
        selectors[6] = handler.liquidate.selector;
        selectors[7] = handler.setPrice.selector;
        selectors[8] = handler.recoverPrice.selector;
        selectors[9] = handler.wait.selector;
        targetContract(address(handler));
        targetSelector(address(handler), selectors);
    }

    function _sums(
        MarketParams memory params
    ) private view returns (uint256 supplyShares, uint256 borrowShares, uint256 collateral) {
        address[3] memory all = [sam, ben, cleo];
        for (uint256 i = 0; i < all.length; ++i) {
            MarketPosition memory position = _position(params, all[i]);
            supplyShares += position.supplyShares;
            borrowShares += position.borrowShares;
            collateral += position.collateral;
        }
    }

    function _checkSums(MarketParams memory params) private view {
        (uint256 supplyShares, uint256 borrowShares, ) = _sums(params);
        assertEq(_market(params).supplyShares, supplyShares);
        assertEq(_market(params).borrowShares, borrowShares);
    }

    function invariant_L1_sumsOfSharesAreTotals() public view {
        _checkSums(plain);
        _checkSums(regulated);
    }

    function invariant_L2_nothingIsBorrowedThatWasNotSupplied() public view {
        assertLe(_market(plain).borrowed, _market(plain).supplied);
        assertLe(_market(regulated).borrowed, _market(regulated).supplied);
    }

    function invariant_L3_tokensHeldAndBorrowedAreAtLeastWhatWasSupplied() public view {
        uint256 borrowed = uint256(_market(plain).borrowed) + _market(regulated).borrowed;
        uint256 supplied = uint256(_market(plain).supplied) + _market(regulated).supplied;
        assertGe(money.balanceOf(address(markets)) + borrowed, supplied);
    }

    function invariant_L4_noCollateralNoDebt() public view {
        address[2] memory all = [ben, cleo];
        for (uint256 i = 0; i < all.length; ++i) {
            _checkDebt(_position(plain, all[i]));
            _checkDebt(_position(regulated, all[i]));
        }
    }

    function _checkDebt(MarketPosition memory position) private pure {
        if (position.collateral == 0) assertEq(position.borrowShares, 0);
    }

    function invariant_L5_nobodysActMakesAnotherUnhealthy() public view {
        assertFalse(handler.harmed());
    }

    function invariant_T8_collateralHeldIsCollateralRecorded() public view {
        (, , uint256 ofPlain) = _sums(plain);
        (, , uint256 ofRegulated) = _sums(regulated);
        assertEq(gold.balanceOf(address(markets)), ofPlain);
        assertEq(flats.balanceOf(address(markets)), ofRegulated);
        assertEq(markets.pledgedOf(address(flats), ben), _position(regulated, ben).collateral);
        assertEq(markets.pledgedOf(address(flats), cleo), _position(regulated, cleo).collateral);
    }

    function afterInvariant() public view {
        handler.assertActionsWork();
    }
}
