// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {IAssetRegistry} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {Rules} from "../../src/interfaces/assets/IComplianceModule.sol";
import {Attestation} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {Test, vm} from "../shared/Test.sol";
import {AssetsBase} from "./AssetsBase.sol";

/// @notice Random life of one asset: six people (two of them accounts of one identity, one unknown at first), some of whom
/// lose their accounts, a desk, a court and the passing of time. Never reverts; counts what really succeeded and remembers what should not have been.
/// What hinders (freezing, revoking, pausing, strict rules) is rarer than what lets shares move.
contract AssetHandler is AssetsBase {
    AssetToken public immutable token;
    address[] public people;

    mapping(bytes4 handler => uint256) public succeeded;
    bool public grewWithoutRight;
    bool public forcedPastPersonRules;
    bool public answerWasWrong;
    bool public frozenLoweredWrongly;
    bool public movedWhilePaused;
    bool public recoveredWrongly;

    /// @dev More would only make the run longer.
    uint256 private constant MAX_LOST = 10;
    address[] private _lost;

    mapping(address => uint256) private _balanceBefore;
    mapping(address => bool) private _couldReceive;

    /// @dev T2 around every action: who may not receive beforehand has no more afterwards.
    modifier watched() {
        for (uint256 i = 0; i < people.length; ++i) {
            _balanceBefore[people[i]] = token.balanceOf(people[i]);
            _couldReceive[people[i]] = token.canReceive(people[i]);
        }
        _;
        for (uint256 i = 0; i < people.length; ++i) {
            if (!_couldReceive[people[i]] && token.balanceOf(people[i]) > _balanceBefore[people[i]]) {
                grewWithoutRight = true;
            }
        }
    }

    constructor() {
        _deployAssets();
        token = _active(_terms());
        people = [ada, ben, _link("ben", "ben-2"), cleo, makeAddr("dora"), stranger];
        _attest(people[4], FRANCE, 3);
        for (uint256 i = 1; i < 5; ++i) _give(token, people[i], 50 * UNIT);
    }

    function transfer(uint256 from, uint256 to, uint256 amount) external watched {
        (address sender, address receiver) = (_holder(from), _pick(to));
        amount = _part(amount, sender);
        _holderMoves(
            sender,
            receiver,
            amount,
            sender,
            abi.encodeCall(IERC20.transfer, (receiver, amount)),
            this.transfer.selector
        );
    }

    function transferFrom(uint256 from, uint256 to, uint256 spender, uint256 amount) external watched {
        (address sender, address receiver, address mover) = (_holder(from), _pick(to), _pick(spender));
        amount = _part(amount, sender);
        vm.prank(sender);
        token.approve(mover, amount);
        _holderMoves(
            sender,
            receiver,
            amount,
            mover,
            abi.encodeCall(IERC20.transferFrom, (sender, receiver, amount)),
            this.transferFrom.selector
        );
    }

    function forcedTransfer(uint256 from, uint256 to, uint256 amount) external watched {
        (address holder, address receiver) = (_holder(from), _pick(to));
        amount = _part(amount, holder);
        bool expected = token.canReceive(receiver) && holder != receiver;
        uint256 frozen = token.getFrozenTokens(holder);
        uint256 unfrozen = token.unfrozenBalanceOf(holder);
        uint256 supply = token.totalSupply();

        bool happened = _call(
            address(registry),
            abi.encodeCall(IAssetRegistry.forcedTransfer, (address(token), holder, receiver, amount))
        );
        if (happened != expected) forcedPastPersonRules = true;
        if (!happened) return;
        _checkLowered(holder, amount, frozen, unfrozen);
        if (token.totalSupply() != supply) frozenLoweredWrongly = true;
        if (amount != 0) ++succeeded[this.forcedTransfer.selector];
    }

    function burn(uint256 amount) external watched {
        address issuer = registry.issuerOf(address(token));
        amount = bound(amount, 0, token.balanceOf(issuer) / 20);
        uint256 frozen = token.getFrozenTokens(issuer);
        uint256 unfrozen = token.unfrozenBalanceOf(issuer);
        bool expected = token.canSend(issuer);
        vm.prank(issuer);
        bool happened = _call(
            address(registry),
            abi.encodeCall(IAssetRegistry.burn, (address(token), amount))
        );
        if (happened != expected) answerWasWrong = true;
        if (!happened) return;
        _checkLowered(issuer, amount, frozen, unfrozen);
        if (amount != 0) ++succeeded[this.burn.selector];
    }

    /// @dev A court burns what anybody holds: frozen, revoked, retired, paused.
    function forcedBurn(uint256 from, uint256 amount) external watched {
        address holder = _holder(from);
        amount = bound(amount, 0, token.balanceOf(holder) / 10);
        uint256 frozen = token.getFrozenTokens(holder);
        uint256 unfrozen = token.unfrozenBalanceOf(holder);
        uint256 supply = token.totalSupply();
        registry.forcedBurn(address(token), holder, amount);
        _checkLowered(holder, amount, frozen, unfrozen);
        if (token.totalSupply() != supply - amount) frozenLoweredWrongly = true;
        if (amount != 0) ++succeeded[this.forcedBurn.selector];
    }

    function lose(uint256 who, uint256 chance) external watched {
        address account = _pick(who);
        if (chance % 3 != 0 || _lost.length == MAX_LOST) return;
        if (identities.identityOf(account) == 0 || identities.standingOf(account).retired) return;
        people.push(_recover(account, string.concat("successor ", vm.toString(_lost.length))));
        _lost.push(account);
        if (account == registry.issuerOf(address(token))) registry.succeedIssuer(address(token));
        ++succeeded[this.lose.selector];
    }

    function recoverShares(uint256 which) external watched {
        if (_lost.length == 0) return;
        address lost = _lostHolder(which);
        address successor = identities.successorOf(lost);
        bool expected = token.canReceive(successor);
        uint256 supply = token.totalSupply();
        uint256 balance = token.balanceOf(lost);
        uint256 balances = balance + token.balanceOf(successor);
        uint256 frozen = token.getFrozenTokens(lost) + token.getFrozenTokens(successor);

        bool happened = _call(address(token), abi.encodeCall(token.recover, (lost)));
        if (happened != expected) recoveredWrongly = true;
        if (!happened) return;
        if (token.totalSupply() != supply || token.balanceOf(lost) != 0) recoveredWrongly = true;
        if (token.balanceOf(successor) != balances) recoveredWrongly = true;
        if (token.getFrozenTokens(lost) != 0) recoveredWrongly = true;
        if (token.getFrozenTokens(successor) != frozen) recoveredWrongly = true;
        if (identities.identityOf(lost) != identities.identityOf(successor)) recoveredWrongly = true;
        if (balance != 0) ++succeeded[this.recoverShares.selector];
    }

    function freezeTokens(uint256 who, uint256 amount) external watched {
        address account = _pick(who);
        registry.setFrozenTokens(address(token), account, amount % 2 == 0 ? 0 : bound(amount, 0, 60 * UNIT));
        ++succeeded[this.freezeTokens.selector];
    }

    function pause(uint256 chance) external watched {
        if (chance % 6 != 0 || token.pausedUntil() > vm.getBlockTimestamp()) return;
        registry.pause(address(token));
        ++succeeded[this.pause.selector];
    }

    function unpause() external watched {
        registry.unpause(address(token));
        ++succeeded[this.unpause.selector];
    }

    function pass(uint256 time) external watched {
        skip(bound(time, 1, 20 days));
        ++succeeded[this.pass.selector];
    }

    function attest(uint256 who, uint256 country, uint256 tier, uint256 validity) external watched {
        address account = _pick(who);
        Attestation memory attestation = _person(account);
        if (identities.standingOf(account).retired) return;
        bytes32 known = identities.identityOf(account);
        if (known != 0) attestation.identity = known;
        attestation.country = country % 8 == 0 ? IRAN : GERMANY;
        attestation.tier = uint8(bound(tier, 1, 3));
        attestation.validUntil = uint48(vm.getBlockTimestamp() + bound(validity, 30 days, 400 days));
        _submit(attestation);
        ++succeeded[this.attest.selector];
    }

    function freezePerson(uint256 who, uint256 chance) external watched {
        address account = _pick(who);
        if (chance % 6 != 0 || identities.identityOf(account) == 0) return;
        identities.freeze(account);
        ++succeeded[this.freezePerson.selector];
    }

    function unfreezePerson(uint256 who) external watched {
        address account = _pick(who);
        if (identities.identityOf(account) == 0) return;
        identities.unfreeze(account);
        ++succeeded[this.unfreezePerson.selector];
    }

    function revokePerson(uint256 who, uint256 chance) external watched {
        address account = _pick(who);
        if (chance % 6 != 0 || identities.identityOf(account) == 0) return;
        identities.revoke(account);
        ++succeeded[this.revokePerson.selector];
    }

    function setRules(uint256 minTier, uint256 maxHolders, uint256 lock, uint256 cap) external watched {
        rulebook.setRules(
            address(token),
            Rules({
                minTier: minTier % 4 == 0 ? 2 : 1,
                maxHolders: maxHolders % 3 == 0 ? uint32(maxHolders % 7) : 0,
                lockedUntil: lock % 6 == 0 ? uint48(vm.getBlockTimestamp() + bound(lock, 1, 10 days)) : 0,
                capPerIdentity: cap % 3 == 0 ? uint128(bound(cap, UNIT, 400 * UNIT)) : 0
            })
        );
        ++succeeded[this.setRules.selector];
    }

    function blockIran(bool blocked) external watched {
        if (blocked) rulebook.blockCountry(address(token), IRAN);
        else rulebook.unblockCountry(address(token), IRAN);
        ++succeeded[this.blockIran.selector];
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](17);
        selectors[0] = this.transfer.selector;
        selectors[1] = this.transferFrom.selector;
        selectors[2] = this.forcedTransfer.selector;
        selectors[3] = this.burn.selector;
        selectors[4] = this.freezeTokens.selector;
        selectors[5] = this.pause.selector;
        selectors[6] = this.unpause.selector;
        selectors[7] = this.pass.selector;
        selectors[8] = this.attest.selector;
        selectors[9] = this.freezePerson.selector;
        selectors[10] = this.unfreezePerson.selector;
        selectors[11] = this.revokePerson.selector;
        selectors[12] = this.setRules.selector;
        selectors[13] = this.blockIran.selector;
        selectors[14] = this.forcedBurn.selector;
        selectors[15] = this.lose.selector;
        selectors[16] = this.recoverShares.selector;
    }

    function peopleCount() external view returns (uint256) {
        return people.length;
    }

    /// @dev T3, T4, T6: what `canTransfer` says is what happens, and while paused it says no.
    function _holderMoves(
        address from,
        address to,
        uint256 amount,
        address mover,
        bytes memory data,
        bytes4 handler
    ) private {
        bool expected = token.canTransfer(from, to, amount);
        bool paused = token.pausedUntil() > vm.getBlockTimestamp();
        vm.prank(mover);
        bool happened = _call(address(token), data);
        if (happened != expected) answerWasWrong = true;
        if (happened && paused) movedWhilePaused = true;
        if (happened && amount != 0 && from != to) ++succeeded[handler];
    }

    function _checkLowered(address account, uint256 amount, uint256 frozen, uint256 unfrozen) private {
        uint256 lowered = amount > unfrozen ? amount - unfrozen : 0;
        if (token.getFrozenTokens(account) != frozen - lowered) frozenLoweredWrongly = true;
    }

    function _call(address target, bytes memory data) private returns (bool happened) {
        (happened, ) = target.call(data);
    }

    function _pick(uint256 seed) private view returns (address) {
        return people[seed % people.length];
    }

    /// @dev Somebody who has shares, if anybody has.
    function _holder(uint256 seed) private view returns (address account) {
        for (uint256 i = 0; i < people.length; ++i) {
            account = people[(seed % people.length + i) % people.length];
            if (token.balanceOf(account) != 0) return account;
        }
    }

    /// @dev A lost account that still has shares, if any has.
    function _lostHolder(uint256 seed) private view returns (address account) {
        for (uint256 i = 0; i < _lost.length; ++i) {
            account = _lost[(seed % _lost.length + i) % _lost.length];
            if (token.balanceOf(account) != 0) return account;
        }
    }

    /// @dev Often everything, so that holders leave.
    function _part(uint256 seed, address account) private view returns (uint256) {
        uint256 balance = token.balanceOf(account);
        return seed % 5 == 0 ? balance : bound(seed, 0, balance);
    }
}

