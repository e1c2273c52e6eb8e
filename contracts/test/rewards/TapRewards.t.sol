// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ILapsingPause} from "../../src/interfaces/shared/ILapsingPause.sol";
import {IQtiPoints} from "../../src/interfaces/rewards/IQtiPoints.sol";
import {ITapRewards, TapTally, Voucher} from "../../src/interfaces/rewards/ITapRewards.sol";
import {vm} from "../shared/Test.sol";
import {Wallet1271} from "../shared/Wallet1271.sol";
import {RewardsBase} from "./RewardsBase.sol";

contract TapRewardsTest is RewardsBase {
    uint64 private constant MAX_RISE = 2 ** 20;

    function test_paysWhatTheVoucherSaysBeyondWhatWasPaid() public {
        uint64 identity = _indexOf(ada);
        vm.expectEmit(address(taps));
        emit ITapRewards.TapsClaimed(identity, ada, 400 * POINT, 400 * POINT, 1, address(this));
        vm.expectEmit(address(points));
        emit IQtiPoints.PointsEarned(ada, address(taps), 400 * POINT);
        assertEq(_claimTaps(ada, 400 * POINT, 1), 400 * POINT);

        vm.expectEmit(address(taps));
        emit ITapRewards.TapsClaimed(identity, ada, 100 * POINT, 500 * POINT, 7, address(this));
        assertEq(_claimTaps(ada, 500 * POINT, 7), 100 * POINT);
        assertEq(points.balanceOf(ada), 500 * POINT);

        TapTally memory tally = taps.tallyOf(identity);
        uint256 today = vm.getBlockTimestamp() / DAY;
        assertEq(tally.sequence, 7);
        assertEq(tally.day, today);
        assertEq(tally.today, 500 * POINT);
        assertEq(tally.total, 500 * POINT);
        assertEq(tally.firstDay, today);
        assertEq(tally.early, 500 * POINT);
    }

    function test_anyoneSubmitsAndTheAccountIsPaid() public {
        Voucher memory voucher = _voucher(ada, POINT, 1);
        bytes memory signed = _signed(voucher);
        vm.expectEmit(address(taps));
        emit ITapRewards.TapsClaimed(_indexOf(ada), ada, POINT, POINT, 1, nia);
        vm.prank(nia);
        taps.claim(voucher, signed);
        assertEq(points.balanceOf(ada), POINT);
    }

    /// @dev The reason for vouchers that say what was earned in all.
    function test_aLostVoucherCostsNothing() public {
        _voucher(ada, 100 * POINT, 1);
        assertEq(_claimTaps(ada, 250 * POINT, 2), 250 * POINT);
    }

    function test_theDailyCapDefersAndTakesNothingAway() public {
        assertEq(_claimTaps(ada, 2_500 * POINT, 1), CAP);
        uint256 resetsAt = (vm.getBlockTimestamp() / DAY + 1) * DAY;
        Voucher memory voucher = _voucher(ada, 2_500 * POINT, 2);
        bytes memory signed = _signed(voucher);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapDailyCapReached.selector, CAP, resetsAt));
        taps.claim(voucher, signed);

        vm.warp(resetsAt - 1);
        assertEq(taps.previewClaim(ada, 2_500 * POINT), 0);
        vm.warp(resetsAt);
        assertEq(_claimTaps(ada, 2_500 * POINT, 2), CAP);
        assertEq(_tallyOf(ada).today, CAP);
        vm.warp(resetsAt + DAY);
        assertEq(_claimTaps(ada, 2_500 * POINT, 3), 500 * POINT);
        assertEq(points.balanceOf(ada), 2_500 * POINT);
    }

    function test_whatIsLeftOfTheCapIsPaid() public {
        _claimTaps(ada, 900 * POINT, 1);
        assertEq(taps.previewClaim(ada, 1_100 * POINT), 100 * POINT);
        assertEq(_claimTaps(ada, 1_100 * POINT, 2), 100 * POINT);
        assertEq(_tallyOf(ada).today, CAP);
    }

    function test_aLowerCapCountsAtOnce() public {
        _claimTaps(ada, 900 * POINT, 1);
        vm.expectEmit(address(taps));
        emit ITapRewards.TapDailyCapSet(500 * POINT);
        taps.setDailyCap(500 * POINT);
        assertEq(taps.dailyCap(), 500 * POINT);
        assertEq(taps.previewClaim(ada, 5_000 * POINT), 0);
        bytes memory call = _claimCall(_voucher(ada, 5_000 * POINT, 2));
        vm.expectPartialRevert(ITapRewards.TapDailyCapReached.selector);
        _run(call);
        skip(DAY);
        assertEq(_claimTaps(ada, 5_000 * POINT, 2), 500 * POINT);
    }

    function test_aCapOfNothingPaysNothing() public {
        taps.setDailyCap(0);
        bytes memory call = _claimCall(_voucher(ada, POINT, 1));
        vm.expectPartialRevert(ITapRewards.TapDailyCapReached.selector);
        _run(call);
    }

    function test_everyAccountOfAPersonSharesOneTally() public {
        _claimTaps(ada, 600 * POINT, 1);
        address phone = _link("ada", "phone");
        assertEq(taps.previewClaim(phone, 2_000 * POINT), 400 * POINT);
        assertEq(_claimTaps(phone, 2_000 * POINT, 2), 400 * POINT);
        assertEq(points.balanceOf(phone), 400 * POINT);
        assertEq(_tallyOf(ada).total, CAP);
    }

    function test_aRecoveredAccountIsPaidNoMoreAndItsSuccessorGoesOn() public {
        _claimTaps(ada, 600 * POINT, 1);
        address successor = _recover(ada, "successor");
        assertEq(taps.previewClaim(ada, 2_000 * POINT), 0);
        _expectRefused(_voucher(ada, 2_000 * POINT, 2), ITapRewards.TapNoIdentity.selector);
        assertEq(_claimTaps(successor, 900 * POINT, 2), 300 * POINT);
    }

    function test_onlyWhoIsVerifiedAndInGoodStandingIsPaid() public {
        assertEq(taps.previewClaim(nia, POINT), 0);
        Voucher memory voucher = _voucher(nia, POINT, 1);
        bytes memory signed = _signed(voucher);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapNoIdentity.selector, nia));
        taps.claim(voucher, signed);

        identities.freeze(ada);
        assertEq(taps.previewClaim(ada, POINT), 0);
        _expectRefused(_voucher(ada, POINT, 1), ITapRewards.TapNoIdentity.selector);
        identities.unfreeze(ada);
        identities.revoke(ada);
        _expectRefused(_voucher(ada, POINT, 1), ITapRewards.TapNoIdentity.selector);
        _attest(ada);
        _claimTaps(ada, POINT, 1);
        skip(YEAR + 1);
        _expectRefused(_voucher(ada, 2 * POINT, 2), ITapRewards.TapNoIdentity.selector);
    }

    function test_aVoucherThatSaysNothingNewPaysNothing() public {
        _claimTaps(ada, 300 * POINT, 1);
        for (uint256 i = 0; i < 2; ++i) {
            uint256 earned = 300 * POINT - i;
            Voucher memory voucher = _voucher(ada, earned, 2);
            bytes memory signed = _signed(voucher);
            vm.expectRevert(
                abi.encodeWithSelector(ITapRewards.TapNothingToClaim.selector, earned, 300 * POINT)
            );
            taps.claim(voucher, signed);
            assertEq(taps.previewClaim(ada, earned), 0);
        }
        assertEq(_tallyOf(ada).sequence, 1, "a refused voucher uses no number up");
    }

    function test_aVoucherEndsWithItsDeadline() public {
        Voucher memory voucher = _voucher(ada, POINT, 1);
        bytes memory signed = _signed(voucher);
        vm.warp(voucher.deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapVoucherExpired.selector, voucher.deadline));
        taps.claim(voucher, signed);
        vm.warp(voucher.deadline);
        taps.claim(voucher, signed);
    }

    function test_anExhaustedChannelPaysNobodyAndForgetsNothing() public {
        points.setChannel(address(taps), 100 * POINT, DAY);
        _expectRefused(_voucher(ada, 101 * POINT, 1), IQtiPoints.PointsQuotaExceeded.selector);
        assertEq(_tallyOf(ada).total, 0);
        _claimTaps(ada, 100 * POINT, 1);
    }

    function test_earlyPointsAreThoseOfNinetyDays() public {
        uint256 first = (vm.getBlockTimestamp() / DAY) * DAY;
        _claimTaps(ada, 100 * POINT, 1);
        vm.warp(first + 90 days - 1);
        _claimTaps(ada, 300 * POINT, 2);
        assertEq(_tallyOf(ada).early, 300 * POINT);
        vm.warp(first + 90 days);
        _claimTaps(ada, 600 * POINT, 3);
        TapTally memory tally = _tallyOf(ada);
        assertEq(tally.early, 300 * POINT);
        assertEq(tally.total, 600 * POINT);
        assertEq(tally.firstDay, first / DAY);
    }

    function test_pausingStopsClaims() public {
        taps.pause();
        _expectRefused(_voucher(ada, POINT, 1), ILapsingPause.PauseActive.selector);
        taps.unpause();
        _claimTaps(ada, POINT, 1);
    }

    // --- sequence

    function test_aSequenceOnlyRises() public {
        _claimTaps(ada, POINT, 5);
        for (uint64 sequence = 4; sequence <= 5; ++sequence) {
            Voucher memory voucher = _voucher(ada, 2 * POINT, sequence);
            bytes memory signed = _signed(voucher);
            vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapSequenceUsed.selector, sequence, 5));
            taps.claim(voucher, signed);
        }
        Voucher memory zero = _voucher(nia, POINT, 0);
        _attest(nia);
        _expectRefused(zero, ITapRewards.TapSequenceUsed.selector);
    }

    function test_aSequenceDoesNotJumpFar() public {
        _claimTaps(ada, POINT, 5);
        uint64 tooHigh = 5 + MAX_RISE;
        Voucher memory voucher = _voucher(ada, 2 * POINT, tooHigh);
        bytes memory signed = _signed(voucher);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapSequenceTooHigh.selector, tooHigh, 5));
        taps.claim(voucher, signed);
        _claimTaps(ada, 2 * POINT, tooHigh - 1);
    }

    /// @dev The numbers that fit into the slot end one day, a million claims away; then nothing pays rather than wraps.
    function test_aSequenceNeverWrapsAround() public {
        _claimTaps(ada, POINT, 1);
        uint64 last = type(uint40).max - 1;
        _setSequence(ada, uint40(last));
        assertEq(_tallyOf(ada).sequence, last);
        _expectRefused(_voucher(ada, 3 * POINT, last + 2), ITapRewards.TapSequenceTooHigh.selector);
        _claimTaps(ada, 2 * POINT, last + 1);
    }

    function test_revokedVouchersPayNoMore() public {
        _claimTaps(ada, POINT, 1);
        vm.expectEmit(address(taps));
        emit ITapRewards.VouchersRevoked(_indexOf(ada), ada, 9);
        taps.revokeVouchers(ada, 9);
        _expectRefused(_voucher(ada, 2 * POINT, 9), ITapRewards.TapSequenceUsed.selector);
        TapTally memory tally = _tallyOf(ada);
        assertEq(tally.sequence, 9);
        assertEq(tally.total, POINT);
        _claimTaps(ada, 2 * POINT, 10);
    }

    function test_aRevocationRisesAsAClaimDoes() public {
        taps.revokeVouchers(ada, 9);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapSequenceUsed.selector, 9, 9));
        taps.revokeVouchers(ada, 9);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapSequenceTooHigh.selector, 9 + MAX_RISE, 9));
        taps.revokeVouchers(ada, 9 + MAX_RISE);
        // A revocation before the first claim starts no 90 days.
        skip(200 days);
        _claimTaps(ada, POINT, 10);
        assertEq(_tallyOf(ada).early, POINT);
    }

    function test_onlyVouchersOfAPersonAreRevokedAlsoOfOneBarred() public {
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapNoIdentity.selector, nia));
        taps.revokeVouchers(nia, 1);
        identities.freeze(ada);
        taps.revokeVouchers(ada, 1);
        assertEq(_tallyOf(ada).sequence, 1);
    }

    // --- oracle

    function test_aSmartAccountCanBeTheOracle() public {
        (address owner, uint256 key) = makeAddrAndKey("owner");
        taps.setOracle(address(new Wallet1271(owner)));
        Voucher memory voucher = _voucher(ada, POINT, 1);
        taps.claim(voucher, signature(key, _digest(voucher)));
        assertEq(points.balanceOf(ada), POINT);
    }

    function test_onlyTheOracleSigns() public {
        Voucher memory voucher = _voucher(ada, POINT, 1);
        bytes memory signed = signature(attesterKey, _digest(voucher));
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapInvalidSigner.selector, oracle));
        taps.claim(voucher, signed);
    }

    function test_termsMustMakeSense() public {
        vm.expectRevert(ITapRewards.TapInvalidTerms.selector);
        taps.setOracle(address(0));
        uint256 most = type(uint40).max;
        vm.expectRevert(ITapRewards.TapInvalidTerms.selector);
        taps.setDailyCap(most + 1);
        taps.setDailyCap(most);
        assertEq(taps.dailyCap(), most);
        points.setChannel(address(taps), most, DAY);
        assertEq(_claimTaps(ada, type(uint256).max, 1), most);
    }

    function test_beforeAnOracleIsSetNobodySigns() public {
        uint256 word = uint256(vm.load(address(taps), _oracleSlot()));
        vm.store(address(taps), _oracleSlot(), bytes32((word >> 160) << 160));
        assertEq(taps.oracle(), address(0));
        _expectRefused(_voucher(ada, POINT, 1), ITapRewards.TapInvalidSigner.selector);
        Voucher memory voucher = _voucher(ada, POINT, 1);
        vm.expectPartialRevert(ITapRewards.TapInvalidSigner.selector);
        taps.claim(voucher, new bytes(65));
    }

    function test_strangersSetNothing() public {
        vm.startPrank(ada);
        vm.expectRevert(_refusal(ada));
        taps.setOracle(ada);
        vm.expectRevert(_refusal(ada));
        taps.setDailyCap(1);
        vm.expectRevert(_refusal(ada));
        taps.revokeVouchers(nia, 1);
    }

    function test_saysItsDomainAndHash() public view {
        (, string memory name, string memory version, uint256 chainId, address verifier, , ) = taps.eip712Domain();
        assertEq(name, "QTI Taps");
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(verifier, address(taps));
        Voucher memory voucher = _voucher(ada, POINT, 1);
        assertEq(taps.hashVoucher(voucher), _digest(voucher));
    }

    // --- fuzz

    /// @dev Against plain sums: whatever is stated, in whatever order and at whatever time.
    function testFuzz_aPersonGetsWhatWasStatedAndNoMoreThanTheCapADay(uint256 seed) public {
        uint256 total;
        uint256 today;
        uint256 day;
        uint64 sequence;
        for (uint256 i = 0; i < 24; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            skip((seed >> 8) % (12 hours));
            if (vm.getBlockTimestamp() / DAY != day) (day, today) = (vm.getBlockTimestamp() / DAY, 0);
            uint256 earned = (seed >> 32) % (i * 200 * POINT + 1);
            uint256 due = earned > total ? earned - total : 0;
            if (due > CAP - today) due = CAP - today;
            assertEq(taps.previewClaim(ada, earned), due);
            sequence += uint64(1 + ((seed >> 128) % (MAX_RISE - 1)));
            Voucher memory voucher = _voucher(ada, earned, sequence);
            (bool paid, ) = address(taps).call(_claimCall(voucher));
            assertEq(paid, due != 0);
            if (!paid) sequence = _tallyOf(ada).sequence;
            (total, today) = (total + due, today + due);
            assertEq(points.balanceOf(ada), total);
            assertEq(_tallyOf(ada).today <= CAP, true);
        }
    }

    function _expectRefused(Voucher memory voucher, bytes4 selector) private {
        bytes memory signed = _signed(voucher);
        vm.expectPartialRevert(selector);
        taps.claim(voucher, signed);
    }

    /// @dev Reverts as the call does.
    function _run(bytes memory call) private {
        (bool ok, bytes memory data) = address(taps).call(call);
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(data, 32), mload(data))
        }
    }

    function _oracleSlot() private view returns (bytes32) {
        for (uint256 slot = 0; slot < 8; ++slot) {
            if (address(uint160(uint256(vm.load(address(taps), bytes32(slot))))) == oracle) return bytes32(slot);
        }
        revert("no slot holds the oracle");
    }

    /// @dev The sequence is the lowest of what the tally's one slot holds; the mapping of tallies stands behind two slots of
    /// `EIP712` that follow the oracle's.
    function _setSequence(address account, uint40 sequence) private {
        bytes32 slot = keccak256(abi.encode(_indexOf(account), uint256(_oracleSlot()) + 3));
        uint256 word = uint256(vm.load(address(taps), slot));
        vm.store(address(taps), slot, bytes32((word & ~uint256(type(uint40).max)) | sequence));
    }
}
