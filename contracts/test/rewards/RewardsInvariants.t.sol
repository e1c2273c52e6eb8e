// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ReferralStatus} from "../../src/interfaces/rewards/IReferralRegistry.sol";
import {Voucher} from "../../src/interfaces/rewards/ITapRewards.sol";
import {Test, vm} from "../shared/Test.sol";
import {Handler} from "../shared/Handler.sol";
import {RewardsBase} from "./RewardsBase.sol";

/// @notice Random lives of people: they tap, lose and link wallets, bring each other, stake, and spend points; keys rotate,
/// vouchers come twice and are revoked, caps and quotas change. Never reverts, and keeps its own plain sums.
contract RewardsHandler is RewardsBase, Handler {
    uint256 private constant MAX_PEOPLE = 12;
    uint96 private constant PRICE = uint96(20 * POINT);

    address[] public accounts;
    address[] public newcomers;
    uint256[] public positions;
    Voucher[] private _vouchers;
    bytes[] private _signatures;
    mapping(address account => uint256 privateKey) private _keys;
    uint256 private _names;
    uint256 private _rotations;

    mapping(uint64 identity => mapping(uint64 sequence => uint256)) private _timesPaid;
    mapping(uint64 identity => uint256) public paidFor;
    mapping(uint64 identity => uint256) public mostStated;
    mapping(uint64 identity => mapping(uint256 day => uint256)) private _paidOn;
    mapping(uint256 day => uint256) private _highestCap;
    mapping(address channel => mapping(uint256 day => uint256)) private _mintedOn;
    mapping(address channel => mapping(uint256 day => uint256)) private _highestQuota;
    mapping(uint256 day => uint256) private _spentOn;
    mapping(uint64 identity => uint256) public bonusFor;
    uint256 public earned;
    uint256 public redeemed;
    uint256 public mostTimesPaid;
    bool public capBroken;
    bool public quotaBroken;
    bool public budgetBroken;
    bool public sequenceFell;
    bool public totalFell;
    bool public wrongAmount;

    constructor() {
        setUp();
        accounts.push(ada);
        store.setItem(0, _item(PRICE, 1_000_000, 0));
        _noteLimits();
    }

    // --- taps

    function claim(uint256 who, uint256 amount, uint256 rise) external counted("claim") {
        address account = accounts[who % accounts.length];
        uint64 identity = _indexOf(account);
        uint256 total = taps.tallyOf(identity).total;
        Voucher memory voucher = _voucher(
            account,
            total + bound(amount, 0, 3 * CAP),
            taps.tallyOf(identity).sequence + uint64(bound(rise, 1, 2 ** 20 + 3))
        );
        bytes memory signed = _signed(voucher);
        _vouchers.push(voucher);
        _signatures.push(signed);
        if (_tryClaim(voucher, signed)) _success("claim");
    }

    /// @dev One of all vouchers ever made, by whatever key, for a person who may be somebody else's successor by now.
    function replay(uint256 which) external counted("replay") {
        if (_vouchers.length == 0) return;
        which %= _vouchers.length;
        if (!_tryClaim(_vouchers[which], _signatures[which])) _success("replay");
    }

    function revoke(uint256 who, uint256 rise) external counted("revoke") {
        address account = accounts[who % accounts.length];
        uint64 last = _tallyOf(account).sequence;
        uint64 sequence = last + uint64(bound(rise, 0, 64));
        (bool done, ) = address(taps).call(abi.encodeCall(taps.revokeVouchers, (account, sequence)));
        if (done != (sequence > last)) sequenceFell = true;
        if (done) _success("revoke");
    }

    function rotate() external counted("rotate") {
        string memory name = string.concat("oracle", vm.toString(++_rotations % 3));
        (oracle, oracleKey) = makeAddrAndKey(name);
        taps.setOracle(oracle);
        _success("rotate");
    }

    function setLimits(uint256 cap, uint256 quota) external counted("setLimits") {
        taps.setDailyCap(bound(cap, CAP / 2, 2 * CAP));
        points.setChannel(address(taps), bound(quota, CAP, 5 * CAP), DAY);
        points.setChannel(address(referrals), bound(cap ^ quota, CAP / 10, CAP), DAY);
        _noteLimits();
        _success("setLimits");
    }

    // --- people

    function arrive(uint256 referrer) external counted("arrive") {
        if (newcomers.length == MAX_PEOPLE) return;
        address newcomer = makeAddr(_name());
        newcomers.push(newcomer);
        address by = accounts[referrer % accounts.length];
        if (!identities.canReceive(by)) return;
        _bind(newcomer, by);
        _success("arrive");
    }

    /// @dev Also of people who bind again later, or never bound.
    function verify(uint256 who) external counted("verify") {
        if (newcomers.length == 0) return;
        address account = newcomers[who % newcomers.length];
        if (_indexOf(account) != 0) return;
        _attest(account);
        accounts.push(account);
        _success("verify");
    }

    /// @dev Sometimes of a wallet that was bound to somebody: the trick that must not close a circle.
    function lose(uint256 who, uint256 which) external counted("lose") {
        address lost = accounts[who % accounts.length];
        if (identities.standingOf(lost).retired) return;
        address successor = newcomers.length == 0 ? address(0) : newcomers[which % newcomers.length];
        if (successor == address(0) || _indexOf(successor) != 0 || which % 2 == 0) successor = makeAddr(_name());
        _replace(lost, successor);
        accounts.push(successor);
        _noteLimits();
        _success("lose");
    }

    function stakeAndVest(uint256 who, uint256 amount) external counted("stakeAndVest") {
        if (newcomers.length == 0) return;
        address newcomer = newcomers[who % newcomers.length];
        if (referrals.statusOf(newcomer) != ReferralStatus.Final) return;
        address holder = identities.successorOf(newcomer);
        uint256 positionId = _stake(holder, bound(amount, MIN_STAKE, 2 * MIN_STAKE), MONTH_LOCK);
        skip(30 days);
        _noteLimits();
        (bool vested, ) = address(referrals).call(abi.encodeCall(referrals.vest, (newcomer, positionId)));
        if (vested) _success("stakeAndVest");
    }

    function claimBonus(uint256 who) external counted("claimBonus") {
        if (newcomers.length == 0) return;
        address newcomer = newcomers[who % newcomers.length];
        uint256 expected = referrals.bonusOf(newcomer);
        address recipient = identities.successorOf(referrals.edgeOf(newcomer).referrer);
        uint256 before = points.balanceOf(recipient);
        (bool paid, ) = address(referrals).call(abi.encodeCall(referrals.claimBonus, (newcomer)));
        if (!paid) return;
        if (expected == 0 || points.balanceOf(recipient) != before + expected) wrongAmount = true;
        bonusFor[referrals.edgeOf(newcomer).referrerIdentity] += expected;
        _noteEarned(address(referrals), expected);
        _success("claimBonus");
    }

    // --- spending

    function exchange(uint256 who, uint256 amount) external counted("exchange") {
        address account = accounts[who % accounts.length];
        amount = bound(amount, 0, points.balanceOf(account) + 1);
        uint256 before = qti.balanceOf(account);
        vm.prank(account);
        (bool paid, ) = address(store).call(abi.encodeCall(store.exchangePoints, (amount, 0)));
        if (!paid) return;
        redeemed += amount;
        uint256 got = qti.balanceOf(account) - before;
        if (got != (amount * store.rate()) / POINT) wrongAmount = true;
        _spentOn[_day()] += got;
        if (_spentOn[_day()] > treasury.budgetOf(address(store)).limit) budgetBroken = true;
        _success("exchange");
    }

    function buy(uint256 who, uint256 quantity) external counted("buy") {
        address account = accounts[who % accounts.length];
        quantity = bound(quantity, 1, 5);
        vm.prank(account);
        (bool bought, ) = address(store).call(
            abi.encodeCall(store.redeemItem, (0, quantity, type(uint256).max))
        );
        if (!bought) return;
        redeemed += quantity * PRICE;
        _success("buy");
    }

    function setBudget(uint256 limit) external counted("setBudget") {
        // Only ever more, so that what was spent by a higher one is no breach.
        uint256 now_ = treasury.budgetOf(address(store)).limit;
        treasury.setBudget(address(store), bound(limit, now_, now_ + QTI), DAY);
        _success("setBudget");
    }

    function pass(uint256 time) external counted("pass") {
        skip(bound(time, 1, 40 hours));
        _noteLimits();
        _success("pass");
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](14);
        selectors[0] = this.claim.selector;
        selectors[1] = this.replay.selector;
        selectors[2] = this.revoke.selector;
        selectors[3] = this.rotate.selector;
        selectors[4] = this.setLimits.selector;
        selectors[5] = this.arrive.selector;
        selectors[6] = this.verify.selector;
        selectors[7] = this.lose.selector;
        selectors[8] = this.stakeAndVest.selector;
        selectors[9] = this.claimBonus.selector;
        selectors[10] = this.exchange.selector;
        selectors[11] = this.buy.selector;
        selectors[12] = this.setBudget.selector;
        selectors[13] = this.pass.selector;
    }

    // --- what the invariants look at

    function people() external view returns (uint256) {
        return identities.identityCount();
    }

    function arrived() external view returns (uint256) {
        return newcomers.length;
    }

    function tallyTotal(uint64 identity) external view returns (uint256) {
        return taps.tallyOf(identity).total;
    }

    function paidToReferrer(uint64 identity) external view returns (uint256) {
        return referrals.paidTo(identity);
    }

    /// @return counts Whether the edge pays or may come to pay.
    function edge(address newcomer) external view returns (bool counts, uint64 from, uint64 to) {
        ReferralStatus status = referrals.statusOf(newcomer);
        counts = status == ReferralStatus.Final || status == ReferralStatus.Vested;
        (from, to) = (_indexOf(newcomer), referrals.edgeOf(newcomer).referrerIdentity);
    }

    function isVested(address newcomer) external view returns (bool) {
        return referrals.edgeOf(newcomer).vested;
    }

    function supply() external view returns (uint256 total, uint256 sum) {
        total = points.totalSupply();
        for (uint256 i = 0; i < accounts.length; ++i) sum += points.balanceOf(accounts[i]);
    }

    function _tryClaim(Voucher memory voucher, bytes memory signed) private returns (bool paid) {
        uint64 identity = _indexOf(voucher.account);
        uint64 last = taps.tallyOf(identity).sequence;
        uint256 total = taps.tallyOf(identity).total;
        uint256 before = points.balanceOf(voucher.account);
        uint256 preview = taps.previewClaim(voucher.account, voucher.earned);
        (paid, ) = address(taps).call(abi.encodeCall(taps.claim, (voucher, signed)));
        uint256 amount = points.balanceOf(voucher.account) - before;
        if (taps.tallyOf(identity).total != total + amount) totalFell = true;
        if (!paid) {
            if (amount != 0 || taps.tallyOf(identity).sequence != last) wrongAmount = true;
            return false;
        }
        if (amount == 0 || amount != preview) wrongAmount = true;
        if (voucher.sequence <= last || taps.tallyOf(identity).sequence != voucher.sequence) sequenceFell = true;

        uint256 times = ++_timesPaid[identity][voucher.sequence];
        if (times > mostTimesPaid) mostTimesPaid = times;
        paidFor[identity] += amount;
        if (voucher.earned > mostStated[identity]) mostStated[identity] = voucher.earned;
        _paidOn[identity][_day()] += amount;
        if (_paidOn[identity][_day()] > _highestCap[_day()]) capBroken = true;
        _noteEarned(address(taps), amount);
    }

    function _noteEarned(address channel, uint256 amount) private {
        earned += amount;
        _mintedOn[channel][_day()] += amount;
        if (_mintedOn[channel][_day()] > _highestQuota[channel][_day()]) quotaBroken = true;
    }

    /// @dev A cap or quota that changes within its window bounds that window by its highest.
    function _noteLimits() private {
        uint256 day = _day();
        if (taps.dailyCap() > _highestCap[day]) _highestCap[day] = taps.dailyCap();
        for (uint256 i = 0; i < 2; ++i) {
            address channel = i == 0 ? address(taps) : address(referrals);
            uint256 limit = points.channelOf(channel).limit;
            if (limit > _highestQuota[channel][day]) _highestQuota[channel][day] = limit;
        }
    }

    /// @dev A recovery with its three days, by the key that `makeAddr` made the successor of.
    function _replace(address lost, address successor) private {
        uint256 key = _keys[successor];
        uint256 deadline = vm.getBlockTimestamp() + 1 hours;
        bytes32 digest = _recoveryDigest(lost, successor, identities.nonces(successor), deadline);
        identities.proposeRecovery(lost, successor, deadline, signature(key, digest));
        skip(3 days);
        identities.completeRecovery(lost);
    }

    function _name() private returns (string memory name) {
        name = string.concat("person", vm.toString(++_names));
        (address account, uint256 key) = makeAddrAndKey(name);
        _keys[account] = key;
    }

    function _day() private view returns (uint256) {
        return vm.getBlockTimestamp() / DAY;
    }
}

