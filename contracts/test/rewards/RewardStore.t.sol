// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ILapsingPause} from "../../src/interfaces/shared/ILapsingPause.sol";
import {IRewardStore, StoreItem} from "../../src/interfaces/rewards/IRewardStore.sol";
import {IRewardsTreasury} from "../../src/interfaces/rewards/IRewardsTreasury.sol";
import {vm} from "../shared/Test.sol";
import {RewardsBase} from "./RewardsBase.sol";

contract RewardStoreTest is RewardsBase {
    uint256 private constant MUG = 0;
    uint96 private constant PRICE = uint96(50 * POINT);

    function setUp() public override {
        super.setUp();
        points.setChannel(address(this), 10_000_000 * POINT, DAY);
        points.earn(ada, 1_000 * POINT);
        store.setItem(MUG, _item(PRICE, 10, 3));
    }

    // --- points for QTI

    function test_exchangesPointsAtTheRate() public {
        uint256 held = qti.balanceOf(address(treasury));
        vm.expectEmit(address(store));
        emit IRewardStore.PointsExchanged(ada, _indexOf(ada), 250 * POINT, 2.5e18);
        vm.expectEmit(address(treasury));
        emit IRewardsTreasury.RewardPaid(address(store), ada, 2.5e18);
        vm.prank(ada);
        assertEq(store.exchangePoints(250 * POINT, 2.5e18), 2.5e18);
        assertEq(points.balanceOf(ada), 750 * POINT);
        assertEq(qti.balanceOf(ada), 2.5e18);
        assertEq(qti.balanceOf(address(treasury)), held - 2.5e18);
    }

    function test_aRateThatFellIsNoticedByTheLimit() public {
        store.setRate(QTI / 200);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreRateTooLow.selector, 0.5e18, 0.5e18 + 1));
        store.exchangePoints(100 * POINT, 0.5e18 + 1);
    }

    function test_theExchangeIsRoundedDownAndNeverForNothing() public {
        store.setRate(3);
        vm.startPrank(ada);
        assertEq(store.exchangePoints(POINT - 1, 0), 2);
        vm.expectRevert(IRewardStore.StoreZeroAmount.selector);
        store.exchangePoints(POINT / 3, 0);
        vm.expectRevert(IRewardStore.StoreZeroAmount.selector);
        store.exchangePoints(0, 0);
    }

    function test_aRateOfNothingClosesTheExchange() public {
        vm.expectEmit(address(store));
        emit IRewardStore.StoreRateSet(0);
        store.setRate(0);
        vm.prank(ada);
        vm.expectRevert(IRewardStore.StoreExchangeClosed.selector);
        store.exchangePoints(POINT, 0);
    }

    function test_nobodyExchangesMoreThanTheyHave() public {
        vm.startPrank(ada);
        for (uint256 i = 0; i < 2; ++i) {
            uint256 tooMuch = i == 0 ? 1_000 * POINT + 1 : type(uint256).max;
            vm.expectRevert(
                abi.encodeWithSelector(
                    IERC20Errors.ERC20InsufficientBalance.selector,
                    ada,
                    1_000 * POINT,
                    tooMuch
                )
            );
            store.exchangePoints(tooMuch, 0);
        }
    }

    function test_payoutsStayWithinTheBudget() public {
        points.earn(ada, 3_000_000 * POINT);
        vm.startPrank(ada);
        store.exchangePoints(2_000_000 * POINT, 0);
        uint256 resetsAt = (vm.getBlockTimestamp() / DAY + 1) * DAY;
        vm.expectRevert(
            abi.encodeWithSelector(
                IRewardsTreasury.TreasuryBudgetExceeded.selector,
                address(store),
                0.01e18,
                0,
                resetsAt
            )
        );
        store.exchangePoints(POINT, 0);
        assertEq(points.balanceOf(ada), 1_001_000 * POINT, "points stay until they are paid for");
        vm.warp(resetsAt);
        store.exchangePoints(POINT, 0);
    }

    // --- items

    function test_sellsAnItemWhileThereIsStock() public {
        vm.expectEmit(address(store));
        emit IRewardStore.ItemRedeemed(1, MUG, ada, _indexOf(ada), 2, 2 * PRICE, 8);
        vm.prank(ada);
        assertEq(store.redeemItem(MUG, 2, 2 * PRICE), 1);
        assertEq(points.balanceOf(ada), 1_000 * POINT - 2 * PRICE);
        assertEq(store.itemOf(MUG).stock, 8);
        assertEq(store.boughtBy(_indexOf(ada), MUG), 2);
        vm.prank(ada);
        assertEq(store.redeemItem(MUG, 1, PRICE), 2);
        assertEq(store.orderCount(), 2);
        assertEq(store.boughtBy(_indexOf(ada), MUG), 3);
    }

    function test_nobodyOrdersMoreThanCanBeDeliveredAtOnce() public {
        store.setItem(MUG, _item(1, 5000, 0));
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreLimitExceeded.selector, MUG, 1001, 1000));
        store.redeemItem(MUG, 1001, type(uint256).max);
        store.redeemItem(MUG, 1000, type(uint256).max);
        store.redeemItem(MUG, 1000, type(uint256).max);
        vm.stopPrank();
        // A limit that is higher does not lift it.
        store.setItem(MUG, _item(1, 5000, 4000));
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreLimitExceeded.selector, MUG, 1001, 1000));
        store.redeemItem(MUG, 1001, type(uint256).max);
    }

    function test_theLimitIsAPersonsNotAnAccounts() public {
        vm.prank(ada);
        store.redeemItem(MUG, 2, type(uint256).max);
        address phone = _link("ada", "phone");
        points.earn(phone, 500 * POINT);
        vm.startPrank(phone);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreLimitExceeded.selector, MUG, 2, 1));
        store.redeemItem(MUG, 2, type(uint256).max);
        store.redeemItem(MUG, 1, type(uint256).max);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreLimitExceeded.selector, MUG, 1, 0));
        store.redeemItem(MUG, 1, type(uint256).max);
        vm.stopPrank();

        // Lowered below what this person has had, and then no limit at all.
        store.setItem(MUG, _item(PRICE, 10, 2));
        vm.prank(phone);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreLimitExceeded.selector, MUG, 1, 0));
        store.redeemItem(MUG, 1, type(uint256).max);
        store.setItem(MUG, _item(PRICE, 10, 0));
        vm.prank(phone);
        store.redeemItem(MUG, 6, type(uint256).max);
    }

    function test_whatIsNotInStockIsNotSold() public {
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreOutOfStock.selector, MUG, 11, 10));
        store.redeemItem(MUG, 11, type(uint256).max);
        vm.expectRevert(
            abi.encodeWithSelector(IRewardStore.StoreOutOfStock.selector, MUG, type(uint256).max, 10)
        );
        store.redeemItem(MUG, type(uint256).max, type(uint256).max);
    }

    function test_theLastOneIsSold() public {
        store.setItem(MUG, _item(PRICE, 2, 0));
        vm.prank(ada);
        store.redeemItem(MUG, 2, type(uint256).max);
        assertEq(store.itemOf(MUG).stock, 0);
    }

    function test_aPriceThatRoseIsNoticedByTheLimit() public {
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(IRewardStore.StorePriceTooHigh.selector, MUG, 2 * PRICE, 2 * PRICE - 1)
        );
        store.redeemItem(MUG, 2, 2 * PRICE - 1);
    }

    function test_whoCannotPayGetsNothing() public {
        _attest(nia);
        vm.prank(nia);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, nia, 0, PRICE)
        );
        store.redeemItem(MUG, 1, PRICE);
        assertEq(store.itemOf(MUG).stock, 10);
        assertEq(store.orderCount(), 0);
    }

    function test_nothingIsNoOrder() public {
        vm.prank(ada);
        vm.expectRevert(IRewardStore.StoreZeroAmount.selector);
        store.redeemItem(MUG, 0, 0);
    }

    function test_thereIsNoSuchItem() public {
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreUnknownItem.selector, 1));
        store.redeemItem(1, 1, PRICE);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreUnknownItem.selector, 1));
        store.itemOf(1);
    }

    // --- who

    function test_onlyWhoIsVerifiedAndInGoodStandingRedeems() public {
        points.earn(nia, 100 * POINT);
        vm.startPrank(nia);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreNotVerified.selector, nia));
        store.exchangePoints(POINT, 0);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreNotVerified.selector, nia));
        store.redeemItem(MUG, 1, PRICE);
        vm.stopPrank();

        identities.freeze(ada);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreNotVerified.selector, ada));
        store.exchangePoints(POINT, 0);
        identities.unfreeze(ada);
        skip(YEAR + 1);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreNotVerified.selector, ada));
        store.redeemItem(MUG, 1, PRICE);
    }

    /// @dev Points are bearer, as QTI and stake are: they stay with the account that was lost.
    function test_aRecoveredAccountRedeemsNoMore() public {
        _recover(ada, "successor");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreNotVerified.selector, ada));
        store.exchangePoints(POINT, 0);
    }

    function test_pausingStopsRedemption() public {
        store.pause();
        vm.startPrank(ada);
        vm.expectPartialRevert(ILapsingPause.PauseActive.selector);
        store.exchangePoints(POINT, 0);
        vm.expectPartialRevert(ILapsingPause.PauseActive.selector);
        store.redeemItem(MUG, 1, PRICE);
        vm.stopPrank();
        skip(14 days);
        vm.prank(ada);
        store.exchangePoints(POINT, 0);
    }

    // --- the shelf

    function test_itemsAreAddedInOrderAndChanged() public {
        StoreItem memory cap = StoreItem({price: 7, stock: 8, limit: 9, uri: "data:,cap"});
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreUnknownItem.selector, 2));
        store.setItem(2, cap);
        vm.expectEmit(address(store));
        emit IRewardStore.StoreItemSet(1, 7, 8, 9, "data:,cap");
        store.setItem(1, cap);
        assertEq(store.itemCount(), 2);
        assertEq(keccak256(abi.encode(store.itemOf(1))), keccak256(abi.encode(cap)));
        assertEq(keccak256(abi.encode(store.itemOf(0))), keccak256(abi.encode(_item(PRICE, 10, 3))));

        cap.stock = 0;
        store.setItem(1, cap);
        assertEq(store.itemCount(), 2);
        assertEq(store.itemOf(1).stock, 0);
    }

    function test_anItemHasAPriceAndSaysWhatItIs() public {
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreInvalidItem.selector, 1));
        store.setItem(1, _item(0, 1, 1));
        StoreItem memory mute = _item(1, 1, 1);
        mute.uri = "";
        vm.expectRevert(abi.encodeWithSelector(IRewardStore.StoreInvalidItem.selector, 1));
        store.setItem(1, mute);
        assertEq(store.itemCount(), 1);
    }

    function test_strangersSetNothing() public {
        vm.startPrank(ada);
        vm.expectRevert(_refusal(ada));
        store.setRate(1);
        vm.expectRevert(_refusal(ada));
        store.setItem(0, _item(1, 1, 1));
    }

    // --- fuzz

    function testFuzz_paysThePartRoundedDown(uint256 amount, uint256 rate) public {
        amount = bound(amount, 1, 1_000 * POINT);
        rate = bound(rate, 1, QTI);
        store.setRate(rate);
        uint256 expected = (amount * rate) / 1e6;
        vm.prank(ada);
        if (expected == 0) vm.expectRevert(IRewardStore.StoreZeroAmount.selector);
        uint256 paid = store.exchangePoints(amount, expected);
        if (expected == 0) return;
        assertEq(paid, expected);
        assertEq(qti.balanceOf(ada), expected);
    }

    function testFuzz_stockAndLimitHold(uint256 seed, uint64 stock, uint32 limit) public {
        stock = uint64(bound(stock, 0, 40));
        limit = uint32(bound(limit, 0, 30));
        store.setItem(MUG, _item(1, stock, limit));
        uint256 bought;
        for (uint256 i = 0; i < 12; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 quantity = 1 + (seed % 12);
            bool fits = bought + quantity <= stock && (limit == 0 || bought + quantity <= limit);
            vm.prank(ada);
            (bool happened, ) = address(store).call(
                abi.encodeCall(store.redeemItem, (MUG, quantity, quantity))
            );
            assertEq(happened, fits);
            if (fits) bought += quantity;
            assertEq(store.itemOf(MUG).stock, stock - bought);
            assertEq(store.boughtBy(_indexOf(ada), MUG), bought);
        }
    }
}
