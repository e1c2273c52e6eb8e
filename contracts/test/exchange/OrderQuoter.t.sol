// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Refusal, Rules} from "../../src/interfaces/assets/IComplianceModule.sol";
import {FillRequest, Order} from "../../src/interfaces/exchange/IExchange.sol";
import {MatchQuote, OrderIssue, OrderQuote} from "../../src/interfaces/exchange/IOrderQuoter.sol";
import {vm} from "../shared/Test.sol";
import {Wallet1271} from "../shared/Wallet1271.sol";
import {BombMoney} from "./BombMoney.sol";
import {ExchangeBase} from "./ExchangeBase.sol";
import {HostileWallet} from "./HostileWallet.sol";

/// @notice What the quoter says, and that it is what happens.
contract OrderQuoterTest is ExchangeBase {
    function setUp() public {
        _deployExchange();
    }

    function test_aQuoteTellsAllOfAnOrderThatCanBeFilled() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _fill(cleo, ask, 30 * UNIT);
        OrderQuote memory quote = _quote(ask, cleo);
        _assertIssue(quote, OrderIssue.None);
        assertEq(quote.orderHash, _orderHash(ask));
        assertEq(quote.sellAmount, 70 * UNIT);
        assertEq(quote.buyAmount, 1_750 * DOLLAR);
        assertEq(quote.fee, 4_375_000);
        assertEq(quote.window, 0);
        assertEq(quote.opensAt, ask.start);
        assertEq(quote.closesAt, ask.start + 30 days);
        assertEq(quote.refusal, 0);

        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        quote = _quote(bid, cleo);
        assertEq(quote.sellAmount, 2_500 * DOLLAR);
        assertEq(quote.buyAmount, 100 * UNIT);
        assertEq(quote.fee, 6_250_000);
    }

    function test_aQuoteForAnAmountIsForThatAmount() public view {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        OrderQuote memory quote = quoter.quote(ask, _signed(ask), cleo, 10 * UNIT);
        _assertIssue(quote, OrderIssue.None);
        assertEq(quote.sellAmount, 10 * UNIT);
        assertEq(quote.buyAmount, 250 * DOLLAR);
        quote = quoter.quote(ask, _signed(ask), cleo, 100 * UNIT + 1);
        _assertIssue(quote, OrderIssue.Filled);
        assertEq(quote.sellAmount, 100 * UNIT);
        // All or nothing: a part means all of it.
        ask.flags = 0;
        quote = quoter.quote(ask, _signed(ask), cleo, 10 * UNIT);
        _assertIssue(quote, OrderIssue.None);
        assertEq(quote.sellAmount, 100 * UNIT);
    }

    function test_issues_ofTheOrderItself() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.count = 2;
        OrderQuote memory quote = _quote(ask, cleo);
        _assertIssue(quote, OrderIssue.Invalid);
        assertEq(quote.orderHash, _orderHash(ask));
        ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.asset = address(dollar);
        _assertIssue(_quote(ask, cleo), OrderIssue.Invalid);

        ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _assertIssue(quoter.quote(ask, "", cleo, 0), OrderIssue.Signature);
        vm.prank(ben);
        exchange.cancelAll();
        _assertIssue(_quote(ask, cleo), OrderIssue.Epoch);
        ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        vm.prank(ben);
        exchange.cancel(ask);
        _assertIssue(_quote(ask, cleo), OrderIssue.Cancelled);
    }

    function test_issues_ofTime() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        (ask.start, ask.duration, ask.interval, ask.count) = (ask.start + 1 hours, 1 days, 7 days, 2);
        OrderQuote memory quote = _quote(ask, cleo);
        _assertIssue(quote, OrderIssue.NotYet);
        assertEq(quote.opensAt, ask.start);
        assertEq(quote.sellAmount, 0);
        skip(1 hours);
        _fill(cleo, ask, 100 * UNIT);
        _assertIssue(_quote(ask, cleo), OrderIssue.Filled);
        skip(1 days + 1);
        quote = _quote(ask, cleo);
        _assertIssue(quote, OrderIssue.BetweenWindows);
        assertEq(quote.window, 1);
        assertEq(quote.opensAt, ask.start + 7 days);
        assertEq(quote.closesAt, ask.start + 8 days);
        skip(6 days);
        quote = _quote(ask, cleo);
        _assertIssue(quote, OrderIssue.None);
        assertEq(quote.sellAmount, 100 * UNIT);
        skip(7 days);
        quote = _quote(ask, cleo);
        _assertIssue(quote, OrderIssue.Expired);
        assertEq(quote.opensAt, 0);
    }

    function test_anOrderThatIsOpenSince1970IsOpen() public view {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        (ask.start, ask.duration) = (0, type(uint32).max);
        _assertIssue(_quote(ask, cleo), OrderIssue.None);
    }

    function test_issues_ofTheExchange() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        exchange.delistMoney(dollar);
        _assertIssue(_quote(ask, cleo), OrderIssue.MoneyNotListed);
        exchange.pause();
        _assertIssue(_quote(ask, cleo), OrderIssue.Paused);
    }

    function test_issues_ofTheTaker() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _assertIssue(_quote(ask, ben), OrderIssue.Taker);
        ask.taker = ada;
        _assertIssue(_quote(ask, cleo), OrderIssue.Taker);
        _assertIssue(_quote(ask, ada), OrderIssue.None);
        _assertIssue(_quote(ask, address(0)), OrderIssue.None);

        ask.taker = address(0);
        vm.prank(cleo);
        dollar.transfer(ada, 1_000_000 * DOLLAR - 2_506_250_000 + 1);
        OrderQuote memory quote = _quote(ask, cleo);
        _assertIssue(quote, OrderIssue.TakerBalance);
        assertEq(quote.buyAmount, 2_500 * DOLLAR);
        vm.prank(ada);
        dollar.transfer(cleo, 1);
        _assertIssue(_quote(ask, cleo), OrderIssue.None);
        vm.prank(cleo);
        dollar.approve(address(exchange), 2_506_250_000 - 1);
        _assertIssue(_quote(ask, cleo), OrderIssue.TakerAllowance);

        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        registry.setFrozenTokens(address(token), cleo, 100 * UNIT + 1);
        _assertIssue(_quote(bid, cleo), OrderIssue.TakerBalance);
        registry.setFrozenTokens(address(token), cleo, 100 * UNIT);
        _assertIssue(_quote(bid, cleo), OrderIssue.None);
    }

    function test_issues_ofTheMakersMeans() public {
        Order memory ask = _ask(ben, 500 * UNIT, 12_500 * DOLLAR);
        OrderQuote memory quote = _quote(ask, cleo);
        _assertIssue(quote, OrderIssue.None);
        assertEq(quote.sellAmount, 200 * UNIT);
        quote = quoter.quote(ask, _signed(ask), cleo, 201 * UNIT);
        _assertIssue(quote, OrderIssue.MakerBalance);
        assertEq(quote.sellAmount, 200 * UNIT);
        registry.setFrozenTokens(address(token), ben, 150 * UNIT);
        assertEq(_quote(ask, cleo).sellAmount, 50 * UNIT);
        registry.setFrozenTokens(address(token), ben, 200 * UNIT);
        _assertIssue(_quote(ask, cleo), OrderIssue.MakerBalance);
        registry.setFrozenTokens(address(token), ben, 0);

        vm.prank(ben);
        token.approve(address(exchange), 20 * UNIT);
        assertEq(_quote(ask, cleo).sellAmount, 20 * UNIT);
        _assertIssue(quoter.quote(ask, _signed(ask), cleo, 21 * UNIT), OrderIssue.MakerAllowance);
        vm.prank(ben);
        token.approve(address(exchange), 0);
        _assertIssue(_quote(ask, cleo), OrderIssue.MakerAllowance);

        ask.flags = 0;
        quote = _quote(ask, cleo);
        _assertIssue(quote, OrderIssue.MakerBalance);
        assertEq(quote.sellAmount, 0);
    }

    function test_issues_ofCompliance() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        _assertIssue(_quote(ask, stranger), OrderIssue.TakerBalance);
        _equip(stranger);
        OrderQuote memory quote = _quote(ask, stranger);
        _assertIssue(quote, OrderIssue.Compliance);
        assertEq(quote.refusal, uint8(Refusal.ReceiverUnknown));

        identities.freeze(ben);
        assertEq(_quote(ask, cleo).refusal, uint8(Refusal.SenderFrozen));
        assertEq(_quote(bid, cleo).refusal, uint8(Refusal.ReceiverFrozen));
        // Without a taker the maker's own standing counts, in its own part.
        assertEq(_quote(ask, address(0)).refusal, uint8(Refusal.SenderFrozen));
        quote = _quote(bid, address(0));
        _assertIssue(quote, OrderIssue.Compliance);
        assertEq(quote.refusal, uint8(Refusal.ReceiverFrozen));
        identities.unfreeze(ben);

        skip(YEAR + 1);
        ask.start = bid.start = uint40(vm.getBlockTimestamp());
        // Who is expired may sell and not buy.
        _assertIssue(_quote(ask, address(0)), OrderIssue.None);
        assertEq(_quote(bid, address(0)).refusal, uint8(Refusal.ReceiverExpired));
        registry.pause(address(token));
        assertEq(_quote(ask, address(0)).refusal, uint8(Refusal.Paused));
    }

    function test_issues_ofComplianceCountSharesOnEitherSideAndNeverMoney() public {
        // Cleo holds 200 shares and may hold 50 more. 2,500 dollars are far fewer units than 50 shares.
        rulebook.setRules(
            address(token),
            Rules({minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: uint128(250 * UNIT)})
        );
        assertEq(_quote(_ask(ben, 50 * UNIT, 2_500 * DOLLAR), cleo).refusal, 0);
        assertEq(_quote(_ask(ben, 50 * UNIT + 1, 2_500 * DOLLAR), cleo).refusal, uint8(Refusal.IdentityCap));
        assertEq(_quote(_bid(cleo, 2_500 * DOLLAR, 50 * UNIT), ben).refusal, 0);
        assertEq(_quote(_bid(cleo, 2_500 * DOLLAR, 50 * UNIT + 1), ben).refusal, uint8(Refusal.IdentityCap));
    }

    function test_signersAndTokensThatMisbehaveSpoilNoOtherQuote() public {
        HostileWallet wallet = new HostileWallet();
        BombMoney bomb = new BombMoney();
        bomb.mint(address(this), 1);
        bomb.approve(address(exchange), 1);
        exchange.listMoney(bomb, 1);
        bomb.setLength(100_000);

        Order[] memory orders = new Order[](3);
        bytes[] memory signatures = new bytes[](3);
        orders[0] = _ask(address(wallet), 100 * UNIT, 2_500 * DOLLAR);
        orders[1] = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        orders[1].money = bomb;
        signatures[1] = _signed(orders[1]);
        orders[2] = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        signatures[2] = _signed(orders[2]);
        for (uint256 i = 1; i <= uint256(HostileWallet.Answer.BurnGas); ++i) {
            wallet.set(HostileWallet.Answer(i));
            OrderQuote[] memory quotes = quoter.quoteBatch{gas: 3_000_000}(orders, signatures, cleo);
            _assertIssue(quotes[0], OrderIssue.Signature);
            _assertIssue(quotes[1], OrderIssue.MakerBalance);
            _assertIssue(quotes[2], OrderIssue.None);
        }
        wallet.set(HostileWallet.Answer.Yes);
        _assertIssue(quoter.quoteBatch(orders, signatures, cleo)[0], OrderIssue.MakerBalance);
    }

    function test_aSmartAccountsSignatureIsAsked() public {
        Wallet1271 wallet = new Wallet1271(cleo);
        keys[address(wallet)] = keys[cleo];
        Order memory ask = _ask(address(wallet), 100 * UNIT, 2_500 * DOLLAR);
        _assertIssue(_quote(ask, ben), OrderIssue.MakerBalance);
        keys[address(wallet)] = keys[ada];
        _assertIssue(_quote(ask, ben), OrderIssue.Signature);
    }

    // --- matches

    function test_matches_tellTheMostThatTwoOrdersExchange() public {
        Order memory ask = _ask(ben, 80 * UNIT, 2_000 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        MatchQuote memory quote = quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid));
        assertEq(uint256(quote.issue), uint256(OrderIssue.None));
        assertEq(quote.assetAmount, 80 * UNIT);
        assertEq(quote.bidCost, quote.askProceeds + quote.fee + quote.tip);
        uint256 tip = _match(ask, bid, 80 * UNIT);
        assertEq(tip, quote.tip);
        assertEq(dollar.balanceOf(ben), 1_000_000 * DOLLAR + quote.askProceeds);
        assertEq(dollar.balanceOf(cleo), 1_000_000 * DOLLAR - quote.bidCost);
        assertEq(dollar.balanceOf(treasurer), quote.fee);

        quote = quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid));
        assertEq(uint256(quote.issue), uint256(OrderIssue.Filled));
    }

    function test_matches_areBoundedByWhatTheBuyerHas() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        vm.prank(cleo);
        dollar.approve(address(exchange), 270 * DOLLAR);
        assertEq(quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid)).assetAmount, 10 * UNIT);
        _match(ask, bid, 10 * UNIT);
    }

    function test_matches_tellWhyNot() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_499 * DOLLAR, 100 * UNIT);
        _assertMatch(ask, bid, OrderIssue.NotCrossed);
        bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        _assertMatch(bid, ask, OrderIssue.Invalid);
        _assertMatch(ask, ask, OrderIssue.Invalid);
        _assertMatch(ask, _bid(ben, 2_700 * DOLLAR, 100 * UNIT), OrderIssue.Taker);
        ask.asset = address(1);
        _assertMatch(ask, bid, OrderIssue.Invalid);
        ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.taker = ada;
        _assertMatch(ask, bid, OrderIssue.Taker);
        ask.taker = cleo;
        _assertMatch(ask, bid, OrderIssue.None);
        ask.taker = address(0);

        // Wholes that do not fit each other.
        ask.flags = 0;
        _assertMatch(ask, _bid(cleo, 1_350 * DOLLAR, 50 * UNIT), OrderIssue.NotCrossed);
        ask.flags = PARTIAL;
        Order memory whole = _bid(cleo, 5_400 * DOLLAR, 200 * UNIT);
        whole.flags = BID;
        _assertMatch(ask, whole, OrderIssue.NotCrossed);
        whole = _bid(cleo, 1_350 * DOLLAR, 50 * UNIT);
        whole.flags = BID;
        _assertMatch(ask, whole, OrderIssue.None);

        identities.freeze(cleo);
        MatchQuote memory quote = quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid));
        assertEq(uint256(quote.issue), uint256(OrderIssue.Compliance));
        assertEq(quote.refusal, uint8(Refusal.ReceiverFrozen));
    }

    // --- what is said is what happens

    function testFuzz_aQuoteIsWhatAFillDoes(
        uint128 sellAmount,
        uint128 buyAmount,
        uint128 means,
        uint128 part,
        uint32 time,
        uint8 kind
    ) public {
        bool bid = kind & BID != 0;
        uint256 sells = bound(sellAmount, 1, bid ? 2_000_000 * DOLLAR : 400 * UNIT);
        uint256 wants = bound(buyAmount, 1, bid ? 400 * UNIT : 2_000_000 * DOLLAR);
        Order memory order = bid ? _bid(ben, sells, wants) : _ask(ben, sells, wants);
        order.flags = kind & (PARTIAL | BID);
        order.buyEnd = uint128(wants / 2 + 1 > wants ? wants : wants / 2 + 1);
        vm.startPrank(ben);
        if (kind & 4 != 0) dollar.approve(address(exchange), bound(means, 0, 2_000_000 * DOLLAR));
        if (kind & 8 != 0) token.approve(address(exchange), bound(means, 0, 400 * UNIT));
        vm.stopPrank();
        if (kind & 16 != 0) registry.setFrozenTokens(address(token), ben, bound(means, 0, 400 * UNIT));
        if (kind & 32 != 0) identities.freeze(kind & 64 != 0 ? ben : cleo);
        skip(bound(time, 0, 31 days));

        uint256 asked = kind & 128 != 0 ? bound(part, 1, sells) : 0;
        FillRequest memory request = _request(order, 1);
        OrderQuote memory quote = quoter.quote(order, request.signature, cleo, asked);
        if (quote.issue == OrderIssue.None) {
            request.sellAmount = uint128(quote.sellAmount);
            vm.prank(cleo);
            (uint256 shares, uint256 money, uint256 fee) = exchange.fill(request);
            assertEq(bid ? money : shares, quote.sellAmount);
            assertEq(bid ? shares : money, quote.buyAmount);
            assertEq(fee, quote.fee);
            if (asked != 0 && order.flags & PARTIAL != 0) assertEq(quote.sellAmount, asked);
        } else {
            // Nor does what was asked for go through; nor, where nothing was, the least that could be taken.
            bool whole = order.flags & PARTIAL == 0;
            request.sellAmount = uint128(whole ? sells : asked == 0 ? _least(quote.issue, sells) : asked);
            vm.prank(cleo);
            vm.expectRevert();
            exchange.fill(request);
        }
    }

    /// @dev A taker that cannot pay for all that is offered may still pay for a part.
    function _least(OrderIssue issue, uint256 all) private pure returns (uint256) {
        return issue == OrderIssue.TakerBalance || issue == OrderIssue.TakerAllowance ? all : 1;
    }

    function _assertMatch(Order memory ask, Order memory bid, OrderIssue issue) private view {
        MatchQuote memory quote = quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid));
        assertEq(uint256(quote.issue), uint256(issue));
        assertEq(quote.assetAmount == 0, issue != OrderIssue.None);
    }

    function _assertIssue(OrderQuote memory quote, OrderIssue issue) private pure {
        assertEq(uint256(quote.issue), uint256(issue));
    }
}
