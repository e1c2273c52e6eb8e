// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {IStakingVault} from "../../src/interfaces/staking/IStakingVault.sol";
import {IStreamedStaking} from "../../src/interfaces/staking/IStreamedStaking.sol";
import {StakingVault} from "../../src/staking/StakingVault.sol";
import {vm} from "../shared/Test.sol";
import {HookedToken} from "./HookedToken.sol";
import {StakingFixture} from "./StakingFixture.sol";

contract StakingVaultTest is StakingFixture {
    struct Permit {
        uint8 v;
        bytes32 r;
        bytes32 s;
    }

    /// @dev Most units that stay with the virtual shares in these small stories.
    uint256 private constant DUST = 20;

    // --- what it is

    function test_isAVaultOverQtiWithSixMoreDecimals() public view {
        assertEq(vault.asset(), address(qti));
        assertEq(vault.name(), "Staked QTI");
        assertEq(vault.symbol(), "sQTI");
        assertEq(vault.decimals(), 24);
    }

    function test_firstDepositGetsOneShareAQti() public {
        assertEq(_deposit(ada, 100 * QTI), 100 * SHARE);
        assertEq(vault.totalAssets(), 100 * QTI);
    }

    // --- streaming

    function test_rewardsFlowEvenlyOverAWeek() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        for (uint256 day = 1; day <= 7; ++day) {
            skip(1 days);
            assertEq(vault.totalAssets(), (100 + 100 * day) * QTI);
        }
    }

    function test_rewardsAreSharedByStakeAndTime() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(1 days);
        // Worth 200 now, ben puts in as much: from here on each earns half.
        _deposit(ben, 200 * QTI);
        skip(6 days);
        assertApproxEqAbs(_redeemAll(ada), 500 * QTI, DUST);
        assertApproxEqAbs(_redeemAll(ben), 500 * QTI, DUST);
    }

    function test_notifyTellsWhatFlowsUntilWhen() public {
        _deposit(ada, 100 * QTI);
        vm.expectEmit(address(vault));
        emit IStreamedStaking.RewardNotified(700 * QTI, 700 * QTI, uint48(block.timestamp + WEEK));
        vm.expectEmit(address(vault));
        emit IStakingVault.Accrued(100 * QTI, 100 * SHARE, 700 * QTI, uint48(block.timestamp + WEEK));
        treasury.fundStream(address(vault), 700 * QTI);
    }

    function test_everyChangeTellsTheWholeState() public {
        uint256 start = vm.getBlockTimestamp();
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(1 days);
        uint256 shares = 100 * SHARE + vault.previewDeposit(50 * QTI);
        vm.expectEmit(address(vault));
        emit IStakingVault.Accrued(250 * QTI, shares, 600 * QTI, uint48(start + WEEK));
        _deposit(ben, 50 * QTI);
        skip(1 days);
        shares -= vault.previewWithdraw(30 * QTI);
        vm.expectEmit(address(vault));
        emit IStakingVault.Accrued(320 * QTI, shares, 500 * QTI, uint48(start + WEEK));
        vm.prank(ben);
        vault.withdraw(30 * QTI, ben, ben);
    }

    function test_theEndIsWeightedByAmounts() public {
        uint256 start = vm.getBlockTimestamp();
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(6 days);
        // 100 left over 1 day and 100 new over 7: 200 over 4.
        treasury.fundStream(address(vault), 100 * QTI);
        (uint256 left, uint48 end, uint48 updated) = vault.stream();
        assertEq(left, 200 * QTI);
        assertEq(end, start + 10 days);
        assertEq(updated, start + 6 days);
    }

    function test_streamSurvivesTheWrapOfThirtyTwoBitTimes() public {
        vm.warp(2 ** 32 - 1 days);
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(3 days);
        assertEq(vault.totalAssets(), 400 * QTI);
        _deposit(ada, 1 * QTI);
        (, uint48 end, uint48 updated) = vault.stream();
        assertEq(updated, 2 ** 32 + 2 days);
        assertEq(end, 2 ** 32 + 6 days);
    }

    // --- the clock stands still

    function test_S7_nothingStreamsToNobody() public {
        treasury.fundStream(address(vault), 700 * QTI);
        skip(3 days);
        assertEq(vault.totalAssets(), 0);
        _deposit(ada, 100 * QTI);
        (uint256 left, uint48 end, ) = vault.stream();
        assertEq(left, 700 * QTI);
        assertEq(end, vm.getBlockTimestamp() + WEEK);
    }

    function test_hurt_rewardsLostWhileNobodyStakes() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(1 days);
        assertApproxEqAbs(_redeemAll(ada), 200 * QTI, DUST);
        skip(3 days);
        _deposit(ben, 100 * QTI);
        skip(6 days);
        assertApproxEqAbs(_redeemAll(ben), 700 * QTI, DUST);
    }

    function test_theClockStandsStillBelowOneQti() public {
        _deposit(ada, 1 * QTI - 1);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(1 days);
        assertEq(vault.totalAssets(), 1 * QTI - 1);
        _deposit(ada, 1);
        skip(1 days);
        assertEq(vault.totalAssets(), 101 * QTI);
    }

    function test_theClockStandsStillWhileVirtualSharesWouldTakeANoticeablePart() public {
        // Somebody alone with one QTI takes whole streams and leaves each time, which drives the price of a share up.
        for (uint256 i = 0; i < 2; ++i) {
            _deposit(ada, 1 * QTI);
            treasury.fundStream(address(vault), 100_000_000 * QTI);
            skip(WEEK);
            _redeemAll(ada);
        }
        _deposit(ada, 1 * QTI);
        assertLt(vault.totalSupply(), 1e12);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(WEEK);
        (uint256 left, , ) = vault.stream();
        assertEq(left, 700 * QTI, "waits for more shares");
        assertLe(vault.totalAssets(), 2 * QTI);
    }

    // --- known hurts

    function test_hurt_accrualAfterTheEnd() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(WEEK);
        assertEq(vault.totalAssets(), 800 * QTI);
        skip(365 days);
        assertEq(vault.totalAssets(), 800 * QTI);
        assertApproxEqAbs(_redeemAll(ada), 800 * QTI, DUST);
    }

    function test_hurt_precisionLossOnSmallStreams() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 13);
        for (uint256 i = 0; i < 7 * 24; ++i) {
            skip(1 hours);
            _deposit(ben, 1);
        }
        assertEq(vault.totalAssets(), 100 * QTI + 13 + 7 * 24);
    }

    function test_hurt_dilutionByATinyNotify() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(6 days);
        (, uint48 endBefore, ) = vault.stream();
        treasury.fundStream(address(vault), 1);
        (, uint48 endAfter, ) = vault.stream();
        assertEq(endAfter, endBefore);
    }

    function test_hurt_notifyWithoutFunds() public {
        _deposit(ada, 100 * QTI);
        vm.prank(address(treasury));
        vm.expectRevert(abi.encodeWithSelector(IStreamedStaking.StakingRewardNotReceived.selector, 1, 0));
        vault.notify(1);
    }

    function test_hurt_rewardTokenIsStakeTokenMixedUp() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 50 * QTI);
        // Neither the stake nor what already streams counts as a new reward.
        vm.prank(address(treasury));
        vm.expectRevert(abi.encodeWithSelector(IStreamedStaking.StakingRewardNotReceived.selector, 100 * QTI, 0));
        vault.notify(100 * QTI);
    }

    function test_notifyIsForTheTreasuryOnly() public {
        vm.expectRevert(abi.encodeWithSelector(IStreamedStaking.StakingOnlyTreasury.selector, address(this)));
        vault.notify(0);
    }

    function test_hurt_flashStake() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(1 days);
        uint256 before = qti.balanceOf(ben);
        _deposit(ben, 1_000_000 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        _redeemAll(ben);
        assertLe(qti.balanceOf(ben), before);
    }

    function test_hurt_shareInflationByDonation() public {
        // The classic attack: one unit of stake, then a donation that should round the victim's shares to nothing.
        _deposit(ben, 1);
        vm.prank(ben);
        qti.transfer(address(vault), 10_000 * QTI);
        assertEq(_deposit(ada, 100 * QTI), 100 * SHARE);
        assertEq(_redeemAll(ada), 100 * QTI);
        assertEq(_redeemAll(ben), 1);
    }

    function test_V12_donationChangesNoPriceAndIsSkimmedToTheTreasury() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        vm.prank(ben);
        qti.transfer(address(vault), 5 * QTI);
        assertEq(vault.totalAssets(), 100 * QTI);
        uint256 held = qti.balanceOf(address(treasury));
        vm.expectEmit(address(vault));
        emit IStreamedStaking.Skimmed(address(treasury), 5 * QTI);
        assertEq(vault.skim(), 5 * QTI);
        assertEq(qti.balanceOf(address(treasury)), held + 5 * QTI);
        assertEq(vault.skim(), 0);
        assertEq(vault.totalAssets(), 100 * QTI);
    }

    function test_hurt_reentrancyThroughTheToken() public {
        HookedToken token = new HookedToken();
        StakingVault hooked = new StakingVault(token, address(treasury), address(manager));
        token.mint(address(this), 100 * QTI);
        token.approve(address(hooked), type(uint256).max);
        hooked.deposit(50 * QTI, address(this));

        bytes[4] memory calls = [
            abi.encodeCall(hooked.deposit, (1, address(this))),
            abi.encodeCall(hooked.redeem, (1, address(token), address(token))),
            abi.encodeCall(hooked.skim, ()),
            abi.encodeCall(hooked.notify, (0))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            token.arm(address(hooked), calls[i]);
            if (i % 2 == 0) hooked.deposit(1 * QTI, address(this));
            else hooked.withdraw(1 * QTI, address(this), address(this));
            assertTrue(token.called());
            assertFalse(token.succeeded());
            if (i != 1) {
                assertEq(
                    token.result(),
                    abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
                );
            }
        }
    }

    function test_viewsInTheMiddleOfACallShowTheOldOrTheNewPriceOnly() public {
        HookedToken token = new HookedToken();
        StakingVault hooked = new StakingVault(token, address(treasury), address(manager));
        token.mint(address(this), 100 * QTI);
        token.approve(address(hooked), type(uint256).max);
        hooked.deposit(50 * QTI, address(this));

        bytes memory look = abi.encodeCall(hooked.convertToAssets, (SHARE));
        token.arm(address(hooked), look);
        hooked.deposit(10 * QTI, address(this));
        assertEq(abi.decode(token.result(), (uint256)), QTI);
        token.arm(address(hooked), look);
        hooked.withdraw(10 * QTI, address(this), address(this));
        assertEq(abi.decode(token.result(), (uint256)), QTI);
    }

    // --- permit

    function test_depositWithPermitNeedsNoApproval() public {
        vm.prank(ada);
        qti.approve(address(vault), 0);
        Permit memory permit = _permit(100 * QTI);
        vm.prank(ada);
        assertEq(vault.depositWithPermit(100 * QTI, ada, 0, WEEK, permit.v, permit.r, permit.s), 100 * SHARE);
    }

    function test_depositWithPermitToleratesAPermitUsedBySomeoneElse() public {
        vm.prank(ada);
        qti.approve(address(vault), 0);
        Permit memory permit = _permit(100 * QTI);
        vm.prank(ben);
        qti.permit(ada, address(vault), 100 * QTI, WEEK, permit.v, permit.r, permit.s);
        vm.prank(ada);
        assertEq(vault.depositWithPermit(100 * QTI, ada, 0, WEEK, permit.v, permit.r, permit.s), 100 * SHARE);
    }

    function test_depositWithAPermitOfNoUseFailsForWantOfAllowance() public {
        vm.prank(ada);
        qti.approve(address(vault), 0);
        Permit memory permit = _permit(1);
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(vault), 0, 100 * QTI)
        );
        vault.depositWithPermit(100 * QTI, ada, 0, WEEK, permit.v, permit.r, permit.s);
    }

    function test_depositWithPermitRefusesFewerSharesThanAsked() public {
        Permit memory permit = _permit(100 * QTI);
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(
                IStakingVault.StakingSharesBelowMinimum.selector,
                100 * SHARE,
                100 * SHARE + 1
            )
        );
        vault.depositWithPermit(100 * QTI, ada, 100 * SHARE + 1, WEEK, permit.v, permit.r, permit.s);
    }

    // --- pause

    function test_pauseStopsDepositsAndNothingElse() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        uint48 until = uint48(block.timestamp + 14 days);
        vm.expectEmit(address(vault));
        emit IStakingVault.PauseSet(until);
        vault.pause();
        assertEq(vault.pausedUntil(), until);
        assertEq(vault.maxDeposit(ada), 0);
        assertEq(vault.maxMint(ada), 0);

        bytes memory refusal = abi.encodeWithSelector(IStakingVault.StakingPaused.selector, until);
        vm.startPrank(ada);
        vm.expectRevert(refusal);
        vault.deposit(1, ada);
        vm.expectRevert(refusal);
        vault.mint(1, ada);
        vm.expectRevert(refusal);
        vault.depositWithPermit(1, ada, 0, 0, 0, 0, 0);
        vm.stopPrank();

        skip(1 days);
        vm.startPrank(ada);
        vault.withdraw(10 * QTI, ada, ada);
        vault.transfer(ben, 1);
        vault.redeem(1 * SHARE, ada, ada);
        vm.stopPrank();
        treasury.fundStream(address(vault), 1 * QTI);
        vault.skim();
        assertGt(_redeemAll(ada), 0);
    }

    function test_pauseLapsesAfterFourteenDays() public {
        vault.pause();
        skip(14 days - 1);
        assertEq(vault.maxDeposit(ada), 0);
        skip(1);
        assertEq(vault.maxDeposit(ada), type(uint256).max);
        assertEq(vault.maxMint(ada), type(uint256).max);
        _deposit(ada, 1 * QTI);
    }

    function test_pauseCannotBeStretchedWhileItLasts() public {
        uint48 until = uint48(block.timestamp + 14 days);
        vault.pause();
        skip(13 days);
        vm.expectRevert(abi.encodeWithSelector(IStakingVault.StakingPaused.selector, until));
        vault.pause();
        skip(1 days);
        vault.pause();
        assertEq(vault.pausedUntil(), until + 14 days);
    }

    function test_unpauseEndsAPauseAtOnce() public {
        vault.pause();
        vm.expectEmit(address(vault));
        emit IStakingVault.PauseSet(0);
        vault.unpause();
        assertEq(vault.pausedUntil(), 0);
        _deposit(ada, 1 * QTI);
    }

    function test_A3_pausingMovesNoValue() public {
        _deposit(ada, 100 * QTI);
        treasury.fundStream(address(vault), 700 * QTI);
        skip(1 days);
        uint256 worth = vault.previewRedeem(vault.balanceOf(ada));
        vault.pause();
        assertEq(vault.previewRedeem(vault.balanceOf(ada)), worth);
        assertEq(qti.balanceOf(address(vault)), 800 * QTI);
        vault.unpause();
        assertEq(vault.previewRedeem(vault.balanceOf(ada)), worth);
    }

    // --- ERC-4626 details

    function test_withdrawForSomeoneElseSpendsTheirAllowance() public {
        _deposit(ada, 100 * QTI);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, ben, 0, SHARE));
        vault.redeem(SHARE, ben, ada);
        vm.prank(ada);
        vault.approve(ben, SHARE);
        vm.prank(ben);
        assertEq(vault.redeem(SHARE, ben, ada), 1 * QTI);
        assertEq(vault.allowance(ada, ben), 0);
    }

    function test_strangersCannotPause() public {
        vm.startPrank(ben);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ben));
        vault.pause();
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ben));
        vault.unpause();
        vm.stopPrank();
    }

    function _permit(uint256 amount) private view returns (Permit memory permit) {
        bytes32 typehash = keccak256(
            "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
        );
        bytes32 content = keccak256(abi.encode(typehash, ada, address(vault), amount, qti.nonces(ada), WEEK));
        bytes32 digest = keccak256(abi.encodePacked("\x19\x01", qti.DOMAIN_SEPARATOR(), content));
        (permit.v, permit.r, permit.s) = vm.sign(adaKey, digest);
    }
}
