// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IKeyDirectory, KeyEntry} from "../interfaces/records/IKeyDirectory.sol";

/// @title Directory of the fingerprints of post-quantum keys
contract KeyDirectory is IKeyDirectory {
    mapping(address account => KeyEntry[]) private _keys;
    /// @dev Per account: fingerprints are public before they are registered here, so a ban for everybody would let a
    /// stranger register somebody's fresh keys first and burn them by revoking the copy.
    mapping(address account => mapping(bytes32 fingerprint => bool)) private _revoked;

    /// @inheritdoc IKeyDirectory
    function register(bytes32 recipient, bytes32 verifier, uint48 validUntil) external returns (uint256 index) {
        uint48 time = uint48(block.timestamp);
        if (recipient == 0) revert KeysInvalid("recipient");
        if (verifier == 0 || verifier == recipient) revert KeysInvalid("verifier");
        if (validUntil != 0 && validUntil <= time) revert KeysInvalid("validUntil");
        if (_revoked[msg.sender][recipient]) revert KeysFingerprintRevoked(recipient);
        if (_revoked[msg.sender][verifier]) revert KeysFingerprintRevoked(verifier);

        KeyEntry[] storage keys = _keys[msg.sender];
        index = keys.length;
        if (index != 0) {
            KeyEntry storage last = keys[index - 1];
            if (last.validUntil == 0 || last.validUntil > time) last.validUntil = time;
        }
        keys.push(
            KeyEntry({
                recipient: recipient,
                verifier: verifier,
                validFrom: time,
                validUntil: validUntil,
                revokedAt: 0
            })
        );
        emit KeysRegistered(msg.sender, index, recipient, verifier, time, validUntil);
    }

    /// @inheritdoc IKeyDirectory
    function revoke(uint256 index) external {
        if (index >= _keys[msg.sender].length) revert KeysUnknown(msg.sender, index);
        KeyEntry storage entry = _keys[msg.sender][index];
        if (entry.revokedAt != 0) revert KeysAlreadyRevoked(msg.sender, index);
        entry.revokedAt = uint48(block.timestamp);
        _revoked[msg.sender][entry.recipient] = true;
        _revoked[msg.sender][entry.verifier] = true;
        emit KeysRevoked(msg.sender, index);
    }

    /// @inheritdoc IKeyDirectory
    function keysCount(address account) external view returns (uint256) {
        return _keys[account].length;
    }

    /// @inheritdoc IKeyDirectory
    function keysAt(address account, uint256 index) external view returns (KeyEntry memory) {
        if (index >= _keys[account].length) revert KeysUnknown(account, index);
        return _keys[account][index];
    }

    /// @inheritdoc IKeyDirectory
    function currentKeys(address account) external view returns (KeyEntry memory entry) {
        KeyEntry[] storage keys = _keys[account];
        if (keys.length == 0) return entry;
        KeyEntry memory newest = keys[keys.length - 1];
        bool ended = newest.validUntil != 0 && newest.validUntil <= block.timestamp;
        // One key of the newest entry may have been revoked with an older entry that shared it.
        bool revoked = _revoked[account][newest.recipient] || _revoked[account][newest.verifier];
        if (!revoked && !ended) entry = newest;
    }
}
