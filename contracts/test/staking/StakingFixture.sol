// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {RewardsTreasury} from "../../src/rewards/RewardsTreasury.sol";
import {QtiAccessManager} from "../../src/shared/QtiAccessManager.sol";
import {QtiToken} from "../../src/staking/QtiToken.sol";
import {StakingVault} from "../../src/staking/StakingVault.sol";
import {Test, vm} from "../shared/Test.sol";

/// @notice QTI, treasury and vault with this contract as ADMIN without delay, and two people with QTI.
abstract contract StakingFixture is Test {
    uint256 internal constant QTI = 1e18;
    /// @dev One sQTI.
    uint256 internal constant SHARE = 1e24;
    uint256 internal constant WEEK = 7 days;

    QtiAccessManager internal manager;
    QtiToken internal qti;
    RewardsTreasury internal treasury;
    StakingVault internal vault;
    address internal ada;
    address internal ben;
    uint256 internal adaKey;

    function setUp() public virtual {
        manager = new QtiAccessManager(address(this));
        qti = new QtiToken(address(this));
        treasury = new RewardsTreasury(qti, address(manager));
        vault = new StakingVault(qti, address(treasury), address(manager));
        treasury.setStream(address(vault), true);
        qti.transfer(address(treasury), 400_000_000 * QTI);
        (ada, adaKey) = makeAddrAndKey("ada");
        ben = makeAddr("ben");
        _fund(ada, 1_000_000 * QTI);
        _fund(ben, 1_000_000 * QTI);
    }

    function _fund(address account, uint256 amount) internal {
        qti.transfer(account, amount);
        vm.prank(account);
        qti.approve(address(vault), type(uint256).max);
    }

    function _deposit(address account, uint256 assets) internal returns (uint256) {
        vm.prank(account);
        return vault.deposit(assets, account);
    }

    function _redeemAll(address account) internal returns (uint256) {
        uint256 shares = vault.balanceOf(account);
        vm.prank(account);
        return vault.redeem(shares, account, account);
    }
}
