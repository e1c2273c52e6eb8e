// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IStreamTarget} from "../interfaces/rewards/IRewardsTreasury.sol";
import {IStakingPool, Lock, Position} from "../interfaces/staking/IStakingPool.sol";
import {IStreamedStaking} from "../interfaces/staking/IStreamedStaking.sol";
import {LapsingPause} from "../shared/LapsingPause.sol";
import {Permits} from "../shared/Permits.sol";
import {Stream} from "../shared/Stream.sol";

/// @title Staking of QTI by positions with a lock
/// @dev In the middle of a call (QTI has no hooks, so only a replaced token could look) views show the state after it.
contract StakingPool is IStakingPool, LapsingPause, ReentrancyGuardTransient {
    using Permits for IERC20;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @dev What every change writes: two slots, filled to the last bit so that each is written at once. QTI's whole supply has
    /// 90 bits, and no weight is more than 2.5 times an amount.
    /// @param totalWeight Sum of the weights. @param left QTI still to be streamed, over `rest` seconds of a running clock.
    /// @param updated Unix seconds, cut to 32 bits: only differences are ever taken.
    /// @param held QTI that is counted: stakes, what is still to be streamed and what is earned and not yet claimed.
    /// @param rewardPerWeight QTI units that one unit of weight earned since the start, times 2^96. One flow adds less than
    /// 2^132, so it lasts for ever.
    struct Book {
        uint96 totalWeight;
        uint96 left;
        uint32 updated;
        uint32 rest;
        uint96 held;
        uint160 rewardPerWeight;
    }

    /// @dev A position, again in two full slots.
    /// @param amount QTI units: at most 309 million QTI, more takes a second position.
    /// @param lock Index into `locks()`, plus `ENDED` once its multiplier ended.
    /// @param settled The low bits of `rewardPerWeight` up to which `owed` is reckoned. Only differences are taken, and these
    /// would have to reach 2^32 QTI earned by one, more than four times what exists, before anything is cut.
    /// @param start Unix seconds, cut to 32 bits: only differences are taken.
    struct Stake {
        uint88 amount;
        uint8 lock;
        address owner;
        uint128 settled;
        uint96 owed;
        uint32 start;
    }

    /// @dev Least weight (one QTI without a lock) to which rewards flow: below it there is nobody to reward.
    uint256 private constant MIN_WEIGHT = 1e18;
    uint256 private constant BPS = 10_000;
    uint8 private constant LOCKS = 4;
    uint8 private constant ENDED = 0x80;

    IERC20 private immutable QTI;
    address private immutable TREASURY;

    Book private _book;
    uint96 private _totalStaked;
    uint64 private _positions;
    mapping(uint256 positionId => Stake) private _stakes;

    constructor(IERC20 qti, address treasury, address authority) AccessManaged(authority) {
        QTI = qti;
        TREASURY = treasury;
    }

    /// @inheritdoc IStakingPool
    function stake(uint256 amount, uint8 lock) external returns (uint256 positionId) {
        return _open(amount, lock);
    }

    /// @inheritdoc IStakingPool
    function stakeWithPermit(
        uint256 amount,
        uint8 lock,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 positionId) {
        QTI.usePermit(amount, deadline, v, r, s);
        return _open(amount, lock);
    }

    /// @inheritdoc IStakingPool
    function increase(uint256 positionId, uint256 amount) external {
        _increase(positionId, amount);
    }

    /// @inheritdoc IStakingPool
    function increaseWithPermit(
        uint256 positionId,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        QTI.usePermit(amount, deadline, v, r, s);
        _increase(positionId, amount);
    }

    /// @inheritdoc IStakingPool
    function withdraw(
        uint256 positionId,
        uint256 amount,
        address recipient
    ) external nonReentrant returns (uint256 received) {
        if (amount == 0) revert StakingZeroAmount();
        Stake memory own = _ownStake(positionId);
        Book memory book = _accrued();
        bool ended = _settle(book, own);
        uint256 penalty;
        (received, penalty) = _splitUp(positionId, own, amount);

        uint256 weight = _weightOf(own);
        // What leaves is at most the amount, and every sum contains it.
        unchecked {
            own.amount -= uint88(amount);
            book.totalWeight -= uint96(weight - _weightOf(own));
            _totalStaked -= uint96(amount);
            book.held -= uint96(received);
        }
        _addToStream(book, penalty);
        _save(book, positionId, own);
        if (ended) emit Poked(positionId, weight, own.owed);
        emit Withdrawn(positionId, own.owner, recipient, amount, penalty, own.amount, _weightOf(own), own.owed);
        QTI.safeTransfer(recipient, received);
    }

    /// @inheritdoc IStakingPool
    function claim(uint256 positionId, address recipient) external nonReentrant returns (uint256 amount) {
        Stake memory own = _ownStake(positionId);
        Book memory book = _accrued();
        bool ended = _settle(book, own);
        amount = own.owed;
        own.owed = 0;
        // What is owed is part of what is held.
        unchecked {
            book.held -= uint96(amount);
        }
        _save(book, positionId, own);
        if (ended) emit Poked(positionId, _weightOf(own), amount);
        emit RewardClaimed(positionId, own.owner, recipient, amount);
        QTI.safeTransfer(recipient, amount);
    }

    /// @inheritdoc IStakingPool
    function poke(uint256 positionId) external nonReentrant {
        Stake memory own = _knownStake(positionId);
        Book memory book = _accrued();
        if (!_settle(book, own)) revert StakingNothingToPoke(positionId);
        _save(book, positionId, own);
        emit Poked(positionId, _weightOf(own), own.owed);
    }

    /// @inheritdoc IStreamTarget
    function notify(uint256 amount) external nonReentrant {
        if (msg.sender != TREASURY) revert StakingOnlyTreasury(msg.sender);
        uint256 received = _uncounted();
        if (received < amount) revert StakingRewardNotReceived(amount, received);

        Book memory book = _accrued();
        book.held += amount.toUint96();
        _addToStream(book, amount);
        _saveBook(book);
        emit RewardNotified(amount, book.left, _endOf(book));
    }

    /// @inheritdoc IStreamedStaking
    function skim() external nonReentrant returns (uint256 amount) {
        amount = _uncounted();
        if (amount == 0) return 0;
        emit Skimmed(TREASURY, amount);
        QTI.safeTransfer(TREASURY, amount);
    }

    /// @inheritdoc IStakingPool
    function previewWithdraw(
        uint256 positionId,
        uint256 amount
    ) external view returns (uint256 received, uint256 penalty) {
        return _splitUp(positionId, _knownStake(positionId), amount);
    }

    /// @inheritdoc IStakingPool
    function earnedOf(uint256 positionId) external view returns (uint256) {
        Stake memory one = _stakes[positionId];
        return one.owed + _earnedSince(_accrued(), one);
    }

    /// @inheritdoc IStakingPool
    function positionOf(uint256 positionId) external view returns (Position memory position) {
        Stake memory one = _stakes[positionId];
        if (one.owner == address(0)) return position;
        uint48 start = uint48(block.timestamp - _since(one.start));
        uint8 lock = one.lock & ~ENDED;
        (uint48 duration, , ) = _lockOf(lock);
        return Position(one.owner, one.amount, _weightOf(one), lock, start, start + duration, one.owed);
    }

    /// @inheritdoc IStakingPool
    function locks() external pure returns (Lock[] memory all) {
        all = new Lock[](LOCKS);
        for (uint8 lock = 0; lock < LOCKS; ++lock) {
            (uint48 duration, uint32 multiplierBps, uint32 penaltyBps) = _lockOf(lock);
            all[lock] = Lock(duration, multiplierBps, penaltyBps);
        }
    }

    /// @inheritdoc IStreamedStaking
    function stream() external view returns (uint256 left, uint48 end, uint48 updated) {
        Book memory book = _book;
        updated = uint48(block.timestamp - _since(book.updated));
        return (book.left, updated + book.rest, updated);
    }

    /// @inheritdoc IStakingPool
    function positionCount() external view returns (uint256) {
        return _positions;
    }

    /// @inheritdoc IStakingPool
    function totalStaked() external view returns (uint256) {
        return _totalStaked;
    }

    /// @inheritdoc IStakingPool
    function totalWeight() external view returns (uint256) {
        return _book.totalWeight;
    }

    /// @inheritdoc IStakingPool
    function rewardPerWeight() external view returns (uint256) {
        return _accrued().rewardPerWeight;
    }

    function _open(uint256 amount, uint8 lock) private whenNotPaused nonReentrant returns (uint256 positionId) {
        if (lock >= LOCKS) revert StakingUnknownLock(lock, LOCKS);
        positionId = ++_positions;
        Stake memory own;
        own.owner = msg.sender;
        own.lock = lock;
        _add(positionId, own, amount);
    }

    function _increase(uint256 positionId, uint256 amount) private whenNotPaused nonReentrant {
        _add(positionId, _ownStake(positionId), amount);
    }

    /// @dev Takes `amount` into a position and begins its lock anew.
    function _add(uint256 positionId, Stake memory own, uint256 amount) private {
        if (amount == 0) revert StakingZeroAmount();
        Book memory book = _accrued();
        _settle(book, own);
        uint256 before = _weightOf(own);
        own.amount = (own.amount + amount).toUint88();
        own.lock &= ~ENDED;
        own.start = uint32(block.timestamp);
        book.totalWeight = (book.totalWeight - before + _weightOf(own)).toUint96();
        _totalStaked += uint96(amount);
        book.held += uint96(amount);
        _save(book, positionId, own);
        _emitStaked(positionId, own, amount);
        QTI.safeTransferFrom(own.owner, address(this), amount);
    }

    /// @dev Settles a position in memory up to `book`, which must have accrued, and ends its multiplier if its lock is over.
    /// @return ended Whether it did.
    function _settle(Book memory book, Stake memory one) private view returns (bool ended) {
        // What is earned is QTI that exists.
        unchecked {
            one.owed += uint96(_earnedSince(book, one));
        }
        one.settled = uint128(book.rewardPerWeight);
        ended = one.lock != 0 && one.lock < ENDED && _remaining(one) == 0;
        if (ended) {
            uint256 before = _weightOf(one);
            one.lock |= ENDED;
            // The weight is part of the sum, and a multiplier is at least one.
            unchecked {
                book.totalWeight -= uint96(before - one.amount);
            }
        }
    }

    function _addToStream(Book memory book, uint256 amount) private pure {
        (uint256 left, uint256 rest) = Stream.increaseDown(book.left, book.rest, amount);
        book.left = left.toUint96();
        // At most `Stream.DURATION`, which has 20 bits.
        book.rest = uint32(rest);
    }

    function _save(Book memory book, uint256 positionId, Stake memory one) private {
        _stakes[positionId] = one;
        _saveBook(book);
    }

    function _saveBook(Book memory book) private {
        _book = book;
        emit PoolAccrued(book.totalWeight, book.rewardPerWeight, book.left, _endOf(book));
    }

    function _emitStaked(uint256 positionId, Stake memory own, uint256 added) private {
        (uint48 duration, , ) = _lockOf(own.lock);
        uint48 start = uint48(block.timestamp);
        uint256 weight = _weightOf(own);
        emit Staked(positionId, own.owner, own.lock, added, own.amount, weight, start, start + duration, own.owed);
    }

    /// @dev The book with what flowed until now given to the weight that exists. The clock stands still while there is nobody
    /// to reward. The division leaves less than a thirtieth of a unit over, as no sum of weights reaches 2^96 / 30.
    function _accrued() private view returns (Book memory book) {
        book = _book;
        if (book.left != 0 && book.totalWeight >= MIN_WEIGHT) {
            (uint256 flowed, uint256 left, uint256 rest) = Stream.flowDown(book.left, book.rest, _since(book.updated));
            unchecked {
                book.rewardPerWeight += uint160((flowed << 96) / book.totalWeight);
            }
            book.left = uint96(left);
            book.rest = uint32(rest);
        }
        book.updated = uint32(block.timestamp);
    }

    function _knownStake(uint256 positionId) private view returns (Stake memory one) {
        one = _stakes[positionId];
        if (one.owner == address(0)) revert StakingUnknownPosition(positionId);
    }

    function _ownStake(uint256 positionId) private view returns (Stake memory own) {
        own = _knownStake(positionId);
        if (own.owner != msg.sender) revert StakingNotOwner(positionId, msg.sender);
    }

    /// @dev What comes out of a position now and what stays as penalty, rounded up.
    function _splitUp(
        uint256 positionId,
        Stake memory one,
        uint256 amount
    ) private view returns (uint256 received, uint256 penalty) {
        if (amount > one.amount) revert StakingExceedsPosition(positionId, amount, one.amount);
        uint256 remaining = _remaining(one);
        if (remaining != 0) {
            (uint48 duration, , uint32 penaltyBps) = _lockOf(one.lock);
            penalty = Math.ceilDiv(amount * penaltyBps * remaining, duration * BPS);
        }
        return (amount - penalty, penalty);
    }

    /// @dev Rounded down. The product has less than 90 + 128 bits.
    function _earnedSince(Book memory book, Stake memory one) private pure returns (uint256) {
        unchecked {
            return (_weightOf(one) * (uint128(book.rewardPerWeight) - one.settled)) >> 96;
        }
    }

    function _weightOf(Stake memory one) private pure returns (uint256) {
        if (one.lock >= ENDED) return one.amount;
        (, uint32 multiplierBps, ) = _lockOf(one.lock);
        return (one.amount * uint256(multiplierBps)) / BPS;
    }

    /// @dev Seconds until the lock is over.
    function _remaining(Stake memory one) private view returns (uint256) {
        if (one.lock >= ENDED) return 0;
        (uint48 duration, , ) = _lockOf(one.lock);
        return Math.saturatingSub(duration, _since(one.start));
    }

    function _lockOf(uint8 lock) private pure returns (uint48 duration, uint32 multiplierBps, uint32 penaltyBps) {
        if (lock == 0) return (0, 10_000, 0);
        if (lock == 1) return (30 days, 12_000, 1_000);
        if (lock == 2) return (90 days, 15_000, 2_000);
        return (365 days, 25_000, 4_000);
    }

    /// @dev Balance that is neither staked nor there for rewards.
    function _uncounted() private view returns (uint256) {
        return QTI.balanceOf(address(this)) - _book.held;
    }

    function _endOf(Book memory book) private view returns (uint48) {
        return uint48(block.timestamp) + book.rest;
    }

    /// @dev Seconds since a time cut to 32 bits. Right across the wrap in 2106, for 136 years.
    function _since(uint32 time) private view returns (uint256) {
        unchecked {
            return uint32(block.timestamp) - time;
        }
    }
}
