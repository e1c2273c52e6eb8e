// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AssetToken} from "../../src/assets/AssetToken.sol";
import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {Exchange} from "../../src/exchange/Exchange.sol";
import {Order, OrderState} from "../../src/interfaces/exchange/IExchange.sol";
import {MatchQuote, OrderIssue, OrderQuote} from "../../src/interfaces/exchange/IOrderQuoter.sol";
import {Handler} from "../shared/Handler.sol";
import {Test, vm} from "../shared/Test.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

/// @notice A market of four people, a keeper and a desk: orders of every kind are signed, filled, matched, cancelled and
/// forgotten while time passes. Nothing here trusts the exchange: what each order sold in each window, and what each trade
/// moved, is kept and compared apart.
contract ExchangeHandler is ExchangeBase, Handler {
    uint256 private constant MOST_ORDERS = 24;
    uint256 private constant PEOPLE = 4;

    address[PEOPLE] public people;
    Order[] private _orders;
    uint256 private _salt;

    /// @dev What this handler saw of each order.
    mapping(bytes32 orderHash => bool) public cancelled;
    mapping(bytes32 orderHash => mapping(uint256 window => uint256)) public sold;
    mapping(address => uint256) public epochs;
    mapping(address => bool) public frozen;

    bool public halfMoved;
    bool public filledAfterItsEnd;
    bool public worseThanSigned;
    bool public soldTooMuchInAWindow;

    struct Purses {
        uint256[PEOPLE] shares;
        uint256[PEOPLE] money;
        uint256 treasury;
        uint256 tips;
    }

    struct Moved {
        address seller;
        address buyer;
        uint256 shares;
        uint256 proceeds;
        uint256 cost;
        uint256 fee;
        uint256 tip;
    }

    constructor() {
        _deployExchange();
        (address dora, uint256 key) = makeAddrAndKey("dora");
        keys[dora] = key;
        _attest(dora);
        _equip(dora);
        _give(token, dora, 200 * UNIT);
        people = [ada, ben, cleo, dora];
        for (uint256 i = 0; i < PEOPLE; ++i) {
            _fresh(_ask(people[i], (i + 1) * 10 * UNIT, (i + 1) * 250 * DOLLAR));
            _fresh(_bid(people[i], (i + 1) * 260 * DOLLAR, (i + 1) * 10 * UNIT));
        }
    }

    // --- orders

    function sign(uint256 who, uint256 shape, uint256 amount, uint256 price, uint256 times) external counted("sign") {
        bool bid = shape % 2 == 1;
        uint256 shares = bound(amount, 1, 60 * UNIT);
        // 20 to 30 dollars a share, so that orders often cross.
        uint256 money = (shares * bound(price, 20 * DOLLAR, 30 * DOLLAR)) / UNIT + 1;
        address maker = people[who % PEOPLE];
        Order memory order = bid ? _bid(maker, money, shares) : _ask(maker, shares, money);
        if ((shape >> 1) % 4 == 0) order.flags &= ~PARTIAL;
        if ((shape >> 3) % 2 == 0) order.buyEnd = uint128(bound(price, order.buyStart / 2 + 1, order.buyStart));
        if ((shape >> 4) % 8 == 0) order.taker = people[(who % PEOPLE + 1) % PEOPLE];
        if ((shape >> 7) % 8 == 0) order.epoch += 1;
        order.start = uint40(vm.getBlockTimestamp() - bound(times, 0, 3 days) + 1 days);
        order.duration = uint32(bound(times, 1 hours, 10 days));
        if ((shape >> 10) % 2 == 0) {
            order.interval = order.duration + uint32(times % 4 days);
            order.count = uint16(bound(times, 1, 6));
        }
        _fresh(order);
        _success("sign");
    }

    function cancel(uint256 which) external counted("cancel") {
        Order memory order = _pick(which);
        bytes32 orderHash = _orderHash(order);
        vm.prank(order.maker);
        (bool success, ) = address(exchange).call(abi.encodeCall(exchange.cancel, (order)));
        assertEq(success, !cancelled[orderHash], "an order is cancelled once");
        cancelled[orderHash] = true;
        if (success) _success("cancel");
    }

    function cancelAll(uint256 who) external counted("cancelAll") {
        address maker = people[who % PEOPLE];
        vm.prank(maker);
        assertEq(exchange.cancelAll(), ++epochs[maker]);
        _success("cancelAll");
    }

    // --- trades

    /// @dev What the quoter says can be filled is filled, exactly as it says.
    function fill(uint256 which, uint256 who, uint256 part) external counted("fill") {
        address taker = people[who % PEOPLE];
        for (uint256 i = 0; i < _orders.length; ++i) {
            Order memory order = _orders[(which % _orders.length + i) % _orders.length];
            OrderQuote memory quote = quoter.quote(order, _signed(order), taker, 0);
            if (quote.issue != OrderIssue.None) continue;
            uint256 amount = order.flags & PARTIAL == 0 ? quote.sellAmount : bound(part, 1, quote.sellAmount);
            assertTrue(_tryFill(order, taker, amount), "a quote was wrong");
            _success("fill");
            return;
        }
        // Nobody offers anything to this taker: somebody does.
        (address seller, address buyer) = _twoWhoMay();
        Order memory fresh = _fresh(_ask(seller, UNIT, 25 * DOLLAR));
        assertTrue(_tryFill(fresh, buyer, bound(part, 1, UNIT)), "a fresh order was refused");
        _success("fill");
    }

    /// @dev Anything by anybody: whatever goes through has to be right.
    function grab(uint256 which, uint256 who, uint256 part) external counted("grab") {
        Order memory order = _pick(which);
        _tryFill(order, people[who % PEOPLE], part % 3 == 0 ? order.sellAmount : bound(part, 0, order.sellAmount));
        _success("grab");
    }

    function matchOrders(uint256 which, uint256 other, uint256 part) external counted("match") {
        uint256 count = _orders.length;
        for (uint256 i = 0; i < count * count; ++i) {
            Order memory ask = _orders[(which % count + i / count) % count];
            Order memory bid = _orders[(other % count + (i % count)) % count];
            if (ask.flags & BID != 0 || bid.flags & BID == 0) continue;
            MatchQuote memory quote = quoter.quoteMatch(ask, _signed(ask), bid, _signed(bid));
            if (quote.issue != OrderIssue.None) continue;
            bool whole = ask.flags & bid.flags & PARTIAL == 0;
            if (_tryMatch(ask, bid, whole ? quote.assetAmount : bound(part, 1, quote.assetAmount))) {
                _success("match");
            } else {
                // A part may round to less than the seller asks; all of it never does.
                assertFalse(whole, "a quote was wrong");
            }
            return;
        }
        (address seller, address buyer) = _twoWhoMay();
        Order memory freshAsk = _fresh(_ask(seller, UNIT, 25 * DOLLAR));
        Order memory freshBid = _fresh(_bid(buyer, 26 * DOLLAR, UNIT));
        assertTrue(_tryMatch(freshAsk, freshBid, UNIT), "fresh orders were refused");
        _success("match");
    }

    function grabMatch(uint256 which, uint256 other, uint256 part) external counted("grabMatch") {
        _tryMatch(_pick(which), _pick(other), bound(part, 0, 60 * UNIT));
        _success("grabMatch");
    }

    // --- the world

    function setFee(uint256 bps) external counted("setFee") {
        exchange.setFee(uint16(bound(bps, 0, 100)));
        _success("setFee");
    }

    function pause(uint256 which, uint256 who) external counted("pause") {
        exchange.pause();
        Order memory order = _pick(which);
        assertFalse(_tryFill(order, people[who % PEOPLE], order.sellAmount), "filled while paused");
        exchange.unpause();
        _success("pause");
    }

    function freeze(uint256 who) external counted("freeze") {
        // Two others always may: somebody has to trade.
        address person = people[2 + (who % 2)];
        frozen[person] = !frozen[person] && who % 3 == 0;
        if (frozen[person]) identities.freeze(person);
        else identities.unfreeze(person);
        _success("freeze");
    }

    function wait(uint256 time) external counted("wait") {
        skip(bound(time, 1, 2 days));
        for (uint256 i = 0; i < PEOPLE; ++i) _attest(people[i]);
        _success("wait");
    }

    // --- looking

    function market() external view returns (AssetToken, TestDollar, Exchange, address, address) {
        return (token, dollar, exchange, treasurer, keeper);
    }

    function orders() external view returns (Order[] memory) {
        return _orders;
    }

    function hashOf(Order memory order) external view returns (bytes32) {
        return _orderHash(order);
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](13);
        selectors[0] = this.sign.selector;
        selectors[1] = this.cancel.selector;
        selectors[2] = this.cancelAll.selector;
        selectors[3] = this.fill.selector;
        selectors[4] = this.grab.selector;
        selectors[5] = this.matchOrders.selector;
        selectors[6] = this.grabMatch.selector;
        selectors[7] = this.setFee.selector;
        selectors[8] = this.pause.selector;
        selectors[9] = this.freeze.selector;
        selectors[10] = this.wait.selector;
        selectors[11] = this.sign.selector;
        selectors[12] = this.fill.selector;
    }

    function _tryFill(Order memory order, address taker, uint256 amount) private returns (bool) {
        Purses memory before = _purses();
        bytes memory data = abi.encodeCall(exchange.fill, (_request(order, amount)));
        vm.prank(taker);
        (bool success, bytes memory result) = address(exchange).call(data);
        if (!success) {
            _assertSame(before);
            return false;
        }
        Moved memory moved;
        (moved.shares, moved.cost, moved.fee) = abi.decode(result, (uint256, uint256, uint256));
        moved.proceeds = moved.cost;
        _account(order, amount);
        // The fee is the taker's, whichever side that is.
        if (order.flags & BID != 0) {
            (moved.seller, moved.buyer) = (taker, order.maker);
            if (moved.cost != amount) worseThanSigned = true;
            _checkPrice(order, moved.cost, moved.shares);
            moved.proceeds -= moved.fee;
        } else {
            (moved.seller, moved.buyer) = (order.maker, taker);
            if (moved.shares != amount) worseThanSigned = true;
            _checkPrice(order, moved.shares, moved.proceeds);
            moved.cost += moved.fee;
        }
        _assertMoved(before, moved);
        return true;
    }

    function _tryMatch(Order memory ask, Order memory bid, uint256 amount) private returns (bool) {
        Purses memory before = _purses();
        bytes memory data = abi.encodeCall(
            exchange.matchOrders,
            (ask, _signed(ask), bid, _signed(bid), amount)
        );
        vm.prank(keeper);
        (bool success, ) = address(exchange).call(data);
        if (!success) {
            _assertSame(before);
            return false;
        }
        Purses memory later = _purses();
        Moved memory moved;
        (moved.seller, moved.buyer, moved.shares) = (ask.maker, bid.maker, amount);
        moved.proceeds = later.money[_indexOf(ask.maker)] - before.money[_indexOf(ask.maker)];
        moved.cost = before.money[_indexOf(bid.maker)] - later.money[_indexOf(bid.maker)];
        (moved.fee, moved.tip) = (later.treasury - before.treasury, later.tips - before.tips);
        _account(ask, amount);
        // What a bid uses of its money pays for the shares it gets, at its own price.
        _account(bid, _used(bid, amount));
        _checkPrice(ask, amount, moved.proceeds);
        _checkPrice(bid, moved.cost, amount);
        _assertMoved(before, moved);
        return true;
    }

    /// @dev O3 and O5: the window that is open now, told apart from the exchange's own arithmetic.
    function _account(Order memory order, uint256 amount) private {
        bytes32 orderHash = _orderHash(order);
        (bool open, uint256 window, ) = _now(order);
        if (!open || cancelled[orderHash] || order.epoch != epochs[order.maker]) filledAfterItsEnd = true;
        sold[orderHash][window] += amount;
        if (sold[orderHash][window] > order.sellAmount) soldTooMuchInAWindow = true;
    }

    /// @dev O4: got / gave >= wanted / sellAmount.
    function _checkPrice(Order memory order, uint256 gave, uint256 got) private {
        (, , uint256 wanted) = _now(order);
        if (got * order.sellAmount < wanted * gave) worseThanSigned = true;
    }

    function _used(Order memory bid, uint256 shares) private view returns (uint256) {
        (, , uint256 wanted) = _now(bid);
        return (shares * bid.sellAmount + wanted - 1) / wanted;
    }

    /// @dev Counts windows one by one, as a calendar does.
    function _now(Order memory order) private view returns (bool, uint256 window, uint256 wanted) {
        for (window = 0; window < order.count; ++window) {
            uint256 opensAt = order.start + window * order.interval;
            if (vm.getBlockTimestamp() < opensAt) return (false, window, 0);
            uint256 elapsed = vm.getBlockTimestamp() - opensAt;
            bool next = order.interval != 0 && elapsed >= order.interval;
            if (elapsed > order.duration || next) continue;
            wanted = order.buyStart - ((order.buyStart - order.buyEnd) * elapsed) / order.duration;
            return (true, window, wanted);
        }
        return (false, window, 0);
    }

    function _assertSame(Purses memory before) private {
        if (keccak256(abi.encode(before)) != keccak256(abi.encode(_purses()))) halfMoved = true;
    }

    /// @dev O2: exactly these amounts moved, between these people.
    function _assertMoved(Purses memory expected, Moved memory moved) private {
        (uint256 from, uint256 to) = (_indexOf(moved.seller), _indexOf(moved.buyer));
        expected.shares[from] -= moved.shares;
        expected.shares[to] += moved.shares;
        expected.money[from] += moved.proceeds;
        expected.money[to] -= moved.cost;
        expected.treasury += moved.fee;
        expected.tips += moved.tip;
        if (moved.cost != moved.proceeds + moved.fee + moved.tip || moved.shares == 0) halfMoved = true;
        _assertSame(expected);
    }

    function _purses() private view returns (Purses memory purses) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            purses.shares[i] = token.balanceOf(people[i]);
            purses.money[i] = dollar.balanceOf(people[i]);
        }
        purses.treasury = dollar.balanceOf(treasurer);
        purses.tips = dollar.balanceOf(keeper);
    }

    function _indexOf(address person) private view returns (uint256 index) {
        while (people[index] != person) ++index;
    }

    function _pick(uint256 seed) private view returns (Order memory) {
        return _orders[seed % _orders.length];
    }

    /// @dev The one with the most shares sells to somebody else.
    function _twoWhoMay() private view returns (address seller, address buyer) {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            if (!frozen[people[i]] && token.balanceOf(people[i]) >= token.balanceOf(seller)) seller = people[i];
        }
        buyer = seller == ada ? ben : ada;
    }

    function _fresh(Order memory order) private returns (Order memory) {
        order.salt = ++_salt;
        if (_orders.length == MOST_ORDERS) {
            // A new one in place of an old one, which nobody will ever fill again.
            _orders[_salt % MOST_ORDERS] = _orders[MOST_ORDERS - 1];
            _orders.pop();
        }
        _orders.push(order);
        return order;
    }
}

