// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {Roles} from "../../src/shared/Roles.sol";
import {StakingFixture} from "../staking/StakingFixture.sol";
import {vm} from "./Test.sol";

contract QtiAccessManagerTest is StakingFixture {
    address private _admin;
    address private _guardian;
    address private _treasurer;

    /// @dev The roles of a deployment, as far as money is concerned, and an ADMIN with its delay.
    function setUp() public override {
        super.setUp();
        _admin = makeAddr("admin");
        _guardian = makeAddr("guardian");
        _treasurer = makeAddr("treasurer");
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = treasury.fundStream.selector;
        manager.setTargetFunctionRole(address(treasury), selectors, Roles.TREASURER);
        manager.setRoleGuardian(Roles.TREASURER, Roles.GUARDIAN);
        manager.grantRole(Roles.TREASURER, _treasurer, 48 hours);
        manager.grantRole(Roles.GUARDIAN, _guardian, 0);
        manager.grantRole(Roles.ADMIN, _admin, 72 hours);
        manager.renounceRole(Roles.ADMIN, address(this));
    }

    function testFuzz_A2_delayedActsAreNeverEarly(uint32 wait) public {
        uint256 time = bound(wait, 0, 3 weeks);
        bytes memory data = abi.encodeCall(treasury.fundStream, (address(vault), 7 * QTI));
        vm.prank(_treasurer);
        (bytes32 id, ) = manager.schedule(address(treasury), data, 0);
        skip(time);
        vm.prank(_treasurer);
        if (time < 48 hours) {
            vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotReady.selector, id));
        } else if (time >= 48 hours + 1 weeks) {
            vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerExpired.selector, id));
        }
        treasury.fundStream(address(vault), 7 * QTI);
        (uint256 left, , ) = vault.stream();
        assertEq(left, time >= 48 hours && time < 48 hours + 1 weeks ? 7 * QTI : 0);
    }

    function test_A2_delayedActsNeedTheirOwnSchedule() public {
        bytes memory data = abi.encodeCall(treasury.fundStream, (address(vault), 7 * QTI));
        vm.prank(_treasurer);
        manager.schedule(address(treasury), data, 0);
        skip(48 hours);
        bytes32 other = manager.hashOperation(
            _treasurer,
            address(treasury),
            abi.encodeCall(treasury.fundStream, (address(vault), 8 * QTI))
        );
        vm.prank(_treasurer);
        vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, other));
        treasury.fundStream(address(vault), 8 * QTI);

        vm.prank(_treasurer);
        treasury.fundStream(address(vault), 7 * QTI);
        bytes32 same = manager.hashOperation(_treasurer, address(treasury), data);
        vm.prank(_treasurer);
        vm.expectRevert(abi.encodeWithSelector(IAccessManager.AccessManagerNotScheduled.selector, same));
        treasury.fundStream(address(vault), 7 * QTI);
    }

    function test_A2_nobodySchedulesEarlierThanTheDelay() public {
        bytes memory data = abi.encodeCall(treasury.fundStream, (address(vault), 7 * QTI));
        uint48 early = uint48(vm.getBlockTimestamp() + 48 hours - 1);
        vm.prank(_treasurer);
        vm.expectPartialRevert(IAccessManager.AccessManagerUnauthorizedCall.selector);
        manager.schedule(address(treasury), data, early);
    }

    function test_guardianCancelsWhatATreasurerScheduled() public {
        bytes memory data = abi.encodeCall(treasury.fundStream, (address(vault), 7 * QTI));
        vm.prank(_treasurer);
        manager.schedule(address(treasury), data, 0);
        vm.prank(_guardian);
        manager.cancel(_treasurer, address(treasury), data);
        skip(48 hours);
        vm.prank(_treasurer);
        vm.expectPartialRevert(IAccessManager.AccessManagerNotScheduled.selector);
        treasury.fundStream(address(vault), 7 * QTI);
    }

    function test_guardianCancelsWhatAStolenAdminKeyScheduled() public {
        bytes[3] memory plans = [
            abi.encodeCall(manager.grantRole, (Roles.TREASURER, _admin, 0)),
            abi.encodeCall(manager.revokeRole, (Roles.GUARDIAN, _guardian)),
            abi.encodeCall(manager.updateAuthority, (address(vault), _admin))
        ];
        for (uint256 i = 0; i < plans.length; ++i) {
            vm.prank(_admin);
            manager.schedule(address(manager), plans[i], 0);
            vm.prank(_guardian);
            manager.cancel(_admin, address(manager), plans[i]);
        }
        bytes memory unpause = abi.encodeCall(vault.unpause, ());
        vm.prank(_admin);
        manager.schedule(address(vault), unpause, 0);
        vm.prank(_guardian);
        manager.cancel(_admin, address(vault), unpause);
    }

    function test_strangersCancelNothing() public {
        bytes memory data = abi.encodeCall(treasury.fundStream, (address(vault), 7 * QTI));
        vm.prank(_treasurer);
        manager.schedule(address(treasury), data, 0);
        vm.prank(ben);
        vm.expectPartialRevert(IAccessManager.AccessManagerUnauthorizedCancel.selector);
        manager.cancel(_treasurer, address(treasury), data);
        vm.prank(_treasurer);
        manager.cancel(_treasurer, address(treasury), data);
    }

    function test_guardianCanDoNothingButCancel() public {
        vm.startPrank(_guardian);
        vm.expectPartialRevert(IAccessManager.AccessManagerUnauthorizedCall.selector);
        manager.schedule(address(treasury), abi.encodeCall(treasury.fundStream, (address(vault), 1)), 0);
        vm.expectPartialRevert(IAccessManager.AccessManagerUnauthorizedAccount.selector);
        manager.grantRole(Roles.TREASURER, _guardian, 0);
        vm.stopPrank();
    }
}
