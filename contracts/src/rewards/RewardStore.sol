// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {StandingLib} from "../identity/StandingLib.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {IQtiPoints} from "../interfaces/rewards/IQtiPoints.sol";
import {IRewardStore, StoreItem} from "../interfaces/rewards/IRewardStore.sol";
import {IRewardsTreasury} from "../interfaces/rewards/IRewardsTreasury.sol";
import {LapsingPause} from "../shared/LapsingPause.sol";

/// @title Where points are redeemed: for QTI within a budget, or for items in stock
/// @dev Holds nothing. Calls only points, treasury and QTI, and none of them calls back.
contract RewardStore is IRewardStore, LapsingPause {
    using StandingLib for IIdentityRegistry;
    using StandingLib for uint256;

    /// @dev Units of a whole point.
    uint256 private constant POINT = 1e6;
    /// @dev What can be delivered at once: an order larger than that would wait for ever, and nobody gives its points back.
    uint256 private constant MOST_AN_ORDER = 1_000;

    IIdentityRegistry public immutable identityRegistry;
    IQtiPoints public immutable points;
    IRewardsTreasury public immutable treasury;

    /// @inheritdoc IRewardStore
    uint256 public rate;
    /// @inheritdoc IRewardStore
    uint256 public orderCount;
    StoreItem[] private _items;

    /// @inheritdoc IRewardStore
    mapping(uint64 identity => mapping(uint256 itemId => uint256)) public boughtBy;

    constructor(
        address authority,
        IIdentityRegistry identities,
        IQtiPoints points_,
        IRewardsTreasury treasury_
    ) AccessManaged(authority) {
        identityRegistry = identities;
        points = points_;
        treasury = treasury_;
    }

    /// @inheritdoc IRewardStore
    function exchangePoints(uint256 amount, uint256 minQti) external whenNotPaused returns (uint256 qti) {
        if (rate == 0) revert StoreExchangeClosed();
        uint64 identity = _verified(msg.sender);
        // First, as it says what the caller does not have: after it, the product is of numbers that exist.
        points.redeem(msg.sender, amount);
        qti = (amount * rate) / POINT;
        if (qti == 0) revert StoreZeroAmount();
        if (qti < minQti) revert StoreRateTooLow(qti, minQti);

        emit PointsExchanged(msg.sender, identity, amount, qti);
        treasury.pay(msg.sender, qti);
    }

    /// @inheritdoc IRewardStore
    function redeemItem(
        uint256 itemId,
        uint256 quantity,
        uint256 maxPoints
    ) external whenNotPaused returns (uint256 orderId) {
        if (quantity == 0) revert StoreZeroAmount();
        uint64 identity = _verified(msg.sender);
        StoreItem storage item = _known(itemId);
        uint64 stock = item.stock;
        if (quantity > stock) revert StoreOutOfStock(itemId, quantity, stock);
        _checkLimit(itemId, item.limit, quantity, boughtBy[identity][itemId]);
        // A price of 96 bits times a stock of 64.
        uint256 cost = item.price * quantity;
        if (cost > maxPoints) revert StorePriceTooHigh(itemId, cost, maxPoints);

        stock -= uint64(quantity);
        item.stock = stock;
        boughtBy[identity][itemId] += quantity;
        orderId = ++orderCount;
        emit ItemRedeemed(orderId, itemId, msg.sender, identity, quantity, cost, stock);
        points.redeem(msg.sender, cost);
    }

    /// @inheritdoc IRewardStore
    function setRate(uint256 qtiPerPoint) external restricted {
        rate = qtiPerPoint;
        emit StoreRateSet(qtiPerPoint);
    }

    /// @inheritdoc IRewardStore
    function setItem(uint256 itemId, StoreItem calldata item) external restricted {
        if (itemId > _items.length) revert StoreUnknownItem(itemId);
        if (item.price == 0 || bytes(item.uri).length == 0) revert StoreInvalidItem(itemId);
        if (itemId == _items.length) _items.push();
        _items[itemId] = item;
        emit StoreItemSet(itemId, item.price, item.stock, item.limit, item.uri);
    }

    /// @inheritdoc IRewardStore
    function itemOf(uint256 itemId) external view returns (StoreItem memory) {
        return _known(itemId);
    }

    /// @inheritdoc IRewardStore
    function itemCount() external view returns (uint256) {
        return _items.length;
    }

    function _verified(address account) private view returns (uint64) {
        uint256 standing = identityRegistry.standingWordOf(account);
        if (!standing.canReceive()) revert StoreNotVerified(account);
        return standing.indexOf();
    }

    function _known(uint256 itemId) private view returns (StoreItem storage) {
        if (itemId >= _items.length) revert StoreUnknownItem(itemId);
        return _items[itemId];
    }

    /// @dev A limit may have been lowered below what somebody has had.
    function _checkLimit(uint256 itemId, uint256 limit, uint256 quantity, uint256 bought) private pure {
        uint256 left = MOST_AN_ORDER;
        if (limit != 0) left = Math.min(left, bought < limit ? limit - bought : 0);
        if (quantity > left) revert StoreLimitExceeded(itemId, quantity, left);
    }
}
