// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AssetToken} from "../../src/assets/AssetToken.sol";
import {IncomeDistributor} from "../../src/assets/IncomeDistributor.sol";
import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {IIncomeDistributor, IncomePayment} from "../../src/interfaces/assets/IIncomeDistributor.sol";
import {IRootTimelock} from "../../src/interfaces/shared/IRootTimelock.sol";
import {Test, vm} from "../shared/Test.sol";
import {ClaimTree} from "./ClaimTree.sol";
import {MoneyBase} from "./MoneyBase.sol";

/// @notice Random payments of income by honest and lying issuers, vetoes, claims (also again, and of others), returns and
/// donations. Never reverts.
contract IncomeHandler is MoneyBase {
    uint256 private constant MAX_PAYMENTS = 30;

    AssetToken private _token;
    address private _issuer;
    bytes32[] public payments;

    mapping(bytes32 paymentId => Claim[]) private _claims;
    mapping(bytes32 paymentId => mapping(uint256 index => uint256)) public timesPaid;
    mapping(bytes32 paymentId => uint256) public paidOut;
    mapping(bytes32 paymentId => uint256) public returned;
    mapping(bytes32 paymentId => uint48) private _readyAt;
    mapping(bytes4 handler => uint256) public succeeded;
    uint256 public donated;
    uint256 public most;
    bool public paidTheWrongAccount;
    bool public answerWasWrong;
    bool public activatedEarly;

    constructor() {
        _deployMoney();
        _token = _active(_terms());
        _issuer = ada;
    }

    /// @dev Every third root promises more than is paid in, behind a total that says otherwise.
    function pay(uint256 seed, uint256 amount, uint256 count) external {
        if (payments.length == MAX_PAYMENTS) return;
        bytes32 id = _nextId(_token);
        amount = bound(amount, 1000, 1000 * DOLLAR);
        _promise(id, seed, amount, bound(count, 1, 9));
        uint256 total = _totalOf(id, amount);
        uint48 expiry = uint48(vm.getBlockTimestamp() + bound(seed, 30 days, 60 days));
        bytes32 root = ClaimTree.root(_leaves(id, _claims[id]));
        vm.prank(_issuer);
        income.payIncome(address(_token), dollar, amount, 99, expiry, root, total, "");
        payments.push(id);
        _readyAt[id] = uint48(vm.getBlockTimestamp()) + 24 hours;
        ++succeeded[this.pay.selector];
    }

    function veto(uint256 which, uint256 chance) external {
        if (chance % 2 != 0) return;
        (bytes32 id, bool found) = _pick(which);
        bool expected = found && income.pendingRootOf(id).readyAt != 0;
        bool happened = _call(address(this), abi.encodeCall(IRootTimelock.vetoRoot, (id)));
        if (happened != expected) answerWasWrong = true;
        if (!happened) return;
        if (income.paymentOf(id).root != 0) activatedEarly = true;
        _readyAt[id] = 0;
        ++succeeded[this.veto.selector];
    }

    function proposeAgain(uint256 which, uint256 seed) external {
        (bytes32 id, bool found) = _pick(which);
        if (!found) return;
        for (uint256 i = 0; i < payments.length && !_wantsRoot(id); ++i) {
            id = payments[(which % payments.length + i) % payments.length];
        }
        IncomePayment memory payment = income.paymentOf(id);
        if (!_wantsRoot(id)) {
            if (_call(_issuer, abi.encodeCall(IIncomeDistributor.proposeRoot, (id, "root", 1, "")))) {
                answerWasWrong = true;
            }
            return;
        }
        delete _claims[id];
        _promise(id, seed, payment.amount, 3);
        bytes32 root = ClaimTree.root(_leaves(id, _claims[id]));
        vm.prank(_issuer);
        income.proposeRoot(id, root, _totalOf(id, payment.amount), "");
        _readyAt[id] = uint48(vm.getBlockTimestamp()) + 24 hours;
        ++succeeded[this.proposeAgain.selector];
    }

    function activate(uint256 which) external {
        (bytes32 id, bool found) = _pick(which);
        if (!found) return;
        bool early = _readyAt[id] == 0 || vm.getBlockTimestamp() < _readyAt[id];
        bool happened = _call(stranger, abi.encodeCall(IRootTimelock.activateRoot, (id)));
        if (happened && early) activatedEarly = true;
        if (!happened) return;
        if (!_isOpen(income.paymentOf(id))) answerWasWrong = true;
        ++succeeded[this.activate.selector];
    }

    function claim(uint256 which, uint256 index) external {
        (bytes32 id, bool found) = _pick(which);
        if (!found) return;
        for (uint256 i = 0; i < payments.length && which % 4 != 0 && !_pays(id); ++i) {
            id = payments[(which % payments.length + i) % payments.length];
        }
        index = index % _claims[id].length;
        IncomePayment memory payment = income.paymentOf(id);
        uint256 amount = _claims[id][index].amount;
        bool expected = payment.root != 0 &&
            _isOpen(payment) &&
            timesPaid[id][index] == 0 &&
            amount <= payment.amount - payment.claimed;
        address recipient = identities.successorOf(_claims[id][index].account);
        uint256 before = dollar.balanceOf(recipient);
        bool happened = _call(stranger, _claimCall(id, index));
        if (happened != expected) answerWasWrong = true;
        if (!happened) return;
        ++timesPaid[id][index];
        most = timesPaid[id][index] > most ? timesPaid[id][index] : most;
        paidOut[id] += amount;
        if (dollar.balanceOf(recipient) != before + amount) paidTheWrongAccount = true;
        ++succeeded[this.claim.selector];
    }

    /// @dev The proof of one payment brought to another.
    function claimElsewhere(uint256 which, uint256 index) external {
        if (payments.length < 2) return;
        bytes32 id = payments[which % payments.length];
        bytes32 other = payments[(which % payments.length + 1) % payments.length];
        index = index % _claims[id].length;
        Claim memory line = _claims[id][index];
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, _claims[id]), index);
        bytes memory call_ = abi.encodeCall(
            IIncomeDistributor.claimIncome,
            (other, index, line.account, line.amount, proof)
        );
        if (_call(stranger, call_)) answerWasWrong = true;
        else ++succeeded[this.claimElsewhere.selector];
    }

    function giveBack(uint256 which, bool byIssuer) external {
        (bytes32 id, bool found) = _pick(which);
        if (!found) return;
        IncomePayment memory payment = income.paymentOf(id);
        bool abandoned = byIssuer && payment.root == 0 && income.pendingRootOf(id).readyAt == 0;
        bool expected = !payment.closed && (abandoned || vm.getBlockTimestamp() >= payment.expiry);
        uint256 before = dollar.balanceOf(_issuer);
        bool happened = _call(
            byIssuer ? _issuer : stranger,
            abi.encodeCall(IIncomeDistributor.returnIncome, (id))
        );
        if (happened != expected) answerWasWrong = true;
        if (!happened) return;
        returned[id] = dollar.balanceOf(_issuer) - before;
        ++succeeded[this.giveBack.selector];
    }

    function loseIssuer(uint256 chance) external {
        if (chance % 5 != 0) return;
        address next = _recover(_issuer, string.concat("issuer ", vm.toString(vm.getBlockTimestamp())));
        vm.startPrank(_issuer);
        dollar.transfer(next, dollar.balanceOf(_issuer));
        vm.stopPrank();
        registry.succeedIssuer(address(_token));
        _issuer = next;
        _approve(next, dollar);
        ++succeeded[this.loseIssuer.selector];
    }

    function donate(uint256 amount) external {
        amount = bound(amount, 1, DOLLAR);
        dollar.transfer(address(income), amount);
        donated += amount;
        ++succeeded[this.donate.selector];
    }

    function pass(uint256 time) external {
        skip(bound(time, 1 hours, 5 days));
        ++succeeded[this.pass.selector];
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](10);
        selectors[0] = this.pay.selector;
        selectors[1] = this.veto.selector;
        selectors[2] = this.proposeAgain.selector;
        selectors[3] = this.activate.selector;
        selectors[4] = this.claim.selector;
        selectors[5] = this.claimElsewhere.selector;
        selectors[6] = this.giveBack.selector;
        selectors[7] = this.loseIssuer.selector;
        selectors[8] = this.donate.selector;
        selectors[9] = this.pass.selector;
    }

    function paymentsMade() external view returns (uint256) {
        return payments.length;
    }

    function distributor() external view returns (IncomeDistributor) {
        return income;
    }

    function held() external view returns (uint256) {
        return dollar.balanceOf(address(income));
    }

    function _promise(bytes32 id, uint256 seed, uint256 amount, uint256 count) private {
        uint256 share = seed % 3 == 0 ? amount / 2 + 1 : amount / count;
        for (uint256 i = 0; i < count; ++i) _claims[id].push(Claim(i % 2 == 0 ? ben : cleo, share));
    }

    /// @dev What the proposal says: never more than was paid in.
    function _totalOf(bytes32 id, uint256 amount) private view returns (uint256 total) {
        total = _total(_claims[id]);
        return total > amount ? amount : total;
    }

    function _claimCall(bytes32 id, uint256 index) private view returns (bytes memory) {
        Claim memory line = _claims[id][index];
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, _claims[id]), index);
        return abi.encodeCall(IIncomeDistributor.claimIncome, (id, index, line.account, line.amount, proof));
    }

    function _wantsRoot(bytes32 id) private view returns (bool) {
        IncomePayment memory payment = income.paymentOf(id);
        return payment.root == 0 && income.pendingRootOf(id).readyAt == 0 && _isOpen(payment);
    }

    function _pays(bytes32 id) private view returns (bool) {
        IncomePayment memory payment = income.paymentOf(id);
        return payment.root != 0 && _isOpen(payment);
    }

    function _isOpen(IncomePayment memory payment) private view returns (bool) {
        return !payment.closed && vm.getBlockTimestamp() < payment.expiry;
    }

    function _pick(uint256 seed) private view returns (bytes32 id, bool found) {
        found = payments.length != 0;
        if (found) id = payments[seed % payments.length];
    }

    function _call(address caller, bytes memory data) private returns (bool happened) {
        vm.prank(caller);
        (happened, ) = address(income).call(data);
    }
}

