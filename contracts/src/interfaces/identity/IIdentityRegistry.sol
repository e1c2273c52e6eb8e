// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice What an attester vouches for: that one account belongs to one identity of a country and tier, until a time.
/// @dev Signed as EIP-712 typed data of the same name and order. No personal data: `identity` is a hash keyed by a
/// pepper which all attesters share, so that one person has one identity and nobody else can compute it.
struct Attestation {
    address account;
    bytes32 identity;
    uint16 country;
    uint8 tier;
    uint48 validUntil;
    uint256 nonce;
    uint256 deadline;
}

/// @notice A second account joins an identity. Signed by the old account, the new account and an attester.
struct WalletLink {
    address account;
    address newAccount;
    uint256 nonce;
    uint256 newNonce;
    uint256 deadline;
}

/// @notice A recovery that waits: the lost account is replaced unless somebody objects.
/// @param successor Account that takes the lost one's place; zero when nothing is pending.
/// @param readyAt Unix seconds from which anyone may complete it.
struct Recovery {
    address successor;
    uint48 readyAt;
}

/// @notice One account's unpacked standing.
/// @param validUntil Unix seconds; after it the account may send but not receive.
/// @param country ISO 3166-1 numeric.
/// @param tier 0 none, 1 basic, 2 full, 3 accredited.
/// @param index 1-based number of the identity; 0 = the account was never attested.
struct Standing {
    uint48 validUntil;
    uint16 country;
    uint8 tier;
    bool frozen;
    bool revoked;
    bool retired;
    bool system;
    uint8 accounts;
    uint64 index;
}

/// @title Who an account is, as far as rules need to know
/// @notice Maps accounts to identities and answers whether they may send or receive. Nothing here pauses.
interface IIdentityRegistry {
    event AccountAttested(
        address indexed account,
        bytes32 indexed identity,
        uint64 indexed index,
        uint16 country,
        uint8 tier,
        uint48 validUntil,
        address attester
    );
    event WalletLinked(address indexed account, address indexed newAccount, bytes32 indexed identity, address attester);
    event IdentityRevoked(bytes32 indexed identity);
    event IdentityFrozen(bytes32 indexed identity, bool frozen);
    event AttesterSet(address indexed attester, bool allowed);
    event SystemContractSet(address indexed account, bool allowed);
    /// @notice The account has pledged shares for the first time.
    event AccountPledged(address indexed account);
    event RecoveryProposed(
        address indexed lost,
        address indexed successor,
        bytes32 indexed identity,
        uint48 readyAt
    );
    /// @param caller Who cancelled: GUARDIAN, the lost account itself, or whoever submitted its signature.
    event RecoveryCancelled(address indexed lost, address indexed successor, address caller);
    event AccountRecovered(address indexed lost, address indexed successor, bytes32 indexed identity);

    /// @notice The signature is not of a current attester (or of the account that must sign).
    error IdentityInvalidSigner(address signer);
    error IdentitySignatureExpired(uint256 deadline);
    error IdentityInvalidNonce(address account, uint256 given, uint256 expected);
    /// @notice The account already belongs to another identity; an account belongs to one for ever.
    error IdentityAccountTaken(address account);
    /// @notice The identity already has an account; another one joins by `linkWallet`.
    error IdentityAlreadyKnown(bytes32 identity);
    error IdentityUnknownAccount(address account);
    /// @notice The identity is frozen or revoked, or the attestation has lapsed.
    error IdentityNotInGoodStanding(address account);
    error IdentityTooManyAccounts(bytes32 identity, uint256 limit);
    error IdentityInvalidAttestation(uint16 country, uint8 tier, uint48 validUntil);
    /// @notice A system contract can never be a person, nor a person a system contract.
    error IdentitySystemConflict(address account);
    error IdentityNotSystem(address caller);
    error IdentityRecoveryPending(address lost, uint48 readyAt);
    error IdentityRecoveryNotPending(address lost);
    error IdentityRecoveryTooEarly(address lost, uint48 readyAt);
    /// @notice The account was recovered before: it is retired for ever.
    error IdentityAccountRetired(address account);

