// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IdentityRegistry} from "../../src/identity/IdentityRegistry.sol";
import {StandingLib} from "../../src/identity/StandingLib.sol";
import {Attestation, IIdentityRegistry, Recovery, WalletLink} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {Roles} from "../../src/shared/Roles.sol";
import {vm} from "../shared/Test.sol";
import {Wallet1271} from "../shared/Wallet1271.sol";
import {IdentityBase} from "./IdentityBase.sol";

/// @notice A lost account is replaced by another of the same person, unless somebody objects.
contract RecoveryTest is IdentityBase {
    uint48 private constant WAIT = 3 days;

    address private _ada;
    uint256 private _adaKey;
    address private _next;
    uint256 private _nextKey;
    bytes32 private _identity;

    function setUp() public {
        _deployIdentities();
        (_ada, _adaKey) = makeAddrAndKey("ada");
        (_next, _nextKey) = makeAddrAndKey("ada-next");
        _attest(_ada);
        _identity = identities.identityOf(_ada);
    }

    // --- the way it goes

    function test_afterThreeDaysTheSuccessorStandsInTheLostAccountsPlace() public {
        uint256 before = _wordOf(_ada);
        uint48 readyAt = uint48(vm.getBlockTimestamp()) + WAIT;
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.RecoveryProposed(_ada, _next, _identity, readyAt);
        _propose(_ada, "ada-next");
        Recovery memory pending = identities.recoveryOf(_ada);
        assertEq(pending.successor, _next);
        assertEq(pending.readyAt, readyAt);
        assertTrue(identities.canReceive(_ada));
        assertEq(identities.successorOf(_ada), _ada);

        vm.warp(readyAt);
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.AccountRecovered(_ada, _next, _identity);
        vm.prank(stranger);
        identities.completeRecovery(_ada);

        assertEq(_wordOf(_next), before);
        assertEq(_wordOf(_ada), before | StandingLib.RETIRED);
        assertTrue(identities.canReceive(_next));
        assertFalse(identities.canSend(_ada) || identities.canReceive(_ada));
        assertEq(identities.identityOf(_next), _identity);
        assertEq(identities.successorOf(_ada), _next);
        assertEq(identities.successorOf(_next), _next);
        assertEq(identities.accountsOf(_identity).length, 1);
        assertEq(identities.accountsOf(_identity)[0], _next);
        assertEq(identities.recoveryOf(_ada).successor, address(0));
    }

    function test_notASecondEarlier() public {
        _propose(_ada, "ada-next");
        uint48 readyAt = identities.recoveryOf(_ada).readyAt;
        vm.warp(readyAt - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IIdentityRegistry.IdentityRecoveryTooEarly.selector, _ada, readyAt)
        );
        identities.completeRecovery(_ada);
    }

    function test_withoutAProposalNothingCanBeCompletedCancelledOrObjectedTo() public {
        bytes memory reason = abi.encodeWithSelector(IIdentityRegistry.IdentityRecoveryNotPending.selector, _ada);
        vm.expectRevert(reason);
        identities.completeRecovery(_ada);
        vm.expectRevert(reason);
        identities.cancelRecovery(_ada);
        vm.prank(_ada);
        vm.expectRevert(reason);
        identities.objectToRecovery(_ada, "");

        _recover(_ada, "ada-next");
        vm.expectRevert(reason);
        identities.completeRecovery(_ada);
    }

    function testFuzz_theSuccessorTakesThePlaceInTheListAndEightStaysTheLimit(uint256 place) public {
        address[] memory before = new address[](8);
        before[0] = _ada;
        for (uint256 i = 1; i < 8; ++i) before[i] = _link("ada", string.concat("ada-", vm.toString(i)));
        place = bound(place, 0, 7);

        _recover(before[place], "ada-next");
        address[] memory accounts = identities.accountsOf(_identity);
        assertEq(accounts.length, 8);
        for (uint256 i = 0; i < 8; ++i) {
            assertEq(accounts[i], i == place ? _next : before[i]);
            assertEq(_wordOf(accounts[i]), _wordOf(_next));
            assertEq(identities.standingOf(accounts[i]).accounts, 8);
        }
        (address ninth, uint256 ninthKey) = makeAddrAndKey("ada-9");
        WalletLink memory link = _linkOf(_next, ninth);
        _refuseLink(
            link,
            _nextKey,
            ninthKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityTooManyAccounts.selector, _identity, 8)
        );
    }

    function test_whoLosesTheSuccessorTooIsFoundAtTheEndOfTheChain() public {
        address second = _recover(_ada, "ada-next");
        address third = _recover(second, "ada-third");
        address fourth = _recover(third, "ada-fourth");
        assertEq(identities.successorOf(_ada), fourth);
        assertEq(identities.successorOf(second), fourth);
        assertEq(identities.successorOf(third), fourth);
        assertEq(identities.accountsOf(_identity).length, 1);
        assertEq(identities.accountsOf(_identity)[0], fourth);
    }

    function test_accountsThatWereNeverKnownStandForThemselves() public view {
        assertEq(identities.successorOf(stranger), stranger);
        assertEq(identities.successorOf(address(0)), address(0));
    }

    function test_nobodyIsNeededForNinetyDays() public {
        _propose(_ada, "ada-next");
        identities.setAttester(attester, false);
        skip(90 days);
        vm.prank(stranger);
        identities.completeRecovery(_ada);
        assertTrue(identities.canReceive(_next));
    }

    // --- who is replaced, and by whom

    function test_onlyAKnownAccountCanBeLost() public {
        _refuse(
            stranger,
            _next,
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityUnknownAccount.selector, stranger)
        );
    }

    function test_theSuccessorWasNeverAttested() public {
        bytes4 taken = IIdentityRegistry.IdentityAccountTaken.selector;
        (address ben, uint256 benKey) = makeAddrAndKey("ben");
        _attest(ben);
        _refuse(_ada, ben, benKey, abi.encodeWithSelector(taken, ben));
        _refuse(_ada, _ada, _adaKey, abi.encodeWithSelector(taken, _ada));
        address second = _link("ada", "ada-2");
        (, uint256 secondKey) = makeAddrAndKey("ada-2");
        _refuse(_ada, second, secondKey, abi.encodeWithSelector(taken, second));
    }

    function test_neitherNobodyNorASystemContractSucceeds() public {
        _refuse(
            _ada,
            address(0),
            1,
            abi.encodeWithSelector(IIdentityRegistry.IdentityUnknownAccount.selector, address(0))
        );
        identities.setSystemContract(_next, true);
        _refuse(
            _ada,
            _next,
            _nextKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentitySystemConflict.selector, _next)
        );
    }

    function test_whoeverWasAttestedMeanwhileSucceedsNobody() public {
        _propose(_ada, "ada-next");
        _attest(_next);
        skip(WAIT);
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityAccountTaken.selector, _next));
        identities.completeRecovery(_ada);
        identities.cancelRecovery(_ada);
        _recover(_ada, "ada-third");
    }

    function test_whatBecameASystemContractMeanwhileSucceedsNobody() public {
        _propose(_ada, "ada-next");
        identities.setSystemContract(_next, true);
        skip(WAIT);
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentitySystemConflict.selector, _next));
        identities.completeRecovery(_ada);
    }

    function test_oneSuccessorCannotReplaceTwoAccounts() public {
        address second = _link("ada", "ada-2");
        _propose(_ada, "ada-next");
        _propose(second, "ada-next");
        skip(WAIT);
        identities.completeRecovery(_ada);
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityAccountTaken.selector, _next));
        identities.completeRecovery(second);
    }

    function test_aPendingRecoveryIsNotReplacedByAnother() public {
        _propose(_ada, "ada-next");
        uint48 readyAt = identities.recoveryOf(_ada).readyAt;
        skip(1 days);
        (address other, uint256 key) = makeAddrAndKey("other");
        _refuse(
            _ada,
            other,
            key,
            abi.encodeWithSelector(IIdentityRegistry.IdentityRecoveryPending.selector, _ada, readyAt)
        );
        assertEq(identities.recoveryOf(_ada).successor, _next);
    }

    // --- the successor's signature

    function test_theSuccessorSigns() public {
        bytes memory reason = abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, _next);
        uint256 deadline = vm.getBlockTimestamp();
        bytes memory byAda = signature(_adaKey, _recoveryDigest(_ada, _next, 0, deadline));
        bytes memory forAnother = signature(_nextKey, _recoveryDigest(stranger, _next, 0, deadline));
        bytes memory forLater = signature(_nextKey, _recoveryDigest(_ada, _next, 1, deadline));
        bytes memory until = signature(_nextKey, _recoveryDigest(_ada, _next, 0, deadline + 1));
        bytes memory good = signature(_nextKey, _recoveryDigest(_ada, _next, 0, deadline));
        vm.expectRevert(reason);
        identities.proposeRecovery(_ada, _next, deadline, byAda);
        vm.expectRevert(reason);
        identities.proposeRecovery(_ada, _next, deadline, forAnother);
        vm.expectRevert(reason);
        identities.proposeRecovery(_ada, _next, deadline, forLater);
        vm.expectRevert(reason);
        identities.proposeRecovery(_ada, _next, deadline, until);
        vm.expectRevert(reason);
        identities.proposeRecovery(_ada, _next, deadline, "");
        identities.proposeRecovery(_ada, _next, deadline, good);
    }

    function test_aSignatureThatHasLapsedProposesNothing() public {
        uint256 deadline = vm.getBlockTimestamp() - 1;
        bytes memory proof = signature(_nextKey, _recoveryDigest(_ada, _next, 0, deadline));
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentitySignatureExpired.selector, deadline));
        identities.proposeRecovery(_ada, _next, deadline, proof);
    }

    function test_aSignatureProposesOnce() public {
        uint256 deadline = vm.getBlockTimestamp() + 30 days;
        bytes memory proof = signature(_nextKey, _recoveryDigest(_ada, _next, 0, deadline));
        identities.proposeRecovery(_ada, _next, deadline, proof);
        identities.cancelRecovery(_ada);
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, _next));
        identities.proposeRecovery(_ada, _next, deadline, proof);
    }

    function test_signaturesOfAnotherChainOrRegistryCountNothing() public {
        uint256 deadline = vm.getBlockTimestamp() + 1;
        bytes memory proof = signature(_nextKey, _recoveryDigest(_ada, _next, 0, deadline));
        bytes memory reason = abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, _next);
        uint256 home = block.chainid;
        vm.chainId(31_338);
        vm.expectRevert(reason);
        identities.proposeRecovery(_ada, _next, deadline, proof);
        vm.chainId(home);

        IdentityRegistry first = identities;
        identities = new IdentityRegistry(address(manager));
        identities.setAttester(attester, true);
        _attest(_ada);
        vm.expectRevert(reason);
        identities.proposeRecovery(_ada, _next, deadline, proof);
        first.proposeRecovery(_ada, _next, deadline, proof);
    }

    function test_aSmartAccountSucceedsByErc1271() public {
        address wallet = address(new Wallet1271(_next));
        uint256 deadline = vm.getBlockTimestamp();
        bytes memory proof = signature(_nextKey, _recoveryDigest(_ada, wallet, 0, deadline));
        identities.proposeRecovery(_ada, wallet, deadline, proof);
        assertEq(identities.recoveryOf(_ada).successor, wallet);
    }

    // --- recovery against a living owner

    function test_recoveryAgainstALivingOwner_sheObjectsByATransaction() public {
        _propose(_ada, "ada-next");
        skip(WAIT + 1 days);
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.RecoveryCancelled(_ada, _next, _ada);
        vm.prank(_ada);
        identities.objectToRecovery(_ada, "");
        _stillAda();
    }

    function test_recoveryAgainstALivingOwner_sheObjectsByASignatureThatAnybodyBrings() public {
        _propose(_ada, "ada-next");
        bytes memory proof = signature(_adaKey, _objection());
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.RecoveryCancelled(_ada, _next, stranger);
        vm.prank(stranger);
        identities.objectToRecovery(_ada, proof);
        _stillAda();
    }

    function test_recoveryAgainstALivingOwner_sheObjectsWhileFrozenAndRevoked() public {
        identities.freeze(_ada);
        identities.revoke(_ada);
        _propose(_ada, "ada-next");
        vm.prank(_ada);
        identities.objectToRecovery(_ada, "");
        assertEq(identities.recoveryOf(_ada).successor, address(0));
    }

    function test_recoveryAgainstALivingOwner_aSmartAccountObjectsByErc1271() public {
        address wallet = address(new Wallet1271(stranger));
        (, uint256 strangerKey) = makeAddrAndKey("stranger");
        _attest(wallet);
        _propose(wallet, "wallet-next");
        Recovery memory pending = identities.recoveryOf(wallet);
        bytes memory proof = signature(strangerKey, _objectionDigest(wallet, pending.successor, pending.readyAt));
        identities.objectToRecovery(wallet, proof);
        assertEq(identities.recoveryOf(wallet).successor, address(0));
    }

    function test_recoveryAgainstALivingOwner_anAccountWithEip7702CodeObjectsByEcdsa() public {
        vm.etch(_ada, abi.encodePacked(hex"ef0100", address(identities)));
        _propose(_ada, "ada-next");
        identities.objectToRecovery(_ada, signature(_adaKey, _objection()));
        _stillAda();
    }

    function test_recoveryAgainstALivingOwner_theGuardianCancels() public {
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = identities.cancelRecovery.selector;
        manager.setTargetFunctionRole(address(identities), selectors, Roles.GUARDIAN);
        manager.grantRole(Roles.GUARDIAN, stranger, 0);
        _propose(_ada, "ada-next");
        vm.expectEmit(address(identities));
        emit IIdentityRegistry.RecoveryCancelled(_ada, _next, stranger);
        vm.prank(stranger);
        identities.cancelRecovery(_ada);
        _stillAda();
    }

    function test_nobodyElseObjects() public {
        address second = _link("ada", "ada-2");
        (, uint256 secondKey) = makeAddrAndKey("ada-2");
        _propose(_ada, "ada-next");
        bytes memory reason = abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, _ada);
        bytes memory proof = signature(secondKey, _objection());
        bytes memory bySuccessor = signature(_nextKey, _objection());
        vm.startPrank(second);
        vm.expectRevert(reason);
        identities.objectToRecovery(_ada, "");
        vm.expectRevert(reason);
        identities.objectToRecovery(_ada, proof);
        vm.expectRevert(reason);
        identities.objectToRecovery(_ada, bySuccessor);
        vm.stopPrank();
        assertEq(identities.recoveryOf(_ada).successor, _next);
    }

    function test_anObjectionCountsForOneProposalOnly() public {
        _propose(_ada, "ada-next");
        bytes memory proof = signature(_adaKey, _objection());
        identities.objectToRecovery(_ada, proof);
        skip(1);
        _propose(_ada, "ada-next");
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, _ada));
        identities.objectToRecovery(_ada, proof);
        identities.cancelRecovery(_ada);

        skip(1);
        _propose(_ada, "ada-third");
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, _ada));
        identities.objectToRecovery(_ada, proof);
    }

    // --- a recovery lifts nothing

    function test_aFrozenIdentityStaysFrozen() public {
        address second = _link("ada", "ada-2");
        identities.freeze(_ada);
        _recover(_ada, "ada-next");
        assertTrue(identities.standingOf(_next).frozen && identities.standingOf(second).frozen);
        assertFalse(identities.canSend(_next));
        identities.unfreeze(second);
        assertTrue(identities.canReceive(_next));
        assertFalse(identities.canSend(_ada));
    }

    function test_aFreezeOrRevocationWhileItWaitsHoldsAfterwards() public {
        _propose(_ada, "ada-next");
        identities.freeze(_ada);
        identities.revoke(_ada);
        skip(WAIT);
        identities.completeRecovery(_ada);
        assertTrue(identities.standingOf(_next).frozen && identities.standingOf(_next).revoked);
        assertFalse(identities.canSend(_next));
    }

    function test_aLapsedIdentityStaysLapsed() public {
        skip(YEAR + 1);
        _recover(_ada, "ada-next");
        assertTrue(identities.canSend(_next));
        assertFalse(identities.canReceive(_next));
    }

    function test_theDeskStillFindsTheIdentityByTheLostAccount() public {
        _recover(_ada, "ada-next");
        identities.freeze(_ada);
        assertTrue(identities.standingOf(_next).frozen);
        identities.unfreeze(_ada);
        identities.revoke(_ada);
        assertTrue(identities.standingOf(_next).revoked);
    }

    /// @dev Signed for the successor while it waited, with the nonce it had then: older than the revocation.
    function test_noAttestationSignedWhileItWaitedLiftsARevocationFromMeanwhile() public {
        _propose(_ada, "ada-next");
        Attestation memory early = _person(_next);
        early.identity = _identity;
        early.deadline += 30 days;
        bytes memory proof = signature(attesterKey, _digest(early));
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityAlreadyKnown.selector, _identity));
        identities.attest(early, proof);

        identities.revoke(_ada);
        skip(WAIT);
        identities.completeRecovery(_ada);
        vm.expectRevert(
            abi.encodeWithSelector(
                IIdentityRegistry.IdentityInvalidNonce.selector,
                _next,
                early.nonce,
                early.nonce + 1
            )
        );
        identities.attest(early, proof);
        assertFalse(identities.canSend(_next));
    }

    function test_whatBelongsToOneAccountIsNotInherited() public {
        bytes32 slot = keccak256(abi.encode(_ada, uint256(3)));
        uint256 word = uint256(vm.load(address(identities), slot));
        vm.store(address(identities), slot, bytes32(word | StandingLib.PLEDGED));
        _recover(_ada, "ada-next");
        assertEq(_wordOf(_ada) & StandingLib.OWN, StandingLib.OWN);
        assertEq(_wordOf(_next) & StandingLib.OWN, 0);
    }

    // --- the lost account is retired for ever

    function test_aRetiredAccountIsNeverAttestedAgain() public {
        _recover(_ada, "ada-next");
        bytes memory reason = abi.encodeWithSelector(IIdentityRegistry.IdentityAccountRetired.selector, _ada);
        Attestation memory again = _person(_ada);
        bytes32[2] memory hashes = [_identity, keccak256("another person")];
        for (uint256 i = 0; i < 2; ++i) {
            again.identity = hashes[i];
            bytes memory proof = signature(attesterKey, _digest(again));
            vm.expectRevert(reason);
            identities.attest(again, proof);
        }
    }

    function test_aRetiredAccountNeitherLinksNorIsLinked() public {
        _recover(_ada, "ada-next");
        (address other, uint256 otherKey) = makeAddrAndKey("ada-2");
        _refuseLink(
            _linkOf(_ada, other),
            _adaKey,
            otherKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityNotInGoodStanding.selector, _ada)
        );
        _refuseLink(
            _linkOf(_next, _ada),
            _nextKey,
            _adaKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityAccountTaken.selector, _ada)
        );
    }

    function test_aRetiredAccountIsNeitherRecoveredAgainNorASuccessor() public {
        _recover(_ada, "ada-next");
        (address other, uint256 otherKey) = makeAddrAndKey("other");
        _refuse(
            _ada,
            other,
            otherKey,
            abi.encodeWithSelector(IIdentityRegistry.IdentityAccountRetired.selector, _ada)
        );
        _refuse(_next, _ada, _adaKey, abi.encodeWithSelector(IIdentityRegistry.IdentityAccountTaken.selector, _ada));
    }

    function test_renewingLeavesTheLostAccountRetired() public {
        _recover(_ada, "ada-next");
        Attestation memory renewal = _person(_next);
        renewal.identity = _identity;
        _submit(renewal);
        assertTrue(identities.canReceive(_next));
        assertFalse(identities.canSend(_ada));
    }

    function test_aRetiredAccountCannotBecomeASystemContract() public {
        _recover(_ada, "ada-next");
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentitySystemConflict.selector, _ada));
        identities.setSystemContract(_ada, false);
    }

    // --- who may

    function test_strangersNeitherProposeNorCancel() public {
        uint256 deadline = vm.getBlockTimestamp();
        bytes memory proof = signature(_nextKey, _recoveryDigest(_ada, _next, 0, deadline));
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(reason);
        identities.proposeRecovery(_ada, _next, deadline, proof);
        vm.expectRevert(reason);
        identities.cancelRecovery(_ada);
    }

    function _stillAda() private {
        assertEq(identities.recoveryOf(_ada).successor, address(0));
        assertEq(identities.recoveryOf(_ada).readyAt, 0);
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityRecoveryNotPending.selector, _ada));
        identities.completeRecovery(_ada);
        assertTrue(identities.canReceive(_ada));
        assertEq(identities.successorOf(_ada), _ada);
    }

    function _objection() private view returns (bytes32) {
        Recovery memory pending = identities.recoveryOf(_ada);
        return _objectionDigest(_ada, pending.successor, pending.readyAt);
    }

    function _refuse(address lost, address successor, uint256 key, bytes memory reason) private {
        uint256 deadline = vm.getBlockTimestamp();
        bytes32 digest = _recoveryDigest(lost, successor, identities.nonces(successor), deadline);
        bytes memory proof = signature(key, digest);
        vm.expectRevert(reason);
        identities.proposeRecovery(lost, successor, deadline, proof);
    }

    function _refuseLink(WalletLink memory link, uint256 key, uint256 newKey, bytes memory reason) private {
        bytes32 digest = _digest(link);
        (bytes memory byOld, bytes memory byNew) = (signature(key, digest), signature(newKey, digest));
        bytes memory byAttester = signature(attesterKey, digest);
        vm.expectRevert(reason);
        identities.linkWallet(link, byOld, byNew, byAttester);
    }

    function _wordOf(address account) private view returns (uint256 word) {
        (word, ) = identities.pair(account, account);
    }
}
