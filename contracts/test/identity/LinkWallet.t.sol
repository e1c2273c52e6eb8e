// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Attestation, IIdentityRegistry, WalletLink} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {vm} from "../shared/Test.sol";
import {Wallet1271} from "../shared/Wallet1271.sol";
import {IdentityBase} from "./IdentityBase.sol";

contract LinkWalletTest is IdentityBase {
    address private _ada;
    uint256 private _adaKey;
    address private _next;
    uint256 private _nextKey;

    function setUp() public {
        _deployIdentities();
        (_ada, _adaKey) = makeAddrAndKey("ada");
        (_next, _nextKey) = makeAddrAndKey("ada-2");
        _attest(_ada);
    }

    function test_aNewAccountJoinsWithTheStandingOfTheOld() public {
        bytes32 identity = identities.identityOf(_ada);
        WalletLink memory link = _linkOf(_ada, _next);
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.WalletLinked(_ada, _next, identity, attester);
        vm.prank(stranger);
        _submitLink(link);

        (uint256 old, uint256 joined) = identities.pair(_ada, _next);
        assertEq(old, joined);
        assertEq(identities.standingOf(_next).accounts, 2);
        assertEq(identities.identityOf(_next), identity);
        assertEq(identities.accountsOf(identity).length, 2);
        assertEq(identities.accountsOf(identity)[1], _next);
        assertEq(identities.nonces(_ada), 2);
        assertEq(identities.nonces(_next), 1);
    }

    function test_atMostEightAccounts() public {
        for (uint256 i = 2; i <= 8; ++i) _link("ada", string.concat("ada-", vm.toString(i)));
        assertEq(identities.standingOf(_ada).accounts, 8);
        assertEq(identities.standingOf(_next).accounts, 8);

        (address ninth, uint256 key) = makeAddrAndKey("ada-9");
        WalletLink memory link = _linkOf(_ada, ninth);
        _refuse(
            link,
            key,
            abi.encodeWithSelector(
                IIdentityRegistry.IdentityTooManyAccounts.selector,
                identities.identityOf(_ada),
                8
            )
        );
    }

    function test_anIdentityWideWriteOverEightAccountsFitsInABlock() public {
        for (uint256 i = 2; i <= 8; ++i) _link("ada", string.concat("ada-", vm.toString(i)));
        Attestation memory renewal = _person(_ada);
        renewal.identity = identities.identityOf(_ada);
        _submit(renewal);
        assertLt(vm.lastCallGas().gasTotalUsed, 250_000);
    }

    function test_nothingMergesIdentities() public {
        _attest(_next);
        _refuse(
            _linkOf(_ada, _next),
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityAccountTaken.selector, _next)
        );
    }

    function test_anAccountCannotJoinItself() public {
        WalletLink memory link = _linkOf(_ada, _ada);
        link.newNonce = link.nonce + 1;
        _refuse(link, _adaKey, abi.encodeWithSelector(IIdentityRegistry.IdentityAccountTaken.selector, _ada));
    }

    function test_theOldAccountMustBeKnown() public {
        WalletLink memory link = _linkOf(stranger, _next);
        _refuse(
            link,
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityUnknownAccount.selector, stranger)
        );
    }

    function test_theIdentityMustBeInGoodStanding() public {
        bytes memory reason = abi.encodeWithSelector(IIdentityRegistry.IdentityNotInGoodStanding.selector, _ada);
        identities.freeze(_ada);
        _refuse(_linkOf(_ada, _next), _nextKey, reason);
        identities.unfreeze(_ada);

        uint256 snapshot = vm.snapshotState();
        identities.revoke(_ada);
        _refuse(_linkOf(_ada, _next), _nextKey, reason);
        vm.revertToState(snapshot);

        skip(YEAR + 1);
        _refuse(_linkOf(_ada, _next), _nextKey, reason);
    }

    function test_aSystemContractAndNobodyCannotJoin() public {
        identities.setSystemContract(_next, true);
        _refuse(
            _linkOf(_ada, _next),
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentitySystemConflict.selector, _next)
        );
        _refuse(
            _linkOf(_ada, address(0)),
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityUnknownAccount.selector, address(0))
        );
    }

    function test_allThreeMustSign() public {
        WalletLink memory link = _linkOf(_ada, _next);
        bytes32 digest = _digest(link);
        bytes memory byAda = signature(_adaKey, digest);
        bytes memory byNext = signature(_nextKey, digest);
        bytes memory byAttester = signature(attesterKey, digest);

        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, _ada));
        identities.linkWallet(link, byNext, byNext, byAttester);
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, _next));
        identities.linkWallet(link, byAda, byAda, byAttester);
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, _ada));
        identities.linkWallet(link, byAda, byNext, byAda);
        identities.linkWallet(link, byAda, byNext, byAttester);
    }

    function test_bothNoncesAndTheDeadlineCount() public {
        WalletLink memory link = _linkOf(_ada, _next);
        link.nonce += 1;
        _refuse(
            link,
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidNonce.selector, _ada, 2, 1)
        );
        link.nonce -= 1;
        link.newNonce += 1;
        _refuse(
            link,
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidNonce.selector, _next, 1, 0)
        );
        link.newNonce -= 1;
        vm.warp(link.deadline + 1);
        _refuse(
            link,
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentitySignatureExpired.selector, link.deadline)
        );
    }

    function test_aLinkSignedBeforeARevocationIsVoidAfterIt() public {
        WalletLink memory link = _linkOf(_ada, _next);
        identities.revoke(_ada);
        _attestAgain();
        _refuse(
            link,
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidNonce.selector, _ada, 1, 3)
        );
    }

    function test_anAttestationOfTheNewAccountSignedBeforeIsVoidAfterTheLink() public {
        Attestation memory separate = _person(_next);
        bytes memory proof = signature(attesterKey, _digest(separate));
        _submitLink(_linkOf(_ada, _next));
        vm.expectRevert(
            abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidNonce.selector, _next, 0, 1)
        );
        identities.attest(separate, proof);
    }

    function test_accountsWithEip7702CodeSignByEcdsa() public {
        vm.etch(_ada, abi.encodePacked(hex"ef0100", address(identities)));
        vm.etch(_next, abi.encodePacked(hex"ef0100", address(identities)));
        _submitLink(_linkOf(_ada, _next));
        assertEq(identities.standingOf(_next).index, 1);
    }

    function test_smartAccountsSignByErc1271() public {
        address wallet = address(new Wallet1271(_next));
        WalletLink memory link = _linkOf(_ada, wallet);
        bytes32 digest = _digest(link);
        bytes memory byAda = signature(_adaKey, digest);
        bytes memory byAttester = signature(attesterKey, digest);
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, wallet));
        identities.linkWallet(link, byAda, byAda, byAttester);
        identities.linkWallet(link, byAda, signature(_nextKey, digest), byAttester);
        assertEq(identities.standingOf(wallet).index, 1);
    }

    function _attestAgain() private {
        Attestation memory renewal = _person(_ada);
        renewal.identity = identities.identityOf(_ada);
        _submit(renewal);
    }

    function _submitLink(WalletLink memory link) private {
        bytes32 digest = _digest(link);
        identities.linkWallet(
            link,
            signature(_adaKey, digest),
            signature(_nextKey, digest),
            signature(attesterKey, digest)
        );
    }

    function _refuse(WalletLink memory link, uint256 newKey, bytes memory reason) private {
        bytes32 digest = _digest(link);
        (bytes memory byAda, bytes memory byNew) = (signature(_adaKey, digest), signature(newKey, digest));
        bytes memory byAttester = signature(attesterKey, digest);
        vm.expectRevert(reason);
        identities.linkWallet(link, byAda, byNew, byAttester);
    }
}
