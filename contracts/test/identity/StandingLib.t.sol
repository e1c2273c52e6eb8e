// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {StandingLib} from "../../src/identity/StandingLib.sol";
import {Standing} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {Test} from "../shared/Test.sol";

contract StandingLibTest is Test {
    using StandingLib for uint256;

    function testFuzz_packingKeepsEveryField(
        uint48 validUntil,
        uint16 country,
        uint8 tier,
        uint8 accounts,
        uint64 index,
        uint8 flags
    ) public pure {
        uint256 word = StandingLib.pack(validUntil, country, tier, accounts, index) | (uint256(flags) << 72);
        Standing memory standing = word.unpack();
        assertEq(standing.validUntil, validUntil);
        assertEq(standing.country, country);
        assertEq(standing.tier, tier);
        assertEq(standing.accounts, accounts);
        assertEq(standing.index, index);
        assertEq(standing.frozen, flags & 1 != 0);
        assertEq(standing.revoked, flags & 2 != 0);
        assertEq(standing.retired, flags & 4 != 0);
        assertEq(standing.system, flags & 8 != 0);
        assertEq(word.canSend(), index != 0 && flags & 7 == 0);
        assertLt(word, 1 << 152);
    }

    function testFuzz_anotherNumberOfAccountsChangesNothingElse(uint152 word, uint8 accounts) public pure {
        uint256 changed = uint256(word).withAccounts(accounts);
        assertEq(changed.accountsOf(), accounts);
        assertEq(changed.withAccounts(uint256(word).accountsOf()), word);
    }

    function testFuzz_expiredIsAfterTheLastSecond(uint48 validUntil) public view {
        uint256 word = StandingLib.pack(validUntil, 1, 1, 1, 1);
        assertEq(word.isExpired(), block.timestamp > validUntil);
    }
}
