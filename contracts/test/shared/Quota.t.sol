// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {QuotaState} from "../../src/interfaces/shared/QuotaState.sol";
import {Quota} from "../../src/shared/Quota.sol";
import {Test, vm} from "./Test.sol";

contract QuotaTest is Test {
    using Quota for QuotaState;

    uint256 private constant LIMIT = 100;
    uint32 private constant PERIOD = 1 days;

    QuotaState private _quota;

    function setUp() public {
        vm.warp(20_000 days);
        _quota.set(LIMIT, PERIOD);
    }

    function test_aWindowLetsItsLimitThroughAndNotOneMore() public {
        assertTrue(_quota.take(60));
        assertFalse(_quota.take(41));
        assertEq(_quota.current().used, 60, "a refusal changes nothing");
        assertTrue(_quota.take(40));
        assertFalse(_quota.take(1));
        assertTrue(_quota.take(0));
    }

    function test_windowsBeginAtMultiplesOfThePeriodAndNotWithTheFirstUse() public {
        vm.warp(20_000 days + 23 hours);
        assertTrue(_quota.take(LIMIT));
        assertEq(Quota.resetsAt(_quota.current()), 20_001 days);
        vm.warp(20_001 days - 1);
        assertFalse(_quota.take(1));
        vm.warp(20_001 days);
        assertEq(_quota.current().used, 0);
        assertTrue(_quota.take(LIMIT));
        assertEq(Quota.resetsAt(_quota.current()), 20_002 days);
    }

    function test_nothingIsSavedUp() public {
        skip(10 * uint256(PERIOD));
        assertFalse(_quota.take(LIMIT + 1));
        assertTrue(_quota.take(LIMIT));
        assertFalse(_quota.take(1));
    }

    function test_whatWasUsedCountsOnUnderANewLimit() public {
        _quota.take(80);
        _quota.set(50, PERIOD);
        assertEq(Quota.leftOf(_quota.current()), 0);
        assertFalse(_quota.take(1));
        _quota.set(90, PERIOD);
        assertEq(Quota.leftOf(_quota.current()), 10);
        assertFalse(_quota.take(11));
        assertTrue(_quota.take(10));
    }

    function test_whatWasUsedCountsOnUnderANewPeriod() public {
        _quota.take(80);
        _quota.set(LIMIT, 1 hours);
        QuotaState memory state = _quota.current();
        assertEq(state.used, 80);
        assertEq(state.window, 480_000);
        assertEq(state.period, 1 hours);
        assertFalse(_quota.take(21));
        skip(1 hours);
        assertTrue(_quota.take(LIMIT));
    }

    function test_whatWasUsedInAnEarlierWindowIsForgottenAtAChange() public {
        _quota.take(80);
        skip(PERIOD);
        _quota.set(LIMIT, PERIOD);
        assertEq(_quota.current().used, 0);
    }

    function test_oneThatWasNeverSetLetsNothingThrough() public {
        delete _quota;
        QuotaState memory none = _quota.current();
        assertEq(none.limit + none.used + none.window + none.period, 0);
        assertEq(Quota.leftOf(none), 0);
        assertFalse(_quota.take(1));
    }

    function test_validIsWhatFitsAndBindsAtLeastAnHour() public pure {
        assertTrue(Quota.isValid(type(uint96).max, 1 hours));
        assertTrue(Quota.isValid(0, type(uint32).max));
        assertFalse(Quota.isValid(uint256(type(uint96).max) + 1, 1 hours));
        assertFalse(Quota.isValid(1, 1 hours - 1));
        assertFalse(Quota.isValid(1, 0));
    }

    /// @dev Against a sum kept by window: no sequence of amounts and waits gets more through.
    function testFuzz_noWindowLetsMoreThrough(uint96 limit, uint32 period, uint256 seed) public {
        period = uint32(bound(period, 1 hours, 400 days));
        _quota.set(limit, period);
        uint256 window = vm.getBlockTimestamp() / period;
        uint256 used;
        for (uint256 i = 0; i < 24; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            skip(seed % 3 == 0 ? (seed >> 16) % period : 0);
            if (vm.getBlockTimestamp() / period != window) (window, used) = (vm.getBlockTimestamp() / period, 0);
            uint256 amount = bound(seed >> 64, 0, uint256(limit) / 4 + 1);
            bool fits = amount <= limit - used;
            assertEq(_quota.take(amount), fits);
            if (fits) used += amount;
            QuotaState memory state = _quota.current();
            assertEq(state.used, used);
            assertEq(Quota.leftOf(state), limit - used);
            assertGt(Quota.resetsAt(state), vm.getBlockTimestamp());
            assertLe(Quota.resetsAt(state), vm.getBlockTimestamp() + period);
        }
    }
}