contract IncomeInvariants is Test {
    IncomeHandler private _handler;
    IncomeDistributor private _income;

    function setUp() public {
        _handler = new IncomeHandler();
        _income = _handler.distributor();
        targetContract(address(_handler));
        targetSelector(address(_handler), _handler.actions());
    }

    function invariant_aClaimIsPaidOnceAndToItsHolder() public view {
        assertLe(_handler.most(), 1);
        assertFalse(_handler.paidTheWrongAccount());
        assertFalse(_handler.answerWasWrong());
    }

    function invariant_noPaymentGivesOutMoreThanWasPaidIn() public view {
        for (uint256 i = 0; i < _handler.paymentsMade(); ++i) {
            bytes32 id = _handler.payments(i);
            IncomePayment memory payment = _income.paymentOf(id);
            assertEq(payment.claimed, _handler.paidOut(id));
            assertLe(payment.claimed + _handler.returned(id), payment.amount);
            if (payment.closed) assertEq(payment.claimed + _handler.returned(id), payment.amount);
        }
    }

    function invariant_V10_whatIsHeldIsWhatIsOwedAndWhatWasGiven() public view {
        uint256 owed;
        for (uint256 i = 0; i < _handler.paymentsMade(); ++i) {
            IncomePayment memory payment = _income.paymentOf(_handler.payments(i));
            if (!payment.closed) owed += payment.amount - payment.claimed;
        }
        assertEq(_handler.held(), owed + _handler.donated());
    }

    function invariant_noRootIsActiveBeforeItsDay() public view {
        assertFalse(_handler.activatedEarly());
    }

    /// @dev A handler that never succeeds would make the invariants above say nothing.
    function test_everyActionSucceedsInALongLife() public {
        bytes4[] memory actions = _handler.actions();
        for (uint256 step = 0; step < 600; ++step) {
            uint256 seed = uint256(keccak256(abi.encode(step)));
            bytes4 action = actions[seed % actions.length];
            bytes memory arguments = abi.encode(seed >> 200, seed >> 128, seed >> 64);
            if (action == _handler.giveBack.selector) arguments = abi.encode(seed >> 200, seed & (1 << 100) != 0);
            (bool ran, ) = address(_handler).call(bytes.concat(action, arguments));
            assertTrue(ran);
        }
        for (uint256 i = 0; i < actions.length; ++i) {
            assertGt(_handler.succeeded(actions[i]), 4, vm.toString(i));
        }
        invariant_aClaimIsPaidOnceAndToItsHolder();
        invariant_noPaymentGivesOutMoreThanWasPaidIn();
        invariant_V10_whatIsHeldIsWhatIsOwedAndWhatWasGiven();
        invariant_noRootIsActiveBeforeItsDay();
    }
}
