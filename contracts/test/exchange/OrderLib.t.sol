// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {OrderLib} from "../../src/exchange/OrderLib.sol";
import {Order, OrderState} from "../../src/interfaces/exchange/IExchange.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {Test} from "../shared/Test.sol";

/// @notice The library reads orders from calldata: it needs somebody to be called.
contract OrderReader {
    function read(Order calldata order) external pure returns (Order memory) {
        return OrderLib.read(order);
    }
}

contract OrderLibTest is Test {
    using OrderLib for Order;

    uint256 private constant WORDS = 14;
    uint256 private constant MAX = type(uint128).max;

    OrderReader private _reader;

    function setUp() public {
        _reader = new OrderReader();
    }

    // --- fields

    function test_aLimitOrderMakesSense() public pure {
        assertEq(_limit().invalidField(), bytes32(0));
        assertEq(_standing().invalidField(), bytes32(0));
    }

    function test_nothingIsSoldForNothing() public pure {
        Order memory order = _limit();
        order.sellAmount = 0;
        assertEq(order.invalidField(), "sellAmount");
        order = _limit();
        order.buyEnd = 0;
        assertEq(order.invalidField(), "buyEnd");
        order = _limit();
        (order.buyStart, order.buyEnd) = (0, 0);
        assertEq(order.invalidField(), "buyEnd");
    }

    function test_aPriceNeverMovesAwayFromTheTaker() public pure {
        Order memory order = _limit();
        order.buyEnd = order.buyStart + 1;
        assertEq(order.invalidField(), "buyEnd");
        order.buyEnd = 1;
        assertEq(order.invalidField(), bytes32(0));
    }

    function test_aWindowLastsASecondAtLeastAndTheIntervalAtMost() public pure {
        Order memory order = _limit();
        order.duration = 0;
        assertEq(order.invalidField(), "duration");
        order = _standing();
        order.duration = order.interval;
        assertEq(order.invalidField(), bytes32(0));
        order.duration = order.interval + 1;
        assertEq(order.invalidField(), "duration");
    }

    function test_oneWindowWithoutAnIntervalAndAtLeastOneWithIt() public pure {
        Order memory order = _limit();
        order.count = 0;
        assertEq(order.invalidField(), "count");
        order.count = 2;
        assertEq(order.invalidField(), "count");
        order = _standing();
        order.count = 0;
        assertEq(order.invalidField(), "count");
        order.count = type(uint16).max;
        assertEq(order.invalidField(), bytes32(0));
    }

    function test_flagsAreTwoBits() public pure {
        Order memory order = _limit();
        for (uint256 flags = 0; flags < 256; ++flags) {
            order.flags = uint8(flags);
            assertEq(order.invalidField(), flags < 4 ? bytes32(0) : bytes32("flags"));
            assertEq(order.isPartial(), flags % 2 == 1);
            assertEq(order.isBid(), flags % 4 >= 2);
        }
    }

    // --- windows

    function test_aSingleWindowIsOpenFromItsFirstSecondToItsLast() public pure {
        Order memory order = _limit();
        _window(order, order.start - 1, 0, order.start, false);
        _window(order, order.start, 0, order.start, true);
        _window(order, order.start + order.duration, 0, order.start, true);
        _window(order, order.start + order.duration + 1, 0, 0, false);
        _window(order, type(uint64).max, 0, 0, false);
    }

    function test_aStandingOrderOpensOnceAnInterval() public pure {
        Order memory order = _standing();
        uint256 start = order.start;
        _window(order, 0, 0, start, false);
        _window(order, start + 1 days, 0, start, true);
        _window(order, start + 1 days + 1, 1, start + 7 days, false);
        _window(order, start + 7 days - 1, 1, start + 7 days, false);
        _window(order, start + 7 days, 1, start + 7 days, true);
        _window(order, start + 8 days + 1, 2, start + 14 days, false);
        _window(order, start + 14 days + 1 days, 2, start + 14 days, true);
        _window(order, start + 14 days + 1 days + 1, 0, 0, false);
        _window(order, start + 21 days, 0, 0, false);
    }

    function test_windowsThatTouchAreDifferentWindows() public pure {
        Order memory order = _standing();
        order.duration = order.interval;
        uint256 start = order.start;
        _window(order, start + 7 days - 1, 0, start, true);
        _window(order, start + 7 days, 1, start + 7 days, true);
        // Nothing follows the last one, but its first second already belongs to no window.
        _window(order, start + 21 days - 1, 2, start + 14 days, true);
        _window(order, start + 21 days, 0, 0, false);
    }

    function testFuzz_aWindowThatIsOpenHoldsTheTimeAndNoOtherDoes(
        uint40 start,
        uint32 duration,
        uint32 interval,
        uint16 count,
        uint64 time
    ) public pure {
        Order memory order = _limit();
        order.start = start;
        order.interval = interval;
        order.duration = uint32(bound(duration, 1, interval == 0 ? type(uint32).max : interval));
        order.count = interval == 0 ? 1 : uint16(bound(count, 1, type(uint16).max));
        assertEq(order.invalidField(), bytes32(0));
        uint256 last = uint256(start) + uint256(order.count - 1) * interval;
        uint256 then = bound(time, 0, last + order.duration + 1 days);

        (uint256 window, uint256 opensAt, bool open) = order.windowAt(then);
        if (opensAt == 0 && start != 0) {
            // Where windows touch, the last one ends with its interval.
            bool touch = interval != 0 && order.duration == interval;
            return assertGt(then, last + order.duration - (touch ? 1 : 0));
        }
        assertLt(window, order.count);
        assertEq(opensAt, start + window * interval);
        if (open) {
            assertGe(then, opensAt);
            assertLe(then - opensAt, order.duration);
        } else {
            assertTrue(then < opensAt || opensAt == 0);
        }
    }

    // --- prices

    function test_aLimitOrderHasOnePrice() public pure {
        Order memory order = _limit();
        assertEq(order.wantedUp(0), order.buyStart);
        assertEq(order.wantedUp(order.duration / 2), order.buyStart);
        assertEq(order.wantedUp(order.duration), order.buyStart);
    }

    function test_aDutchOrderFallsInAStraightLineRoundedForItsMaker() public pure {
        Order memory order = _limit();
        (order.buyStart, order.buyEnd, order.duration) = (100, 90, 100);
        assertEq(order.wantedUp(0), 100);
        assertEq(order.wantedUp(9), 100);
        assertEq(order.wantedUp(10), 99);
        assertEq(order.wantedUp(99), 91);
        assertEq(order.wantedUp(100), 90);
    }

    function testFuzz_aPriceStaysOnItsLineAndNeverRises(
        uint128 start,
        uint128 end,
        uint32 duration,
        uint32 first,
        uint32 second
    ) public pure {
        Order memory order = _limit();
        order.buyEnd = uint128(bound(end, 1, MAX));
        order.buyStart = uint128(bound(start, order.buyEnd, MAX));
        order.duration = uint32(bound(duration, 1, type(uint32).max));
        uint256 late = bound(first, 0, order.duration);
        uint256 early = bound(second, 0, late);
        uint256 wanted = order.wantedUp(late);
        assertLe(wanted, order.wantedUp(early));
        assertGe(wanted, order.buyEnd);
        assertLe(order.wantedUp(early), order.buyStart);
        // Never below the exact line: wanted * duration >= buyStart * duration - fall * late.
        uint256 fall = uint256(order.buyStart - order.buyEnd) * late;
        assertGe(wanted * order.duration + fall, uint256(order.buyStart) * order.duration);
        assertLt((wanted - 1) * order.duration + fall, uint256(order.buyStart) * order.duration);
    }

    function testFuzz_mulDivUpIsTheLeastThatCovers(uint128 a, uint128 b, uint128 divisor) public pure {
        uint256 d = bound(divisor, 1, MAX);
        uint256 result = OrderLib.mulDivUp(a, b, d);
        uint256 product = uint256(a) * b;
        assertEq(result, product / d + (product % d == 0 ? 0 : 1));
    }

    function test_mulDivUpHoldsAtItsEnds() public pure {
        assertEq(OrderLib.mulDivUp(0, 5, 3), 0);
        assertEq(OrderLib.mulDivUp(1, 1, MAX), 1);
        assertEq(OrderLib.mulDivUp(MAX, MAX, 1), MAX * MAX);
        assertEq(OrderLib.mulDivUp(MAX, MAX, MAX), MAX);
    }

    // --- fee and surplus

    function testFuzz_aSurplusIsSharedToTheLastUnit(uint128 a, uint128 b, uint16 feeBps) public pure {
        (uint256 least, uint256 most) = a < b ? (a, b) : (b, a);
        uint256 bps = bound(feeBps, 0, 100);
        (uint256 fee, uint256 tip, uint256 askProceeds, uint256 bidCost) = OrderLib.share(least, most, bps);
        assertEq(bidCost, askProceeds + fee + tip, "what is paid is what is got");
        assertGe(askProceeds, least, "the seller gets what it asked");
        assertLe(bidCost, most, "the buyer gives at most what it offered");
        uint256 surplus = most - least;
        uint256 full = (least * bps) / 10_000;
        assertEq(fee, full < surplus ? full : surplus);
        assertLe(tip * 10, surplus - fee);
        uint256 sellers = askProceeds - least;
        uint256 buyers = most - bidCost;
        assertTrue(buyers == sellers || buyers == sellers + 1, "halves, an odd unit for the buyer");
    }

    // --- state

    function testFuzz_whatIsPackedIsUnpacked(uint128 filled, uint32 window, uint32 other) public pure {
        uint256 word = OrderLib.pack(filled, window);
        OrderState memory state = OrderLib.unpack(word);
        assertEq(state.filled, filled);
        assertEq(state.window, window);
        assertFalse(state.cancelled);
        assertTrue(OrderLib.unpack(word | OrderLib.CANCELLED).cancelled);
        assertEq(OrderLib.unpack(word | OrderLib.CANCELLED).filled, filled);
        assertEq(OrderLib.soldIn(word, window), filled);
        if (other != window) assertEq(OrderLib.soldIn(word, other), 0);
    }

    // --- reading and hashing

    function testFuzz_anOrderIsReadAsItWasSent(Order memory order) public view {
        assertEq(keccak256(abi.encode(_reader.read(order))), keccak256(abi.encode(order)));
        assertEq(order.hash(), keccak256(abi.encode(OrderLib.TYPEHASH, order)));
    }

    function test_aWordThatExceedsItsTypeIsRefused() public view {
        uint8[WORDS] memory bits = [160, 160, 160, 160, 128, 128, 128, 40, 32, 32, 16, 8, 64, 255];
        for (uint256 i = 0; i < WORDS; ++i) {
            bytes memory data = abi.encodeCall(OrderReader.read, (_standing()));
            uint256 excess = uint256(1) << bits[i];
            assembly ("memory-safe") {
                let word := add(add(data, 0x24), mul(i, 0x20))
                mstore(word, or(mload(word), excess))
            }
            (bool success, ) = address(_reader).staticcall(data);
            // Any word is a salt.
            assertEq(success, i == WORDS - 1);
            assembly ("memory-safe") {
                let word := add(add(data, 0x24), mul(i, 0x20))
                mstore(word, or(sub(excess, 1), excess))
                if lt(i, 13) {
                    mstore(word, sub(excess, 1))
                }
            }
            (success, ) = address(_reader).staticcall(data);
            assertTrue(success, "the greatest of the type is fine");
        }
    }

    function _window(Order memory order, uint256 time, uint256 window, uint256 opensAt, bool open) private pure {
        (uint256 actualWindow, uint256 actualOpensAt, bool actualOpen) = order.windowAt(time);
        assertEq(actualWindow, window);
        assertEq(actualOpensAt, opensAt);
        assertEq(actualOpen, open);
    }

    function _limit() private pure returns (Order memory order) {
        order.sellAmount = 1000;
        (order.buyStart, order.buyEnd) = (500, 500);
        (order.start, order.duration, order.count) = (1_760_000_000, 30 days, 1);
        order.money = IERC20(address(1));
    }

    /// @dev Open for a day, three times, a week apart.
    function _standing() private pure returns (Order memory order) {
        order = _limit();
        (order.duration, order.interval, order.count) = (1 days, 7 days, 3);
    }
}
