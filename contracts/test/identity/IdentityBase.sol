// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IdentityRegistry} from "../../src/identity/IdentityRegistry.sol";
import {Attestation, WalletLink} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {QtiAccessManager} from "../../src/shared/QtiAccessManager.sol";
import {Test, vm} from "../shared/Test.sol";

/// @notice A registry of identities with one attester; the test itself is the administrator.
/// @dev Type strings and domain are written out again here, so that a slip in the contract cannot agree with itself.
abstract contract IdentityBase is Test {
    uint16 internal constant GERMANY = 276;
    uint16 internal constant FRANCE = 250;
    uint16 internal constant IRAN = 364;
    uint48 internal constant YEAR = 365 days;
    uint256 internal constant SECP256K1_N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;

    bytes32 internal constant ATTESTATION =
        keccak256(
            "Attestation(address account,bytes32 identity,uint16 country,uint8 tier,uint48 validUntil,uint256 nonce,uint256 deadline)"
        );
    bytes32 internal constant LINK =
        keccak256(
            "WalletLink(address account,address newAccount,uint256 nonce,uint256 newNonce,uint256 deadline)"
        );
    bytes32 internal constant RECOVERY =
        keccak256("Recovery(address lost,address successor,uint256 nonce,uint256 deadline)");
    bytes32 internal constant OBJECTION =
        keccak256("RecoveryObjection(address lost,address successor,uint48 readyAt)");
    bytes32 internal constant DOMAIN =
        keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");

    QtiAccessManager internal manager;
    IdentityRegistry internal identities;
    address internal attester;
    uint256 internal attesterKey;
    address internal stranger;

    function _deployIdentities() internal {
        // A chain does not start in 1970; times before now must exist.
        vm.warp(1_760_000_000);
        manager = new QtiAccessManager(address(this));
        identities = new IdentityRegistry(address(manager));
        (attester, attesterKey) = makeAddrAndKey("attester");
        stranger = makeAddr("stranger");
        identities.setAttester(attester, true);
    }

    function _person(address account) internal view returns (Attestation memory) {
        return
            Attestation({
                account: account,
                identity: keccak256(abi.encode("person", account)),
                country: GERMANY,
                tier: 2,
                validUntil: uint48(vm.getBlockTimestamp()) + YEAR,
                nonce: identities.nonces(account),
                deadline: vm.getBlockTimestamp() + 1 hours
            });
    }

    function _attest(address account) internal {
        _submit(_person(account));
    }

    function _attest(address account, uint16 country, uint8 tier) internal {
        Attestation memory attestation = _person(account);
        (attestation.country, attestation.tier) = (country, tier);
        _submit(attestation);
    }

    function _submit(Attestation memory attestation) internal {
        identities.attest(attestation, signature(attesterKey, _digest(attestation)));
    }

    /// @dev A second account of the same person; its key is made from its name.
    function _link(string memory name, string memory newName) internal returns (address newAccount) {
        address account;
        uint256 key;
        uint256 newKey;
        (account, key) = makeAddrAndKey(name);
        (newAccount, newKey) = makeAddrAndKey(newName);
        WalletLink memory link = _linkOf(account, newAccount);
        bytes32 digest = _digest(link);
        identities.linkWallet(
            link,
            signature(key, digest),
            signature(newKey, digest),
            signature(attesterKey, digest)
        );
    }

    function _linkOf(address account, address newAccount) internal view returns (WalletLink memory) {
        return
            WalletLink({
                account: account,
                newAccount: newAccount,
                nonce: identities.nonces(account),
                newNonce: identities.nonces(newAccount),
                deadline: vm.getBlockTimestamp() + 1 hours
            });
    }

    /// @dev The successor's key is made from its name.
    function _propose(address lost, string memory name) internal returns (address successor) {
        uint256 key;
        (successor, key) = makeAddrAndKey(name);
        uint256 deadline = vm.getBlockTimestamp() + 1 hours;
        bytes32 digest = _recoveryDigest(lost, successor, identities.nonces(successor), deadline);
        identities.proposeRecovery(lost, successor, deadline, signature(key, digest));
    }

    function _recover(address lost, string memory name) internal returns (address successor) {
        successor = _propose(lost, name);
        skip(3 days);
        identities.completeRecovery(lost);
    }

    function _recoveryDigest(
        address lost,
        address successor,
        uint256 nonce,
        uint256 deadline
    ) internal view returns (bytes32) {
        return _typed(keccak256(abi.encode(RECOVERY, lost, successor, nonce, deadline)));
    }

    function _objectionDigest(address lost, address successor, uint48 readyAt) internal view returns (bytes32) {
        return _typed(keccak256(abi.encode(OBJECTION, lost, successor, readyAt)));
    }

    function _digest(Attestation memory a) internal view returns (bytes32) {
        return
            _typed(
                keccak256(
                    abi.encode(
                        ATTESTATION,
                        a.account,
                        a.identity,
                        a.country,
                        a.tier,
                        a.validUntil,
                        a.nonce,
                        a.deadline
                    )
                )
            );
    }

    function _digest(WalletLink memory l) internal view returns (bytes32) {
        return
            _typed(keccak256(abi.encode(LINK, l.account, l.newAccount, l.nonce, l.newNonce, l.deadline)));
    }

    function _typed(bytes32 structHash) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN, keccak256("QTI Identity"), keccak256("1"), block.chainid, address(identities))
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
