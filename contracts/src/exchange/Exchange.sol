// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {EnumerableSet} from "@openzeppelin/contracts/utils/structs/EnumerableSet.sol";
import {IAssetRegistry} from "../interfaces/assets/IAssetRegistry.sol";
import {FillRequest, IExchange, MatchedTrade, Order, OrderState, Trade} from "../interfaces/exchange/IExchange.sol";
import {MoneyList} from "../shared/MoneyList.sol";
import {Permits} from "../shared/Permits.sol";
import {Signatures} from "../shared/Signatures.sol";
import {OrderLib} from "./OrderLib.sol";

/// @title Exchange of tokenized assets for money
/// @dev Holds nothing and takes custody of nothing: both legs go from account to account. All state is written before the
/// first transfer, so in the middle of a call (only a money token could look) views show the orders as they are after it.
/// Only clones of the registry's asset token trade: their code is known, and one that the registry did not make was never
/// initialised and moves nothing. So no asset can run code of its own in a settlement, at the price of one hash compared.
contract Exchange is IExchange, MoneyList, EIP712, ReentrancyGuardTransient {
    using EnumerableSet for EnumerableSet.AddressSet;
    using OrderLib for Order;
    using OrderLib for uint256;
    using Permits for IERC20;
    using SafeERC20 for IERC20;

    uint16 private constant MAX_FEE_BPS = 100;
    uint48 private constant PAUSE_DURATION = 14 days;
    /// @dev Bounds the cost of every change that is written to all of them.
    uint256 private constant MAX_MONEYS = 16;
    uint256 private constant MIN_GAS_EACH = 100_000;
    uint256 private constant MAX_GAS_EACH = 2_000_000;
    uint256 private constant CALL_GAS = 1_000;
    uint256 private constant MAX_REASON = 64;

    /// @dev All that a trade has to know besides its orders. Kept a second time for each listed money, so that a trade
    /// reads one slot instead of two (2,100 gas): whatever changes is written to all of them.
    struct Terms {
        address feeRecipient;
        uint16 feeBps;
        uint48 pausedUntil;
        bool listed;
    }

    /// @dev What an order offers now. `wanted` is what its maker wants for all of `sellAmount`.
    struct Offer {
        bytes32 orderHash;
        uint256 window;
        uint256 sold;
        uint256 wanted;
    }

    bytes32 private immutable ASSET_CODE_HASH;

    Terms private _terms;
    mapping(address money => Terms) private _termsOf;
    EnumerableSet.AddressSet private _moneys;
    mapping(bytes32 orderHash => uint256 word) private _orders;
    /// @inheritdoc IExchange
    mapping(address maker => uint64) public epochOf;

    constructor(
        IAssetRegistry assets,
        address authority,
        address recipient,
        uint16 bps
    ) AccessManaged(authority) EIP712("QTI Exchange", "1") {
        ASSET_CODE_HASH = _codeHashOfClones(assets.implementation());
        _setFeeRecipient(recipient);
        _setFee(bps);
    }

    /// @inheritdoc IExchange
    function fill(
        FillRequest calldata request
    ) external nonReentrant returns (uint256 assetAmount, uint256 moneyAmount, uint256 fee) {
        return _fill(msg.sender, request);
    }

    /// @inheritdoc IExchange
    function fillWithPermit(
        FillRequest calldata request,
        uint256 permitValue,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external nonReentrant returns (uint256 assetAmount, uint256 moneyAmount, uint256 fee) {
        Order memory order = request.order;
        address given = order.isBid() ? order.asset : address(order.money);
        IERC20(given).usePermit(permitValue, deadline, v, r, s);
        return _fill(msg.sender, request);
    }

    /// @inheritdoc IExchange
    function fillBatch(
        FillRequest[] calldata requests,
        uint256 gasEach
    ) external nonReentrant returns (bool[] memory filled) {
        if (gasEach < MIN_GAS_EACH || gasEach > MAX_GAS_EACH) revert ExchangeInvalidAmount(gasEach);
        filled = new bool[](requests.length);
        for (uint256 i = 0; i < requests.length; ++i) {
            bytes memory data = abi.encodeCall(IExchange.fillFor, (msg.sender, requests[i]));
            // A call gets at most 63/64 of what is left, and a little is used on the way to it.
            uint256 available = gasleft() - gasleft() / 64;
            if (available < gasEach + CALL_GAS) revert ExchangeBatchGas(available, gasEach + CALL_GAS);
            bytes memory reason;
            (filled[i], reason) = _callSelf(data, gasEach);
            if (!filled[i]) emit BatchFillFailed(hashOrder(requests[i].order), reason);
        }
    }

    /// @inheritdoc IExchange
    /// @dev Without the guard, which `fillBatch` holds.
    function fillFor(address taker, FillRequest calldata request) external {
        if (msg.sender != address(this)) revert ExchangeOnlySelf(msg.sender);
        _fill(taker, request);
    }

    /// @inheritdoc IExchange
    function matchOrders(
        Order calldata ask,
        bytes calldata askSignature,
        Order calldata bid,
        bytes calldata bidSignature,
        uint256 assetAmount
    ) external nonReentrant returns (uint256 tip) {
        return _matchOrders(ask.read(), askSignature, bid.read(), bidSignature, assetAmount);
    }

    /// @inheritdoc IExchange
    function cancel(Order calldata order) external {
        if (msg.sender != order.maker) revert ExchangeNotMaker(order.maker, msg.sender);
        bytes32 orderHash = hashOrder(order);
        uint256 word = _orders[orderHash];
        if (word & OrderLib.CANCELLED != 0) revert ExchangeOrderCancelled(orderHash);
        _orders[orderHash] = word | OrderLib.CANCELLED;
        emit OrderCancelled(orderHash, msg.sender);
    }

    /// @inheritdoc IExchange
    function cancelAll() external returns (uint64 epoch) {
        epoch = ++epochOf[msg.sender];
        emit EpochRaised(msg.sender, epoch);
    }

    /// @inheritdoc IExchange
    function setFee(uint16 bps) external restricted {
        _setFee(bps);
    }

    /// @inheritdoc IExchange
    function setFeeRecipient(address recipient) external restricted {
        _setFeeRecipient(recipient);
    }

    /// @inheritdoc IExchange
    /// @dev Not while paused: a pauser could otherwise stretch a pause without end and without a gap.
    function pause() external restricted {
        uint48 until = _terms.pausedUntil;
        if (until > block.timestamp) revert ExchangePaused(until);
        _setPause(uint48(block.timestamp) + PAUSE_DURATION);
    }

    /// @inheritdoc IExchange
    function unpause() external restricted {
        _setPause(0);
    }

    /// @inheritdoc IExchange
    function orderStateOf(bytes32 orderHash) external view returns (OrderState memory) {
        return _orders[orderHash].unpack();
    }

    /// @inheritdoc IExchange
    function feeBps() external view returns (uint16) {
        return _terms.feeBps;
    }

    /// @inheritdoc IExchange
    function feeRecipient() external view returns (address) {
        return _terms.feeRecipient;
    }

    /// @inheritdoc IExchange
    function pausedUntil() external view returns (uint48) {
        return _terms.pausedUntil;
    }

    /// @inheritdoc IExchange
    function assetCodeHash() external view returns (bytes32) {
        return ASSET_CODE_HASH;
    }

    /// @inheritdoc IExchange
    function hashOrder(Order memory order) public view returns (bytes32) {
        return _hashTypedDataV4(order.hash());
    }

    function _fill(
        address taker,
        FillRequest calldata request
    ) private returns (uint256 assetAmount, uint256 moneyAmount, uint256 fee) {
        Order memory order = request.order.read();
        (address recipient, uint256 bps) = _liveTerms(order.money);
        Offer memory offer = _offer(order, request.signature, taker);
        uint256 sold = request.sellAmount;
        uint128 filled = _sell(order, offer, sold);
        Trade memory trade = Trade({
            asset: order.asset,
            money: order.money,
            assetAmount: sold,
            moneyAmount: OrderLib.mulDivUp(offer.wanted, sold, order.sellAmount),
            fee: 0,
            window: uint32(offer.window),
            filled: filled,
            bid: order.isBid()
        });
        _price(trade, request, bps);
        emit OrderFilled(offer.orderHash, order.maker, taker, trade);

        (assetAmount, moneyAmount, fee) = (trade.assetAmount, trade.moneyAmount, trade.fee);
        if (trade.bid) {
            IERC20(order.asset).safeTransferFrom(taker, order.maker, assetAmount);
            // The fee is at most 1 % of it.
            _pay(order.money, order.maker, taker, moneyAmount - fee);
            _pay(order.money, order.maker, recipient, fee);
        } else {
            IERC20(order.asset).safeTransferFrom(order.maker, taker, assetAmount);
            _pay(order.money, taker, order.maker, moneyAmount);
            _pay(order.money, taker, recipient, fee);
        }
    }

    /// @dev Turns what is sold and bought into shares and money, adds the fee and holds the taker's limits against it.
    function _price(Trade memory trade, FillRequest calldata request, uint256 bps) private pure {
        (uint256 gives, uint256 gets) = (trade.moneyAmount, trade.assetAmount);
        // Amounts of 128 bits, and 1 % of them.
        unchecked {
            if (trade.bid) {
                (trade.assetAmount, trade.moneyAmount) = (gives, gets);
                trade.fee = OrderLib.feeDown(gets, bps);
                gets -= trade.fee;
            } else {
                trade.fee = OrderLib.feeDown(gives, bps);
                gives += trade.fee;
            }
        }
        if (gives > request.maxGive) revert ExchangeLimitExceeded(gives, request.maxGive);
        if (gets < request.minGet) revert ExchangeLimitExceeded(gets, request.minGet);
    }

    function _matchOrders(
        Order memory ask,
        bytes calldata askSignature,
        Order memory bid,
        bytes calldata bidSignature,
        uint256 assetAmount
    ) private returns (uint256 tip) {
        if (ask.isBid() || !bid.isBid()) revert ExchangeMismatch("side");
        if (ask.asset != bid.asset) revert ExchangeMismatch("asset");
        if (address(ask.money) != address(bid.money)) revert ExchangeMismatch("money");
        (address recipient, uint256 bps) = _liveTerms(ask.money);
        Offer memory asked = _offer(ask, askSignature, bid.maker);
        Offer memory offered = _offer(bid, bidSignature, ask.maker);

        MatchedTrade memory trade = _match(ask, asked, bid, offered, assetAmount, bps);
        emit OrdersMatched(asked.orderHash, offered.orderHash, msg.sender, trade);

        IERC20(trade.asset).safeTransferFrom(trade.seller, trade.buyer, trade.assetAmount);
        _pay(trade.money, trade.buyer, trade.seller, trade.askProceeds);
        _pay(trade.money, trade.buyer, recipient, trade.fee);
        _pay(trade.money, trade.buyer, msg.sender, trade.tip);
        return trade.tip;
    }

    /// @dev Marks both orders and computes what moves. A bid counts up what it used of its money, so that this always pays
    /// for at least the shares that it got: it never buys more than it asked for, however often it is matched.
    function _match(
        Order memory ask,
        Offer memory asked,
        Order memory bid,
        Offer memory offered,
        uint256 assetAmount,
        uint256 bps
    ) private returns (MatchedTrade memory trade) {
        (trade.asset, trade.money, trade.seller, trade.buyer) = (ask.asset, ask.money, ask.maker, bid.maker);
        trade.assetAmount = assetAmount;
        trade.askWindow = uint32(asked.window);
        trade.askFilled = _sell(ask, asked, assetAmount);

        // `assetAmount` is below 2^128 from here on.
        uint256 most = (assetAmount * bid.sellAmount) / offered.wanted;
        if (!bid.isPartial() && most != bid.sellAmount) {
            revert ExchangeNotPartial(offered.orderHash, most, bid.sellAmount);
        }
        trade.bidWindow = uint32(offered.window);
        trade.bidFilled = _sell(bid, offered, OrderLib.mulDivUp(assetAmount, bid.sellAmount, offered.wanted));

        uint256 least = OrderLib.mulDivUp(asked.wanted, assetAmount, ask.sellAmount);
        if (most < least) revert ExchangeNotCrossed(least, most);
        (trade.fee, trade.tip, trade.askProceeds, trade.bidCost) = OrderLib.share(least, most, bps);
    }

    /// @dev Marks `amount` of the sell side as sold in the window that is open.
    function _sell(Order memory order, Offer memory offer, uint256 amount) private returns (uint128 filled) {
        if (amount == 0) revert ExchangeInvalidAmount(amount);
        // What was sold was sold under these very terms, therefore never more than `sellAmount`.
        uint256 remaining;
        unchecked {
            remaining = order.sellAmount - offer.sold;
        }
        if (amount > remaining) revert ExchangeAmountTooLarge(offer.orderHash, amount, remaining);
        if (amount != remaining && !order.isPartial()) {
            revert ExchangeNotPartial(offer.orderHash, amount, remaining);
        }
        unchecked {
            filled = uint128(offer.sold + amount);
        }
        _orders[offer.orderHash] = OrderLib.pack(filled, offer.window);
    }

    function _pay(IERC20 money, address from, address to, uint256 amount) private {
        if (amount != 0) money.safeTransferFrom(from, to, amount);
    }

    /// @dev Runs one order of a batch. Whatever it reverts with, at most 64 bytes of it are copied.
    function _callSelf(bytes memory data, uint256 gasLimit) private returns (bool success, bytes memory reason) {
        assembly ("memory-safe") {
            success := call(gasLimit, address(), 0, add(data, 0x20), mload(data), 0, 0)
            reason := mload(0x40)
            let size := returndatasize()
            if gt(size, MAX_REASON) {
                size := MAX_REASON
            }
            mstore(reason, size)
            returndatacopy(add(reason, 0x20), 0, size)
            mstore(0x40, add(reason, 0x60))
        }
    }

    function _setFee(uint16 bps) private {
        if (bps > MAX_FEE_BPS) revert ExchangeFeeTooHigh(bps, MAX_FEE_BPS);
        _terms.feeBps = bps;
        _spread();
        emit FeeSet(bps);
    }

    /// @dev Money sent to nobody or to this contract would be lost.
    function _setFeeRecipient(address recipient) private {
        if (recipient == address(0) || recipient == address(this)) revert ExchangeInvalidRecipient(recipient);
        _terms.feeRecipient = recipient;
        _spread();
        emit FeeRecipientSet(recipient);
    }

    function _setPause(uint48 until) private {
        _terms.pausedUntil = until;
        _spread();
        emit PauseSet(until);
    }

    /// @inheritdoc MoneyList
    function _setMoney(IERC20 money, bool listed) internal override {
        super._setMoney(money, listed);
        if (listed) {
            _moneys.add(address(money));
            if (_moneys.length() > MAX_MONEYS) revert ExchangeTooManyMoneys(MAX_MONEYS);
            _spread();
        } else {
            _moneys.remove(address(money));
            delete _termsOf[address(money)];
        }
    }

    function _spread() private {
        uint256 count = _moneys.length();
        Terms memory terms = _terms;
        terms.listed = true;
        for (uint256 i = 0; i < count; ++i) _termsOf[_moneys.at(i)] = terms;
    }

    /// @dev Who gets which fee, unless the money is not listed or trading is paused.
    function _liveTerms(IERC20 money) private view returns (address recipient, uint256 bps) {
        Terms storage terms = _termsOf[address(money)];
        recipient = terms.feeRecipient;
        bps = terms.feeBps;
        uint48 until = terms.pausedUntil;
        if (!terms.listed) revert MoneyNotListed(money);
        if (until > block.timestamp) revert ExchangePaused(until);
    }

    /// @dev Everything that decides whether the order is good for this counterparty now, but not for how much.
    function _offer(
        Order memory order,
        bytes calldata signature,
        address counterparty
    ) private view returns (Offer memory offer) {
        bytes32 field = order.invalidField();
        if (field != 0) revert ExchangeInvalidOrder(field);
        if (order.asset.codehash != ASSET_CODE_HASH) revert ExchangeInvalidOrder("asset");
        address maker = order.maker;
        if (maker == counterparty) revert ExchangeSelfTrade(maker);
        if (order.taker != address(0) && order.taker != counterparty) {
            revert ExchangeNotTaker(order.taker, counterparty);
        }
        uint64 epoch = epochOf[maker];
        if (order.epoch != epoch) revert ExchangeWrongEpoch(maker, order.epoch, epoch);

        offer.orderHash = hashOrder(order);
        uint256 word = _orders[offer.orderHash];
        if (word & OrderLib.CANCELLED != 0) revert ExchangeOrderCancelled(offer.orderHash);
        (uint256 window, uint256 opensAt, bool open) = order.windowAt(block.timestamp);
        if (!open) revert ExchangeOrderNotOpen(offer.orderHash, opensAt);
        if (!Signatures.isValid(maker, offer.orderHash, signature)) revert ExchangeInvalidSignature(maker);

        offer.window = window;
        offer.sold = word.soldIn(window);
        // An open window has begun.
        unchecked {
            offer.wanted = order.wantedUp(block.timestamp - opensAt);
        }
    }

    /// @dev Of the code that EIP-1167 gives to every clone of `implementation`.
    function _codeHashOfClones(address implementation) private pure returns (bytes32) {
        return
            keccak256(
                abi.encodePacked(hex"363d3d373d3d3d363d73", implementation, hex"5af43d82803e903d91602b57fd5bf3")
            );
    }
}