contract RewardsInvariants is Test {
    RewardsHandler private _handler;

    function setUp() public {
        _handler = new RewardsHandler();
        targetContract(address(_handler));
        targetSelector(address(_handler), _handler.actions());
    }

    function invariant_R1_aSequencePaysOnce() public view {
        assertLe(_handler.mostTimesPaid(), 1);
        assertFalse(_handler.sequenceFell());
    }

    function invariant_R2_nobodyIsPaidBeyondTheCapAndNoChannelBeyondItsQuota() public view {
        assertFalse(_handler.capBroken());
        assertFalse(_handler.quotaBroken());
    }

    function invariant_R3_whatWasClaimedOnlyGrows() public view {
        assertFalse(_handler.totalFell());
        assertFalse(_handler.wrongAmount());
    }

    /// @dev Every edge that counts leads to an earlier identity: nobody comes back to where they began. An identity has one
    /// vested edge at most.
    function invariant_R4_noCircleOfReferrals() public view {
        bool[] memory referred = new bool[](_handler.people() + 1);
        for (uint256 i = 0; i < _handler.arrived(); ++i) {
            address newcomer = _handler.newcomers(i);
            (bool counts, uint64 from, uint64 to) = _handler.edge(newcomer);
            if (counts) assertLt(to, from);
            if (!_handler.isVested(newcomer)) continue;
            assertFalse(referred[from]);
            referred[from] = true;
        }
    }

    /// @dev Whichever key signed what: an identity was paid what its claims say, and never more than was stated for it.
    function invariant_R5_rotationPaysNothingTwice() public view {
        for (uint64 identity = 1; identity <= _handler.people(); ++identity) {
            assertEq(_handler.tallyTotal(identity), _handler.paidFor(identity));
            assertLe(_handler.paidFor(identity), _handler.mostStated(identity));
            assertEq(_handler.paidToReferrer(identity), _handler.bonusFor(identity));
        }
    }

    function invariant_R6_pointsAreWhatWasEarnedLessWhatWasRedeemedAndPayoutsKeepToTheBudget() public view {
        (uint256 total, uint256 sum) = _handler.supply();
        assertEq(total, _handler.earned() - _handler.redeemed());
        assertEq(total, sum);
        assertFalse(_handler.budgetBroken());
    }

    /// @dev A handler that never succeeds would make the invariants above say nothing.
    function test_everyActionSucceedsInALongLife() public {
        bytes4[] memory actions = _handler.actions();
        for (uint256 step = 0; step < 700; ++step) {
            uint256 seed = uint256(keccak256(abi.encode(step)));
            (bool ran, ) = address(_handler).call(
                bytes.concat(actions[seed % actions.length], abi.encode(seed >> 200, seed >> 128, seed >> 64))
            );
            assertTrue(ran);
        }
        _handler.assertActionsWork();
        invariant_R1_aSequencePaysOnce();
        invariant_R2_nobodyIsPaidBeyondTheCapAndNoChannelBeyondItsQuota();
        invariant_R3_whatWasClaimedOnlyGrows();
        invariant_R4_noCircleOfReferrals();
        invariant_R5_rotationPaysNothingTwice();
        invariant_R6_pointsAreWhatWasEarnedLessWhatWasRedeemedAndPayoutsKeepToTheBudget();
    }
}
