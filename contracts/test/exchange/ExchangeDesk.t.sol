// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC5267} from "@openzeppelin/contracts/interfaces/IERC5267.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Exchange} from "../../src/exchange/Exchange.sol";
import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {FillRequest, IExchange, Order} from "../../src/interfaces/exchange/IExchange.sol";
import {IMoneyList} from "../../src/interfaces/shared/IMoneyList.sol";
import {vm} from "../shared/Test.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

/// @notice Fee, money and pauses: what the desk sets, and that every money hears of it.
contract ExchangeDeskTest is ExchangeBase {
    TestDollar private _other;

    function setUp() public {
        _deployExchange();
        _other = _list();
    }

    function test_theDomainIsTold() public view {
        (, string memory name, string memory version, uint256 chainId, address verifier, , ) = IERC5267(
            address(exchange)
        ).eip712Domain();
        assertEq(name, "QTI Exchange");
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(verifier, address(exchange));
        Order memory order = _ask(ben, 1, 2);
        assertEq(exchange.hashOrder(order), _orderHash(order));
    }

    function test_strangersChangeNothing() public {
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ben);
        vm.startPrank(ben);
        vm.expectRevert(reason);
        exchange.setFee(1);
        vm.expectRevert(reason);
        exchange.setFeeRecipient(ben);
        vm.expectRevert(reason);
        exchange.pause();
        vm.expectRevert(reason);
        exchange.unpause();
        vm.expectRevert(reason);
        exchange.listMoney(dollar, 1);
        vm.expectRevert(reason);
        exchange.delistMoney(dollar);
    }

    function test_theFeeIsAtMostOnePercent() public {
        vm.expectEmit(address(exchange));
        emit IExchange.FeeSet(100);
        exchange.setFee(100);
        assertEq(exchange.feeBps(), 100);
        vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeFeeTooHigh.selector, 101, 100));
        exchange.setFee(101);
        vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeFeeTooHigh.selector, 101, 100));
        new Exchange(registry, address(manager), treasurer, 101);
    }

    function test_feesGoWhereTheyCanBeSpent() public {
        vm.expectEmit(address(exchange));
        emit IExchange.FeeRecipientSet(keeper);
        exchange.setFeeRecipient(keeper);
        assertEq(exchange.feeRecipient(), keeper);
        address[2] memory lost = [address(0), address(exchange)];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeInvalidRecipient.selector, lost[i]));
            exchange.setFeeRecipient(lost[i]);
        }
    }

    function test_everyMoneyHearsOfANewFeeAndRecipient() public {
        exchange.setFee(100);
        exchange.setFeeRecipient(keeper);
        TestDollar later = _list();
        TestDollar[3] memory moneys = [dollar, _other, later];
        for (uint256 i = 0; i < 3; ++i) {
            Order memory ask = _askFor(moneys[i]);
            (, , uint256 fee) = _fill(cleo, ask, 40 * UNIT);
            assertEq(fee, 10 * DOLLAR);
            assertEq(moneys[i].balanceOf(keeper), 10 * DOLLAR);
            assertEq(moneys[i].balanceOf(treasurer), 0);
        }
    }

    function test_aPauseStopsEveryMoneyAlsoWhatIsListedMeanwhile() public {
        uint48 until = uint48(vm.getBlockTimestamp() + 14 days);
        vm.expectEmit(address(exchange));
        emit IExchange.PauseSet(until);
        exchange.pause();
        assertEq(exchange.pausedUntil(), until);
        TestDollar later = _list();
        bytes memory reason = abi.encodeWithSelector(IExchange.ExchangePaused.selector, until);
        TestDollar[3] memory moneys = [dollar, _other, later];
        for (uint256 i = 0; i < 3; ++i) {
            Order memory ask = _askFor(moneys[i]);
            Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
            bid.money = moneys[i];
            (bytes memory askSignature, bytes memory bidSignature) = (_signed(ask), _signed(bid));
            vm.expectRevert(reason);
            exchange.matchOrders(ask, askSignature, bid, bidSignature, UNIT);
            _refuse(ask, reason);
        }
        vm.expectRevert(reason);
        exchange.pause();
        exchange.unpause();
        assertEq(exchange.pausedUntil(), 0);
        for (uint256 i = 0; i < 3; ++i) _fill(cleo, _askFor(moneys[i]), UNIT);
    }

    function test_cancellingGoesOnWhilePaused() public {
        exchange.pause();
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        vm.prank(ben);
        exchange.cancel(ask);
        assertTrue(exchange.orderStateOf(_orderHash(ask)).cancelled);
        vm.prank(ben);
        assertEq(exchange.cancelAll(), 1);
    }

    function test_aPauseLapsesByItself() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        exchange.pause();
        skip(14 days - 1);
        FillRequest memory request = _request(ask, UNIT);
        vm.prank(cleo);
        vm.expectPartialRevert(IExchange.ExchangePaused.selector);
        exchange.fill(request);
        skip(1);
        vm.prank(cleo);
        exchange.fill(request);
        exchange.pause();
    }

    function test_delistingStopsOneMoneyForGood() public {
        exchange.delistMoney(dollar);
        assertFalse(exchange.isMoney(dollar));
        bytes memory reason = abi.encodeWithSelector(IMoneyList.MoneyNotListed.selector, dollar);
        for (uint256 i = 0; i < 4; ++i) {
            // What is written to every money is not written to this one.
            if (i == 1) exchange.setFee(10);
            if (i == 2) exchange.setFeeRecipient(keeper);
            if (i == 3) exchange.unpause();
            _refuse(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), reason);
        }
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        (bytes memory askSignature, bytes memory bidSignature) = (_signed(ask), _signed(bid));
        vm.expectRevert(reason);
        exchange.matchOrders(ask, askSignature, bid, bidSignature, UNIT);
        _fill(cleo, _askFor(_other), UNIT);
        // Not listed twice, nor delisted twice.
        exchange.delistMoney(dollar);
        dollar.approve(address(exchange), 2);
        exchange.listMoney(dollar, 1);
        exchange.listMoney(dollar, 1);
        _fill(cleo, _ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT);
    }

    function test_thereAreAtMostSixteenKindsOfMoney() public {
        for (uint256 i = 2; i < 16; ++i) _list();
        TestDollar oneMore = new TestDollar(address(this));
        oneMore.approve(address(exchange), 2);
        vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeTooManyMoneys.selector, 16));
        exchange.listMoney(oneMore, 1);
        assertFalse(exchange.isMoney(oneMore));
        exchange.delistMoney(dollar);
        exchange.listMoney(oneMore, 1);
        assertTrue(exchange.isMoney(oneMore));
        // A pause reaches the last of them.
        exchange.pause();
        _refuse(
            _askFor(oneMore),
            abi.encodeWithSelector(IExchange.ExchangePaused.selector, exchange.pausedUntil())
        );
    }

    function _refuse(Order memory order, bytes memory reason) private {
        FillRequest memory request = _request(order, UNIT);
        vm.prank(cleo);
        vm.expectRevert(reason);
        exchange.fill(request);
    }

    function _list() private returns (TestDollar money) {
        money = new TestDollar(address(this));
        money.approve(address(exchange), 1);
        exchange.listMoney(money, 1);
        for (uint256 i = 0; i < 2; ++i) {
            address account = i == 0 ? ben : cleo;
            money.transfer(account, 1_000_000 * DOLLAR);
            vm.prank(account);
            money.approve(address(exchange), type(uint256).max);
        }
    }

    function _askFor(TestDollar money) private view returns (Order memory ask) {
        ask = _ask(ben, 40 * UNIT, 1_000 * DOLLAR);
        ask.money = IERC20(address(money));
    }
}