contract AssetInvariants is Test {
    AssetHandler private _handler;
    AssetToken private _token;

    function setUp() public {
        _handler = new AssetHandler();
        _token = _handler.token();
        targetContract(address(_handler));
        targetSelector(address(_handler), _handler.actions());
    }

    function invariant_T1_balancesAddUpToTheSupply() public view {
        uint256 sum;
        for (uint256 i = 0; i < _handler.peopleCount(); ++i) sum += _token.balanceOf(_handler.people(i));
        assertEq(sum, _token.totalSupply());
    }

    function invariant_T2_whoMayNotReceiveNeverHasMore() public view {
        assertFalse(_handler.grewWithoutRight());
    }

    function invariant_T3_onlyACourtPassesTheRulesAndOnlyToWhoMayHold() public view {
        assertFalse(_handler.answerWasWrong());
        assertFalse(_handler.forcedPastPersonRules());
    }

    function invariant_T4_canTransferIsWhatHappens() public view {
        assertFalse(_handler.answerWasWrong());
    }

    function invariant_T5_enforcementConservesSupplyAndLowersFrozenExactly() public view {
        assertFalse(_handler.frozenLoweredWrongly());
    }

    function invariant_T5_recoveryConservesSupplyFrozenAndIdentity() public view {
        assertFalse(_handler.recoveredWrongly());
    }

    function invariant_T6_nothingMovesBetweenHoldersWhilePaused() public view {
        assertFalse(_handler.movedWhilePaused());
    }

    function invariant_T7_holdersAreTheAccountsWithABalance() public view {
        uint256 count;
        for (uint256 i = 0; i < _handler.peopleCount(); ++i) {
            if (_token.balanceOf(_handler.people(i)) != 0) ++count;
        }
        assertEq(_token.holders(), count);
    }

    /// @dev A handler that never succeeds would make the invariants above say nothing.
    function test_everyActionSucceedsInALongLife() public {
        bytes4[] memory actions = _handler.actions();
        for (uint256 step = 0; step < 1000; ++step) {
            uint256 seed = uint256(keccak256(abi.encode(step)));
            bytes memory arguments = abi.encode(seed >> 200, seed >> 128, seed >> 64, seed);
            bytes4 action = actions[seed % actions.length];
            if (action == _handler.blockIran.selector) arguments = abi.encode(seed & (1 << 100) != 0);
            (bool ran, ) = address(_handler).call(bytes.concat(action, arguments));
            assertTrue(ran);
        }
        for (uint256 i = 0; i < actions.length; ++i) {
            assertGt(_handler.succeeded(actions[i]), 4, vm.toString(i));
        }
        invariant_T1_balancesAddUpToTheSupply();
        invariant_T2_whoMayNotReceiveNeverHasMore();
        invariant_T3_onlyACourtPassesTheRulesAndOnlyToWhoMayHold();
        invariant_T5_enforcementConservesSupplyAndLowersFrozenExactly();
        invariant_T5_recoveryConservesSupplyFrozenAndIdentity();
        invariant_T6_nothingMovesBetweenHoldersWhilePaused();
        invariant_T7_holdersAreTheAccountsWithABalance();
    }
}
