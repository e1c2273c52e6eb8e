// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {Attestation, IIdentityRegistry, Recovery, Standing, WalletLink} from "../interfaces/identity/IIdentityRegistry.sol";
import {Signatures} from "../shared/Signatures.sol";
import {StandingLib} from "./StandingLib.sol";

/// @title Who an account is, as far as rules need to know
/// @dev The standing of an identity is written to each of its accounts, so that a transfer reads one slot an account. An
/// account belongs to one identity for ever and nothing merges identities: the only writes of `index` into a standing are
/// for an account that had none. A recovered account keeps its index and its RETIRED flag, so it never comes back and never
/// joins anything else, and chains of recoveries cannot close into a circle.
contract IdentityRegistry is IIdentityRegistry, AccessManaged, EIP712 {
    using StandingLib for uint256;

    bytes32 private constant ATTESTATION_TYPEHASH =
        keccak256(
            "Attestation(address account,bytes32 identity,uint16 country,uint8 tier,uint48 validUntil,uint256 nonce,uint256 deadline)"
        );
    bytes32 private constant WALLET_LINK_TYPEHASH =
        keccak256(
            "WalletLink(address account,address newAccount,uint256 nonce,uint256 newNonce,uint256 deadline)"
        );
    bytes32 private constant RECOVERY_TYPEHASH =
        keccak256("Recovery(address lost,address successor,uint256 nonce,uint256 deadline)");
    bytes32 private constant RECOVERY_OBJECTION_TYPEHASH =
        keccak256("RecoveryObjection(address lost,address successor,uint48 readyAt)");

    /// @dev In which the owner of an account that is not lost can object, after the 48 hours in which COMPLIANCE_FORCE's
    /// operation stood for all to see.
    uint48 private constant RECOVERY_WAIT = 3 days;
    /// @dev Bounds the cost of every identity-wide write.
    uint256 private constant MAX_ACCOUNTS = 8;
    uint8 private constant MAX_TIER = 3;
    /// @dev ISO 3166-1 numeric codes have three digits.
    uint16 private constant MAX_COUNTRY = 999;

    struct Identity {
        bytes32 hash;
        address[] accounts;
    }

    mapping(address account => uint256 word) private _standings;
    mapping(address account => uint256) private _nonces;
    mapping(address attester => bool) private _attesters;
    mapping(bytes32 hash => uint64) private _indexes;
    mapping(uint64 index => Identity) private _identities;
    mapping(address lost => Recovery) private _recoveries;
    mapping(address lost => address) private _successors;
    uint64 private _count;

    constructor(address authority) AccessManaged(authority) EIP712("QTI Identity", "1") {}

    /// @inheritdoc IIdentityRegistry
    function attest(Attestation calldata attestation, bytes calldata signature) external {
        _checkDeadline(attestation.deadline);
        _useNonce(attestation.account, attestation.nonce);
        uint256 word = _personOf(attestation.account);
        if (word & StandingLib.RETIRED != 0) revert IdentityAccountRetired(attestation.account);
        if (
            attestation.identity == 0 ||
            attestation.country == 0 ||
            attestation.country > MAX_COUNTRY ||
            attestation.tier == 0 ||
            attestation.tier > MAX_TIER ||
            attestation.validUntil <= block.timestamp
        ) revert IdentityInvalidAttestation(attestation.country, attestation.tier, attestation.validUntil);

        address attester = _attesterOf(
            _hashTypedDataV4(keccak256(abi.encode(ATTESTATION_TYPEHASH, attestation))),
            signature
        );
        uint64 index = _admit(attestation.account, word.indexOf(), attestation.identity);
        _renew(index, attestation);

        emit AccountAttested(
            attestation.account,
            attestation.identity,
            index,
            attestation.country,
            attestation.tier,
            attestation.validUntil,
            attester
        );
    }

    /// @inheritdoc IIdentityRegistry
    function linkWallet(
        WalletLink calldata link,
        bytes calldata accountSignature,
        bytes calldata newAccountSignature,
        bytes calldata attesterSignature
    ) external {
        _checkDeadline(link.deadline);
        _useNonce(link.account, link.nonce);
        _useNonce(link.newAccount, link.newNonce);
        _checkNewcomer(link.newAccount);

        uint256 word = _known(link.account);
        if (!word.canSend() || word.isExpired()) revert IdentityNotInGoodStanding(link.account);

        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(WALLET_LINK_TYPEHASH, link)));
        if (!Signatures.isValid(link.account, digest, accountSignature)) revert IdentityInvalidSigner(link.account);
        if (!Signatures.isValid(link.newAccount, digest, newAccountSignature)) {
            revert IdentityInvalidSigner(link.newAccount);
        }
        address attester = _attesterOf(digest, attesterSignature);

        bytes32 identity = _join(link.newAccount, word);
        emit WalletLinked(link.account, link.newAccount, identity, attester);
    }

    /// @inheritdoc IIdentityRegistry
    function revoke(address account) external restricted {
        Identity storage identity = _identities[_known(account).indexOf()];
        uint256 length = identity.accounts.length;
        for (uint256 i = 0; i < length; ++i) {
            address each = identity.accounts[i];
            _standings[each] |= StandingLib.REVOKED;
            // Whatever an attester signed before now carries an older nonce and can never be submitted again.
            ++_nonces[each];
        }
        emit IdentityRevoked(identity.hash);
    }

    /// @inheritdoc IIdentityRegistry
    function freeze(address account) external restricted {
        _setFrozen(account, true);
    }

    /// @inheritdoc IIdentityRegistry
    function unfreeze(address account) external restricted {
        _setFrozen(account, false);
    }

    /// @inheritdoc IIdentityRegistry
    function setAttester(address attester, bool allowed) external restricted {
        _attesters[attester] = allowed;
        emit AttesterSet(attester, allowed);
    }

    /// @inheritdoc IIdentityRegistry
    function notePledge(address account) external {
        if (!_standings[msg.sender].isSystem()) revert IdentityNotSystem(msg.sender);
        if (_standings[account] & StandingLib.PLEDGED != 0) return;
        _standings[account] |= StandingLib.PLEDGED;
        emit AccountPledged(account);
    }

    /// @inheritdoc IIdentityRegistry
    function setSystemContract(address account, bool allowed) external restricted {
        if (_standings[account].indexOf() != 0) revert IdentitySystemConflict(account);
        _standings[account] = allowed ? StandingLib.SYSTEM : 0;
        emit SystemContractSet(account, allowed);
    }

    /// @inheritdoc IIdentityRegistry
    function proposeRecovery(
        address lost,
        address successor,
        uint256 deadline,
        bytes calldata signature
    ) external restricted {
        _checkDeadline(deadline);
        uint256 word = _present(lost);
        Recovery storage pending = _recoveries[lost];
        if (pending.successor != address(0)) revert IdentityRecoveryPending(lost, pending.readyAt);
        _checkNewcomer(successor);

        uint256 nonce = _nonces[successor]++;
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(RECOVERY_TYPEHASH, lost, successor, nonce, deadline))
        );
        if (!Signatures.isValid(successor, digest, signature)) revert IdentityInvalidSigner(successor);

        uint48 readyAt = uint48(block.timestamp) + RECOVERY_WAIT;
        (pending.successor, pending.readyAt) = (successor, readyAt);
        emit RecoveryProposed(lost, successor, _identities[word.indexOf()].hash, readyAt);
    }

    /// @inheritdoc IIdentityRegistry
    function cancelRecovery(address lost) external restricted {
        _cancelRecovery(lost, _pending(lost).successor);
    }

    /// @inheritdoc IIdentityRegistry
    function objectToRecovery(address lost, bytes calldata signature) external {
        Recovery memory pending = _pending(lost);
        if (msg.sender != lost) {
            bytes32 digest = _hashTypedDataV4(
                keccak256(abi.encode(RECOVERY_OBJECTION_TYPEHASH, lost, pending.successor, pending.readyAt))
            );
            if (!Signatures.isValid(lost, digest, signature)) revert IdentityInvalidSigner(lost);
        }
        _cancelRecovery(lost, pending.successor);
    }

    /// @inheritdoc IIdentityRegistry
    function completeRecovery(address lost) external {
        Recovery memory pending = _pending(lost);
        if (block.timestamp < pending.readyAt) revert IdentityRecoveryTooEarly(lost, pending.readyAt);
        // In three days somebody may have attested the successor, or made it a system contract.
        _checkNewcomer(pending.successor);
        delete _recoveries[lost];
        bytes32 identity = _replace(lost, pending.successor);
        emit AccountRecovered(lost, pending.successor, identity);
    }

    /// @inheritdoc IIdentityRegistry
    function recoveryOf(address lost) external view returns (Recovery memory) {
        return _recoveries[lost];
    }

    /// @inheritdoc IIdentityRegistry
    function successorOf(address account) external view returns (address) {
        address next = _successors[account];
        while (next != address(0)) {
            account = next;
            next = _successors[account];
        }
        return account;
    }

    /// @inheritdoc IIdentityRegistry
    function pair(address from, address to) external view returns (uint256 fromStanding, uint256 toStanding) {
        return (_standings[from], _standings[to]);
    }

    /// @inheritdoc IIdentityRegistry
    function standingOf(address account) external view returns (Standing memory) {
        return _standings[account].unpack();
    }

    /// @inheritdoc IIdentityRegistry
    function canSend(address account) external view returns (bool) {
        return _standings[account].canSend();
    }

    /// @inheritdoc IIdentityRegistry
    function canReceive(address account) external view returns (bool) {
        return _standings[account].canReceive();
    }

    /// @inheritdoc IIdentityRegistry
    function identityOf(address account) external view returns (bytes32) {
        return _identities[_standings[account].indexOf()].hash;
    }

    /// @inheritdoc IIdentityRegistry
    function accountsOf(bytes32 identity) external view returns (address[] memory) {
        return _identities[_indexes[identity]].accounts;
    }

    /// @inheritdoc IIdentityRegistry
    function identityCount() external view returns (uint64) {
        return _count;
    }

    /// @inheritdoc IIdentityRegistry
    function nonces(address account) external view returns (uint256) {
        return _nonces[account];
    }

    /// @inheritdoc IIdentityRegistry
    function isAttester(address account) external view returns (bool) {
        return _attesters[account];
    }

    /// @dev The identity's index: a new one for an account and a hash that both were never seen, the old one (`current`) when
    /// they already belong together. Every other combination would merge two identities or move an account.
    function _admit(address account, uint64 current, bytes32 hash) private returns (uint64 index) {
        index = _indexes[hash];
        if (current != 0) {
            if (current != index) revert IdentityAccountTaken(account);
            return index;
        }
        if (index != 0) revert IdentityAlreadyKnown(hash);

        index = ++_count;
        _indexes[hash] = index;
        _identities[index].hash = hash;
        _identities[index].accounts.push(account);
    }

    /// @dev Writes what was attested to each account. A new attestation lifts a revocation (the nonce proves that it was
    /// signed afterwards), never a freeze. The other accounts' nonces rise too: what was signed for them earlier must
    /// not undo this one.
    function _renew(uint64 index, Attestation calldata attestation) private {
        address[] storage accounts = _identities[index].accounts;
        uint256 length = accounts.length;
        uint256 word = StandingLib.pack(
            attestation.validUntil,
            attestation.country,
            attestation.tier,
            length,
            index
        );
        for (uint256 i = 0; i < length; ++i) {
            address each = accounts[i];
            _standings[each] = word | (_standings[each] & (StandingLib.FROZEN | StandingLib.OWN));
            if (each != attestation.account) ++_nonces[each];
        }
    }

    /// @dev `word` is the standing of an account that is already in.
    function _join(address newAccount, uint256 word) private returns (bytes32) {
        Identity storage identity = _identities[word.indexOf()];
        uint256 length = identity.accounts.length;
        if (length == MAX_ACCOUNTS) revert IdentityTooManyAccounts(identity.hash, MAX_ACCOUNTS);

        for (uint256 i = 0; i < length; ++i) {
            address each = identity.accounts[i];
            _standings[each] = _standings[each].withAccounts(length + 1);
        }
        identity.accounts.push(newAccount);
        _standings[newAccount] = word.withAccounts(length + 1) & ~StandingLib.OWN;
        return identity.hash;
    }

    /// @dev The successor takes over whatever bars the identity: a recovery lifts neither freeze nor revocation, and its
    /// nonce rises, so that no attestation signed for it while the recovery waited lifts a revocation from meanwhile.
    function _replace(address lost, address successor) private returns (bytes32) {
        uint256 word = _standings[lost];
        Identity storage identity = _identities[word.indexOf()];
        uint256 position = 0;
        while (identity.accounts[position] != lost) ++position;
        identity.accounts[position] = successor;

        _standings[successor] = word & ~StandingLib.OWN;
        _standings[lost] = word | StandingLib.RETIRED;
        ++_nonces[successor];
        _successors[lost] = successor;
        return identity.hash;
    }

    function _cancelRecovery(address lost, address successor) private {
        delete _recoveries[lost];
        emit RecoveryCancelled(lost, successor, msg.sender);
    }

    function _setFrozen(address account, bool frozen) private {
        Identity storage identity = _identities[_known(account).indexOf()];
        uint256 length = identity.accounts.length;
        for (uint256 i = 0; i < length; ++i) {
            address each = identity.accounts[i];
            uint256 word = _standings[each];
            _standings[each] = frozen ? word | StandingLib.FROZEN : word & ~StandingLib.FROZEN;
        }
        emit IdentityFrozen(identity.hash, frozen);
    }

    function _useNonce(address account, uint256 given) private {
        uint256 expected = _nonces[account];
        if (given != expected) revert IdentityInvalidNonce(account, given, expected);
        _nonces[account] = expected + 1;
    }

    function _known(address account) private view returns (uint256 word) {
        word = _standings[account];
        if (word.indexOf() == 0) revert IdentityUnknownAccount(account);
    }

    /// @dev Known, and still the person's own: one that was recovered is nobody's.
    function _present(address account) private view returns (uint256 word) {
        word = _known(account);
        if (word & StandingLib.RETIRED != 0) revert IdentityAccountRetired(account);
    }

    function _pending(address lost) private view returns (Recovery memory pending) {
        pending = _recoveries[lost];
        if (pending.successor == address(0)) revert IdentityRecoveryNotPending(lost);
    }

    function _checkDeadline(uint256 deadline) private view {
        if (block.timestamp > deadline) revert IdentitySignatureExpired(deadline);
    }

    /// @dev The standing of what is or may become a person's account.
    function _personOf(address account) private view returns (uint256 word) {
        if (account == address(0)) revert IdentityUnknownAccount(account);
        word = _standings[account];
        if (word & StandingLib.SYSTEM != 0) revert IdentitySystemConflict(account);
    }

    /// @dev An account that may take a lost one's place: it never had an identity.
    function _checkNewcomer(address account) private view {
        if (_personOf(account).indexOf() != 0) revert IdentityAccountTaken(account);
    }

    /// @dev A signature does not say who signed. By ECDSA the attester is recovered; a contract puts its own address in
    /// front of what its ERC-1271 check wants to see.
    function _attesterOf(bytes32 digest, bytes calldata signature) private view returns (address) {
        (address recovered, ECDSA.RecoverError failure, ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && _attesters[recovered]) return recovered;

        if (signature.length > 20) {
            address named = address(bytes20(signature[:20]));
            if (
                _attesters[named] &&
                SignatureChecker.isValidERC1271SignatureNowCalldata(named, digest, signature[20:])
            ) return named;
        }
        revert IdentityInvalidSigner(recovered);
    }
}
