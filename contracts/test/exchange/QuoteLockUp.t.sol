// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Refusal, Rules} from "../../src/interfaces/assets/IComplianceModule.sol";
import {Order} from "../../src/interfaces/exchange/IExchange.sol";
import {MatchQuote, OrderIssue, OrderQuote} from "../../src/interfaces/exchange/IOrderQuoter.sol";
import {vm} from "../shared/Test.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

/// @notice While shares move only from and to the issuer (Ada), holders still trade with her.
contract QuoteLockUpTest is ExchangeBase {
    function setUp() public {
        _deployExchange();
        rulebook.setRules(
            address(token),
            Rules({minTier: 1, maxHolders: 0, lockedUntil: uint48(vm.getBlockTimestamp()) + YEAR, capPerIdentity: 0})
        );
    }

    function test_aBidWaitsForTheIssuerDuringALockUp() public {
        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        _assertWaits(bid);
        _fill(ada, bid, bid.sellAmount);
        assertEq(token.balanceOf(ben), 300 * UNIT);
    }

    function test_anAskWaitsForTheIssuerDuringALockUp() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _assertWaits(ask);
        _fill(ada, ask, ask.sellAmount);
        assertEq(token.balanceOf(ben), 100 * UNIT);
    }

    function test_aMatchDuringALockUpNeedsTheIssuer() public {
        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        Order memory ask = _ask(cleo, 100 * UNIT, 2_500 * DOLLAR);
        MatchQuote memory quote = quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid));
        assertEq(uint256(quote.issue), uint256(OrderIssue.Compliance));
        assertEq(quote.refusal, uint8(Refusal.Locked));

        ask = _ask(ada, 100 * UNIT, 2_500 * DOLLAR);
        quote = quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid));
        assertEq(uint256(quote.issue), uint256(OrderIssue.None));
        _match(ask, bid, quote.assetAmount);
        assertEq(token.balanceOf(ben), 300 * UNIT);
    }

    function test_whatStandsInTheMakersWayIsToldDuringALockUpToo() public {
        identities.freeze(ben);
        OrderQuote memory quote = _quote(_bid(ben, 2_500 * DOLLAR, 100 * UNIT), address(0));
        assertEq(uint256(quote.issue), uint256(OrderIssue.Compliance));
        assertEq(quote.refusal, uint8(Refusal.ReceiverFrozen));
        quote = _quote(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), address(0));
        assertEq(uint256(quote.issue), uint256(OrderIssue.Compliance));
        assertEq(quote.refusal, uint8(Refusal.SenderFrozen));
    }

    /// @dev For nobody in particular, for the issuer, and not for another holder.
    function _assertWaits(Order memory order) private view {
        OrderQuote memory quote = _quote(order, address(0));
        assertEq(uint256(quote.issue), uint256(OrderIssue.None));
        assertEq(quote.refusal, 0);
        assertEq(quote.sellAmount, order.sellAmount);
        assertEq(uint256(_quote(order, ada).issue), uint256(OrderIssue.None));
        quote = _quote(order, cleo);
        assertEq(uint256(quote.issue), uint256(OrderIssue.Compliance));
        assertEq(quote.refusal, uint8(Refusal.Locked));
    }
}
