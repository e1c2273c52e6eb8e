// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IdentityRegistry} from "../../src/identity/IdentityRegistry.sol";
import {Attestation, IIdentityRegistry, Standing} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {vm} from "../shared/Test.sol";
import {Wallet1271} from "../shared/Wallet1271.sol";
import {IdentityBase} from "./IdentityBase.sol";

contract AttestTest is IdentityBase {
    address private _ada;

    function setUp() public {
        _deployIdentities();
        _ada = makeAddr("ada");
    }

    function test_theFirstAttestationMakesAnIdentityWithOneAccount() public {
        Attestation memory person = _person(_ada);
        bytes memory proof = signature(attesterKey, _digest(person));

        vm.expectEmit(address(identities));
        emit IIdentityRegistry.AccountAttested(
            _ada,
            person.identity,
            1,
            GERMANY,
            2,
            person.validUntil,
            attester
        );
        vm.prank(stranger);
        identities.attest(person, proof);

        Standing memory standing = identities.standingOf(_ada);
        assertEq(standing.validUntil, person.validUntil);
        assertEq(standing.country, GERMANY);
        assertEq(standing.tier, 2);
        assertEq(standing.accounts, 1);
        assertEq(standing.index, 1);
        assertFalse(standing.frozen || standing.revoked || standing.retired || standing.system);
        assertEq(identities.identityOf(_ada), person.identity);
        assertEq(identities.accountsOf(person.identity).length, 1);
        assertEq(identities.accountsOf(person.identity)[0], _ada);
        assertEq(identities.nonces(_ada), 1);
        assertTrue(identities.canSend(_ada) && identities.canReceive(_ada));
    }

    function test_aSecondPersonGetsTheNextIndex() public {
        _attest(_ada);
        _attest(stranger);
        assertEq(identities.standingOf(stranger).index, 2);
        assertEq(identities.standingOf(_ada).index, 1);
    }

    function test_anUnknownAccountHasNoIdentityAndMayDoNothing() public view {
        assertEq(identities.identityOf(stranger), bytes32(0));
        assertEq(identities.accountsOf(bytes32(0)).length, 0);
        assertEq(identities.standingOf(stranger).index, 0);
        assertFalse(identities.canSend(stranger));
        assertFalse(identities.canReceive(stranger));
    }

    function test_renewingChangesTierCountryAndValidityOfEveryAccount() public {
        _attest(_ada);
        address second = _link("ada", "ada-2");
        Attestation memory renewal = _person(second);
        renewal.identity = identities.identityOf(_ada);
        renewal.country = FRANCE;
        renewal.tier = 3;
        renewal.validUntil += YEAR;
        _submit(renewal);

        for (uint256 i = 0; i < 2; ++i) {
            Standing memory standing = identities.standingOf(i == 0 ? _ada : second);
            assertEq(standing.country, FRANCE);
            assertEq(standing.tier, 3);
            assertEq(standing.validUntil, renewal.validUntil);
            assertEq(standing.accounts, 2);
            assertEq(standing.index, 1);
        }
    }

    function test_anEarlierAttestationOfAnotherAccountCannotUndoARenewal() public {
        _attest(_ada);
        address second = _link("ada", "ada-2");
        bytes32 identity = identities.identityOf(_ada);

        Attestation memory earlier = _person(second);
        (earlier.identity, earlier.tier) = (identity, 3);
        bytes memory earlierProof = signature(attesterKey, _digest(earlier));

        Attestation memory downgrade = _person(_ada);
        (downgrade.identity, downgrade.tier) = (identity, 1);
        _submit(downgrade);

        vm.expectRevert(
            abi.encodeWithSelector(
                IIdentityRegistry.IdentityInvalidNonce.selector,
                second,
                earlier.nonce,
                earlier.nonce + 1
            )
        );
        identities.attest(earlier, earlierProof);
        assertEq(identities.standingOf(second).tier, 1);
    }

    function test_expiryEndsReceivingAndNeverSending() public {
        Attestation memory person = _person(_ada);
        _submit(person);
        vm.warp(person.validUntil);
        assertTrue(identities.canReceive(_ada));
        vm.warp(person.validUntil + 1);
        assertFalse(identities.canReceive(_ada));
        assertTrue(identities.canSend(_ada));
    }

    function test_theDeadlineItselfIsInTime() public {
        Attestation memory person = _person(_ada);
        vm.warp(person.deadline);
        _submit(person);
    }

    function test_pastTheDeadlineItIsRefused() public {
        Attestation memory person = _person(_ada);
        vm.warp(person.deadline + 1);
        _refuse(
            person,
            abi.encodeWithSelector(IIdentityRegistry.IdentitySignatureExpired.selector, person.deadline)
        );
    }

    function test_fieldsOutOfRangeAreRefused() public {
        Attestation memory person = _person(_ada);
        person.country = 0;
        _refuseFields(person);
        person.country = 1000;
        _refuseFields(person);
        person.country = 999;
        person.tier = 0;
        _refuseFields(person);
        person.tier = 4;
        _refuseFields(person);
        person.tier = 3;
        person.validUntil = uint48(vm.getBlockTimestamp());
        _refuseFields(person);
        person.validUntil = uint48(vm.getBlockTimestamp()) + 1;
        bytes32 identity = person.identity;
        person.identity = 0;
        _refuseFields(person);
        person.identity = identity;
        _submit(person);
    }

    function test_noOneIsNobody() public {
        Attestation memory person = _person(address(0));
        _refuse(person, abi.encodeWithSelector(IIdentityRegistry.IdentityUnknownAccount.selector, address(0)));
    }

    function test_aSystemContractIsNoPerson() public {
        identities.setSystemContract(_ada, true);
        _refuse(
            _person(_ada),
            abi.encodeWithSelector(IIdentityRegistry.IdentitySystemConflict.selector, _ada)
        );
    }

    function test_anAccountBelongsToOneIdentityForEver() public {
        _attest(_ada);
        Attestation memory other = _person(_ada);
        other.identity = keccak256("somebody else, not yet known");
        _refuse(other, abi.encodeWithSelector(IIdentityRegistry.IdentityAccountTaken.selector, _ada));

        _attest(stranger);
        other.identity = identities.identityOf(stranger);
        _refuse(other, abi.encodeWithSelector(IIdentityRegistry.IdentityAccountTaken.selector, _ada));
    }

    function test_aKnownIdentityGetsAnotherAccountOnlyByLinking() public {
        _attest(_ada);
        Attestation memory other = _person(stranger);
        other.identity = identities.identityOf(_ada);
        _refuse(
            other,
            abi.encodeWithSelector(IIdentityRegistry.IdentityAlreadyKnown.selector, other.identity)
        );
    }

    // --- signatures

    function test_onlyACurrentAttesterIsBelieved() public {
        Attestation memory person = _person(_ada);
        (address nobody, uint256 key) = makeAddrAndKey("nobody");
        vm.expectRevert(abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, nobody));
        identities.attest(person, signature(key, _digest(person)));

        identities.setAttester(attester, false);
        assertFalse(identities.isAttester(attester));
        _refuse(person, abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, attester));
    }

    function testFuzz_aSignatureCoversEveryField(uint8 field, uint256 seed) public {
        Attestation memory person = _person(_ada);
        bytes memory proof = signature(attesterKey, _digest(person));
        field = uint8(bound(field, 0, 5));
        if (field == 0) person.account = vm.addr(bound(seed, 1, type(uint128).max));
        if (field == 1) person.identity = keccak256(abi.encode(seed));
        if (field == 2) person.country = uint16(bound(seed, 1, 275));
        if (field == 3) person.tier = seed % 2 == 0 ? 1 : 3;
        if (field == 4) person.validUntil += uint48(bound(seed, 1, YEAR));
        if (field == 5) person.deadline += bound(seed, 1, YEAR);
        vm.expectPartialRevert(IIdentityRegistry.IdentityInvalidSigner.selector);
        identities.attest(person, proof);
    }

    function test_malleableSignaturesAreRefused() public {
        Attestation memory person = _person(_ada);
        bytes32 digest = _digest(person);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(attesterKey, digest);
        bytes32 otherS = bytes32(SECP256K1_N - uint256(s));

        bytes memory nobody = abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidSigner.selector, address(0));
        vm.expectRevert(nobody);
        identities.attest(person, abi.encodePacked(r, otherS, v == 27 ? uint8(28) : uint8(27)));
        vm.expectRevert(nobody);
        identities.attest(person, abi.encodePacked(r, bytes32(uint256(s) | (uint256(v - 27) << 255))));
        vm.expectRevert(nobody);
        identities.attest(person, "");
    }

    function test_replayedOnTheSameAccountItIsRefused() public {
        Attestation memory person = _person(_ada);
        _submit(person);
        _refuse(
            person,
            abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidNonce.selector, _ada, 0, 1)
        );
    }

    function test_replayedOnAnotherChainItIsRefused() public {
        Attestation memory person = _person(_ada);
        bytes memory proof = signature(attesterKey, _digest(person));
        vm.chainId(31338);
        vm.expectPartialRevert(IIdentityRegistry.IdentityInvalidSigner.selector);
        identities.attest(person, proof);
    }

    function test_replayedOnAnotherRegistryItIsRefused() public {
        Attestation memory person = _person(_ada);
        bytes memory proof = signature(attesterKey, _digest(person));
        IdentityRegistry other = new IdentityRegistry(address(manager));
        other.setAttester(attester, true);
        vm.expectPartialRevert(IIdentityRegistry.IdentityInvalidSigner.selector);
        other.attest(person, proof);
    }

    function test_theNonceOfAnotherAccountIsRefused() public {
        _attest(stranger);
        Attestation memory person = _person(_ada);
        person.nonce = identities.nonces(stranger);
        _refuse(
            person,
            abi.encodeWithSelector(IIdentityRegistry.IdentityInvalidNonce.selector, _ada, 1, 0)
        );
    }

    function test_anAttesterThatIsAContractNamesItself() public {
        (address owner, uint256 key) = makeAddrAndKey("owner of the attester");
        address contractAttester = address(new Wallet1271(owner));
        identities.setAttester(contractAttester, true);
        Attestation memory person = _person(_ada);
        bytes memory inner = signature(key, _digest(person));

        vm.expectEmit(address(identities));
        emit IIdentityRegistry.AccountAttested(
            _ada,
            person.identity,
            1,
            GERMANY,
            2,
            person.validUntil,
            contractAttester
        );
        identities.attest(person, abi.encodePacked(contractAttester, inner));
    }

    function test_aContractThatIsNoAttesterOrDidNotSignIsRefused() public {
        (address owner, uint256 key) = makeAddrAndKey("owner of the attester");
        address wallet = address(new Wallet1271(owner));
        Attestation memory person = _person(_ada);
        bytes memory inner = signature(key, _digest(person));
        vm.expectPartialRevert(IIdentityRegistry.IdentityInvalidSigner.selector);
        identities.attest(person, abi.encodePacked(wallet, inner));

        identities.setAttester(wallet, true);
        vm.expectPartialRevert(IIdentityRegistry.IdentityInvalidSigner.selector);
        identities.attest(person, abi.encodePacked(wallet, signature(attesterKey, keccak256("other"))));
    }

    function test_anAttesterWithEip7702CodeStillSignsByEcdsa() public {
        vm.etch(attester, abi.encodePacked(hex"ef0100", address(identities)));
        _attest(_ada);
        assertTrue(identities.canReceive(_ada));
    }

    function test_theDomainIsPublic() public view {
        (, string memory name, string memory version, uint256 chainId, address verifying, , ) = identities
            .eip712Domain();
        assertEq(name, "QTI Identity");
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(verifying, address(identities));
    }

    function _refuseFields(Attestation memory person) private {
        _refuse(
            person,
            abi.encodeWithSelector(
                IIdentityRegistry.IdentityInvalidAttestation.selector,
                person.country,
                person.tier,
                person.validUntil
            )
        );
    }

    function _refuse(Attestation memory person, bytes memory reason) private {
        bytes memory proof = signature(attesterKey, _digest(person));
        vm.expectRevert(reason);
        identities.attest(person, proof);
    }
}
