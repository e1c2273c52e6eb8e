// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {DemoDesk} from "../../src/devnet/DemoDesk.sol";
import {IDemoDesk} from "../../src/interfaces/devnet/IDemo.sol";
import {Roles} from "../../src/shared/Roles.sol";
import {IdentityBase} from "../identity/IdentityBase.sol";
import {vm} from "../shared/Test.sol";

contract DemoDeskTest is IdentityBase {
    DemoDesk private _desk;

    function setUp() public {
        _deployIdentities();
        _desk = new DemoDesk(manager, identities);
        manager.setRoleAdmin(Roles.ISSUER, Roles.ISSUER_DESK);
        manager.grantRole(Roles.ISSUER_DESK, address(_desk), 0);
    }

    function test_aFullyVerifiedPersonBecomesIssuerAtOnce() public {
        _attest(stranger, GERMANY, 2);
        vm.prank(stranger);
        _desk.enrolIssuer();
        (bool isIssuer, uint32 delay) = manager.hasRole(Roles.ISSUER, stranger);
        assertTrue(isIssuer);
        assertEq(delay, 0);
    }

    function test_everybodyElseIsRefused() public {
        _refuse();
        _attest(stranger, GERMANY, 1);
        _refuse();
        address ben = makeAddr("ben");
        stranger = ben;
        _attest(ben, GERMANY, 3);
        identities.freeze(ben);
        _refuse();
        identities.unfreeze(ben);
        skip(YEAR + 1);
        _refuse();
    }

    function _refuse() private {
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IDemoDesk.DemoDeskNotVerified.selector, stranger));
        _desk.enrolIssuer();
    }
}
