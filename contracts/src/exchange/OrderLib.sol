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

    uint256 internal constant CANCELLED = 1 << 160;
    uint256 private constant WINDOW = 128;

    uint8 private constant PARTIAL = 1;
    uint8 private constant BID = 2;
    uint256 private constant BPS = 10_000;
    uint256 private constant TIP_DIVISOR = 10;

    /// @notice The order in memory.
    /// @dev What the compiler does itself (a word that exceeds its type reverts), for 600 gas less.
    function read(Order calldata order) internal pure returns (Order memory copy) {
        assembly ("memory-safe") {
            calldatacopy(copy, order, 0x1c0)
            // maker, taker, asset and money
            let excess := shr(160, or(mload(copy), mload(add(copy, 0x20))))
            excess := or(excess, shr(160, or(mload(add(copy, 0x40)), mload(add(copy, 0x60)))))
            // sellAmount, buyStart and buyEnd
            excess := or(excess, shr(128, or(mload(add(copy, 0x80)), mload(add(copy, 0xa0)))))
            excess := or(excess, shr(128, mload(add(copy, 0xc0))))
            // start; duration and interval; count; flags; epoch. The salt may be any word.
            excess := or(excess, shr(40, mload(add(copy, 0xe0))))
            excess := or(excess, shr(32, or(mload(add(copy, 0x100)), mload(add(copy, 0x120)))))
            excess := or(excess, shr(16, mload(add(copy, 0x140))))
            excess := or(excess, shr(8, mload(add(copy, 0x160))))
            excess := or(excess, shr(64, mload(add(copy, 0x180))))
            if excess {
                revert(0, 0)
            }
        }
    }

    /// @notice EIP-712 `hashStruct`.
    /// @dev In memory the order's 14 words lie side by side as they are encoded; copying them at once saves 700 gas.
    function hash(Order memory order) internal pure returns (bytes32 result) {
        bytes32 typehash = TYPEHASH;
        assembly ("memory-safe") {
            let data := mload(0x40)
            mstore(data, typehash)
            mcopy(add(data, 0x20), order, 0x1c0)
            result := keccak256(data, 0x1e0)
        }
    }

    function isPartial(Order memory order) internal pure returns (bool) {
        return order.flags & PARTIAL != 0;
    }

    function isBid(Order memory order) internal pure returns (bool) {
        return order.flags & BID != 0;
    }

    /// @notice Name of the first field that makes no sense, zero when all do. Says nothing about asset and money.
    /// @dev Nothing may be wanted for nothing: a signature over a zero gives all away, and no one means it.
    function invalidField(Order memory order) internal pure returns (bytes32) {
        // One condition a line: each `||` would cost every trade 30 gas.
        if (order.sellAmount == 0) return "sellAmount";
        uint256 buyEnd = order.buyEnd;
        if (buyEnd == 0) return "buyEnd";
        if (buyEnd > order.buyStart) return "buyEnd";
        uint256 duration = order.duration;
        if (duration == 0) return "duration";
        uint256 interval = order.interval;
        if (interval == 0) {
            if (order.count != 1) return "count";
        } else {
            if (duration > interval) return "duration";
            if (order.count == 0) return "count";
        }
        if (order.flags > PARTIAL | BID) return "flags";
        return 0;
    }

    /// @notice The window that is open at `time`, or else the next one.
    /// @return window Its number.
    /// @return opensAt Its first second; 0 when the last window is over.
    /// @return open Whether it is open. Its last second, `opensAt + duration`, belongs to it.
    function windowAt(
        Order memory order,
        uint256 time
    ) internal pure returns (uint256 window, uint256 opensAt, bool open) {
        opensAt = order.start;
        if (time < opensAt) return (0, opensAt, false);
        // Sums of a few numbers of at most 48 bits.
        unchecked {
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
        }
        return (0, 0, false);
    }

    /// @notice Units the maker wants for all of `sellAmount`, `elapsed` seconds into a window: a straight line from
    /// `buyStart` to `buyEnd`, whose fall is rounded down.
    function wantedUp(Order memory order, uint256 elapsed) internal pure returns (uint256) {
        uint256 start = order.buyStart;
        // `buyEnd` <= `buyStart` and `elapsed` <= `duration`; 128 bits times 32.
        unchecked {
            return start - ((start - order.buyEnd) * elapsed) / order.duration;
        }
    }

    /// @notice ceil(a * b / divisor) for a, b < 2^128 and divisor > 0.
    function mulDivUp(uint256 a, uint256 b, uint256 divisor) internal pure returns (uint256) {
        unchecked {
            uint256 product = a * b;
            return product == 0 ? 0 : (product - 1) / divisor + 1;
        }
    }

    /// @notice What became of an order, in one word: filled 128, window 32, cancelled.
    function pack(uint256 filled, uint256 window) internal pure returns (uint256) {
        return filled | (window << WINDOW);
    }

    function unpack(uint256 word) internal pure returns (OrderState memory) {
        return OrderState({filled: uint128(word), window: uint32(word >> WINDOW), cancelled: word & CANCELLED != 0});
    }

    /// @notice Units already sold in `window`: what was sold in an earlier one says nothing.
    function soldIn(uint256 word, uint256 window) internal pure returns (uint256) {
        return uint32(word >> WINDOW) == window ? uint128(word) : 0;
    }

    /// @notice Fee on a money leg.
    function feeDown(uint256 amount, uint256 feeBps) internal pure returns (uint256) {
        // 128 bits times 16.
        unchecked {
            return (amount * feeBps) / BPS;
        }
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
