// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IAssetToken} from "../interfaces/assets/IAssetToken.sol";
import {Refusal} from "../interfaces/assets/IComplianceModule.sol";
import {IExchange, Order, OrderState} from "../interfaces/exchange/IExchange.sol";
import {IOrderQuoter, MatchQuote, OrderIssue, OrderQuote} from "../interfaces/exchange/IOrderQuoter.sol";
import {OrderLib} from "./OrderLib.sol";

/// @title How much of an order fills now, and if nothing, why
/// @dev Decides with the exchange's own `OrderLib`. Of what tokens and signers answer one word is read, and what
/// they burn is bounded, so that one of them cannot spoil the quotes of the others.
contract OrderQuoter is IOrderQuoter {
    using OrderLib for Order;

    uint256 private constant TOKEN_GAS = 200_000;
    uint256 private constant SIGNATURE_GAS = 500_000;
    /// @dev From a `Refusal` of a sender to the same of a receiver.
    uint8 private constant TO_RECEIVER = uint8(Refusal.ReceiverUnknown) - uint8(Refusal.SenderUnknown);

    /// @dev `wanted` is what the maker wants for all of `sellAmount` now, 0 while no window is open.
    struct Offer {
        OrderQuote quote;
        uint256 wanted;
    }

    IExchange public immutable exchange;
    bytes32 private immutable ASSET_CODE_HASH;

    constructor(IExchange exchange_) {
        exchange = exchange_;
        ASSET_CODE_HASH = exchange_.assetCodeHash();
    }

    /// @inheritdoc IOrderQuoter
    function quoteBatch(
        Order[] memory orders,
        bytes[] calldata signatures,
        address taker
    ) external view returns (OrderQuote[] memory quotes) {
        quotes = new OrderQuote[](orders.length);
        for (uint256 i = 0; i < orders.length; ++i) quotes[i] = quote(orders[i], signatures[i], taker, 0);
    }

    /// @inheritdoc IOrderQuoter
    function quoteMatch(
        Order memory ask,
        bytes calldata askSignature,
        Order memory bid,
        bytes calldata bidSignature
    ) external view returns (MatchQuote memory result) {
        Offer memory asked = _offer(ask, askSignature, bid.maker, 0);
        Offer memory offered = _offer(bid, bidSignature, ask.maker, 0);
        result.issue = asked.quote.issue == OrderIssue.None ? offered.quote.issue : asked.quote.issue;
        if (ask.isBid() || !bid.isBid() || ask.asset != bid.asset || address(ask.money) != address(bid.money)) {
            result.issue = OrderIssue.Invalid;
        }
        if (result.issue != OrderIssue.None) return result;

        _meet(result, ask, asked, bid, offered);
        result.refusal = _refusal(ask.asset, ask.maker, bid.maker, result.assetAmount);
        if (result.issue == OrderIssue.None && result.refusal != 0) result.issue = OrderIssue.Compliance;
    }

    /// @inheritdoc IOrderQuoter
    function quote(
        Order memory order,
        bytes calldata signature,
        address taker,
        uint256 sellAmount
    ) public view returns (OrderQuote memory result) {
        result = _offer(order, signature, taker, sellAmount).quote;
        if (result.issue == OrderIssue.Invalid) return result;
        bool bid = order.isBid();
        if (taker != address(0)) {
            (address given, uint256 amount) = bid
                ? (order.asset, result.buyAmount)
                : (address(order.money), result.buyAmount + result.fee);
            if (_balance(given, taker, bid) < amount) _raise(result, OrderIssue.TakerBalance);
            if (_allowance(given, taker) < amount) _raise(result, OrderIssue.TakerAllowance);
            (address from, address to) = bid ? (taker, order.maker) : (order.maker, taker);
            result.refusal = _refusal(order.asset, from, to, bid ? result.buyAmount : result.sellAmount);
        } else {
            result.refusal = _ownRefusal(order.asset, order.maker, bid);
        }
        if (result.refusal != 0) _raise(result, OrderIssue.Compliance);
    }

    /// @dev The most that the two can exchange.
    function _meet(
        MatchQuote memory result,
        Order memory ask,
        Offer memory asked,
        Order memory bid,
        Offer memory offered
    ) private view {
        uint256 shares = asked.quote.sellAmount;
        uint256 amount = Math.min(shares, (offered.quote.sellAmount * offered.wanted) / bid.sellAmount);
        uint256 least = OrderLib.mulDivUp(asked.wanted, amount, ask.sellAmount);
        uint256 most = (amount * bid.sellAmount) / offered.wanted;
        bool whole = (ask.isPartial() || amount == shares) && (bid.isPartial() || most == bid.sellAmount);
        if (amount == 0 || most < least || !whole) {
            result.issue = OrderIssue.NotCrossed;
            return;
        }
        result.assetAmount = amount;
        _share(result, least, most);
    }

    function _share(MatchQuote memory result, uint256 least, uint256 most) private view {
        uint256 bps = exchange.feeBps();
        (result.fee, result.tip, result.askProceeds, result.bidCost) = OrderLib.share(least, most, bps);
    }

    /// @dev All that does not depend on the taker's balance, allowance and standing.
    function _offer(
        Order memory order,
        bytes calldata signature,
        address taker,
        uint256 asked
    ) private view returns (Offer memory offer) {
        OrderQuote memory result = offer.quote;
        result.orderHash = exchange.hashOrder(order);
        if (order.invalidField() != 0 || order.asset.codehash != ASSET_CODE_HASH) {
            result.issue = OrderIssue.Invalid;
            return offer;
        }
        OrderState memory state = exchange.orderStateOf(result.orderHash);
        if (!_isSigned(order.maker, result.orderHash, signature)) _raise(result, OrderIssue.Signature);
        if (state.cancelled) _raise(result, OrderIssue.Cancelled);
        if (exchange.epochOf(order.maker) != order.epoch) _raise(result, OrderIssue.Epoch);

        uint256 remaining;
        (offer.wanted, remaining) = _window(order, state, result);
        result.sellAmount = asked == 0 || !order.isPartial() ? remaining : asked;
        _bound(order, result, asked, remaining, OrderIssue.Filled);
        if (exchange.pausedUntil() > block.timestamp) _raise(result, OrderIssue.Paused);
        if (!exchange.isMoney(order.money)) _raise(result, OrderIssue.MoneyNotListed);
        if (taker != address(0) && (taker == order.maker || (order.taker != address(0) && taker != order.taker))) {
            _raise(result, OrderIssue.Taker);
        }

        _boundByMaker(order, result, asked);
        result.buyAmount = OrderLib.mulDivUp(offer.wanted, result.sellAmount, order.sellAmount);
        result.fee = OrderLib.feeDown(order.isBid() ? result.sellAmount : result.buyAmount, exchange.feeBps());
    }

    function _boundByMaker(Order memory order, OrderQuote memory result, uint256 asked) private view {
        bool bid = order.isBid();
        address sold = bid ? address(order.money) : order.asset;
        _bound(order, result, asked, _balance(sold, order.maker, !bid), OrderIssue.MakerBalance);
        _bound(order, result, asked, _allowance(sold, order.maker), OrderIssue.MakerAllowance);
    }

    function _window(
        Order memory order,
        OrderState memory state,
        OrderQuote memory result
    ) private view returns (uint256 wanted, uint256 remaining) {
        (uint256 window, uint256 opensAt, bool open) = order.windowAt(block.timestamp);
        if (!open && opensAt == 0) {
            _raise(result, OrderIssue.Expired);
            return (0, 0);
        }
        (result.window, result.opensAt, result.closesAt) = (uint32(window), opensAt, opensAt + order.duration);
        if (!open) {
            _raise(result, block.timestamp < order.start ? OrderIssue.NotYet : OrderIssue.BetweenWindows);
            return (0, 0);
        }
        remaining = order.sellAmount - (state.window == window ? state.filled : 0);
        if (remaining == 0) _raise(result, OrderIssue.Filled);
        return (order.wantedUp(block.timestamp - opensAt), remaining);
    }

    /// @dev Lowers what can be taken to `limit`, an order that is not partial to nothing. Who did not say how much it asks
    /// for is told of a limit only when it leaves nothing.
    function _bound(
        Order memory order,
        OrderQuote memory result,
        uint256 asked,
        uint256 limit,
        OrderIssue issue
    ) private pure {
        if (result.sellAmount <= limit) return;
        result.sellAmount = order.isPartial() ? limit : 0;
        if (asked != 0 || result.sellAmount == 0) _raise(result, issue);
    }

    /// @dev The first issue stays.
    function _raise(OrderQuote memory result, OrderIssue issue) private pure {
        if (result.issue == OrderIssue.None) result.issue = issue;
    }

    /// @dev As `Signatures.isValid`, with a limit on what a contract may burn.
    function _isSigned(address signer, bytes32 digest, bytes calldata signature) private view returns (bool) {
        (address recovered, ECDSA.RecoverError failure, ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return true;
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, signature));
        (bool answered, uint256 answer) = _ask(signer, SIGNATURE_GAS, question);
        return answered && bytes32(answer) == bytes32(IERC1271.isValidSignature.selector);
    }

    /// @dev Frozen shares do not count.
    function _balance(address token, address account, bool ofAsset) private view returns (uint256 amount) {
        (, amount) = _ask(
            token,
            TOKEN_GAS,
            ofAsset
                ? abi.encodeCall(IAssetToken.unfrozenBalanceOf, (account))
                : abi.encodeCall(IERC20.balanceOf, (account))
        );
    }

    function _allowance(address token, address owner) private view returns (uint256 amount) {
        (, amount) = _ask(token, TOKEN_GAS, abi.encodeCall(IERC20.allowance, (owner, address(exchange))));
    }

    function _refusal(address asset, address from, address to, uint256 amount) private view returns (uint8) {
        bytes memory question = abi.encodeCall(IAssetToken.transferRefusal, (from, to, amount));
        (bool answered, uint256 answer) = _ask(asset, TOKEN_GAS, question);
        return answered ? uint8(answer) : uint8(Refusal.ModuleFailed);
    }

    /// @dev What stands in the maker's own way, whoever takes the order. Nothing to oneself is judged by all rules about
    /// persons, both as sender and as receiver. A lock-up comes after them and is not in its way: the issuer may take it.
    function _ownRefusal(address asset, address maker, bool receives) private view returns (uint8 refusal) {
        refusal = _refusal(asset, maker, maker, 0);
        bool ofSender = refusal >= uint8(Refusal.SenderUnknown) && refusal <= uint8(Refusal.SenderRetired);
        bool ofReceiver = refusal >= uint8(Refusal.ReceiverUnknown) && refusal <= uint8(Refusal.ReceiverCountry);
        if (receives && ofSender) return refusal + TO_RECEIVER;
        if ((!receives && ofReceiver) || refusal == uint8(Refusal.Locked)) return 0;
    }

    /// @dev One word of an answer, 0 when there is none.
    function _ask(
        address target,
        uint256 gasLimit,
        bytes memory question
    ) private view returns (bool answered, uint256 answer) {
        assembly ("memory-safe") {
            mstore(0x00, 0)
            answered := staticcall(gasLimit, target, add(question, 0x20), mload(question), 0x00, 0x20)
            answered := and(answered, gt(returndatasize(), 0x1f))
            if answered {
                answer := mload(0x00)
            }
        }
    }
}
