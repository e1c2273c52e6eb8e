// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {StandingLib} from "../../src/identity/StandingLib.sol";
import {Test} from "../shared/Test.sol";

/// @notice Where each part of a standing lies: `pair` hands the word to contracts that were compiled elsewhere, and later.
contract StandingLayoutTest is Test {
    function test_eachFieldStandsWhereItIsDocumented() public pure {
        assertEq(StandingLib.pack(1, 0, 0, 0, 0), 1);
        assertEq(StandingLib.pack(0, 1, 0, 0, 0), 1 << 48);
        assertEq(StandingLib.pack(0, 0, 1, 0, 0), 1 << 64);
        assertEq(StandingLib.pack(0, 0, 0, 1, 0), 1 << 80);
        assertEq(StandingLib.pack(0, 0, 0, 0, 1), 1 << 88);
    }

    function test_eachFlagStandsWhereItIsDocumented() public pure {
        assertEq(StandingLib.FROZEN, 1 << 72);
        assertEq(StandingLib.REVOKED, 1 << 73);
        assertEq(StandingLib.RETIRED, 1 << 74);
        assertEq(StandingLib.SYSTEM, 1 << 75);
        assertEq(StandingLib.PLEDGED, 1 << 76);
        assertEq(StandingLib.OWN, (1 << 74) | (1 << 76));
    }
}
