// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Attestation, IIdentityRegistry} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {StandingLib} from "../../src/identity/StandingLib.sol";
import {vm} from "../shared/Test.sol";
import {IdentityBase} from "./IdentityBase.sol";

/// @notice What the compliance desk and the administrators can do to an identity.
contract DeskTest is IdentityBase {
    address private _ada;
    address private _second;
    bytes32 private _identity;

    function setUp() public {
        _deployIdentities();
        _ada = makeAddr("ada");
        _attest(_ada);
        _second = _link("ada", "ada-2");
        _identity = identities.identityOf(_ada);
    }

    function test_freezingStopsEveryAccountOfTheIdentity() public {
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.IdentityFrozen(_identity, true);
        identities.freeze(_second);
        assertTrue(identities.standingOf(_ada).frozen && identities.standingOf(_second).frozen);
        assertFalse(identities.canSend(_ada) || identities.canSend(_second));
        assertFalse(identities.canReceive(_ada) || identities.canReceive(_second));

        vm.expectEmit(address(identities));
        emit IIdentityRegistry.IdentityFrozen(_identity, false);
        identities.unfreeze(_ada);
        assertTrue(identities.canReceive(_ada) && identities.canReceive(_second));
    }

    function test_aNewAttestationNeverLiftsAFreeze() public {
        identities.freeze(_ada);
        _renew(_ada);
        assertFalse(identities.canSend(_ada) || identities.canSend(_second));
    }

    function test_revokingStopsEveryAccountAndRaisesItsNonce() public {
        (uint256 nonce, uint256 secondNonce) = (identities.nonces(_ada), identities.nonces(_second));
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.IdentityRevoked(_identity);
        identities.revoke(_second);
        assertTrue(identities.standingOf(_ada).revoked && identities.standingOf(_second).revoked);
        assertFalse(identities.canSend(_ada) || identities.canSend(_second));
        assertEq(identities.nonces(_ada), nonce + 1);
        assertEq(identities.nonces(_second), secondNonce + 1);
    }

    function test_noOldAttestationRevivesARevokedIdentity() public {
        Attestation memory old = _person(_ada);
        old.identity = _identity;
        bytes memory proof = signature(attesterKey, _digest(old));
        identities.revoke(_ada);
        vm.expectRevert(
            abi.encodeWithSelector(
                IIdentityRegistry.IdentityInvalidNonce.selector,
                _ada,
                old.nonce,
                old.nonce + 1
            )
        );
        identities.attest(old, proof);
    }

    function test_aNewAttestationRevivesARevokedIdentity() public {
        identities.revoke(_ada);
        _renew(_second);
        assertTrue(identities.canReceive(_ada) && identities.canReceive(_second));
    }

    function test_revokingAgainRaisesTheNonceAgain() public {
        identities.revoke(_ada);
        uint256 nonce = identities.nonces(_ada);
        identities.revoke(_ada);
        assertEq(identities.nonces(_ada), nonce + 1);
    }

    function test_unknownAccountsCannotBeFrozenOrRevoked() public {
        bytes memory reason = abi.encodeWithSelector(IIdentityRegistry.IdentityUnknownAccount.selector, stranger);
        vm.expectRevert(reason);
        identities.freeze(stranger);
        vm.expectRevert(reason);
        identities.unfreeze(stranger);
        vm.expectRevert(reason);
        identities.revoke(stranger);
    }

    function test_aSystemContractIsMarkedAndMayNeitherSendNorReceive() public {
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.SystemContractSet(address(this), true);
        identities.setSystemContract(address(this), true);
        assertTrue(identities.standingOf(address(this)).system);
        assertFalse(identities.canSend(address(this)) || identities.canReceive(address(this)));

        identities.setSystemContract(address(this), false);
        assertFalse(identities.standingOf(address(this)).system);
        _attest(address(this));
        assertTrue(identities.canReceive(address(this)));
    }

    function test_onlyASystemContractNotesThatAnAccountHasPledged() public {
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityNotSystem.selector, address(this)));
        identities.notePledge(_ada);
        identities.setSystemContract(address(this), true);
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.AccountPledged(_ada);
        identities.notePledge(_ada);
        identities.notePledge(_ada);
        (uint256 word, uint256 second) = identities.pair(_ada, _second);
        assertTrue(word & StandingLib.PLEDGED != 0);
        assertFalse(second & StandingLib.PLEDGED != 0);
        // A renewal touches the whole identity and leaves it.
        _renew(_second);
        (word, ) = identities.pair(_ada, _ada);
        assertTrue(word & StandingLib.PLEDGED != 0);
    }

    function test_aPersonCannotBecomeASystemContract() public {
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentitySystemConflict.selector, _ada));
        identities.setSystemContract(_ada, true);
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentitySystemConflict.selector, _ada));
        identities.setSystemContract(_ada, false);
    }

    function test_settingAnAttesterIsAnnounced() public {
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.AttesterSet(stranger, true);
        identities.setAttester(stranger, true);
        assertTrue(identities.isAttester(stranger));
    }

    function test_strangersMayDoNoneOfIt() public {
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(reason);
        identities.freeze(_ada);
        vm.expectRevert(reason);
        identities.unfreeze(_ada);
        vm.expectRevert(reason);
        identities.revoke(_ada);
        vm.expectRevert(reason);
        identities.setAttester(stranger, true);
        vm.expectRevert(reason);
        identities.setSystemContract(stranger, true);
    }

    /// @dev Ninety days without an attester: nobody new comes in, whoever is in can still leave.
    function test_aSilentAttesterStopsNoExit() public {
        identities.setAttester(attester, false);
        skip(YEAR + 90 days);
        assertTrue(identities.canSend(_ada));
        assertFalse(identities.canReceive(_ada));
    }

    /// @dev Set by domains that come later; what belongs to one account must survive what is written to its identity.
    function test_flagsOfOneAccountStayWithItAndAreNotInherited() public {
        bytes32 slot = keccak256(abi.encode(_ada, uint256(3)));
        uint256 word = uint256(vm.load(address(identities), slot));
        vm.store(address(identities), slot, bytes32(word | StandingLib.PLEDGED));
        assertEq(_wordOf(_ada), word | StandingLib.PLEDGED);

        address third = _link("ada", "ada-3");
        assertEq(_wordOf(third) & StandingLib.OWN, 0);
        _renew(_second);
        identities.freeze(third);
        identities.unfreeze(third);
        identities.revoke(third);
        assertEq(_wordOf(_ada) & StandingLib.OWN, StandingLib.PLEDGED);
        assertEq(_wordOf(_second) & StandingLib.OWN, 0);
    }

    function _wordOf(address account) private view returns (uint256 word) {
        (word, ) = identities.pair(account, account);
    }

    function _renew(address account) private {
        Attestation memory renewal = _person(account);
        renewal.identity = _identity;
        _submit(renewal);
    }
}
