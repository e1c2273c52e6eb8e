// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {FillRequest, IExchange, Order} from "../../src/interfaces/exchange/IExchange.sol";
import {vm} from "../shared/Test.sol";
import {BombMoney} from "./BombMoney.sol";
import {ExchangeBase} from "./ExchangeBase.sol";
import {HostileWallet} from "./HostileWallet.sol";

/// @notice Several orders at once, of which one bad one spoils nothing.
contract BatchTest is ExchangeBase {
    uint256 private constant GAS_EACH = 300_000;

    function setUp() public {
        _deployExchange();
    }

    function test_aBatchFillsWhatCanBeFilled() public {
        FillRequest[] memory requests = new FillRequest[](3);
        requests[0] = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), 40 * UNIT);
        requests[1] = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), 61 * UNIT);
        requests[2] = _request(_bid(ada, 2_500 * DOLLAR, 100 * UNIT), 1_000 * DOLLAR);

        bytes32 orderHash = _orderHash(requests[1].order);
        bytes memory reason = abi.encodeWithSelector(
            IExchange.ExchangeAmountTooLarge.selector,
            orderHash,
            61 * UNIT,
            60 * UNIT
        );
        vm.expectEmit(address(exchange));
        emit IExchange.BatchFillFailed(orderHash, _first64(reason));
        vm.prank(cleo);
        bool[] memory filled = exchange.fillBatch(requests, GAS_EACH);
        assertTrue(filled[0]);
        assertFalse(filled[1]);
        assertTrue(filled[2]);
        assertEq(token.balanceOf(cleo), 200 * UNIT);
        assertEq(_filledOf(requests[0].order), 40 * UNIT);
    }

    function test_anEmptyBatchFillsNothing() public {
        assertEq(exchange.fillBatch(new FillRequest[](0), GAS_EACH).length, 0);
    }

    function test_aShortReasonIsToldAsItIs() public {
        FillRequest[] memory requests = new FillRequest[](1);
        requests[0] = _request(_ask(cleo, 100 * UNIT, 2_500 * DOLLAR), UNIT);
        bytes memory reason = abi.encodeWithSelector(IExchange.ExchangeSelfTrade.selector, cleo);
        vm.expectEmit(address(exchange));
        emit IExchange.BatchFillFailed(_orderHash(requests[0].order), reason);
        vm.prank(cleo);
        exchange.fillBatch(requests, GAS_EACH);
    }

    function test_theGasOfAnOrderIsBoundedBothWays() public {
        FillRequest[] memory requests = new FillRequest[](0);
        uint256[2] memory refused = [uint256(99_999), 2_000_001];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeInvalidAmount.selector, refused[i]));
            exchange.fillBatch(requests, refused[i]);
        }
        exchange.fillBatch(requests, 100_000);
        exchange.fillBatch(requests, 2_000_000);
    }

    function test_onlyTheExchangeFillsForAnother() public {
        FillRequest memory request = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeOnlySelf.selector, cleo));
        exchange.fillFor(ada, request);
    }

    function test_hurt_returnDataBombsInBatches() public {
        HostileWallet wallet = new HostileWallet();
        BombMoney money = new BombMoney();
        money.mint(address(this), 1);
        money.approve(address(exchange), 1);
        exchange.listMoney(money, 1);
        money.mint(cleo, 1_000 * DOLLAR);
        vm.prank(cleo);
        money.approve(address(exchange), type(uint256).max);
        money.setLength(200_000);

        FillRequest[] memory requests = new FillRequest[](4);
        for (uint256 i = 0; i < 2; ++i) {
            requests[i].order = _ask(address(wallet), 100 * UNIT, 2_500 * DOLLAR);
            requests[i].order.salt = i;
            requests[i].sellAmount = uint128(UNIT);
            requests[i].maxGive = type(uint256).max;
        }
        Order memory bomb = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        bomb.money = money;
        requests[2] = _request(bomb, UNIT);
        requests[3] = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT);

        HostileWallet.Answer[2] memory answers = [HostileWallet.Answer.Bomb, HostileWallet.Answer.RevertBomb];
        for (uint256 i = 0; i < 2; ++i) {
            wallet.set(answers[i]);
            uint256 before = gasleft();
            vm.prank(cleo);
            bool[] memory filled = exchange.fillBatch(requests, GAS_EACH);
            uint256 used = before - gasleft();
            for (uint256 j = 0; j < 3; ++j) assertFalse(filled[j]);
            assertTrue(filled[3]);
            assertLt(used, 4 * GAS_EACH, "no bomb costs more than its order's share");
        }
    }

    function test_hurt_aMakerThatBurnsGasBurnsOnlyItsShare() public {
        HostileWallet wallet = new HostileWallet();
        wallet.set(HostileWallet.Answer.BurnGas);
        FillRequest[] memory requests = new FillRequest[](2);
        requests[0].order = _ask(address(wallet), 100 * UNIT, 2_500 * DOLLAR);
        requests[0].sellAmount = uint128(UNIT);
        requests[1] = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT);
        uint256 before = gasleft();
        vm.prank(cleo);
        bool[] memory filled = exchange.fillBatch(requests, GAS_EACH);
        assertFalse(filled[0]);
        assertTrue(filled[1]);
        assertLt(before - gasleft(), 2 * GAS_EACH);
    }

    /// @dev Who sends a batch for another with little gas makes it fail as a whole, never a good order in it.
    function testFuzz_hurt_tooLittleGasNeverFailsAGoodOrder(uint256 gasLimit) public {
        FillRequest[] memory requests = new FillRequest[](2);
        requests[0] = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT);
        requests[1] = _request(_ask(ada, 100 * UNIT, 2_500 * DOLLAR), UNIT);
        bytes memory data = abi.encodeCall(exchange.fillBatch, (requests, GAS_EACH));
        vm.prank(cleo);
        (bool success, bytes memory result) = address(exchange).call{gas: bound(gasLimit, 60_000, 900_000)}(data);
        if (!success) return;
        bool[] memory filled = abi.decode(result, (bool[]));
        assertTrue(filled[0]);
        assertTrue(filled[1]);
    }

    function test_aBatchThatCannotGiveAnOrderItsShareFails() public {
        FillRequest[] memory requests = new FillRequest[](1);
        requests[0] = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT);
        vm.prank(cleo);
        vm.expectPartialRevert(IExchange.ExchangeBatchGas.selector);
        exchange.fillBatch{gas: 1_000_000}(requests, 2_000_000);
    }

    function _first64(bytes memory data) private pure returns (bytes memory cut) {
        cut = new bytes(64);
        for (uint256 i = 0; i < 64; ++i) cut[i] = data[i];
    }
}
