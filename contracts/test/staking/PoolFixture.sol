// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {StakingPool} from "../../src/staking/StakingPool.sol";
import {vm} from "../shared/Test.sol";
import {StakingFixture} from "./StakingFixture.sol";

/// @notice The pool beside the vault, and the locks by name.
abstract contract PoolFixture is StakingFixture {
    uint8 internal constant FREE = 0;
    uint8 internal constant MONTH = 1;
    uint8 internal constant SEASON = 2;
    uint8 internal constant YEAR = 3;

    StakingPool internal pool;

    function setUp() public virtual override {
        super.setUp();
        pool = new StakingPool(qti, address(treasury), address(manager));
        treasury.setStream(address(pool), true);
        for (uint256 i = 0; i < 2; ++i) {
            vm.prank(i == 0 ? ada : ben);
            qti.approve(address(pool), type(uint256).max);
        }
    }

    function _stake(address account, uint256 amount, uint8 lock) internal returns (uint256) {
        vm.prank(account);
        return pool.stake(amount, lock);
    }

    function _increase(address account, uint256 positionId, uint256 amount) internal {
        vm.prank(account);
        pool.increase(positionId, amount);
    }

    function _withdraw(address account, uint256 positionId, uint256 amount) internal returns (uint256) {
        vm.prank(account);
        return pool.withdraw(positionId, amount, account);
    }

    function _claim(address account, uint256 positionId) internal returns (uint256) {
        vm.prank(account);
        return pool.claim(positionId, account);
    }

    function _stream(uint256 amount) internal {
        treasury.fundStream(address(pool), amount);
    }
}
