// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {Test} from "../shared/Test.sol";

contract TestDollarTest is Test {
    function test_hasSixDecimalsAndAllOfItBelongsToOneHolder() public {
        address holder = makeAddr("holder");
        TestDollar dollar = new TestDollar(holder);
        assertEq(uint256(dollar.decimals()), 6);
        assertEq(dollar.totalSupply(), dollar.MAX_SUPPLY());
        assertEq(dollar.balanceOf(holder), 1_000_000_000_000 * 10 ** 6);
        assertEq(dollar.name(), "Test Dollar");
        assertEq(dollar.symbol(), "tUSD");
    }
}
