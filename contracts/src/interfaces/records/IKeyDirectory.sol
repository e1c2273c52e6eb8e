// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice Fingerprints of one account's post-quantum public keys, valid from registration until rotation, end or revocation.
struct KeyEntry {
    bytes32 recipient;
    bytes32 verifier;
    uint48 validFrom;
    uint48 validUntil;
    uint48 revokedAt;
}

/// @title Which post-quantum keys an account says are its own
/// @notice Rotation keeps history; revocation is final. Nothing here pauses.
interface IKeyDirectory {
    event KeysRegistered(
        address indexed account,
        uint256 indexed index,
        bytes32 indexed recipient,
        bytes32 verifier,
        uint48 validFrom,
        uint48 validUntil
    );
    event KeysRevoked(address indexed account, uint256 indexed index);

    error KeysInvalid(bytes32 field);
    error KeysUnknown(address account, uint256 index);
    error KeysAlreadyRevoked(address account, uint256 index);
    /// @notice A fingerprint that an account revoked never returns for that account.
    error KeysFingerprintRevoked(bytes32 fingerprint);

    /// @param recipient SHA-256 fingerprint of the X-Wing recipient. @param verifier of the ML-DSA-65 public key.
    /// @param validUntil Unix seconds, 0 = no end. Ends the validity of the entry before.
    function register(bytes32 recipient, bytes32 verifier, uint48 validUntil) external returns (uint256 index);

    function revoke(uint256 index) external;

    function keysCount(address account) external view returns (uint256);
    function keysAt(address account, uint256 index) external view returns (KeyEntry memory);

    /// @notice The newest entry if it is valid now, else an entry of zeros.
    function currentKeys(address account) external view returns (KeyEntry memory);
}
