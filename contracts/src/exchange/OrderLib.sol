// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Order, OrderState} from "../interfaces/exchange/IExchange.sol";

/// @title What an order says: when it is open, what it wants, what is wrong with it
/// @dev Pure, and shared by the exchange and its quoter, so that a quote cannot differ from a fill. Products are of two
/// numbers below 2^128 and fit into a word.
library OrderLib {
    bytes32 internal constant TYPEHASH =
        keccak256(
            "Order(address maker,address taker,address asset,address money,uint128 sellAmount,uint128 buyStart,uint128 buyEnd,uint40 start,uint32 duration,uint32 interval,uint16 count,uint8 flags,uint64 epoch,uint256 salt)"
        );

    uint8 private constant PARTIAL = 1;
    uint8 private constant BID = 2;
    uint256 private constant BPS = 10_000;
    uint256 private constant TIP_DIVISOR = 10;

    /// @notice EIP-712 `hashStruct`.
    function hash(Order calldata order) internal pure returns (bytes32) {
        return keccak256(abi.encode(TYPEHASH, order));
    }

    function isPartial(Order calldata order) internal pure returns (bool) {
        return order.flags & PARTIAL != 0;
    }

    function isBid(Order calldata order) internal pure returns (bool) {
        return order.flags & BID != 0;
    }

    /// @notice Name of the first field that makes no sense, zero when all do. Says nothing about asset and money.
    /// @dev Nothing may be wanted for nothing: a signature over a zero gives all away, and no one means it.
    function invalidField(Order calldata order) internal pure returns (bytes32) {
        if (order.sellAmount == 0) return "sellAmount";
        if (order.buyEnd == 0 || order.buyEnd > order.buyStart) return "buyEnd";
        uint256 interval = order.interval;
        if (order.duration == 0 || (interval != 0 && order.duration > interval)) return "duration";
        if (order.count == 0 || (interval == 0 && order.count != 1)) return "count";
        if (order.flags > PARTIAL | BID) return "flags";
        return 0;
    }

    /// @notice The window that is open at `time`, or else the next one.
    /// @return window Its number.
    /// @return opensAt Its first second; 0 when the last window is over.
    /// @return open Whether it is open. Its last second, `opensAt + duration`, belongs to it.
    function windowAt(
        Order calldata order,
        uint256 time
    ) internal pure returns (uint256 window, uint256 opensAt, bool open) {
        opensAt = order.start;
        if (time < opensAt) return (0, opensAt, false);
        uint256 interval = order.interval;
        if (interval != 0) {
            window = (time - opensAt) / interval;
            opensAt += window * interval;
        }
        uint256 count = order.count;
        if (window < count) {
            if (time - opensAt <= order.duration) return (window, opensAt, true);
            // Between two windows. Without an interval `count` is 1: nothing comes next.
            if (window + 1 < count) return (window + 1, opensAt + interval, false);
        }
        return (0, 0, false);
    }

    /// @notice Units the maker wants for all of `sellAmount`, `elapsed` seconds into a window: a straight line from
    /// `buyStart` to `buyEnd`, whose fall is rounded down.
    function wantedUp(Order calldata order, uint256 elapsed) internal pure returns (uint256) {
        uint256 start = order.buyStart;
        return start - ((start - order.buyEnd) * elapsed) / order.duration;
    }

    /// @notice Units already sold in `window`: what was sold in an earlier one says nothing.
    function soldIn(OrderState memory state, uint256 window) internal pure returns (uint256) {
        return state.window == window ? state.filled : 0;
    }

    /// @notice ceil(a * b / divisor) for a, b < 2^128 and divisor > 0.
    function mulDivUp(uint256 a, uint256 b, uint256 divisor) internal pure returns (uint256) {
        uint256 product = a * b;
        return product == 0 ? 0 : (product - 1) / divisor + 1;
    }

    /// @notice Fee on a money leg.
    function feeDown(uint256 amount, uint256 feeBps) internal pure returns (uint256) {
        return (amount * feeBps) / BPS;
    }

    /// @notice How a match shares what the buyer offers (`most`) above what the seller asks (`least` <= `most`).
    /// @dev The fee is what a taker of the ask would pay, but never more than there is.
    function share(
        uint256 least,
        uint256 most,
        uint256 feeBps
    ) internal pure returns (uint256 fee, uint256 tip, uint256 askProceeds, uint256 bidCost) {
        uint256 surplus = most - least;
        fee = feeDown(least, feeBps);
        if (fee > surplus) fee = surplus;
        tip = (surplus - fee) / TIP_DIVISOR;
        // What an odd unit leaves over stays with the buyer.
        askProceeds = least + (surplus - fee - tip) / 2;
        bidCost = askProceeds + fee + tip;
    }
}
