// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IExchange, MatchedTrade, Order} from "../../src/interfaces/exchange/IExchange.sol";
import {vm} from "../shared/Test.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

/// @notice Two standing orders with calendars of their own.
contract MatchWindowsTest is ExchangeBase {
    function setUp() public {
        _deployExchange();
    }

    function test_aMatchTellsTheWindowOfEachOrder() public {
        Order memory ask = _ask(ben, 10 * UNIT, 250 * DOLLAR);
        (ask.duration, ask.interval, ask.count) = (1 days, 7 days, 4);
        Order memory bid = _bid(cleo, 250 * DOLLAR, 10 * UNIT);
        (bid.duration, bid.interval, bid.count) = (1 days, 1 days, 30);
        _match(ask, bid, 10 * UNIT);

        // The seller's third week is the buyer's fifteenth day.
        skip(14 days);
        (bytes memory askSignature, bytes memory bidSignature) = (_signed(ask), _signed(bid));
        vm.expectEmit(address(exchange));
        emit IExchange.OrdersMatched(
            _orderHash(ask),
            _orderHash(bid),
            keeper,
            MatchedTrade({
                asset: address(token),
                money: dollar,
                seller: ben,
                buyer: cleo,
                assetAmount: 4 * UNIT,
                askProceeds: 100 * DOLLAR,
                bidCost: 100 * DOLLAR,
                fee: 0,
                tip: 0,
                askWindow: 2,
                askFilled: uint128(4 * UNIT),
                bidWindow: 14,
                bidFilled: uint128(100 * DOLLAR)
            })
        );
        vm.prank(keeper);
        exchange.matchOrders(ask, askSignature, bid, bidSignature, 4 * UNIT);
        assertEq(exchange.orderStateOf(_orderHash(ask)).window, 2);
        assertEq(exchange.orderStateOf(_orderHash(bid)).window, 14);
    }
}
