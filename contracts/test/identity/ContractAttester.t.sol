// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {Attestation, IIdentityRegistry} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {vm} from "../shared/Test.sol";
import {IdentityBase} from "./IdentityBase.sol";

/// @dev Agrees to whatever it is asked.
contract Agreeable is IERC1271 {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return IERC1271.isValidSignature.selector;
    }
}

/// @notice An attester that is a contract puts its address in front of what it signs.
contract ContractAttesterTest is IdentityBase {
    address private _agreeable;

    function setUp() public {
        _deployIdentities();
        _agreeable = address(new Agreeable());
        identities.setAttester(_agreeable, true);
    }

    /// @dev An address alone is public and proves nothing, however agreeable the contract is.
    function test_anAddressAloneIsNoSignature() public {
        Attestation memory person = _person(makeAddr("ada"));
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, address(0)));
        identities.attest(person, abi.encodePacked(_agreeable));
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, address(0)));
        identities.attest(person, abi.encodePacked(bytes19(bytes20(_agreeable))));
        identities.attest(person, abi.encodePacked(_agreeable, hex"01"));
        assertTrue(identities.canReceive(person.account));
    }
}
