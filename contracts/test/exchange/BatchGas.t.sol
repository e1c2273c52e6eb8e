// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {FillRequest, IExchange} from "../../src/interfaces/exchange/IExchange.sol";
import {vm} from "../shared/Test.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

/// @notice How much gas a batch says that it needs for an order, and that it had less.
contract BatchGasTest is ExchangeBase {
    uint256 private constant GIVEN = 1_000_000;
    uint256 private constant GAS_EACH = 2_000_000;

    function setUp() public {
        _deployExchange();
    }

    function test_aBatchWithTooLittleGasSaysWhatItHadAndWhatAnOrderNeeds() public {
        FillRequest[] memory requests = new FillRequest[](1);
        requests[0] = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT);
        bytes memory data = abi.encodeCall(exchange.fillBatch, (requests, GAS_EACH));
        vm.prank(cleo);
        (bool success, bytes memory reason) = address(exchange).call{gas: GIVEN}(data);
        assertFalse(success);
        assertEq(bytes32(bytes4(reason)), bytes32(IExchange.ExchangeBatchGas.selector));
        assertEq(reason.length, 68);
        uint256 available;
        uint256 needed;
        assembly ("memory-safe") {
            available := mload(add(reason, 0x24))
            needed := mload(add(reason, 0x44))
        }
        // The share of the order, and what the way to it costs; the 64th that the caller keeps is not available.
        assertEq(needed, GAS_EACH + 1_000);
        assertLe(available, GIVEN - GIVEN / 64);
        assertGt(available, GIVEN / 2);
    }
}
