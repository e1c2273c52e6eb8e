// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {Exchange} from "../../src/exchange/Exchange.sol";
import {OrderQuoter} from "../../src/exchange/OrderQuoter.sol";
import {FillRequest, IExchange, Order, OrderState} from "../../src/interfaces/exchange/IExchange.sol";
import {IOrderQuoter, OrderIssue, OrderQuote} from "../../src/interfaces/exchange/IOrderQuoter.sol";
import {AssetsBase} from "../assets/AssetsBase.sol";
import {vm} from "../shared/Test.sol";

/// @notice A market of one asset: Ada (the issuer), Ben and Cleo hold shares and dollars and let the exchange move both.
/// @dev Type string and domain are written out again here, so that a slip in the contract cannot agree with itself.
abstract contract ExchangeBase is AssetsBase {
    uint256 internal constant DOLLAR = 1e6;
    uint16 internal constant FEE_BPS = 25;
    uint8 internal constant PARTIAL = 1;
    uint8 internal constant BID = 2;

    bytes32 internal constant ORDER =
        keccak256(
            "Order(address maker,address taker,address asset,address money,uint128 sellAmount,uint128 buyStart,uint128 buyEnd,uint40 start,uint32 duration,uint32 interval,uint16 count,uint8 flags,uint64 epoch,uint256 salt)"
        );

    TestDollar internal dollar;
    AssetToken internal token;
    Exchange internal exchange;
    OrderQuoter internal quoter;
    address internal treasurer;
    address internal keeper;
    mapping(address account => uint256 privateKey) internal keys;

    function _deployExchange() internal {
        _deployAssets();
        treasurer = makeAddr("treasurer");
        keeper = makeAddr("keeper");
        dollar = new TestDollar(address(this));
        exchange = new Exchange(registry, address(manager), treasurer, FEE_BPS);
        quoter = new OrderQuoter(exchange);
        dollar.approve(address(exchange), DOLLAR);
        exchange.listMoney(dollar, DOLLAR);

        token = _active(_terms());
        for (uint256 i = 0; i < 3; ++i) {
            string memory name = ["ada", "ben", "cleo"][i];
            (address account, uint256 key) = makeAddrAndKey(name);
            keys[account] = key;
            _equip(account);
        }
        _give(token, ben, 200 * UNIT);
        _give(token, cleo, 200 * UNIT);
    }

    /// @dev A million dollars, and allowances for both.
    function _equip(address account) internal {
        dollar.transfer(account, 1_000_000 * DOLLAR);
        vm.startPrank(account);
        dollar.approve(address(exchange), type(uint256).max);
        token.approve(address(exchange), type(uint256).max);
        vm.stopPrank();
    }

    /// @dev Open from now on for 30 days, in parts.
    function _ask(address maker, uint256 shares, uint256 price) internal view returns (Order memory) {
        return
            Order({
                maker: maker,
                taker: address(0),
                asset: address(token),
                money: dollar,
                sellAmount: uint128(shares),
                buyStart: uint128(price),
                buyEnd: uint128(price),
                start: uint40(vm.getBlockTimestamp()),
                duration: 30 days,
                interval: 0,
                count: 1,
                flags: PARTIAL,
                epoch: exchange.epochOf(maker),
                salt: 1
            });
    }

    function _bid(address maker, uint256 money, uint256 shares) internal view returns (Order memory order) {
        order = _ask(maker, money, shares);
        order.flags = PARTIAL | BID;
    }

    function _signed(Order memory order) internal view returns (bytes memory) {
        return signature(keys[order.maker], _orderHash(order));
    }

    function _request(Order memory order, uint256 amount) internal view returns (FillRequest memory) {
        return
            FillRequest({
                order: order,
                signature: _signed(order),
                sellAmount: uint128(amount),
                maxGive: type(uint256).max,
                minGet: 0
            });
    }

    function _fill(address taker, Order memory order, uint256 amount) internal returns (uint256, uint256, uint256) {
        FillRequest memory request = _request(order, amount);
        vm.prank(taker);
        return exchange.fill(request);
    }

    function _match(Order memory ask, Order memory bid, uint256 amount) internal returns (uint256) {
        (bytes memory askSignature, bytes memory bidSignature) = (_signed(ask), _signed(bid));
        vm.prank(keeper);
        return exchange.matchOrders(ask, askSignature, bid, bidSignature, amount);
    }

    function _quote(Order memory order, address taker) internal view returns (OrderQuote memory) {
        return quoter.quote(order, _signed(order), taker, 0);
    }

    function _filledOf(Order memory order) internal view returns (uint256) {
        return exchange.orderStateOf(_orderHash(order)).filled;
    }

    function _orderHash(Order memory order) internal view returns (bytes32) {
        return _orderHash(order, block.chainid, address(exchange));
    }

    function _orderHash(Order memory o, uint256 chainId, address verifier) internal pure returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN, keccak256("QTI Exchange"), keccak256("1"), chainId, verifier)
        );
        bytes32 structHash = keccak256(
            bytes.concat(
                abi.encode(ORDER, o.maker, o.taker, o.asset, o.money, o.sellAmount, o.buyStart, o.buyEnd),
                abi.encode(o.start, o.duration, o.interval, o.count, o.flags, o.epoch, o.salt)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
