// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {FillRequest, IExchange, Order, OrderState, Trade} from "../../src/interfaces/exchange/IExchange.sol";
import {IMoneyList} from "../../src/interfaces/shared/IMoneyList.sol";
import {Wallet1271} from "../shared/Wallet1271.sol";
import {vm} from "../shared/Test.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

/// @notice One order and its taker.
contract FillTest is ExchangeBase {
    function setUp() public {
        _deployExchange();
    }

    // --- both sides

    function test_anAskIsFilledInPartsAndItsMakerPaidInFull() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        (uint256 shares, uint256 money, uint256 fee) = _fill(cleo, ask, 40 * UNIT);
        assertEq(shares, 40 * UNIT);
        assertEq(money, 1_000 * DOLLAR);
        assertEq(fee, 2_500_000);
        assertEq(token.balanceOf(cleo), 240 * UNIT);
        assertEq(dollar.balanceOf(ben), 1_001_000 * DOLLAR);
        assertEq(dollar.balanceOf(cleo), 1_000_000 * DOLLAR - money - fee);
        assertEq(dollar.balanceOf(treasurer), fee);
        assertEq(_filledOf(ask), 40 * UNIT);

        _fill(ada, ask, 60 * UNIT);
        assertEq(_filledOf(ask), 100 * UNIT);
        _refuse(
            cleo,
            ask,
            1,
            abi.encodeWithSelector(IExchange.ExchangeAmountTooLarge.selector, _orderHash(ask), 1, 0)
        );
    }

    function test_aBidIsFilledInPartsAndItsTakerPaysTheFee() public {
        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        (uint256 shares, uint256 money, uint256 fee) = _fill(cleo, bid, 1_000 * DOLLAR);
        assertEq(shares, 40 * UNIT);
        assertEq(money, 1_000 * DOLLAR);
        assertEq(token.balanceOf(ben), 240 * UNIT);
        assertEq(token.balanceOf(cleo), 160 * UNIT);
        assertEq(dollar.balanceOf(ben), 999_000 * DOLLAR);
        assertEq(dollar.balanceOf(cleo), 1_000_000 * DOLLAR + money - fee);
        assertEq(dollar.balanceOf(treasurer), fee);
        assertEq(_filledOf(bid), 1_000 * DOLLAR);
    }

    function test_aFillTellsAllThatMoved() public {
        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        FillRequest memory request = _request(bid, 1_000 * DOLLAR);
        Trade memory trade = Trade({
            asset: address(token),
            money: dollar,
            assetAmount: 40 * UNIT,
            moneyAmount: 1_000 * DOLLAR,
            fee: 2_500_000,
            window: 0,
            filled: uint128(1_000 * DOLLAR),
            bid: true
        });
        vm.expectEmit(address(exchange));
        emit IExchange.OrderFilled(_orderHash(bid), ben, cleo, trade);
        vm.prank(cleo);
        exchange.fill(request);
    }

    function test_withoutAFeeNothingGoesToItsRecipient() public {
        exchange.setFee(0);
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        (, , uint256 fee) = _fill(cleo, ask, 40 * UNIT);
        assertEq(fee, 0);
        assertEq(dollar.balanceOf(treasurer), 0);
    }

    // --- limits of the taker

    function test_aTakerOfAnAskGivesNoMoreThanItsLimit() public {
        FillRequest memory request = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), 40 * UNIT);
        request.maxGive = 1_002_500_000 - 1;
        _refuse(
            cleo,
            request,
            abi.encodeWithSelector(IExchange.ExchangeLimitExceeded.selector, 1_002_500_000, request.maxGive)
        );
        request.maxGive = 1_002_500_000;
        request.minGet = 40 * UNIT + 1;
        _refuse(
            cleo,
            request,
            abi.encodeWithSelector(IExchange.ExchangeLimitExceeded.selector, 40 * UNIT, request.minGet)
        );
        request.minGet = 40 * UNIT;
        vm.prank(cleo);
        exchange.fill(request);
    }

    function test_aTakerOfABidGetsNoLessAndGivesNoMoreThanItsLimits() public {
        FillRequest memory request = _request(_bid(ben, 2_500 * DOLLAR, 100 * UNIT), 1_000 * DOLLAR);
        request.maxGive = 40 * UNIT - 1;
        _refuse(
            cleo,
            request,
            abi.encodeWithSelector(IExchange.ExchangeLimitExceeded.selector, 40 * UNIT, request.maxGive)
        );
        request.maxGive = 40 * UNIT;
        request.minGet = 997_500_001;
        _refuse(
            cleo,
            request,
            abi.encodeWithSelector(IExchange.ExchangeLimitExceeded.selector, 997_500_000, request.minGet)
        );
        request.minGet = 997_500_000;
        vm.prank(cleo);
        exchange.fill(request);
    }

    /// @dev A late transaction must not meet the next window, in which a bid wants more again.
    function test_theLimitOfATakerHoldsWhenTheNextWindowBegins() public {
        Order memory bid = _bid(ben, 1_000 * DOLLAR, 40 * UNIT);
        (bid.buyEnd, bid.duration, bid.interval, bid.count) = (uint128(20 * UNIT), 1 days, 7 days, 4);
        skip(1 days);
        FillRequest memory request = _request(bid, 1_000 * DOLLAR);
        request.maxGive = 20 * UNIT;
        skip(6 days);
        _refuse(
            cleo,
            request,
            abi.encodeWithSelector(IExchange.ExchangeLimitExceeded.selector, 40 * UNIT, 20 * UNIT)
        );
    }

    // --- what makes an order no order

    function test_anOrderThatMakesNoSenseIsRefused() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.sellAmount = 0;
        _refuse(cleo, ask, 1, abi.encodeWithSelector(IExchange.ExchangeInvalidOrder.selector, bytes32("sellAmount")));
        ask = _ask(ben, 100 * UNIT, 0);
        _refuse(cleo, ask, 1, abi.encodeWithSelector(IExchange.ExchangeInvalidOrder.selector, bytes32("buyEnd")));
    }

    function test_onlyAssetsOfTheRegistryTrade() public {
        Order memory ask = _ask(ben, 100, 2_500);
        bytes memory refusal = abi.encodeWithSelector(IExchange.ExchangeInvalidOrder.selector, bytes32("asset"));
        address[4] memory others = [address(dollar), makeAddr("nobody"), registry.implementation(), address(exchange)];
        for (uint256 i = 0; i < others.length; ++i) {
            ask.asset = others[i];
            _refuse(cleo, ask, 1, refusal);
        }
        assertEq(exchange.assetCodeHash(), address(token).codehash);
    }

    function test_moneyThatIsNotListedDoesNotTrade() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        exchange.delistMoney(dollar);
        _refuse(cleo, ask, 1, abi.encodeWithSelector(IMoneyList.MoneyNotListed.selector, dollar));
        dollar.approve(address(exchange), 1);
        exchange.listMoney(dollar, 1);
        _fill(cleo, ask, 1 * UNIT);
    }

    // --- who

    function test_nobodyTradesWithItself() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _refuse(ben, ask, 1, abi.encodeWithSelector(IExchange.ExchangeSelfTrade.selector, ben));
    }

    function test_aTakerThatWasChosenIsTheOnlyOne() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.taker = cleo;
        _refuse(ada, ask, 1, abi.encodeWithSelector(IExchange.ExchangeNotTaker.selector, cleo, ada));
        _fill(cleo, ask, 1 * UNIT);
    }

    function test_onlyItsMakerSignsAnOrder() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        FillRequest memory request = _request(ask, 1 * UNIT);
        request.signature = signature(keys[ada], _orderHash(ask));
        _refuse(cleo, request, abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, ben));
        request.signature = "";
        _refuse(cleo, request, abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, ben));
        request.order.maker = address(0);
        _refuse(cleo, request, abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, address(0)));
    }

    /// @dev Every field is signed.
    function test_aChangedFieldIsAnotherOrder() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        bytes memory signed = _signed(ask);
        bytes memory refusal = abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, ben);
        Order[] memory changed = new Order[](8);
        for (uint256 i = 0; i < changed.length; ++i) changed[i] = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        changed[0].taker = cleo;
        changed[1].sellAmount += 1;
        (changed[2].buyStart, changed[2].buyEnd) = (ask.buyStart + 1, ask.buyEnd);
        changed[3].start -= 1;
        changed[4].duration += 1;
        (changed[5].interval, changed[5].count) = (60 days, 2);
        changed[6].flags = PARTIAL | BID;
        changed[7].salt += 1;
        for (uint256 i = 0; i < changed.length; ++i) {
            FillRequest memory request = _request(changed[i], 1 * DOLLAR);
            request.signature = signed;
            _refuse(cleo, request, refusal);
        }
    }

    // --- how much

    function test_nothingCannotBeTaken() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _refuse(cleo, ask, 0, abi.encodeWithSelector(IExchange.ExchangeInvalidAmount.selector, 0));
    }

    function test_noMoreThanIsLeftCanBeTaken() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _fill(cleo, ask, 30 * UNIT);
        _refuse(
            cleo,
            ask,
            70 * UNIT + 1,
            abi.encodeWithSelector(
                IExchange.ExchangeAmountTooLarge.selector,
                _orderHash(ask),
                70 * UNIT + 1,
                70 * UNIT
            )
        );
        _fill(cleo, ask, 70 * UNIT);
    }

    function test_anOrderThatIsNotPartialIsAllOrNothing() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.flags = 0;
        _refuse(
            cleo,
            ask,
            100 * UNIT - 1,
            abi.encodeWithSelector(
                IExchange.ExchangeNotPartial.selector,
                _orderHash(ask),
                100 * UNIT - 1,
                100 * UNIT
            )
        );
        _fill(cleo, ask, 100 * UNIT);
        bytes32 orderHash = _orderHash(ask);
        _refuse(
            cleo,
            ask,
            100 * UNIT,
            abi.encodeWithSelector(IExchange.ExchangeAmountTooLarge.selector, orderHash, 100 * UNIT, 0)
        );
    }

    // --- when

    function test_anOrderIsOpenFromItsStartToItsEnd() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.start += 1 hours;
        bytes32 orderHash = _orderHash(ask);
        _refuse(
            cleo,
            ask,
            1,
            abi.encodeWithSelector(IExchange.ExchangeOrderNotOpen.selector, orderHash, ask.start)
        );
        skip(1 hours);
        _fill(cleo, ask, 1 * UNIT);
        skip(30 days);
        _fill(cleo, ask, 1 * UNIT);
        skip(1);
        _refuse(cleo, ask, 1, abi.encodeWithSelector(IExchange.ExchangeOrderNotOpen.selector, orderHash, 0));
    }

    function test_aDutchAskBecomesCheaperByTheSecond() public {
        Order memory ask = _ask(ben, 100 * UNIT, 3_000 * DOLLAR);
        ask.buyEnd = uint128(2_000 * DOLLAR);
        ask.duration = 10 days;
        (, uint256 money, ) = _fill(cleo, ask, 10 * UNIT);
        assertEq(money, 300 * DOLLAR);
        skip(5 days);
        (, money, ) = _fill(cleo, ask, 10 * UNIT);
        assertEq(money, 250 * DOLLAR);
        skip(5 days);
        (, money, ) = _fill(cleo, ask, 10 * UNIT);
        assertEq(money, 200 * DOLLAR);
    }

    function test_aDutchBidPaysMoreByWantingLess() public {
        Order memory bid = _bid(ben, 1_000 * DOLLAR, 50 * UNIT);
        bid.buyEnd = uint128(40 * UNIT);
        bid.duration = 10 days;
        (uint256 shares, , ) = _fill(cleo, bid, 100 * DOLLAR);
        assertEq(shares, 5 * UNIT);
        skip(10 days);
        (shares, , ) = _fill(cleo, bid, 100 * DOLLAR);
        assertEq(shares, 4 * UNIT);
    }

    function test_aStandingOrderSellsItsAmountOnceAWindowAndMissedOnesLapse() public {
        Order memory ask = _ask(ben, 10 * UNIT, 250 * DOLLAR);
        (ask.duration, ask.interval, ask.count) = (1 days, 7 days, 4);
        bytes32 orderHash = _orderHash(ask);
        _fill(cleo, ask, 10 * UNIT);
        _refuse(
            cleo,
            ask,
            1,
            abi.encodeWithSelector(IExchange.ExchangeAmountTooLarge.selector, orderHash, 1, 0)
        );
        skip(2 days);
        bytes memory between = abi.encodeWithSelector(
            IExchange.ExchangeOrderNotOpen.selector,
            orderHash,
            ask.start + 7 days
        );
        _refuse(cleo, ask, 1, between);
        // The second window passes unused; in the third no more than its own amount can be taken.
        skip(12 days);
        _fill(cleo, ask, 4 * UNIT);
        assertEq(exchange.orderStateOf(orderHash).window, 2);
        _refuse(
            cleo,
            ask,
            7 * UNIT,
            abi.encodeWithSelector(IExchange.ExchangeAmountTooLarge.selector, orderHash, 7 * UNIT, 6 * UNIT)
        );
        skip(7 days);
        _fill(cleo, ask, 10 * UNIT);
        skip(7 days);
        _refuse(cleo, ask, 1, abi.encodeWithSelector(IExchange.ExchangeOrderNotOpen.selector, orderHash, 0));
    }

    // --- the end of an order

    function test_aCancelledOrderIsNeverFilled() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        bytes32 orderHash = _orderHash(ask);
        _fill(cleo, ask, 10 * UNIT);
        vm.expectEmit(address(exchange));
        emit IExchange.OrderCancelled(orderHash, ben);
        vm.prank(ben);
        exchange.cancel(ask);
        bytes memory refusal = abi.encodeWithSelector(IExchange.ExchangeOrderCancelled.selector, orderHash);
        _refuse(cleo, ask, 1, refusal);
        OrderState memory state = exchange.orderStateOf(orderHash);
        assertTrue(state.cancelled);
        assertEq(state.filled, 10 * UNIT);
        vm.prank(ben);
        vm.expectRevert(refusal);
        exchange.cancel(ask);
    }

    function test_onlyItsMakerCancelsAnOrder() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeNotMaker.selector, ben, cleo));
        exchange.cancel(ask);
    }

    function test_cancelAllEndsEveryOrderOfTheEpochAndOfNobodyElse() public {
        Order memory old = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory other = _ask(ada, 100 * UNIT, 2_500 * DOLLAR);
        vm.expectEmit(address(exchange));
        emit IExchange.EpochRaised(ben, 1);
        vm.prank(ben);
        assertEq(exchange.cancelAll(), 1);
        assertEq(exchange.epochOf(ben), 1);
        _refuse(cleo, old, 1, abi.encodeWithSelector(IExchange.ExchangeWrongEpoch.selector, ben, 0, 1));
        _fill(cleo, other, 1 * UNIT);
        _fill(cleo, _ask(ben, 100 * UNIT, 2_500 * DOLLAR), 1 * UNIT);

        Order memory early = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        early.epoch = 2;
        _refuse(cleo, early, 1, abi.encodeWithSelector(IExchange.ExchangeWrongEpoch.selector, ben, 2, 1));
    }

    // --- smart accounts

    function test_aSmartAccountSignsByItsContractAndIsAskedEachTime() public {
        Wallet1271 wallet = new Wallet1271(cleo);
        _attest(address(wallet));
        _give(token, address(wallet), 10 * UNIT);
        _equip(address(wallet));
        Order memory ask = _ask(address(wallet), 10 * UNIT, 250 * DOLLAR);
        keys[address(wallet)] = keys[cleo];
        FillRequest memory request = _request(ask, 4 * UNIT);
        vm.prank(ben);
        exchange.fill(request);
        assertEq(token.balanceOf(address(wallet)), 6 * UNIT);

        // Its owner is another: what was signed counts no more.
        vm.etch(address(wallet), address(new Wallet1271(ada)).code);
        _refuse(ben, request, abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, address(wallet)));
    }

    function test_anAccountThatGotCodeStillSignsByItsKey() public {
        Order memory ask = _ask(ben, 10 * UNIT, 250 * DOLLAR);
        // As EIP-7702 marks an account that delegates to code.
        vm.etch(ben, abi.encodePacked(hex"ef0100", address(new Wallet1271(ada))));
        _fill(cleo, ask, 4 * UNIT);
        assertEq(token.balanceOf(cleo), 204 * UNIT);
    }

    // --- permits

    function test_aPermitAllowsWhatTheTakerGives() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        vm.prank(cleo);
        dollar.approve(address(exchange), 0);
        _fillWithPermit(ask, 40 * UNIT, address(dollar), 1_002_500_000);
        assertEq(token.balanceOf(cleo), 240 * UNIT);
        assertEq(dollar.allowance(cleo, address(exchange)), 0);

        Order memory bid = _bid(ben, 2_500 * DOLLAR, 100 * UNIT);
        vm.prank(cleo);
        token.approve(address(exchange), 0);
        _fillWithPermit(bid, 1_000 * DOLLAR, address(token), 40 * UNIT);
        assertEq(token.balanceOf(cleo), 200 * UNIT);
    }

    function test_aPermitThatSomeoneElseUsedDoesNoHarm() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        vm.prank(cleo);
        dollar.approve(address(exchange), 0);
        (uint256 deadline, uint8 v, bytes32 r, bytes32 s) = _permit(address(dollar), cleo, 1_002_500_000);
        dollar.permit(cleo, address(exchange), 1_002_500_000, deadline, v, r, s);
        FillRequest memory request = _request(ask, 40 * UNIT);
        vm.prank(cleo);
        exchange.fillWithPermit(request, 1_002_500_000, deadline, v, r, s);
        assertEq(token.balanceOf(cleo), 240 * UNIT);
    }

    function test_withoutPermitAndAllowanceNothingMoves() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        vm.prank(cleo);
        dollar.approve(address(exchange), 0);
        FillRequest memory request = _request(ask, 40 * UNIT);
        vm.prank(cleo);
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientAllowance.selector);
        exchange.fillWithPermit(request, 1, vm.getBlockTimestamp(), 27, 0, 0);
        assertEq(token.balanceOf(cleo), 200 * UNIT);
        assertEq(_filledOf(ask), 0);
    }

    // --- any amounts

    function testFuzz_nobodyGetsWorseThanSigned(
        uint128 sellAmount,
        uint128 buyAmount,
        uint128 part,
        uint16 feeBps,
        bool bid
    ) public {
        exchange.setFee(uint16(bound(feeBps, 0, 100)));
        uint256 most = bid ? 900_000 * DOLLAR : 200 * UNIT;
        uint256 sells = bound(sellAmount, 1, most);
        uint256 wants = bound(buyAmount, 1, bid ? 200 * UNIT : 900_000 * DOLLAR);
        uint256 amount = bound(part, 1, sells);
        Order memory order = bid ? _bid(ben, sells, wants) : _ask(ben, sells, wants);
        (uint256 shares, uint256 money, uint256 fee) = _fill(cleo, order, amount);
        (uint256 sold, uint256 bought) = bid ? (money, shares) : (shares, money);
        assertEq(sold, amount);
        assertGe(bought * sells, wants * sold, "at the signed price or better");
        assertLt((bought - 1) * sells, wants * sold, "and no better than rounding makes it");
        assertEq(fee, (money * exchange.feeBps()) / 10_000);
        assertEq(token.balanceOf(ben), bid ? 200 * UNIT + shares : 200 * UNIT - shares);
        assertEq(
            dollar.balanceOf(cleo),
            bid ? 1_000_000 * DOLLAR + money - fee : 1_000_000 * DOLLAR - money - fee
        );
    }

    function _fillWithPermit(Order memory order, uint256 amount, address given, uint256 value) private {
        (uint256 deadline, uint8 v, bytes32 r, bytes32 s) = _permit(given, cleo, value);
        FillRequest memory request = _request(order, amount);
        vm.prank(cleo);
        exchange.fillWithPermit(request, value, deadline, v, r, s);
    }

    function _permit(
        address given,
        address owner,
        uint256 value
    ) private view returns (uint256 deadline, uint8 v, bytes32 r, bytes32 s) {
        bytes32 typehash = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        deadline = vm.getBlockTimestamp() + 1 hours;
        bytes32 structHash = keccak256(
            abi.encode(typehash, owner, address(exchange), value, dollar.nonces(owner), deadline)
        );
        if (given == address(token)) {
            structHash = keccak256(
                abi.encode(typehash, owner, address(exchange), value, token.nonces(owner), deadline)
            );
        }
        bytes32 domain = given == address(token) ? token.DOMAIN_SEPARATOR() : dollar.DOMAIN_SEPARATOR();
        (v, r, s) = vm.sign(keys[owner], keccak256(abi.encodePacked(hex"1901", domain, structHash)));
    }

    function _refuse(address taker, Order memory order, uint256 amount, bytes memory reason) private {
        _refuse(taker, _request(order, amount), reason);
    }

    function _refuse(address taker, FillRequest memory request, bytes memory reason) private {
        vm.prank(taker);
        vm.expectRevert(reason);
        exchange.fill(request);
    }
}
