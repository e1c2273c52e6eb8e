// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Position} from "../../src/interfaces/staking/IStakingPool.sol";
import {RewardsTreasury} from "../../src/rewards/RewardsTreasury.sol";
import {Stream} from "../../src/shared/Stream.sol";
import {QtiToken} from "../../src/staking/QtiToken.sol";
import {StakingPool} from "../../src/staking/StakingPool.sol";
import {Handler} from "../shared/Handler.sol";
import {vm} from "../shared/Test.sol";
import {PoolFixture} from "./PoolFixture.sol";

/// @notice Three people who stake under every lock, leave early and late, claim, poke, give and wait, and a treasurer who
/// streams.
contract PoolHandler is Handler {
    uint256 private constant QTI = 1e18;

    QtiToken private immutable QTI_TOKEN;
    StakingPool private immutable POOL;
    RewardsTreasury private immutable TREASURY;
    address[3] public people;

    /// @dev What the pool should have, from what this handler did to it.
    uint256 public added;
    uint256 public withdrawn;
    uint256 public penalties;
    uint256 public notified;
    uint256 public claimed;
    uint256 public donated;
    uint256 public skimmed;
    /// @dev Changes of the pool: each rounds once where rewards meet weight, and once where a position is settled.
    uint256 public changes;

    constructor(QtiToken qti, StakingPool pool, RewardsTreasury treasury, address[3] memory people_) {
        QTI_TOKEN = qti;
        POOL = pool;
        TREASURY = treasury;
        people = people_;
    }

    function stake(uint256 who, uint256 amount, uint8 lock) external counted("stake") {
        _open(people[who % 3], amount, lock % 4);
        _success("stake");
    }

    function increase(uint256 which, uint256 amount) external counted("increase") {
        (uint256 id, address owner) = _some(which);
        uint256 earned = POOL.earnedOf(id);
        amount = bound(amount, 1, QTI_TOKEN.balanceOf(owner) / 4);
        vm.prank(owner);
        POOL.increase(id, amount);
        added += amount;
        ++changes;
        assertEq(POOL.earnedOf(id), earned, "adding changes nothing earned");
        _success("increase");
    }

    function withdraw(uint256 which, uint256 amount) external counted("withdraw") {
        (uint256 id, address owner) = _filled(which);
        _leave(id, owner, bound(amount, 1, POOL.positionOf(id).amount));
        _success("withdraw");
    }

    function leaveAll(uint256 which) external counted("leave") {
        (uint256 id, address owner) = _filled(which);
        _leave(id, owner, POOL.positionOf(id).amount);
        _success("leave");
    }

    function claim(uint256 which) external counted("claim") {
        (uint256 id, address owner) = _some(which);
        _claim(id, owner);
        _success("claim");
    }

    function poke(uint256 which) external counted("poke") {
        (uint256 id, ) = _locked(which);
        uint256 unlock = POOL.positionOf(id).unlock;
        if (vm.getBlockTimestamp() < unlock) vm.warp(unlock);
        uint256[] memory earned = _allEarned();
        POOL.poke(id);
        ++changes;
        uint256[] memory earnedAfter = _allEarned();
        for (uint256 i = 0; i < earned.length; ++i) {
            assertLe(earnedAfter[i], earned[i], "S6 poking earns nobody anything");
            assertLe(earned[i] - earnedAfter[i], 1, "S6 poking costs nobody more than a unit");
        }
        _success("poke");
    }

    /// @dev In one block: much stake, a stream and an early exit of others, a claim, and out again.
    function flash(uint256 who, uint256 which, uint256 amount) external counted("flash") {
        address person = people[who % 3];
        uint256 before = QTI_TOKEN.balanceOf(person);
        uint256 id = _open(person, amount, 0);
        _notify(1_000 * QTI);
        (uint256 other, address owner) = _filled(which);
        uint256 left = POOL.positionOf(other).amount;
        if (other != id && owner != person) _leave(other, owner, left);
        _claim(id, person);
        _leave(id, person, POOL.positionOf(id).amount);
        assertEq(QTI_TOKEN.balanceOf(person), before, "S4 a stake of no time earned something");
        _success("flash");
    }

    function notify(uint256 amount) external counted("notify") {
        bytes32 earned = _earnedHash();
        _notify(bound(amount, 0, 10_000 * QTI));
        assertEq(_earnedHash(), earned, "a notified reward is no one's yet");
        _success("notify");
    }

    function donate(uint256 who, uint256 amount) external counted("donate") {
        address person = people[who % 3];
        amount = bound(amount, 0, QTI_TOKEN.balanceOf(person) / 10);
        bytes32 earned = _earnedHash();
        vm.prank(person);
        QTI_TOKEN.transfer(address(POOL), amount);
        donated += amount;
        assertEq(_earnedHash(), earned, "a donation is no reward");
        _success("donate");
    }

    function skim() external counted("skim") {
        skimmed += POOL.skim();
        assertEq(skimmed, donated, "what was donated goes out, and no more");
        _success("skim");
    }

    function wait(uint256 time) external counted("wait") {
        uint256 earnedBefore = totalEarned();
        bool nobody = POOL.totalWeight() < QTI;
        skip(bound(time, 1, 4 days));
        if (nobody) assertEq(totalEarned(), earnedBefore, "S7 something flowed to nobody");
        else assertGe(totalEarned(), earnedBefore, "what is earned stays earned");
        _success("wait");
    }

    /// @notice Earned and not claimed, of all positions.
    function totalEarned() public view returns (uint256 sum) {
        uint256[] memory earned = _allEarned();
        for (uint256 i = 0; i < earned.length; ++i) sum += earned[i];
    }

    /// @notice What is still to be streamed now, by the rule and not by the pool's word.
    function unstreamed() external view returns (uint256 left) {
        (uint256 start, uint48 end, uint48 updated) = POOL.stream();
        if (POOL.totalWeight() < QTI) return start;
        (, left, ) = Stream.flowDown(start, end - updated, vm.getBlockTimestamp() - updated);
    }

    function _open(address person, uint256 amount, uint8 lock) private returns (uint256 id) {
        amount = bound(amount, 1, QTI_TOKEN.balanceOf(person) / 4);
        vm.prank(person);
        id = POOL.stake(amount, lock);
        added += amount;
        ++changes;
    }

    function _leave(uint256 id, address owner, uint256 amount) private {
        (uint256 expected, uint256 penalty) = POOL.previewWithdraw(id, amount);
        uint256 earned = POOL.earnedOf(id);
        vm.prank(owner);
        assertEq(POOL.withdraw(id, amount, owner), expected, "leaving gives what was previewed");
        assertEq(expected + penalty, amount);
        assertEq(POOL.earnedOf(id), earned, "leaving changes nothing earned");
        withdrawn += amount;
        penalties += penalty;
        ++changes;
    }

    function _claim(uint256 id, address owner) private {
        uint256 expected = POOL.earnedOf(id);
        vm.prank(owner);
        assertEq(POOL.claim(id, owner), expected, "a claim pays what was earned");
        assertEq(POOL.earnedOf(id), 0);
        claimed += expected;
        ++changes;
    }

    function _notify(uint256 amount) private {
        TREASURY.fundStream(address(POOL), amount);
        notified += amount;
        ++changes;
    }

    function _some(uint256 seed) private returns (uint256 id, address owner) {
        uint256 count = POOL.positionCount();
        if (count == 0) return (_open(people[seed % 3], 100 * QTI, uint8(seed % 4)), people[seed % 3]);
        id = 1 + (seed % count);
        return (id, POOL.positionOf(id).owner);
    }

    /// @dev A position with something in it; the next one that has, or a new one.
    function _filled(uint256 seed) private returns (uint256, address) {
        uint256 count = POOL.positionCount();
        for (uint256 i = 0; i < count; ++i) {
            uint256 id = 1 + ((seed % count) + i) % count;
            Position memory position = POOL.positionOf(id);
            if (position.amount != 0) return (id, position.owner);
        }
        return (_open(people[seed % 3], 100 * QTI, uint8(seed % 4)), people[seed % 3]);
    }

    /// @dev A position whose multiplier has not ended; the next one that has one, or a new one.
    function _locked(uint256 seed) private returns (uint256, address) {
        uint256 count = POOL.positionCount();
        for (uint256 i = 0; i < count; ++i) {
            uint256 id = 1 + ((seed % count) + i) % count;
            Position memory position = POOL.positionOf(id);
            if (position.weight > position.amount) return (id, position.owner);
        }
        return (_open(people[seed % 3], 100 * QTI, uint8(1 + (seed % 3))), people[seed % 3]);
    }

    function _earnedHash() private view returns (bytes32) {
        return keccak256(abi.encode(_allEarned()));
    }

    function _allEarned() private view returns (uint256[] memory earned) {
        earned = new uint256[](POOL.positionCount());
        for (uint256 i = 0; i < earned.length; ++i) earned[i] = POOL.earnedOf(i + 1);
    }
}

