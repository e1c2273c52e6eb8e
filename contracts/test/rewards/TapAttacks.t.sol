// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IQtiPoints} from "../../src/interfaces/rewards/IQtiPoints.sol";
import {ITapRewards, TapTally, Voucher} from "../../src/interfaces/rewards/ITapRewards.sol";
import {TapRewards} from "../../src/rewards/TapRewards.sol";
import {vm} from "../shared/Test.sol";
import {RewardsBase} from "./RewardsBase.sol";

/// @notice How others were hurt by vouchers.
contract TapAttacksTest is RewardsBase {
    address private _ben;

    function setUp() public override {
        super.setUp();
        _ben = makeAddr("ben");
        _attest(_ben);
    }

    function test_hurt_aVoucherIsNotPaidTwice() public {
        Voucher memory voucher = _voucher(ada, 100 * POINT, 1);
        bytes memory signed = _signed(voucher);
        taps.claim(voucher, signed);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapSequenceUsed.selector, 1, 1));
        taps.claim(voucher, signed);
        // One that was cut by the cap is not good for the rest either.
        voucher = _voucher(ada, 5 * CAP, 2);
        signed = _signed(voucher);
        taps.claim(voucher, signed);
        skip(30 minutes);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapSequenceUsed.selector, 2, 2));
        taps.claim(voucher, signed);
    }

    function test_hurt_aVoucherIsForOneAccount() public {
        Voucher memory voucher = _voucher(ada, 100 * POINT, 1);
        bytes memory signed = _signed(voucher);
        voucher.account = _ben;
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapInvalidSigner.selector, oracle));
        taps.claim(voucher, signed);
    }

    function test_hurt_nothingOfAVoucherCanBeChanged() public {
        Voucher memory voucher = _voucher(ada, 100 * POINT, 1);
        bytes memory signed = _signed(voucher);
        for (uint256 i = 0; i < 3; ++i) {
            Voucher memory other = _voucher(ada, 100 * POINT, 1);
            if (i == 0) other.earned += 1;
            if (i == 1) other.sequence += 1;
            if (i == 2) other.deadline += 1;
            vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapInvalidSigner.selector, oracle));
            taps.claim(other, signed);
        }
        taps.claim(voucher, signed);
    }

    function test_hurt_aVoucherIsForOneChain() public {
        Voucher memory voucher = _voucher(ada, 100 * POINT, 1);
        bytes memory signed = _signed(voucher);
        vm.chainId(31_338);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapInvalidSigner.selector, oracle));
        taps.claim(voucher, signed);
    }

    function test_hurt_aVoucherIsForOneContract() public {
        TapRewards other = new TapRewards(address(manager), identities, points);
        other.setOracle(oracle);
        other.setDailyCap(CAP);
        points.setChannel(address(other), CAP, DAY);
        Voucher memory voucher = _voucher(ada, 100 * POINT, 1);
        bytes memory signed = _signed(voucher);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapInvalidSigner.selector, oracle));
        other.claim(voucher, signed);
    }

    /// @dev The same signature with the other s, and shorter and longer ones, are none.
    function test_hurt_malleableSignatures() public {
        Voucher memory voucher = _voucher(ada, 100 * POINT, 1);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(oracleKey, _digest(voucher));
        bytes32 otherS = bytes32(SECP256K1_N - uint256(s));
        bytes[4] memory twisted = [
            abi.encodePacked(r, otherS, v == 27 ? uint8(28) : uint8(27)),
            abi.encodePacked(r, bytes32(uint256(s) | (uint256(v - 27) << 255))),
            abi.encodePacked(r, s),
            abi.encodePacked(r, s, v, uint8(0))
        ];
        for (uint256 i = 0; i < 4; ++i) {
            vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapInvalidSigner.selector, oracle));
            taps.claim(voucher, twisted[i]);
        }
        taps.claim(voucher, abi.encodePacked(r, s, v));
    }

    /// @dev Whoever has the key pays whom it likes, and gets the cap of each identity it has and the quota in all.
    function test_hurt_aLeakedOracleKeyGetsAtMostTheQuota() public {
        points.setChannel(address(taps), 2_500 * POINT, DAY);
        address[4] memory loot = [ada, _ben, makeAddr("cleo"), makeAddr("dana")];
        uint256 got;
        for (uint256 i = 0; i < 4; ++i) {
            if (i >= 2) _attest(loot[i]);
            for (uint64 sequence = 1; sequence <= 3; ++sequence) {
                (bool paid, bytes memory data) = address(taps).call(
                    _claimCall(_voucher(loot[i], type(uint256).max, sequence))
                );
                if (paid) got += abi.decode(data, (uint256));
            }
        }
        assertEq(got, 2 * CAP, "the third would pass the quota");
        assertLe(points.totalSupply(), 2_500 * POINT);

        // The rest of the quota, and then nothing until the window ends.
        _claimTaps(loot[2], 500 * POINT, 1);
        bytes memory call = _claimCall(_voucher(loot[3], 1, 1));
        (bool more, bytes memory refusal) = address(taps).call(call);
        assertFalse(more);
        assertEq(bytes32(bytes4(refusal)), bytes32(IQtiPoints.PointsQuotaExceeded.selector));
    }

    /// @dev What a thief drew for somebody counts against what that person earns later; nobody has to take it back.
    function test_hurt_lootIsSetOffAgainstLaterHonestTaps() public {
        _claimTaps(ada, type(uint256).max, 1);
        (address fresh, uint256 freshKey) = makeAddrAndKey("fresh");
        taps.setOracle(fresh);
        (oracle, oracleKey) = (fresh, freshKey);
        skip(DAY);
        Voucher memory honest = _voucher(ada, 700 * POINT, 2);
        bytes memory signed = _signed(honest);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapNothingToClaim.selector, 700 * POINT, CAP));
        taps.claim(honest, signed);
        assertEq(_claimTaps(ada, 1_200 * POINT, 2), 200 * POINT);
    }

    function test_hurt_R5_rotationEndsOldVouchersAndPaysNothingTwice() public {
        Voucher memory old = _voucher(ada, 300 * POINT, 2);
        bytes memory signed = _signed(old);
        _claimTaps(ada, 100 * POINT, 1);
        (address fresh, uint256 freshKey) = makeAddrAndKey("fresh");
        vm.expectEmit(address(taps));
        emit ITapRewards.TapOracleSet(fresh);
        taps.setOracle(fresh);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapInvalidSigner.selector, fresh));
        taps.claim(old, signed);

        taps.claim(old, signature(freshKey, _digest(old)));
        // Both keys have signed the same voucher; turning back to the old one pays it no second time.
        taps.setOracle(oracle);
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapSequenceUsed.selector, 2, 2));
        taps.claim(old, signed);
        assertEq(points.balanceOf(ada), 300 * POINT);
    }

    /// @dev A thief's numbers are near, so the person goes on with the next.
    function test_hurt_aStolenKeyCannotUseTheNumbersUp() public {
        uint64 far = 2 ** 20 - 1;
        _claimTaps(ada, 1, far);
        TapTally memory tally = _tallyOf(ada);
        assertEq(tally.sequence, far);
        assertEq(_claimTaps(ada, 500 * POINT, far + 1), 500 * POINT - 1);
    }

    function test_hurt_twoWalletsOfOnePersonGetOneCap() public {
        address phone = _link("ada", "phone");
        _claimTaps(ada, 10 * CAP, 1);
        (bool paid, bytes memory refusal) = address(taps).call(_claimCall(_voucher(phone, 10 * CAP, 2)));
        assertFalse(paid);
        assertEq(bytes32(bytes4(refusal)), bytes32(ITapRewards.TapDailyCapReached.selector));
        assertEq(points.totalSupply(), CAP);
    }

    /// @dev EIP-7702: the oracle's account has code and signs by its key all the same.
    function test_anOracleWithCodeStillSignsByItsKey() public {
        vm.etch(oracle, hex"60006000fd");
        assertEq(_claimTaps(ada, POINT, 1), POINT);
    }

    function test_aSignatureOfNobodyIsNoSignature() public {
        Voucher memory voucher = _voucher(ada, POINT, 1);
        (address recovered, , ) = ECDSA.tryRecover(_digest(voucher), new bytes(65));
        assertEq(recovered, address(0));
        vm.expectRevert(abi.encodeWithSelector(ITapRewards.TapInvalidSigner.selector, oracle));
        taps.claim(voucher, new bytes(65));
    }
}
