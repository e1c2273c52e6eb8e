// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AssetRedemption} from "../../src/assets/AssetRedemption.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {IAssetRedemption, Redemption} from "../../src/interfaces/assets/IAssetRedemption.sol";
import {AssetTerms} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {Attestation} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {Test, vm} from "../shared/Test.sol";
import {MoneyBase} from "./MoneyBase.sol";

/// @notice The last days of two matured assets that share one redemption contract: holders redeem, are frozen, revoked,
/// lost and taken from by a court. Never reverts.
contract RedemptionHandler is MoneyBase {
    uint256 private constant MAX_LOST = 6;

    AssetToken[] public assets;
    address[] private _people;
    address[] private _lost;

    mapping(AssetToken => mapping(address => uint256)) private _given;
    mapping(bytes4 handler => uint256) public succeeded;
    mapping(AssetToken => uint256) public paid;
    mapping(AssetToken => uint256) public returned;
    uint256 public donated;
    bool public answerWasWrong;
    bool public paidTheWrongAmount;
    bool public frozenSharesLeft;

    constructor() {
        _deployMoney();
        AssetTerms memory terms = _terms();
        for (uint256 i = 0; i < 2; ++i) {
            terms.salt = bytes32(i);
            AssetToken token = _active(terms);
            _give(token, ben, 300 * UNIT);
            _give(token, cleo, 200 * UNIT + 1);
            vm.startPrank(ada);
            registry.mature(address(token));
            // One of them is worth less than its shares have units.
            redemption.openRedemption(address(token), dollar, i == 0 ? 777 * DOLLAR + 1 : 13);
            vm.stopPrank();
            assets.push(token);
        }
        _people = [ada, ben, cleo];
    }

    function redeem(uint256 which, uint256 who, uint256 shares) external {
        AssetToken token = _asset(which);
        address holder = _holder(token, who);
        uint256 balance = token.balanceOf(holder);
        shares = shares % 4 == 0 ? balance + (shares % 5 == 0 ? 1 : 0) : bound(shares, 0, balance / 4);
        uint256 unfrozen = token.unfrozenBalanceOf(holder);
        bool expected = shares != 0 && shares <= unfrozen && token.canSend(holder) && !_isClosed(token);
        uint256 preview = redemption.previewRedeemDown(address(token), shares);
        uint256 frozen = token.getFrozenTokens(holder);
        uint256 before = dollar.balanceOf(holder);
        bool happened = _call(
            holder,
            abi.encodeCall(IAssetRedemption.redeem, (address(token), shares, preview))
        );
        if (happened != expected) answerWasWrong = true;
        if (!happened) return;
        uint256 amount = dollar.balanceOf(holder) - before;
        paid[token] += amount;
        if (amount != preview) paidTheWrongAmount = true;
        if (token.getFrozenTokens(holder) != frozen) frozenSharesLeft = true;
        ++succeeded[this.redeem.selector];
    }

    function freezeTokens(uint256 which, uint256 who, uint256 amount) external {
        registry.setFrozenTokens(
            address(_asset(which)),
            _person(who),
            amount % 2 == 0 ? 0 : bound(amount, 0, 400 * UNIT)
        );
        ++succeeded[this.freezeTokens.selector];
    }

    function bar(uint256 who, uint256 how) external {
        address account = _person(who);
        if (how % 4 == 0) identities.freeze(account);
        else if (how % 8 == 1) identities.revoke(account);
        else identities.unfreeze(account);
        ++succeeded[this.bar.selector];
    }

    function renew(uint256 who) external {
        address account = identities.successorOf(_person(who));
        Attestation memory renewal = _person(account);
        renewal.identity = identities.identityOf(account);
        _submit(renewal);
        ++succeeded[this.renew.selector];
    }

    function forcedTransfer(uint256 which, uint256 from, uint256 to, uint256 amount) external {
        AssetToken token = _asset(which);
        (address holder, address receiver) = (_holder(token, from), _person(to));
        if (holder == receiver || !token.canReceive(receiver)) return;
        amount = bound(amount, 0, token.balanceOf(holder) / 2);
        registry.forcedTransfer(address(token), holder, receiver, amount);
        if (amount != 0) ++succeeded[this.forcedTransfer.selector];
    }

    function forcedBurn(uint256 which, uint256 from, uint256 amount) external {
        AssetToken token = _asset(which);
        address holder = _holder(token, from);
        amount = amount % 5 == 0 ? token.balanceOf(holder) : bound(amount, 0, token.balanceOf(holder) / 2);
        registry.forcedBurn(address(token), holder, amount);
        if (amount != 0) ++succeeded[this.forcedBurn.selector];
    }

    function lose(uint256 which, uint256 who, uint256 chance) external {
        address account = _person(who);
        if (chance % 3 != 0 || _lost.length == MAX_LOST || identities.standingOf(account).retired) return;
        _people.push(_recover(account, string.concat("successor ", vm.toString(_lost.length))));
        _lost.push(account);
        AssetToken token = _asset(which);
        if (token.canReceive(identities.successorOf(account))) token.recover(account);
        ++succeeded[this.lose.selector];
    }

    function close(uint256 which) external {
        AssetToken token = _asset(which);
        bool expected = token.totalSupply() == 0 && !_isClosed(token);
        address issuer = identities.successorOf(ada);
        uint256 before = dollar.balanceOf(issuer);
        bool happened = _call(stranger, abi.encodeCall(IAssetRedemption.closeRedemption, (address(token))));
        if (happened != expected) answerWasWrong = true;
        if (!happened) return;
        returned[token] = dollar.balanceOf(issuer) - before;
        ++succeeded[this.close.selector];
    }

    function donate(uint256 amount) external {
        amount = bound(amount, 1, DOLLAR);
        dollar.transfer(address(redemption), amount);
        donated += amount;
        ++succeeded[this.donate.selector];
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](9);
        selectors[0] = this.redeem.selector;
        selectors[1] = this.freezeTokens.selector;
        selectors[2] = this.bar.selector;
        selectors[3] = this.renew.selector;
        selectors[4] = this.forcedTransfer.selector;
        selectors[5] = this.forcedBurn.selector;
        selectors[6] = this.lose.selector;
        selectors[7] = this.close.selector;
        selectors[8] = this.donate.selector;
    }

    function contractOf() external view returns (AssetRedemption) {
        return redemption;
    }

    function held() external view returns (uint256) {
        return dollar.balanceOf(address(redemption));
    }

    function _asset(uint256 seed) private view returns (AssetToken) {
        return assets[seed % 2];
    }

    function _person(uint256 seed) private view returns (address) {
        return _people[seed % _people.length];
    }

    /// @dev Somebody who has shares, if anybody has.
    function _holder(AssetToken token, uint256 seed) private view returns (address account) {
        for (uint256 i = 0; i < _people.length; ++i) {
            account = _people[(seed % _people.length + i) % _people.length];
            if (token.balanceOf(account) != 0) return account;
        }
    }

    function _isClosed(AssetToken token) private view returns (bool) {
        return redemption.redemptionOf(address(token)).closed;
    }

    function _call(address caller, bytes memory data) private returns (bool happened) {
        vm.prank(caller);
        (happened, ) = address(redemption).call(data);
    }
}

