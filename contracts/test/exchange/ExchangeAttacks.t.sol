// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Exchange} from "../../src/exchange/Exchange.sol";
import {IAssetToken, IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {FillRequest, IExchange, Order, OrderState} from "../../src/interfaces/exchange/IExchange.sol";
import {FeeToken} from "../shared/FeeToken.sol";
import {Wallet1271} from "../shared/Wallet1271.sol";
import {vm} from "../shared/Test.sol";
import {HookedToken} from "../staking/HookedToken.sol";
import {BombMoney} from "./BombMoney.sol";
import {ExchangeBase} from "./ExchangeBase.sol";

/// @notice A smart account that does what it is told in the middle of anything.
contract Puppet is Wallet1271 {
    constructor(address owner) Wallet1271(owner) {}

    function act(address target, bytes calldata data) external {
        (bool success, bytes memory reason) = target.call(data);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(reason, 0x20), mload(reason))
            }
        }
    }
}

/// @notice Ways in which others were hurt, and what an exchange of regulated shares must never let pass.
contract ExchangeAttacksTest is ExchangeBase {
    HookedToken private _hooked;

    function setUp() public {
        _deployExchange();
        _hooked = new HookedToken();
        _hooked.mint(address(this), 1);
        _hooked.approve(address(exchange), 1);
        exchange.listMoney(_hooked, 1);
        for (uint256 i = 0; i < 2; ++i) {
            address account = i == 0 ? ben : cleo;
            _hooked.mint(account, 1_000_000 * DOLLAR);
            vm.prank(account);
            _hooked.approve(address(exchange), type(uint256).max);
        }
    }

    // --- signatures

    function test_hurt_replayOnAnotherChain() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        FillRequest memory request = _request(ask, UNIT);
        vm.chainId(block.chainid + 1);
        _refuse(cleo, request, abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, ben));
    }

    function test_hurt_replayOnAnotherExchange() public {
        FillRequest memory request = _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT);
        Exchange second = new Exchange(registry, address(manager), treasurer, FEE_BPS);
        dollar.approve(address(second), 1);
        second.listMoney(dollar, 1);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, ben));
        second.fill(request);
    }

    function test_hurt_replayOnAnotherAccountOfTheSameOwner() public {
        (Wallet1271 first, Wallet1271 second) = (new Wallet1271(cleo), new Wallet1271(cleo));
        Order memory ask = _ask(address(first), 10 * UNIT, 250 * DOLLAR);
        keys[address(first)] = keys[cleo];
        FillRequest memory request = _request(ask, UNIT);
        request.order.maker = address(second);
        _refuse(ben, request, abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, address(second)));
    }

    function test_hurt_malleableSignatures() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        FillRequest memory request = _request(ask, UNIT);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(keys[ben], _orderHash(ask));
        bytes memory refusal = abi.encodeWithSelector(IExchange.ExchangeInvalidSignature.selector, ben);
        request.signature = abi.encodePacked(r, bytes32(SECP256K1_N - uint256(s)), v == 27 ? uint8(28) : uint8(27));
        _refuse(cleo, request, refusal);
        // Short (ERC-2098) and padded forms are other bytes of the same signature.
        request.signature = abi.encodePacked(r, bytes32(uint256(s) | (uint256(v - 27) << 255)));
        _refuse(cleo, request, refusal);
        request.signature = abi.encodePacked(r, s, v, uint8(0));
        _refuse(cleo, request, refusal);
        // Nothing hangs on a signature's bytes anyway: what is filled is counted by the order.
        request.signature = abi.encodePacked(r, s, v);
        vm.prank(cleo);
        exchange.fill(request);
    }

    function test_hurt_theEpochOfTheWrongOwner() public {
        vm.prank(cleo);
        exchange.cancelAll();
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _fill(cleo, ask, UNIT);
        vm.prank(ben);
        exchange.cancelAll();
        ask.epoch = exchange.epochOf(cleo);
        _fill(cleo, ask, UNIT);
        assertEq(exchange.epochOf(cleo), 1);
    }

    // --- reentrancy

    function test_hurt_reentrancyThroughMoney() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.money = _hooked;
        FillRequest[] memory again = new FillRequest[](1);
        again[0] = _request(ask, UNIT);
        Order memory bid = _bid(cleo, 2_700 * DOLLAR, 100 * UNIT);
        bytes[4] memory calls = [
            abi.encodeCall(exchange.fill, (again[0])),
            abi.encodeCall(exchange.fillBatch, (again, 300_000)),
            abi.encodeCall(exchange.matchOrders, (ask, "", bid, "", UNIT)),
            abi.encodeCall(exchange.fillWithPermit, (again[0], 1, 1, 27, 0, 0))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            _hooked.arm(address(exchange), calls[i]);
            _fill(cleo, ask, UNIT);
            assertFalse(_hooked.succeeded());
            assertEq(
                bytes32(_hooked.result()),
                bytes32(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
            );
            assertEq(_filledOf(ask), (i + 1) * UNIT);
        }
    }

    function test_hurt_readOnlyReentrancy_viewsShowTheOrderAsItIsAfterTheTrade() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.money = _hooked;
        _hooked.arm(address(exchange), abi.encodeCall(exchange.orderStateOf, (_orderHash(ask))));
        _fill(cleo, ask, 40 * UNIT);
        OrderState memory state = abi.decode(_hooked.result(), (OrderState));
        assertEq(state.filled, 40 * UNIT);
    }

    function test_hurt_cancelRacingFill() public {
        Puppet puppet = new Puppet(ben);
        keys[address(puppet)] = keys[ben];
        _attest(address(puppet));
        _give(token, address(puppet), 100 * UNIT);
        _equip(address(puppet));
        Order memory ask = _ask(address(puppet), 100 * UNIT, 2_500 * DOLLAR);
        ask.money = _hooked;
        // In the middle of its first fill the maker cancels: that fill stands, and nothing after it.
        bytes memory cancelling = abi.encodeCall(exchange.cancel, (ask));
        _hooked.arm(address(puppet), abi.encodeCall(Puppet.act, (address(exchange), cancelling)));
        _fill(cleo, ask, 40 * UNIT);
        assertTrue(_hooked.succeeded());
        OrderState memory state = exchange.orderStateOf(_orderHash(ask));
        assertTrue(state.cancelled);
        assertEq(state.filled, 40 * UNIT);
        assertEq(token.balanceOf(cleo), 240 * UNIT);
        FillRequest memory request = _request(ask, UNIT);
        _refuse(cleo, request, abi.encodeWithSelector(IExchange.ExchangeOrderCancelled.selector, _orderHash(ask)));
    }

    // --- both legs or none

    function test_O2_withoutMoneyNoShares() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        vm.prank(cleo);
        dollar.transfer(ada, 999_990 * DOLLAR);
        FillRequest memory request = _request(ask, UNIT);
        vm.prank(cleo);
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientBalance.selector);
        exchange.fill(request);
        _assertUntouched(ask);

        // Enough for the price, not for the fee.
        vm.prank(ada);
        dollar.transfer(cleo, 15 * DOLLAR);
        vm.prank(cleo);
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientBalance.selector);
        exchange.fill(request);
        _assertUntouched(ask);
    }

    function test_O2_withoutSharesNoMoney() public {
        Order memory ask = _ask(ben, 300 * UNIT, 2_500 * DOLLAR);
        FillRequest memory request = _request(ask, 201 * UNIT);
        vm.prank(cleo);
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientBalance.selector);
        exchange.fill(request);
        assertEq(dollar.balanceOf(ben), 1_000_000 * DOLLAR);
        vm.prank(ben);
        token.approve(address(exchange), 0);
        request = _request(ask, UNIT);
        vm.prank(cleo);
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientAllowance.selector);
        exchange.fill(request);
        _assertUntouched(ask);
    }

    function test_O2_moneyThatTurnedBadStopsTheWholeTrade() public {
        BombMoney money = new BombMoney();
        money.mint(address(this), 1);
        money.approve(address(exchange), 1);
        exchange.listMoney(money, 1);
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.money = money;
        money.setLength(4);
        FillRequest memory request = _request(ask, UNIT);
        vm.prank(cleo);
        vm.expectRevert();
        exchange.fill(request);
        _assertUntouched(ask);
    }

    /// @dev The warning of the interface: the exchange takes nothing into custody and does not count what arrives.
    function test_moneyThatStartsToTakeAFeeIsTheDesksToDelist() public {
        FeeToken money = new FeeToken();
        money.mint(address(this), 1);
        money.approve(address(exchange), 1);
        exchange.listMoney(money, 1);
        money.mint(cleo, 10_000 * DOLLAR);
        vm.prank(cleo);
        money.approve(address(exchange), type(uint256).max);
        money.setFee(FeeToken.Fee.FromArrival, address(0));
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.money = money;
        _fill(cleo, ask, 40 * UNIT);
        assertEq(money.balanceOf(ben), 1_000 * DOLLAR - 7);
        exchange.delistMoney(money);
        vm.expectRevert();
        this.fillAs(cleo, ask, UNIT);
    }

    // --- what may not move

    /// @dev Anyone can clone the implementation. The registry did not, so such a clone was never initialised.
    function test_hurt_aCloneThatTheRegistryDidNotMakeMovesNothing() public {
        IAssetToken bogus = IAssetToken(Clones.clone(registry.implementation()));
        assertEq(address(bogus).codehash, exchange.assetCodeHash());
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        ask.asset = address(bogus);
        FillRequest memory request = _request(ask, UNIT);
        vm.prank(ben);
        bogus.approve(address(exchange), type(uint256).max);
        _refuse(cleo, request, abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ben, 0, UNIT));
    }

    function test_compliance_bindsTheSellerOfAnAskAndTheTakerOfABid() public {
        identities.freeze(ben);
        bytes memory refusal = abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotSend.selector, ben);
        _refuse(cleo, _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT), refusal);
        _refuse(ben, _request(_bid(cleo, 2_500 * DOLLAR, 100 * UNIT), 25 * DOLLAR), refusal);
        _refuseMatch(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), _bid(cleo, 2_700 * DOLLAR, 100 * UNIT), refusal);
        identities.unfreeze(ben);
        identities.revoke(ben);
        _refuse(cleo, _request(_ask(ben, 100 * UNIT, 2_500 * DOLLAR), UNIT), refusal);
    }

    function test_compliance_bindsTheTakerOfAnAskAndTheBuyerOfABid() public {
        address dora = makeAddr("dora");
        keys[dora] = uint256(keccak256("dora"));
        _equip(dora);
        bytes memory refusal = abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, dora);
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        Order memory bid = _bid(dora, 2_700 * DOLLAR, 100 * UNIT);
        // Unknown, of a blocked country, expired.
        for (uint256 i = 0; i < 3; ++i) {
            if (i == 1) {
                rulebook.blockCountry(address(token), IRAN);
                _attest(dora, IRAN, 2);
            }
            if (i == 2) {
                rulebook.unblockCountry(address(token), IRAN);
                _fill(dora, ask, UNIT);
                skip(YEAR + 1);
                _attest(ben);
                _attest(cleo);
                (ask, bid) = (_ask(ben, 100 * UNIT, 2_500 * DOLLAR), _bid(dora, 2_700 * DOLLAR, 100 * UNIT));
            }
            _refuse(dora, _request(ask, UNIT), refusal);
            _refuse(cleo, _request(bid, 27 * DOLLAR), refusal);
            _refuseMatch(ask, bid, refusal);
        }
    }

    /// @dev The attester is silent for longer than a year: who holds can still sell to whoever may hold.
    function test_silence_expiryNeverStopsAnExit() public {
        skip(YEAR + 1);
        _attest(cleo);
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _fill(cleo, ask, UNIT);
        assertEq(token.balanceOf(cleo), 201 * UNIT);
    }

    function test_hurt_frozenSharesAreNotSold() public {
        registry.setFrozenTokens(address(token), ben, 150 * UNIT);
        Order memory ask = _ask(ben, 200 * UNIT, 5_000 * DOLLAR);
        _fill(cleo, ask, 50 * UNIT);
        _refuse(
            cleo,
            _request(ask, 1),
            abi.encodeWithSelector(
                IERC7943Fungible.ERC7943InsufficientUnfrozenBalance.selector,
                ben,
                1,
                0
            )
        );
    }

    function test_pausedAndMaturedAssetsDoNotTrade() public {
        Order memory ask = _ask(ben, 200 * UNIT, 5_000 * DOLLAR);
        registry.pause(address(token));
        _refuse(
            cleo,
            _request(ask, UNIT),
            abi.encodeWithSelector(IAssetToken.AssetTokenPaused.selector, token.pausedUntil())
        );
        registry.unpause(address(token));
        vm.prank(ada);
        registry.mature(address(token));
        _refuse(cleo, _request(ask, UNIT), abi.encodeWithSelector(IAssetToken.AssetTokenNotActive.selector));
    }

    function test_aLostAccountThatWasRecoveredSellsNothingMore() public {
        Order memory ask = _ask(ben, 100 * UNIT, 2_500 * DOLLAR);
        _recover(ben, "ben-new");
        _refuse(
            cleo,
            _request(ask, UNIT),
            abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotSend.selector, ben)
        );
        token.recover(ben);
        _refuse(
            cleo,
            _request(ask, UNIT),
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ben, 0, UNIT)
        );
    }

    // --- silence

    /// @dev Nobody needs a keeper: windows that nobody matched lapse, and whoever wants takes the next one.
    function test_silence_withoutAKeeperFor90DaysOrdersLapseAndAnyoneFillsTheNext() public {
        Order memory ask = _ask(ben, 10 * UNIT, 250 * DOLLAR);
        (ask.duration, ask.interval, ask.count) = (1 days, 7 days, 26);
        skip(91 days);
        _fill(cleo, ask, 10 * UNIT);
        OrderState memory state = exchange.orderStateOf(_orderHash(ask));
        assertEq(state.window, 13);
        assertEq(state.filled, 10 * UNIT);
        vm.prank(ben);
        exchange.cancel(ask);
    }

    function fillAs(address taker, Order memory order, uint256 amount) external {
        _fill(taker, order, amount);
    }

    function _assertUntouched(Order memory ask) private view {
        assertEq(_filledOf(ask), 0);
        assertEq(token.balanceOf(cleo), 200 * UNIT);
        assertEq(token.balanceOf(ben), 200 * UNIT);
        assertEq(dollar.balanceOf(ben), 1_000_000 * DOLLAR);
    }

    function _refuse(address taker, FillRequest memory request, bytes memory reason) private {
        vm.prank(taker);
        vm.expectRevert(reason);
        exchange.fill(request);
    }

    function _refuseMatch(Order memory ask, Order memory bid, bytes memory reason) private {
        (bytes memory askSignature, bytes memory bidSignature) = (_signed(ask), _signed(bid));
        vm.expectRevert(reason);
        exchange.matchOrders(ask, askSignature, bid, bidSignature, UNIT);
    }
}
