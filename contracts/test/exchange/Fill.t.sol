// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Order} from "../../src/interfaces/exchange/IExchange.sol";
import {MatchQuote, OrderIssue, OrderQuote} from "../../src/interfaces/exchange/IOrderQuoter.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

contract FillTest is ExchangeBase {
    function setUp() public {
        _deployExchange();
    }

    function test_fillTakesAnAskAndPaysItsMakerInFull() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        OrderQuote memory quote = _quote(ask, cleo);
        assertEq(uint256(quote.issue), uint256(OrderIssue.None));
        assertEq(quote.sellAmount, 100 * UNIT);

        (uint256 shares, uint256 money, uint256 fee) = _fill(cleo, ask, 40 * UNIT);
        assertEq(shares, 40 * UNIT);
        assertEq(money, 1_000 * DOLLAR);
        assertEq(fee, 2_500_000);
        assertEq(token.balanceOf(cleo), 240 * UNIT);
        assertEq(dollar.balanceOf(ben), 1_001_000 * DOLLAR);
        assertEq(dollar.balanceOf(cleo), 1_000_000 * DOLLAR - money - fee);
        assertEq(dollar.balanceOf(treasurer), fee);
        assertEq(_filledOf(ask), 40 * UNIT);
    }

    function test_fillTakesABidAndGivesItsMakerWhatItWants() public {
        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        (uint256 shares, uint256 money, uint256 fee) = _fill(cleo, bid, 1_000 * DOLLAR);
        assertEq(shares, 40 * UNIT);
        assertEq(token.balanceOf(ben), 240 * UNIT);
        assertEq(dollar.balanceOf(ben), 999_000 * DOLLAR);
        assertEq(dollar.balanceOf(cleo), 1_000_000 * DOLLAR + money - fee);
        assertEq(dollar.balanceOf(treasurer), fee);
    }

    function test_matchSharesTheSurplus() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        MatchQuote memory quote = quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid));
        assertEq(uint256(quote.issue), uint256(OrderIssue.None));
        assertEq(quote.assetAmount, 100 * UNIT);

        uint256 tip = _match(ask, bid, 100 * UNIT);
        assertEq(tip, quote.tip);
        assertEq(dollar.balanceOf(keeper), tip);
        assertEq(dollar.balanceOf(treasurer), 6_250_000);
        assertEq(dollar.balanceOf(ben), 1_000_000 * DOLLAR + quote.askProceeds);
        assertEq(dollar.balanceOf(cleo), 1_000_000 * DOLLAR - quote.bidCost);
        assertEq(token.balanceOf(cleo), 300 * UNIT);
    }
}
