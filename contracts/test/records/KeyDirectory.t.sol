// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IKeyDirectory, KeyEntry} from "../../src/interfaces/records/IKeyDirectory.sol";
import {KeyDirectory} from "../../src/records/KeyDirectory.sol";
import {Test, vm} from "../shared/Test.sol";

contract KeyDirectoryTest is Test {
    bytes32 private constant R1 = keccak256("recipient 1");
    bytes32 private constant V1 = keccak256("verifier 1");
    bytes32 private constant R2 = keccak256("recipient 2");
    bytes32 private constant V2 = keccak256("verifier 2");

    KeyDirectory private _keys;
    address private _ada;
    address private _eve;

    function setUp() public {
        vm.warp(1_000_000);
        _keys = new KeyDirectory();
        _ada = makeAddr("ada");
        _eve = makeAddr("eve");
    }

    function test_registersKeysOfTheCaller() public {
        vm.expectEmit(address(_keys));
        emit IKeyDirectory.KeysRegistered(_ada, 0, R1, V1, 1_000_000, 2_000_000);
        vm.prank(_ada);
        assertEq(_keys.register(R1, V1, 2_000_000), 0);
        KeyEntry memory entry = _keys.currentKeys(_ada);
        assertEq(entry.recipient, R1);
        assertEq(entry.verifier, V1);
        assertEq(entry.validFrom, 1_000_000);
        assertEq(entry.validUntil, 2_000_000);
        assertEq(_keys.keysCount(_ada), 1);
        assertEq(_keys.keysCount(_eve), 0);
        assertEq(_keys.currentKeys(_eve).recipient, bytes32(0));
    }

    function test_rotationEndsTheEntryBeforeAndKeepsIt() public {
        vm.startPrank(_ada);
        _keys.register(R1, V1, 0);
        skip(1 days);
        assertEq(_keys.register(R2, V2, 0), 1);
        assertEq(_keys.currentKeys(_ada).recipient, R2);
        KeyEntry memory old = _keys.keysAt(_ada, 0);
        assertEq(old.recipient, R1);
        assertEq(old.validUntil, 1_000_000 + 1 days);
        assertEq(old.revokedAt, 0);
        vm.stopPrank();
    }

    function test_rotationEndsAnEntryBeforeItsOwnEnd() public {
        vm.startPrank(_ada);
        _keys.register(R1, V1, 2_000_000);
        skip(1 days);
        _keys.register(R2, V2, 0);
        assertEq(_keys.keysAt(_ada, 0).validUntil, 1_000_000 + 1 days);
        vm.stopPrank();
    }

    function test_rotationDoesNotExtendAnEntryThatEnded() public {
        vm.startPrank(_ada);
        _keys.register(R1, V1, 1_000_010);
        skip(1 days);
        _keys.register(R2, V2, 0);
        assertEq(_keys.keysAt(_ada, 0).validUntil, 1_000_010);
        vm.stopPrank();
    }

    function test_keysEndByThemselves() public {
        vm.prank(_ada);
        _keys.register(R1, V1, 1_000_010);
        vm.warp(1_000_009);
        assertEq(_keys.currentKeys(_ada).recipient, R1);
        vm.warp(1_000_010);
        assertEq(_keys.currentKeys(_ada).recipient, bytes32(0));
    }

    function test_anOldEntryNeverComesBackByRevokingTheNewest() public {
        vm.startPrank(_ada);
        _keys.register(R1, V1, 0);
        _keys.register(R2, V2, 0);
        _keys.revoke(1);
        assertEq(_keys.currentKeys(_ada).recipient, bytes32(0));
        vm.stopPrank();
    }

    function test_revocationIsFinal() public {
        vm.startPrank(_ada);
        _keys.register(R1, V1, 0);
        vm.expectEmit(address(_keys));
        emit IKeyDirectory.KeysRevoked(_ada, 0);
        _keys.revoke(0);
        assertEq(_keys.keysAt(_ada, 0).revokedAt, 1_000_000);
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysAlreadyRevoked.selector, _ada, 0));
        _keys.revoke(0);
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysFingerprintRevoked.selector, R1));
        _keys.register(R1, V2, 0);
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysFingerprintRevoked.selector, V1));
        _keys.register(R2, V1, 0);
        vm.stopPrank();
    }

    function test_aRevokedKeyIsNotCurrentInALaterEntryThatSharesIt() public {
        vm.startPrank(_ada);
        _keys.register(R1, V1, 0);
        _keys.register(R2, V1, 0);
        assertEq(_keys.currentKeys(_ada).verifier, V1);
        _keys.revoke(0);
        vm.stopPrank();
        assertEq(_keys.currentKeys(_ada).verifier, 0);
        assertEq(_keys.currentKeys(_ada).recipient, 0);
    }

    function test_aStrangerCannotBurnSomebodysKeysByBeingFirst() public {
        vm.startPrank(_eve);
        _keys.register(R1, V1, 0);
        _keys.revoke(0);
        vm.stopPrank();
        vm.prank(_ada);
        _keys.register(R1, V1, 0);
        assertEq(_keys.currentKeys(_ada).recipient, R1);
    }

    function test_aStrangerCannotBanSomebodysKeysByRevokingACopy() public {
        vm.prank(_ada);
        _keys.register(R1, V1, 0);
        vm.startPrank(_eve);
        _keys.register(R1, V1, 0);
        _keys.revoke(0);
        vm.stopPrank();
        assertEq(_keys.currentKeys(_ada).recipient, R1);
        vm.prank(_ada);
        _keys.register(R1, V1, 2_000_000);
        assertEq(_keys.currentKeys(_ada).validUntil, 2_000_000);
    }

    function test_refusesWhatIsNoKey() public {
        vm.startPrank(_ada);
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysInvalid.selector, bytes32("recipient")));
        _keys.register(0, V1, 0);
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysInvalid.selector, bytes32("verifier")));
        _keys.register(R1, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysInvalid.selector, bytes32("verifier")));
        _keys.register(R1, R1, 0);
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysInvalid.selector, bytes32("validUntil")));
        _keys.register(R1, V1, 1_000_000);
        vm.stopPrank();
    }

    function test_unknownEntriesAreRefused() public {
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysUnknown.selector, _ada, 0));
        _keys.keysAt(_ada, 0);
        vm.prank(_ada);
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysUnknown.selector, _ada, 0));
        _keys.revoke(0);
        vm.prank(_ada);
        _keys.register(R1, V1, 0);
        vm.prank(_eve);
        vm.expectRevert(abi.encodeWithSelector(IKeyDirectory.KeysUnknown.selector, _eve, 0));
        _keys.revoke(0);
    }
}
