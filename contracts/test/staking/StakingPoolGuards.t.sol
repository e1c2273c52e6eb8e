// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {ILapsingPause} from "../../src/interfaces/shared/ILapsingPause.sol";
import {RewardsTreasury} from "../../src/rewards/RewardsTreasury.sol";
import {StakingPool} from "../../src/staking/StakingPool.sol";
import {vm} from "../shared/Test.sol";
import {HookedToken} from "./HookedToken.sol";
import {PoolFixture} from "./PoolFixture.sol";

/// @notice Permits, pauses, callbacks, and that principal leaves whatever rewards do.
contract StakingPoolGuardsTest is PoolFixture {
    struct Permit {
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @dev Where `_book` begins, as in snapshots/layouts.json.
    uint256 private constant BOOK_SLOT = 1;

    // --- permit

    function test_permitsNeedNoApproval() public {
        _forgetAllowance();
        Permit memory permit = _permit(100 * QTI);
        vm.prank(ada);
        uint256 id = pool.stakeWithPermit(100 * QTI, MONTH, WEEK, permit.v, permit.r, permit.s);
        assertEq(id, 1);
        assertEq(pool.positionOf(id).amount, 100 * QTI);
        assertEq(pool.positionOf(id).lock, MONTH);
        permit = _permit(50 * QTI);
        vm.prank(ada);
        pool.increaseWithPermit(id, 50 * QTI, WEEK, permit.v, permit.r, permit.s);
        assertEq(pool.positionOf(id).amount, 150 * QTI);
        assertEq(qti.allowance(ada, address(pool)), 0);
    }

    function test_permitsUsedBySomeoneElseDoNoHarm() public {
        _forgetAllowance();
        Permit memory permit = _permit(100 * QTI);
        vm.prank(ben);
        qti.permit(ada, address(pool), 100 * QTI, WEEK, permit.v, permit.r, permit.s);
        vm.startPrank(ada);
        uint256 id = pool.stakeWithPermit(60 * QTI, FREE, WEEK, permit.v, permit.r, permit.s);
        pool.increaseWithPermit(id, 40 * QTI, WEEK, permit.v, permit.r, permit.s);
        vm.stopPrank();
        assertEq(pool.positionOf(id).amount, 100 * QTI);
    }

    function test_aPermitOfNoUseFailsForWantOfAllowance() public {
        uint256 id = _stake(ada, 1 * QTI, FREE);
        _forgetAllowance();
        Permit memory permit = _permit(1);
        bytes memory refusal = abi.encodeWithSelector(
            IERC20Errors.ERC20InsufficientAllowance.selector,
            address(pool),
            0,
            100 * QTI
        );
        vm.startPrank(ada);
        vm.expectRevert(refusal);
        pool.stakeWithPermit(100 * QTI, FREE, WEEK, permit.v, permit.r, permit.s);
        vm.expectRevert(refusal);
        pool.increaseWithPermit(id, 100 * QTI, WEEK, permit.v, permit.r, permit.s);
        vm.stopPrank();
    }

    function test_aPermitOfSomeoneElseStakesNothingOfTheirs() public {
        _forgetAllowance();
        Permit memory permit = _permit(100 * QTI);
        vm.startPrank(ben);
        qti.approve(address(pool), 0);
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientAllowance.selector);
        pool.stakeWithPermit(100 * QTI, FREE, WEEK, permit.v, permit.r, permit.s);
        vm.stopPrank();
    }

    // --- pause

    function test_pauseStopsNewStakeAndNothingElse() public {
        uint256 free = _stake(ada, 100 * QTI, FREE);
        uint256 locked = _stake(ada, 100 * QTI, MONTH);
        _stream(700 * QTI);
        skip(25 days);
        uint48 until = uint48(vm.getBlockTimestamp() + 14 days);
        vm.expectEmit(address(pool));
        emit ILapsingPause.PauseSet(until);
        pool.pause();
        assertEq(pool.pausedUntil(), until);

        bytes memory refusal = abi.encodeWithSelector(ILapsingPause.PauseActive.selector, until);
        vm.startPrank(ada);
        vm.expectRevert(refusal);
        pool.stake(1, FREE);
        vm.expectRevert(refusal);
        pool.stakeWithPermit(1, FREE, 0, 0, 0, 0);
        vm.expectRevert(refusal);
        pool.increase(free, 1);
        vm.expectRevert(refusal);
        pool.increaseWithPermit(free, 1, 0, 0, 0, 0);

        assertEq(pool.withdraw(free, 100 * QTI, ada), 100 * QTI);
        assertGt(pool.claim(free, ada), 0);
        pool.withdraw(locked, 1 * QTI, ada);
        vm.stopPrank();
        _stream(1 * QTI);
        pool.skim();
        skip(5 days);
        pool.poke(locked);
    }

    function test_pauseLapsesAndCannotBeStretched() public {
        pool.pause();
        uint48 until = pool.pausedUntil();
        skip(14 days - 1);
        vm.expectRevert(abi.encodeWithSelector(ILapsingPause.PauseActive.selector, until));
        pool.pause();
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ILapsingPause.PauseActive.selector, until));
        pool.stake(1 * QTI, FREE);
        skip(1);
        _stake(ada, 1 * QTI, FREE);
        pool.pause();
        assertEq(pool.pausedUntil(), until + 14 days);
    }

    function test_unpauseEndsAPauseAtOnce() public {
        pool.pause();
        vm.expectEmit(address(pool));
        emit ILapsingPause.PauseSet(0);
        pool.unpause();
        assertEq(pool.pausedUntil(), 0);
        _stake(ada, 1 * QTI, FREE);
    }

    function test_strangersCannotPause() public {
        bytes memory refusal = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ben);
        vm.startPrank(ben);
        vm.expectRevert(refusal);
        pool.pause();
        vm.expectRevert(refusal);
        pool.unpause();
        vm.stopPrank();
    }

    function test_A3_pausingMovesNoValue() public {
        uint256 id = _stake(ada, 100 * QTI, FREE);
        _stream(700 * QTI);
        skip(1 days);
        pool.pause();
        assertEq(pool.earnedOf(id), 100 * QTI);
        assertEq(qti.balanceOf(address(pool)), 800 * QTI);
        pool.unpause();
        assertEq(pool.earnedOf(id), 100 * QTI);
    }

    // --- callbacks

    function test_hurt_reentrancyThroughTheToken() public {
        (HookedToken token, StakingPool hooked, uint256 id) = _hookedPool();
        bytes[8] memory calls = [
            abi.encodeCall(hooked.stake, (1, FREE)),
            abi.encodeCall(hooked.stakeWithPermit, (1, FREE, 0, 0, 0, 0)),
            abi.encodeCall(hooked.increase, (id, 1)),
            abi.encodeCall(hooked.withdraw, (id, 1, address(token))),
            abi.encodeCall(hooked.claim, (id, address(token))),
            abi.encodeCall(hooked.poke, (id)),
            abi.encodeCall(hooked.skim, ()),
            abi.encodeCall(hooked.notify, (0))
        ];
        bytes memory refusal = abi.encodeWithSelector(
            ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector
        );
        for (uint256 i = 0; i < calls.length * 4; ++i) {
            token.arm(address(hooked), calls[i / 4]);
            if (i % 4 == 0) hooked.stake(1 * QTI, FREE);
            else if (i % 4 == 1) hooked.increase(id, 1 * QTI);
            else if (i % 4 == 2) hooked.withdraw(id, 1 * QTI, address(this));
            else hooked.claim(id, address(this));
            assertFalse(token.succeeded());
            assertEq(token.result(), refusal);
        }
    }

    function test_viewsInTheMiddleOfACallShowTheStateAfterIt() public {
        (HookedToken token, StakingPool hooked, uint256 id) = _hookedPool();
        token.arm(address(hooked), abi.encodeCall(hooked.totalStaked, ()));
        hooked.stake(10 * QTI, FREE);
        assertEq(abi.decode(token.result(), (uint256)), 60 * QTI);
        token.arm(address(hooked), abi.encodeCall(hooked.totalStaked, ()));
        hooked.withdraw(id, 20 * QTI, address(this));
        assertEq(abi.decode(token.result(), (uint256)), 40 * QTI);
    }

    function test_aClaimInTheMiddleOfAnotherOwesNothing() public {
        HookedToken token = new HookedToken();
        RewardsTreasury rewards = new RewardsTreasury(token, address(manager));
        StakingPool hooked = new StakingPool(token, address(rewards), address(manager));
        rewards.setStream(address(hooked), true);
        token.mint(address(rewards), 700 * QTI);
        token.mint(address(this), 100 * QTI);
        token.approve(address(hooked), type(uint256).max);
        uint256 id = hooked.stake(100 * QTI, FREE);
        rewards.fundStream(address(hooked), 700 * QTI);
        skip(1 days);
        token.arm(address(hooked), abi.encodeCall(hooked.earnedOf, (id)));
        assertEq(hooked.claim(id, address(this)), 100 * QTI);
        assertEq(abi.decode(token.result(), (uint256)), 0);
    }

    // --- S5

    function test_S5_principalLeavesWhenTheTreasuryIsSilentForNinetyDays() public {
        uint256 id = _stake(ada, 100 * QTI, SEASON);
        _stream(700 * QTI);
        skip(90 days);
        assertEq(_withdraw(ada, id, 100 * QTI), 100 * QTI);
        // Seven hundred do not divide by a hundred and fifty: the last unit stays.
        assertEq(_claim(ada, id), 700 * QTI - 1);
        assertEq(qti.balanceOf(address(pool)), 1);
    }

    /// @dev Whatever stands where rewards are reckoned, all of a position leaves when its lock is over.
    function testFuzz_S5_principalLeavesWhateverTheRewardsSay(
        uint96 left,
        uint32 updated,
        uint32 rest,
        uint160 rewardPerWeight,
        uint96 amount,
        uint8 lock
    ) public {
        amount = uint96(bound(amount, 1, 1_000_000 * QTI));
        uint256 id = _stake(ada, amount, uint8(bound(lock, 0, 3)));
        skip(365 days);
        uint256 weight = pool.totalWeight();
        _corrupt(BOOK_SLOT, weight | (uint256(left) << 96) | (uint256(updated) << 192) | (uint256(rest) << 224));
        _corrupt(BOOK_SLOT + 1, uint256(amount) | (uint256(rewardPerWeight) << 96));
        uint256 before = qti.balanceOf(ada);
        assertEq(_withdraw(ada, id, amount), amount);
        assertEq(qti.balanceOf(ada), before + amount);
        assertEq(pool.totalStaked(), 0);
        assertEq(pool.totalWeight(), 0);
    }

    function _corrupt(uint256 slot, uint256 word) private {
        vm.store(address(pool), bytes32(slot), bytes32(word));
    }

    function _hookedPool() private returns (HookedToken token, StakingPool hooked, uint256 id) {
        token = new HookedToken();
        hooked = new StakingPool(token, address(treasury), address(manager));
        token.mint(address(this), 100 * QTI);
        token.approve(address(hooked), type(uint256).max);
        id = hooked.stake(50 * QTI, FREE);
    }

    function _forgetAllowance() private {
        vm.prank(ada);
        qti.approve(address(pool), 0);
    }

    function _permit(uint256 amount) private view returns (Permit memory permit) {
        bytes32 typehash = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 content = keccak256(abi.encode(typehash, ada, address(pool), amount, qti.nonces(ada), WEEK));
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", qti.DOMAIN_SEPARATOR(), content));
        (permit.v, permit.r, permit.s) = vm.sign(adaKey, digest);
    }
}