contract ExchangeInvariants is Test {
    uint256 private constant DOLLARS = 4_000_000e6;

    ExchangeHandler private _handler;
    AssetToken private _token;
    TestDollar private _dollar;
    Exchange private _exchange;
    address private _treasurer;
    address private _keeper;

    function setUp() public {
        _handler = new ExchangeHandler();
        (_token, _dollar, _exchange, _treasurer, _keeper) = _handler.market();
        targetContract(address(_handler));
        targetSelector(address(_handler), _handler.actions());
    }

    function invariant_O1_noOrderIsFilledBeyondWhatItOrdered() public view {
        Order[] memory orders = _handler.orders();
        for (uint256 i = 0; i < orders.length; ++i) {
            bytes32 orderHash = _handler.hashOf(orders[i]);
            OrderState memory state = _exchange.orderStateOf(orderHash);
            assertLe(state.filled, orders[i].sellAmount);
            assertEq(state.filled, _handler.sold(orderHash, state.window), "what is stored is what was sold");
            assertEq(state.cancelled, _handler.cancelled(orderHash));
        }
    }

    function invariant_O2_bothLegsMoveOrNone() public view {
        assertFalse(_handler.halfMoved());
        assertEq(_token.balanceOf(address(_exchange)), 0, "the exchange holds nothing");
        assertEq(_dollar.balanceOf(address(_exchange)), 0, "the exchange holds nothing");
        uint256 shares;
        uint256 money = _dollar.balanceOf(_treasurer) + _dollar.balanceOf(_keeper);
        for (uint256 i = 0; i < 4; ++i) {
            shares += _token.balanceOf(_handler.people(i));
            money += _dollar.balanceOf(_handler.people(i));
        }
        assertEq(shares, _token.totalSupply());
        assertEq(money, DOLLARS);
    }

    function invariant_O3_whatIsCancelledOrOverIsNeverFilled() public view {
        assertFalse(_handler.filledAfterItsEnd());
    }

    function invariant_O4_nobodyGetsWorseThanSigned() public view {
        assertFalse(_handler.worseThanSigned());
    }

    function invariant_O5_aWindowSellsAtMostItsAmount() public view {
        assertFalse(_handler.soldTooMuchInAWindow());
    }

    function afterInvariant() public view {
        _handler.assertActionsWork();
    }
}
