// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Refusal} from "../../src/interfaces/assets/IComplianceModule.sol";
import {Order} from "../../src/interfaces/exchange/IExchange.sol";
import {MatchQuote, OrderIssue, OrderQuote} from "../../src/interfaces/exchange/IOrderQuoter.sol";
import {vm} from "../shared/Test.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

/// @notice Quotes where least is left to quote: one unit, none, and no taker yet.
contract QuoteEdgesTest is ExchangeBase {
    function setUp() public {
        _deployExchange();
    }

    function test_aMatchOfOneUnitIsAMatchAndOfNoneIsNone() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 10, 1);
        MatchQuote memory quote = _quoteMatch(ask, bid);
        assertEq(uint256(quote.issue), uint256(OrderIssue.None));
        assertEq(quote.assetAmount, 1);

        // Half of the money buys less than the one unit that was asked for.
        vm.prank(cleo);
        dollar.approve(address(exchange), 5);
        quote = _quoteMatch(ask, bid);
        assertEq(uint256(quote.issue), uint256(OrderIssue.NotCrossed));
        assertEq(quote.assetAmount, 0);
        assertEq(quote.bidCost, 0);
    }

    function test_aBidWaitsForAnyTakerUnlessItsMakerMayNotReceive() public {
        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        OrderQuote memory quote = _quote(bid, address(0));
        assertEq(uint256(quote.issue), uint256(OrderIssue.None));
        assertEq(quote.refusal, 0);

        identities.freeze(ben);
        quote = _quote(bid, address(0));
        assertEq(uint256(quote.issue), uint256(OrderIssue.Compliance));
        assertEq(quote.refusal, uint8(Refusal.ReceiverFrozen));
    }

    function test_whoseSharesAreFrozenMayStillBid() public {
        registry.setFrozenTokens(address(token), ben, type(uint256).max);
        OrderQuote memory quote = _quote(_bid(ben, 2_500 * DOLLAR, 100 * UNIT), address(0));
        assertEq(uint256(quote.issue), uint256(OrderIssue.None));
        assertEq(quote.refusal, 0);
    }

    function _quoteMatch(Order memory ask, Order memory bid) private view returns (MatchQuote memory) {
        return quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid));
    }
}