    /// @notice Records an attestation; anyone may submit it. Renewing changes tier, country and validity of the whole
    /// identity (a write touches its at most eight accounts) and lifts a revocation, never a freeze.
    /// @dev EIP-712 domain "QTI Identity", version "1". `signature` is 65 bytes r, s, v of an attester's key; an attester
    /// that is a contract puts its own address (20 bytes) in front of its ERC-1271 signature.
    /// Warning: raises the nonce of every account of the identity, so attestations signed in advance lapse.
    function attest(Attestation calldata attestation, bytes calldata signature) external;

    /// @notice Joins `link.newAccount`, which never had an identity, to the identity of `link.account`.
    /// @dev The accounts sign by ECDSA (also when EIP-7702 gave them code) or ERC-1271, the attester as in `attest`.
    function linkWallet(
        WalletLink calldata link,
        bytes calldata accountSignature,
        bytes calldata newAccountSignature,
        bytes calldata attesterSignature
    ) external;

    /// @notice COMPLIANCE_DESK. Final for every attestation signed so far: raises the nonce of each account.
    function revoke(address account) external;

    /// @notice COMPLIANCE_DESK. Stops the identity's accounts from sending and receiving regulated shares.
    function freeze(address account) external;

    /// @notice COMPLIANCE_FORCE.
    function unfreeze(address account) external;

    /// @notice COMPLIANCE_FORCE.
    function setAttester(address attester, bool allowed) external;

    /// @notice ADMIN. System contracts hold pledged shares; they are no person.
    function setSystemContract(address account, bool allowed) external;

    /// @notice System contracts. Notes that an account has pledged shares, from then on for ever: who reckons what it holds asks for
    /// what it has pledged only then.
    function notePledge(address account) external;

    /// @notice COMPLIANCE_FORCE. After three days, unless cancelled, `successor` takes the place of `lost`.
    /// @dev `successor` was never attested and signs EIP-712 `Recovery(address lost,address successor,uint256
    /// nonce,uint256 deadline)` with its own nonce.
    function proposeRecovery(address lost, address successor, uint256 deadline, bytes calldata signature) external;

    /// @notice GUARDIAN. The owner of the account that was said to be lost needs no role: `objectToRecovery`.
    function cancelRecovery(address lost) external;

    /// @notice Ends a pending recovery of an account that is not lost. Called by the account itself (with an empty
    /// signature) or by anyone with its signature of EIP-712 `RecoveryObjection(address lost,address successor,uint48
    /// readyAt)`.
    function objectToRecovery(address lost, bytes calldata signature) external;

    /// @notice Anyone, three days after the proposal. `lost` is retired for ever; `successor` joins its identity in its
    /// place. Balances follow by `AssetToken.recover`; QTI, stake and money are bearer and do not.
    function completeRecovery(address lost) external;

    /// @notice The account that stands for `account` now: the end of its chain of recoveries, itself when there is none.
    function successorOf(address account) external view returns (address);

    function recoveryOf(address lost) external view returns (Recovery memory);

    /// @notice Both packed standings in one call: the only read a share transfer needs. Layout in `StandingLib`.
    function pair(address from, address to) external view returns (uint256 fromStanding, uint256 toStanding);

    function standingOf(address account) external view returns (Standing memory);

    /// @notice True while known and not frozen, revoked or retired. Expiry never stops an exit.
    function canSend(address account) external view returns (bool);

    /// @notice `canSend`, not expired, and at least tier 1.
    function canReceive(address account) external view returns (bool);

    /// @notice The keyed hash of the identity an account belongs to; zero when it has none.
    function identityOf(address account) external view returns (bytes32);

    function accountsOf(bytes32 identity) external view returns (address[] memory);

    /// @notice How many identities there are: they are numbered from 1 in the order of their first attestations.
    function identityCount() external view returns (uint64);

    function nonces(address account) external view returns (uint256);

    function isAttester(address account) external view returns (bool);
}