contract RedemptionInvariants is Test {
    RedemptionHandler private _handler;
    AssetRedemption private _redemption;

    function setUp() public {
        _handler = new RedemptionHandler();
        _redemption = _handler.contractOf();
        targetContract(address(_handler));
        targetSelector(address(_handler), _handler.actions());
    }

    function invariant_whatIsSaidIsWhatHappens() public view {
        assertFalse(_handler.answerWasWrong());
        assertFalse(_handler.paidTheWrongAmount());
        assertFalse(_handler.frozenSharesLeft());
    }

    function invariant_noRedemptionGivesOutMoreThanWasPaidIn() public view {
        for (uint256 i = 0; i < 2; ++i) {
            AssetToken token = _handler.assets(i);
            Redemption memory each = _redemption.redemptionOf(address(token));
            assertEq(each.paid, _handler.paid(token));
            assertLe(each.paid + _handler.returned(token), each.amount);
            if (each.closed) assertEq(each.paid + _handler.returned(token), each.amount);
            assertLe(each.redeemed + token.totalSupply(), each.supply);
        }
    }

    function invariant_V10_whatIsHeldCoversWhatTheSharesLeftCanClaim() public view {
        uint256 owed;
        for (uint256 i = 0; i < 2; ++i) {
            AssetToken token = _handler.assets(i);
            Redemption memory each = _redemption.redemptionOf(address(token));
            uint256 left = each.closed ? 0 : each.amount - each.paid;
            assertGe(left, (each.amount * token.totalSupply()) / each.supply);
            owed += left;
        }
        assertEq(_handler.held(), owed + _handler.donated());
    }

    /// @dev A handler that never succeeds would make the invariants above say nothing.
    function test_everyActionSucceedsInALongLife() public {
        bytes4[] memory actions = _handler.actions();
        for (uint256 step = 0; step < 400; ++step) {
            uint256 seed = uint256(keccak256(abi.encode(step)));
            bytes4 action = actions[seed % actions.length];
            bytes memory arguments = abi.encode(seed >> 200, seed >> 128, seed >> 64, seed);
            (bool ran, ) = address(_handler).call(bytes.concat(action, arguments));
            assertTrue(ran);
        }
        for (uint256 i = 0; i < actions.length; ++i) {
            // Two assets are closed twice at most.
            uint256 enough = actions[i] == _handler.close.selector ? 1 : 5;
            assertGe(_handler.succeeded(actions[i]), enough, vm.toString(i));
        }
        invariant_whatIsSaidIsWhatHappens();
        invariant_noRedemptionGivesOutMoreThanWasPaidIn();
        invariant_V10_whatIsHeldCoversWhatTheSharesLeftCanClaim();
    }
}
