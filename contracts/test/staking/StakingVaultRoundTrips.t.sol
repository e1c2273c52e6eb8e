// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {vm} from "../shared/Test.sol";
import {StakingFixture} from "./StakingFixture.sol";

/// @notice V1 to V8: going round, in either direction, never leaves the caller with more.
contract StakingVaultRoundTripsTest is StakingFixture {
    /// @dev A vault in which time has passed, rewards have flowed and others are in.
    modifier lived(uint128 stake, uint128 reward, uint32 time) {
        _deposit(ben, bound(stake, 0, 900_000 * QTI));
        treasury.fundStream(address(vault), bound(reward, 0, 1_000_000 * QTI));
        skip(bound(time, 0, 10 days));
        _deposit(ada, 10_000 * QTI);
        _;
    }

    function testFuzz_V1_depositThenRedeem(uint128 stake, uint128 reward, uint32 time, uint96 x)
        public
        lived(stake, reward, time)
    {
        uint256 assets = bound(x, 0, 900_000 * QTI);
        vm.startPrank(ada);
        uint256 shares = vault.deposit(assets, ada);
        assertLe(vault.redeem(shares, ada, ada), assets);
        vm.stopPrank();
    }

    function testFuzz_V2_depositThenWithdraw(uint128 stake, uint128 reward, uint32 time, uint96 x)
        public
        lived(stake, reward, time)
    {
        uint256 assets = bound(x, 0, 900_000 * QTI);
        vm.startPrank(ada);
        uint256 shares = vault.deposit(assets, ada);
        assertGe(vault.withdraw(assets, ada, ada), shares);
        vm.stopPrank();
    }

    function testFuzz_V3_redeemThenDeposit(uint128 stake, uint128 reward, uint32 time, uint128 x)
        public
        lived(stake, reward, time)
    {
        uint256 shares = bound(x, 0, vault.balanceOf(ada));
        vm.startPrank(ada);
        uint256 assets = vault.redeem(shares, ada, ada);
        assertLe(vault.deposit(assets, ada), shares);
        vm.stopPrank();
    }

    function testFuzz_V4_redeemThenMint(uint128 stake, uint128 reward, uint32 time, uint128 x)
        public
        lived(stake, reward, time)
    {
        uint256 shares = bound(x, 0, vault.balanceOf(ada));
        vm.startPrank(ada);
        uint256 assets = vault.redeem(shares, ada, ada);
        assertGe(vault.mint(shares, ada), assets);
        vm.stopPrank();
    }

    function testFuzz_V5_mintThenWithdraw(uint128 stake, uint128 reward, uint32 time, uint128 x)
        public
        lived(stake, reward, time)
    {
        uint256 shares = bound(x, 0, vault.convertToShares(900_000 * QTI));
        vm.startPrank(ada);
        uint256 assets = vault.mint(shares, ada);
        assertGe(vault.withdraw(assets, ada, ada), shares);
        vm.stopPrank();
    }

    function testFuzz_V6_mintThenRedeem(uint128 stake, uint128 reward, uint32 time, uint128 x)
        public
        lived(stake, reward, time)
    {
        uint256 shares = bound(x, 0, vault.convertToShares(900_000 * QTI));
        vm.startPrank(ada);
        uint256 assets = vault.mint(shares, ada);
        assertLe(vault.redeem(shares, ada, ada), assets);
        vm.stopPrank();
    }

    function testFuzz_V7_withdrawThenMint(uint128 stake, uint128 reward, uint32 time, uint96 x)
        public
        lived(stake, reward, time)
    {
        uint256 assets = bound(x, 0, vault.maxWithdraw(ada));
        vm.startPrank(ada);
        uint256 shares = vault.withdraw(assets, ada, ada);
        assertGe(vault.mint(shares, ada), assets);
        vm.stopPrank();
    }

    function testFuzz_V8_withdrawThenDeposit(uint128 stake, uint128 reward, uint32 time, uint96 x)
        public
        lived(stake, reward, time)
    {
        uint256 assets = bound(x, 0, vault.maxWithdraw(ada));
        vm.startPrank(ada);
        uint256 shares = vault.withdraw(assets, ada, ada);
        assertLe(vault.deposit(assets, ada), shares);
        vm.stopPrank();
    }

    function testFuzz_V9_convertAndPreviewNeverRevertBelowTwoToThe128(
        uint128 stake,
        uint128 reward,
        uint32 time,
        uint128 x
    ) public lived(stake, reward, time) {
        assertLe(vault.previewDeposit(x), vault.previewWithdraw(x), "rounding is in favour of the vault");
        assertLe(vault.previewRedeem(x), vault.previewMint(x), "rounding is in favour of the vault");
        assertEq(vault.convertToShares(x), vault.previewDeposit(x));
        assertEq(vault.convertToAssets(x), vault.previewRedeem(x));
        address stranger = address(uint160(x));
        vault.maxDeposit(stranger);
        vault.maxMint(stranger);
        vault.maxWithdraw(stranger);
        vault.maxRedeem(stranger);
    }
}
