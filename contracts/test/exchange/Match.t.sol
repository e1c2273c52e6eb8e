// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {IExchange, MatchedTrade, Order} from "../../src/interfaces/exchange/IExchange.sol";
import {vm} from "../shared/Test.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

/// @notice Two orders and a keeper.
contract MatchTest is ExchangeBase {
    function setUp() public {
        _deployExchange();
    }

    function test_aMatchSharesItsSurplusBetweenFeeKeeperSellerAndBuyer() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        uint256 tip = _match(ask, bid, 100 * UNIT);
        // Of 200: the fee of a taker, 6.25; a tenth of the rest, 19.375; the others 87.1875 each.
        assertEq(dollar.balanceOf(treasurer), 6_250_000);
        assertEq(tip, 19_375_000);
        assertEq(dollar.balanceOf(keeper), tip);
        assertEq(dollar.balanceOf(ben), 1_000_000 * DOLLAR + 2_587_187_500);
        assertEq(dollar.balanceOf(cleo), 1_000_000 * DOLLAR - 2_612_812_500);
        assertEq(token.balanceOf(ben), 100 * UNIT);
        assertEq(token.balanceOf(cleo), 300 * UNIT);
        assertEq(_filledOf(ask), 100 * UNIT);
        assertEq(_filledOf(bid), 2_700 * DOLLAR);
    }

    function test_aMatchTellsAllThatMoved() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        (bytes memory askSignature, bytes memory bidSignature) = (_signed(ask), _signed(bid));
        MatchedTrade memory trade = MatchedTrade({
            asset: address(token),
            money: dollar,
            seller: ben,
            buyer: cleo,
            assetAmount: 50 * UNIT,
            askProceeds: 1_293_593_750,
            bidCost: 1_306_406_250,
            fee: 3_125_000,
            tip: 9_687_500,
            askWindow: 0,
            askFilled: uint128(50 * UNIT),
            bidWindow: 0,
            bidFilled: uint128(1_350 * DOLLAR)
        });
        vm.expectEmit(address(exchange));
        emit IExchange.OrdersMatched(_orderHash(ask), _orderHash(bid), keeper, trade);
        vm.prank(keeper);
        exchange.matchOrders(ask, askSignature, bid, bidSignature, 50 * UNIT);
    }

    function test_aSurplusBelowTheFeeIsAllFee() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        assertEq(_match(ask, _bid(cleo, 2_501 * DOLLAR, 100 * UNIT), 100 * UNIT), 0);
        assertEq(dollar.balanceOf(treasurer), 1 * DOLLAR);
        assertEq(dollar.balanceOf(ben), 1_002_500 * DOLLAR);
        assertEq(dollar.balanceOf(cleo), 1_000_000 * DOLLAR - 2_501 * DOLLAR);
    }

    function test_equalPricesMatchWithoutFeeAndTip() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        assertEq(_match(ask, _bid(cleo, 2_500 * DOLLAR, 100 * UNIT), 100 * UNIT), 0);
        assertEq(dollar.balanceOf(treasurer), 0);
        assertEq(dollar.balanceOf(ben), 1_002_500 * DOLLAR);
    }

    function test_ordersThatDoNotCrossAreNotMatched() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_500 * DOLLAR - 1, 100 * UNIT);
        _refuse(
            ask,
            bid,
            100 * UNIT,
            abi.encodeWithSelector(
                IExchange.ExchangeNotCrossed.selector,
                2_500 * DOLLAR,
                2_500 * DOLLAR - 1
            )
        );
        assertEq(_filledOf(ask), 0);
        assertEq(_filledOf(bid), 0);
    }

    function test_onlyASellerAndABuyerOfTheSameAreMatched() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        _refuse(bid, ask, 1, abi.encodeWithSelector(IExchange.ExchangeMismatch.selector, bytes32("side")));
        _refuse(ask, ask, 1, abi.encodeWithSelector(IExchange.ExchangeMismatch.selector, bytes32("side")));
        _refuse(bid, bid, 1, abi.encodeWithSelector(IExchange.ExchangeMismatch.selector, bytes32("side")));
        bid.asset = address(1);
        _refuse(ask, bid, 1, abi.encodeWithSelector(IExchange.ExchangeMismatch.selector, bytes32("asset")));
        bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        ask.money = new TestDollar(ben);
        _refuse(ask, bid, 1, abi.encodeWithSelector(IExchange.ExchangeMismatch.selector, bytes32("money")));
    }

    function test_nobodyIsMatchedWithItself() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(ben, 2_700 * DOLLAR, 100 * UNIT);
        _refuse(ask, bid, 1, abi.encodeWithSelector(IExchange.ExchangeSelfTrade.selector, ben));
    }

    function test_anOrderForOneTakerIsMatchedWithThatAccountsOrderOnly() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.taker = ada;
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        _refuse(ask, bid, UNIT, abi.encodeWithSelector(IExchange.ExchangeNotTaker.selector, ada, cleo));
        // It is not the caller that counts.
        _match(ask, _bid(ada, 2_700 * DOLLAR, 100 * UNIT), UNIT);

        ask.taker = address(0);
        bid.taker = keeper;
        _refuse(ask, bid, UNIT, abi.encodeWithSelector(IExchange.ExchangeNotTaker.selector, keeper, ben));
    }

    function test_bothSignaturesAreNeeded() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        (bytes memory askSignature, bytes memory bidSignature) = (_signed(ask), _signed(bid));
        vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, ben));
        exchange.matchOrders(ask, bidSignature, bid, bidSignature, UNIT);
        vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, cleo));
        exchange.matchOrders(ask, askSignature, bid, askSignature, UNIT);
    }

    function test_aWholeAskIsMatchedAsAWhole() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.flags = 0;
        Order memory bid = _bid(cleo, 5_400 * DOLLAR, 200 * UNIT);
        bytes32 orderHash = _orderHash(ask);
        _refuse(
            ask,
            bid,
            99 * UNIT,
            abi.encodeWithSelector(
                IExchange.ExchangeNotPartial.selector,
                orderHash,
                99 * UNIT,
                100 * UNIT
            )
        );
        _match(ask, bid, 100 * UNIT);
    }

    function test_aWholeBidIsMatchedForExactlyWhatItWants() public {
        Order memory ask = _ask(ben, 150 * UNIT, 3_750 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        bid.flags = BID;
        bytes32 orderHash = _orderHash(bid);
        // One share unit less: the money would be used up by rounding, and the bid not whole.
        _refuse(
            ask,
            bid,
            100 * UNIT - 1,
            abi.encodeWithSelector(
                IExchange.ExchangeNotPartial.selector,
                orderHash,
                2_700 * DOLLAR - 1,
                2_700 * DOLLAR
            )
        );
        _refuse(
            ask,
            bid,
            100 * UNIT + 1,
            abi.encodeWithSelector(
                IExchange.ExchangeAmountTooLarge.selector,
                orderHash,
                2_700 * DOLLAR + 1,
                2_700 * DOLLAR
            )
        );
        _match(ask, bid, 100 * UNIT);
        assertEq(_filledOf(bid), 2_700 * DOLLAR);
    }

    function test_nothingIsNoMatch() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        _refuse(ask, bid, 0, abi.encodeWithSelector(IExchange.ExchangeInvalidAmount.selector, 0));
    }

    /// @dev Money has six digits, a share eighteen: almost two shares round to the price of one.
    function test_hurt_partialFillRounding_aBidNeverBuysMoreThanItAskedFor() public {
        Order memory ask = _ask(ben, 100 * UNIT, 40);
        Order memory bid = _bid(cleo, 10, 10 * UNIT);
        uint256 before = token.balanceOf(cleo);
        for (uint256 i = 0; i < 5; ++i) _match(ask, bid, 2 * UNIT - 1);
        assertEq(_filledOf(bid), 10);
        assertLe(token.balanceOf(cleo) - before, 10 * UNIT);
        bytes32 orderHash = _orderHash(bid);
        _refuse(
            ask,
            bid,
            1,
            abi.encodeWithSelector(IExchange.ExchangeAmountTooLarge.selector, orderHash, 1, 0)
        );
    }

    function test_dutchOrdersMeetWhereTheirPricesCross() public {
        Order memory ask = _ask(ben, 100 * UNIT, 3_000 * DOLLAR);
        (ask.buyEnd, ask.duration) = (uint128(2_000 * DOLLAR), 10 days);
        Order memory bid = _bid(cleo, 2_000 * DOLLAR, 100 * UNIT);
        (bid.buyEnd, bid.duration) = (uint128(50 * UNIT), 10 days);
        // 3,000 - 100 d for a hundred, and 2,000 for 100 - 5 d: 26.15 at 3.85 days and 26.25 at 3.75 days do not cross yet.
        skip(3 days);
        _refuse(
            ask,
            bid,
            10 * UNIT,
            abi.encodeWithSelector(IExchange.ExchangeNotCrossed.selector, 270 * DOLLAR, 235_294_117)
        );
        skip(3 days);
        _match(ask, bid, 10 * UNIT);
        assertEq(_filledOf(bid), 285_714_286);
    }

    function testFuzz_aMatchIsWorseForNobody(
        uint128 shares,
        uint128 price,
        uint128 money,
        uint128 wanted,
        uint128 part,
        uint16 feeBps
    ) public {
        exchange.setFee(uint16(bound(feeBps, 0, 100)));
        uint256 sells = bound(shares, 1, 200 * UNIT);
        uint256 asks = bound(price, 1, 500_000 * DOLLAR);
        uint256 offers = bound(money, 1, 900_000 * DOLLAR);
        uint256 wants = bound(wanted, 1, 400 * UNIT);
        Order memory ask = _ask(ben, sells, asks);
        Order memory bid = _bid(cleo, offers, wants);
        uint256 amount = bound(part, 1, sells);
        (bytes memory askSignature, bytes memory bidSignature) = (_signed(ask), _signed(bid));
        vm.prank(keeper);
        try exchange.matchOrders(ask, askSignature, bid, bidSignature, amount) returns (uint256 tip) {
            uint256 got = dollar.balanceOf(ben) - 1_000_000 * DOLLAR;
            uint256 paid = 1_000_000 * DOLLAR - dollar.balanceOf(cleo);
            uint256 fee = dollar.balanceOf(treasurer);
            assertEq(paid, got + fee + tip, "what is paid arrives");
            assertEq(dollar.balanceOf(keeper), tip);
            assertGe(got * sells, asks * amount, "the seller gets its price");
            assertLe(paid * wants, offers * amount, "the buyer pays at most its own");
            assertEq(token.balanceOf(cleo) - 200 * UNIT, amount);
            assertEq(_filledOf(ask), amount);
            assertGe(_filledOf(bid) * wants, offers * amount, "money counted up pays for the shares");
            assertLe(_filledOf(bid), offers);
        } catch (bytes memory reason) {
            bytes4 selector = bytes4(reason);
            if (selector == IExchange.ExchangeAmountTooLarge.selector) {
                assertGt(amount * offers, offers * wants, "more than the bid can pay");
            } else {
                assertEq(bytes32(selector), bytes32(IExchange.ExchangeNotCrossed.selector));
                // Within a unit of rounding on each side.
                assertLt((amount * offers) / wants, (asks * amount + sells - 1) / sells);
            }
        }
    }

    function _refuse(Order memory ask, Order memory bid, uint256 amount, bytes memory reason) private {
        (bytes memory askSignature, bytes memory bidSignature) = (_signed(ask), _signed(bid));
        vm.prank(keeper);
        vm.expectRevert(reason);
        exchange.matchOrders(ask, askSignature, bid, bidSignature, amount);
    }
}
