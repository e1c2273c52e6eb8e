// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ILapsingPause} from "../shared/ILapsingPause.sol";

/// @notice Something that can be had for points.
/// @param price Points for one. @param stock How many are left. @param limit How many one identity may ever have; 0 for
/// no limit. @param uri Name, description and picture, as JSON (may be a data URI).
struct StoreItem {
    uint96 price;
    uint64 stock;
    uint32 limit;
    string uri;
}

/// @title Where points are redeemed: for QTI within a budget, or for items in stock
/// @notice Only who is verified and in good standing redeems. Points are burnt, QTI comes from RewardsTreasury.
interface IRewardStore is ILapsingPause {
    event StoreRateSet(uint256 qtiPerPoint);
    event StoreItemSet(uint256 indexed itemId, uint256 price, uint256 stock, uint256 limit, string uri);
    event PointsExchanged(address indexed account, uint64 indexed identity, uint256 points, uint256 qti);
    /// @param orderId From 1, one a purchase. @param points Paid in all. @param stock Left after it.
    event ItemRedeemed(
        uint256 indexed orderId,
        uint256 indexed itemId,
        address indexed account,
        uint64 identity,
        uint256 quantity,
        uint256 points,
        uint256 stock
    );

    error StoreNotVerified(address account);
    error StoreZeroAmount();
    /// @notice The rate gives less than was asked for at least.
    error StoreRateTooLow(uint256 qti, uint256 minQti);
    error StoreUnknownItem(uint256 itemId);
    error StoreOutOfStock(uint256 itemId, uint256 quantity, uint256 stock);
    /// @notice More than the person may still have of the item, or more than 1,000 at once.
    error StoreLimitExceeded(uint256 itemId, uint256 quantity, uint256 left);
    error StorePriceTooHigh(uint256 itemId, uint256 points, uint256 maxPoints);
    error StoreInvalidItem(uint256 itemId);
    /// @notice Points are not exchanged for QTI at present: the rate is 0.
    error StoreExchangeClosed();

    /// @notice Burns `points` of the caller and pays floor(points * rate / 1e6) QTI units, at least `minQti`.
    function exchangePoints(uint256 points, uint256 minQti) external returns (uint256 qti);

    /// @notice Burns points of the caller for `quantity` of an item, at most `maxPoints`.
    /// @return orderId By which the delivery is found.
    function redeemItem(uint256 itemId, uint256 quantity, uint256 maxPoints) external returns (uint256 orderId);

    /// @notice TREASURER. QTI units for one whole point (1e6 units); 0 closes the exchange.
    function setRate(uint256 qtiPerPoint) external;

    /// @notice REWARDS_OPERATOR. Adds (itemId = itemCount) or changes an item; ids from 0.
    function setItem(uint256 itemId, StoreItem calldata item) external;

    function rate() external view returns (uint256);

    function itemOf(uint256 itemId) external view returns (StoreItem memory);

    function itemCount() external view returns (uint256);

    /// @notice How many of an item an identity has had.
    function boughtBy(uint64 identity, uint256 itemId) external view returns (uint256);

    function orderCount() external view returns (uint256);
}