contract StakingPoolInvariants is PoolFixture {
    PoolHandler private _handler;

    function setUp() public override {
        super.setUp();
        address cleo = makeAddr("cleo");
        _fund(cleo, 50 * QTI);
        vm.prank(cleo);
        qti.approve(address(pool), type(uint256).max);
        _handler = new PoolHandler(qti, pool, treasury, [ada, ben, cleo]);
        manager.grantRole(8, address(_handler), 0);
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = treasury.fundStream.selector;
        manager.setTargetFunctionRole(address(treasury), selectors, 8);

        selectors = new bytes4[](11);
        selectors[0] = PoolHandler.stake.selector;
        selectors[1] = PoolHandler.increase.selector;
        selectors[2] = PoolHandler.withdraw.selector;
        selectors[3] = PoolHandler.leaveAll.selector;
        selectors[4] = PoolHandler.claim.selector;
        selectors[5] = PoolHandler.poke.selector;
        selectors[6] = PoolHandler.flash.selector;
        selectors[7] = PoolHandler.notify.selector;
        selectors[8] = PoolHandler.donate.selector;
        selectors[9] = PoolHandler.skim.selector;
        selectors[10] = PoolHandler.wait.selector;
        targetContract(address(_handler));
        targetSelector(address(_handler), selectors);
    }

    function invariant_S1_totalStakedIsTheSumOfPositionsAndHeld() public view {
        uint256 sum;
        for (uint256 id = 1; id <= pool.positionCount(); ++id) sum += pool.positionOf(id).amount;
        assertEq(pool.totalStaked(), sum);
        assertEq(sum, _handler.added() - _handler.withdrawn());
        uint256 rewards = _handler.notified() + _handler.penalties() - _handler.claimed();
        uint256 uncounted = _handler.donated() - _handler.skimmed();
        assertEq(qti.balanceOf(address(pool)), sum + rewards + uncounted);
    }

    function invariant_S2_totalWeightIsTheSumOfWeights() public view {
        uint256 sum;
        for (uint256 id = 1; id <= pool.positionCount(); ++id) {
            Position memory position = pool.positionOf(id);
            assertGe(position.weight, position.amount);
            assertLe(position.weight, (position.amount * 5) / 2);
            sum += position.weight;
        }
        assertEq(pool.totalWeight(), sum);
    }

    function invariant_S3_whatCameInIsPaidOwedStillToStreamOrDust() public view {
        uint256 came = _handler.notified() + _handler.penalties();
        uint256 known = _handler.claimed() + _handler.totalEarned() + _handler.unstreamed();
        assertLe(known, came, "more is owed than came in");
        // Less than a unit where a position is settled, and than a thirtieth where rewards meet weight.
        assertLe(came - known, _handler.changes() + pool.positionCount() + _handler.changes() / 30 + 1, "dust");
    }

    function invariant_S4_aStakeOfNoTimeEarnsNothing() public {
        uint256 state = vm.snapshotState();
        uint256 earned = _handler.totalEarned();
        uint256 id = _stake(ada, qti.balanceOf(ada), YEAR);
        assertEq(_claim(ada, id), 0);
        assertEq(_handler.totalEarned(), earned, "nor does it take anything from others");
        vm.revertToState(state);
    }

    function invariant_S5_principalLeavesWhateverRewardsDo() public {
        uint256 state = vm.snapshotState();
        pool.pause();
        for (uint256 id = 1; id <= pool.positionCount(); ++id) {
            Position memory position = pool.positionOf(id);
            if (position.amount == 0) continue;
            uint256 before = qti.balanceOf(position.owner);
            (uint256 received, uint256 penalty) = pool.previewWithdraw(id, position.amount);
            assertLe(penalty, (position.amount * 4_000 + 9_999) / 10_000);
            _withdraw(position.owner, id, position.amount);
            assertEq(qti.balanceOf(position.owner), before + received);
            assertEq(received + penalty, position.amount);
        }
        assertEq(pool.totalStaked(), 0);
        assertEq(pool.totalWeight(), 0);
        vm.revertToState(state);
    }

    function invariant_S7_nothingStreamsToNobody() public {
        uint256 state = vm.snapshotState();
        for (uint256 id = 1; id <= pool.positionCount(); ++id) {
            Position memory position = pool.positionOf(id);
            if (position.amount != 0) _withdraw(position.owner, id, position.amount);
        }
        uint256 earned = _handler.totalEarned();
        (uint256 left, , ) = pool.stream();
        skip(30 days);
        assertEq(_handler.totalEarned(), earned);
        _stake(ben, 1 * QTI, FREE);
        (uint256 leftAfter, , ) = pool.stream();
        assertEq(leftAfter, left);
        vm.revertToState(state);
    }

    function afterInvariant() public view {
        _handler.assertActionsWork();
    }
}

