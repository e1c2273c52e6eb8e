// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IIdentityRegistry, Standing} from "../interfaces/identity/IIdentityRegistry.sol";

/// @title The packed word in which the identity registry keeps one account's standing
/// @dev From the lowest bit: validUntil 48, country 16, tier 8, flags 8, accounts 8, index 64. All of it belongs to the
/// identity and is equal on each of its accounts, except the flags in `OWN`, which belong to one account.
library StandingLib {
    uint256 private constant COUNTRY = 48;
    uint256 private constant TIER = 64;
    uint256 private constant ACCOUNTS = 80;
    uint256 private constant INDEX = 88;

    uint256 internal constant FROZEN = 1 << 72;
    uint256 internal constant REVOKED = 1 << 73;
    uint256 internal constant RETIRED = 1 << 74;
    uint256 internal constant SYSTEM = 1 << 75;
    uint256 internal constant PLEDGED = 1 << 76;

    /// @dev Flags that an identity-wide write leaves as they are.
    uint256 internal constant OWN = RETIRED | PLEDGED;
    uint256 private constant BARRED = FROZEN | REVOKED | RETIRED;

    function pack(
        uint48 validUntil,
        uint16 country,
        uint8 tier,
        uint256 accounts,
        uint64 index
    ) internal pure returns (uint256) {
        return
            uint256(validUntil) |
            (uint256(country) << COUNTRY) |
            (uint256(tier) << TIER) |
            (accounts << ACCOUNTS) |
            (uint256(index) << INDEX);
    }

    function unpack(uint256 word) internal pure returns (Standing memory) {
        return
            Standing({
                validUntil: validUntilOf(word),
                country: countryOf(word),
                tier: tierOf(word),
                frozen: word & FROZEN != 0,
                revoked: word & REVOKED != 0,
                retired: word & RETIRED != 0,
                system: word & SYSTEM != 0,
                accounts: accountsOf(word),
                index: indexOf(word)
            });
    }

    /// @notice One account's word: the cheapest read that says number and standing.
    function standingWordOf(IIdentityRegistry registry, address account) internal view returns (uint256 word) {
        (word, ) = registry.pair(account, account);
    }

    /// @notice The word with another number of accounts.
    function withAccounts(uint256 word, uint256 accounts) internal pure returns (uint256) {
        return (word & ~(uint256(type(uint8).max) << ACCOUNTS)) | (accounts << ACCOUNTS);
    }

    /// @notice Known and not frozen, revoked or retired. Expiry never stops an exit.
    function canSend(uint256 word) internal pure returns (bool) {
        return word >> INDEX != 0 && word & BARRED == 0;
    }

    /// @notice `canSend` and not expired; every attestation says a tier of at least 1.
    function canReceive(uint256 word) internal view returns (bool) {
        return canSend(word) && !isExpired(word);
    }

    /// @notice A contract that holds pledged shares: no person, and nobody's.
    function isSystem(uint256 word) internal pure returns (bool) {
        return word & SYSTEM != 0;
    }

    function isExpired(uint256 word) internal view returns (bool) {
        return block.timestamp > validUntilOf(word);
    }

    function validUntilOf(uint256 word) internal pure returns (uint48) {
        return uint48(word);
    }

    function countryOf(uint256 word) internal pure returns (uint16) {
        return uint16(word >> COUNTRY);
    }

    function tierOf(uint256 word) internal pure returns (uint8) {
        return uint8(word >> TIER);
    }

    function accountsOf(uint256 word) internal pure returns (uint8) {
        return uint8(word >> ACCOUNTS);
    }

    function indexOf(uint256 word) internal pure returns (uint64) {
        return uint64(word >> INDEX);
    }
}
