// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {OrderLib} from "../../src/exchange/OrderLib.sol";
import {Order, OrderState} from "../../src/interfaces/exchange/IExchange.sol";
import {Test} from "../shared/Test.sol";
import {OrderReader} from "./OrderLib.t.sol";

/// @notice Where what became of an order stands in its word, and how an order that is none is refused. Written out in
/// numbers, so that it cannot agree with itself.
contract OrderWordTest is Test {
    /// @dev As the compiler's own decoder: whoever looks for a reason finds none.
    function test_aWordThatExceedsItsTypeIsRefusedWithoutAReason() public {
        OrderReader reader = new OrderReader();
        Order memory order;
        bytes memory data = abi.encodeCall(OrderReader.read, (order));
        assembly ("memory-safe") {
            mstore(add(data, 0x24), shl(160, 1))
        }
        (bool success, bytes memory reason) = address(reader).staticcall(data);
        assertFalse(success);
        assertEq(reason.length, 0);
    }

    function test_filledWindowAndCancelledStandSideBySide() public pure {
        assertEq(OrderLib.pack(type(uint128).max, type(uint32).max), (1 << 160) - 1);
        assertEq(OrderLib.pack(1, 1), 1 | (1 << 128));
        OrderState memory state = OrderLib.unpack(1 << 160);
        assertTrue(state.cancelled);
        assertEq(state.filled, 0);
        assertEq(state.window, 0);
        assertFalse(OrderLib.unpack(type(uint256).max << 161).cancelled);
        assertFalse(OrderLib.unpack((1 << 160) - 1).cancelled);
        assertEq(OrderLib.CANCELLED, 1 << 160);
    }
}