/// @notice S6: how often somebody claims or is touched changes what they earn by at most a unit each time.
contract StakingPoolTouchesTest is PoolFixture {
    function testFuzz_S6_touchingOftenIsNeverBetter(uint96 stake, uint96 reward, uint24[12] memory waits) public {
        uint256 adas = _stake(ada, bound(stake, QTI, 900_000 * QTI), MONTH);
        uint256 bens = _stake(ben, 777 * QTI, FREE);
        _stream(bound(reward, 1, 1_000_000 * QTI));
        uint256 start = vm.getBlockTimestamp();

        uint256 state = vm.snapshotState();
        uint256 often;
        for (uint256 i = 0; i < waits.length; ++i) {
            skip(bound(waits[i], 0, 1 days));
            often += _claim(ada, adas);
        }
        if (vm.getBlockTimestamp() < start + WEEK) vm.warp(start + WEEK);
        often += _claim(ada, adas);
        uint256 bensWithOften = pool.earnedOf(bens);
        vm.revertToState(state);

        vm.warp(start + 20 days);
        uint256 once = _claim(ada, adas);
        assertLe(often, once + 1, "no gain beyond the rounding of one flow");
        assertApproxEqAbs(often, once, waits.length + 1);
        assertApproxEqAbs(bensWithOften, pool.earnedOf(bens), waits.length + 1);
        assertLe(often + bensWithOften, once + pool.earnedOf(bens) + 2);
    }
}
