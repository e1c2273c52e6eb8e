// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {StandingLib} from "../identity/StandingLib.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {IQtiPoints} from "../interfaces/rewards/IQtiPoints.sol";
import {ITapRewards, TapTally, Voucher} from "../interfaces/rewards/ITapRewards.sol";
import {LapsingPause} from "../shared/LapsingPause.sol";
import {Signatures} from "../shared/Signatures.sol";
import {TapTerms} from "./TapTerms.sol";

/// @title Points for taps, by vouchers of an oracle that watches how they were made
/// @dev Everything is counted by identity, so neither a linked wallet nor a recovery starts anything anew. Only an account
/// that may receive is paid, and a replaced one may not: there is no successor to look for.
contract TapRewards is TapTerms, LapsingPause, EIP712 {
    using StandingLib for IIdentityRegistry;
    using StandingLib for uint256;

    bytes32 private constant VOUCHER_TYPEHASH =
        keccak256("Voucher(address account,uint256 earned,uint64 sequence,uint256 deadline)");

    /// @dev How far a sequence may rise at once. Who stole the oracle's key would need a million claims that each pay to
    /// use up the numbers of one identity.
    uint64 private constant MAX_RISE = 1 << 20;
    uint256 private constant EARLY_DAYS = 90;

    IIdentityRegistry public immutable identityRegistry;
    IQtiPoints public immutable points;

    mapping(uint64 identity => TapTally) private _tallies;

    constructor(
        address authority,
        IIdentityRegistry identities,
        IQtiPoints points_
    ) AccessManaged(authority) EIP712("QTI Taps", "1") {
        identityRegistry = identities;
        points = points_;
    }

    /// @inheritdoc ITapRewards
    function claim(
        Voucher calldata voucher,
        bytes calldata signature
    ) external whenNotPaused returns (uint256 amount) {
        if (block.timestamp > voucher.deadline) revert TapVoucherExpired(voucher.deadline);
        (address signer, uint256 cap) = (oracle, _dailyCap);
        if (!Signatures.isValid(signer, hashVoucher(voucher), signature)) revert TapInvalidSigner(signer);
        uint256 standing = identityRegistry.standingWordOf(voucher.account);
        if (!standing.canReceive()) revert TapNoIdentity(voucher.account);

        uint64 identity = standing.indexOf();
        TapTally memory tally = _tallies[identity];
        _raise(tally, voucher.sequence);
        if (voucher.earned <= tally.total) revert TapNothingToClaim(voucher.earned, tally.total);
        uint256 today = _today();
        uint256 left = _leftOf(tally, today, cap);
        if (left == 0) revert TapDailyCapReached(cap, (today + 1) * 1 days);
        amount = Math.min(voucher.earned - tally.total, left);

        _count(tally, today, amount);
        _tallies[identity] = tally;
        emit TapsClaimed(identity, voucher.account, amount, tally.total, voucher.sequence, msg.sender);
        points.earn(voucher.account, amount);
    }

    /// @inheritdoc ITapRewards
    function revokeVouchers(address account, uint64 sequence) external restricted {
        uint64 identity = identityRegistry.standingWordOf(account).indexOf();
        if (identity == 0) revert TapNoIdentity(account);
        TapTally memory tally = _tallies[identity];
        _raise(tally, sequence);
        _tallies[identity] = tally;
        emit VouchersRevoked(identity, account, sequence);
    }

    /// @inheritdoc ITapRewards
    function previewClaim(address account, uint256 earned) external view returns (uint256) {
        uint256 standing = identityRegistry.standingWordOf(account);
        if (!standing.canReceive()) return 0;
        TapTally memory tally = _tallies[standing.indexOf()];
        return Math.min(Math.saturatingSub(earned, tally.total), _leftOf(tally, _today(), _dailyCap));
    }

    /// @inheritdoc ITapRewards
    function tallyOf(uint64 identity) external view returns (TapTally memory) {
        return _tallies[identity];
    }

    /// @inheritdoc ITapRewards
    function hashVoucher(Voucher calldata voucher) public view returns (bytes32) {
        return _hashTypedDataV4(keccak256(abi.encode(VOUCHER_TYPEHASH, voucher)));
    }

    /// @dev The only place where a sequence changes: strictly up, and not far.
    function _raise(TapTally memory tally, uint64 sequence) private pure {
        uint64 last = tally.sequence;
        if (sequence <= last) revert TapSequenceUsed(sequence, last);
        if (sequence - last >= MAX_RISE || sequence > type(uint40).max) revert TapSequenceTooHigh(sequence, last);
        tally.sequence = uint40(sequence);
    }

    /// @dev `amount` is above 0 and within what is left of the cap, which has 40 bits.
    function _count(TapTally memory tally, uint256 today, uint256 amount) private pure {
        uint16 day = uint16(today);
        if (tally.day != day) (tally.day, tally.today) = (day, 0);
        if (tally.total == 0) tally.firstDay = day;
        // Days only rise, and 64 bits take a cap of 40 bits a day for longer than days have numbers.
        unchecked {
            tally.today += uint56(amount);
            tally.total += uint64(amount);
            if (day - tally.firstDay < EARLY_DAYS) tally.early += uint64(amount);
        }
    }

    /// @dev Nothing when the cap was lowered below what was claimed today.
    function _leftOf(TapTally memory tally, uint256 today, uint256 cap) private pure returns (uint256) {
        return tally.day == today ? Math.saturatingSub(cap, tally.today) : cap;
    }

    function _today() private view returns (uint256) {
        return block.timestamp / 1 days;
    }
}
