// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ILapsingPause} from "../shared/ILapsingPause.sol";
import {IStreamedStaking} from "./IStreamedStaking.sol";

/// @notice One of the locks that can be chosen.
/// @param duration Seconds; 0 for none.
/// @param multiplierBps Weight of each staked unit until the unlock, in 1/10,000. After the unlock it is 10,000.
/// @param penaltyBps Part of what leaves at the very start of the lock that stays with the stakers, in 1/10,000.
struct Lock {
    uint48 duration;
    uint32 multiplierBps;
    uint32 penaltyBps;
}

/// @notice Stake of one account under one lock.
/// @param amount QTI units. @param weight What its share of the rewards is reckoned by, as it counts now.
/// @param lock Index into `locks()`. @param start Unix seconds at which the lock (last) began.
/// @param unlock Unix seconds from which all leaves without penalty; equals `start` without a lock.
/// @param owed QTI units settled and not yet claimed; what flowed since the last touch is in `earnedOf`.
struct Position {
    address owner;
    uint256 amount;
    uint256 weight;
    uint8 lock;
    uint48 start;
    uint48 unlock;
    uint256 owed;
}

/// @title Staking by positions: choose a lock, earn by its multiplier, leave early for a penalty
/// @notice Rewards stream to the weight of all positions. A multiplier ends with its lock: from then on anyone may `poke`
/// the position down, and every touch does so by itself.
/// Warning: until an expired position is poked it still earns by its multiplier. Rewards are claimed apart: a withdrawal
/// pays none and calls nothing but QTI, so principal leaves whatever rewards do.
interface IStakingPool is IStreamedStaking, ILapsingPause {
    /// @notice A position was opened or increased. @param added QTI units now. @param amount QTI units after it.
    event Staked(
        uint256 indexed positionId,
        address indexed owner,
        uint8 lock,
        uint256 added,
        uint256 amount,
        uint256 weight,
        uint48 start,
        uint48 unlock,
        uint256 owed
    );
    /// @param withdrawn QTI units that left the position, of which `penalty` stayed in the pool's stream.
    /// @param amount QTI units left in it.
    event Withdrawn(
        uint256 indexed positionId,
        address indexed owner,
        address recipient,
        uint256 withdrawn,
        uint256 penalty,
        uint256 amount,
        uint256 weight,
        uint256 owed
    );
    /// @notice The multiplier of an expired position ended.
    event Poked(uint256 indexed positionId, uint256 weight, uint256 owed);
    event RewardClaimed(uint256 indexed positionId, address indexed owner, address recipient, uint256 amount);
    /// @notice State after every change, so that an indexer never has to call. Comes before the change's own event. What is
    /// staked in all is the sum of what `Staked` added less what `Withdrawn` took.
    /// @param rewardPerWeight QTI units earned by one unit of weight since the start, times 2^96.
    event PoolAccrued(uint256 totalWeight, uint256 rewardPerWeight, uint256 streamLeft, uint48 streamEnd);

    error StakingZeroAmount();
    error StakingUnknownLock(uint8 lock, uint256 count);
    error StakingUnknownPosition(uint256 positionId);
    error StakingNotOwner(uint256 positionId, address caller);
    error StakingExceedsPosition(uint256 positionId, uint256 requested, uint256 amount);
    /// @notice The lock still runs, or there was no multiplier to end.
    error StakingNothingToPoke(uint256 positionId);

    /// @notice Opens a position, of at most 2^88 - 1 units (309 million QTI; more takes a second one).
    /// @param lock Index into `locks()`.
    function stake(uint256 amount, uint8 lock) external returns (uint256 positionId);

    /// @notice `stake` with an ERC-2612 permit in the same transaction. A permit already used by someone else does no
    /// harm: the allowance counts.
    function stakeWithPermit(
        uint256 amount,
        uint8 lock,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 positionId);

    /// @notice Owner. Adds to a position. Warning: its whole amount is locked anew for the full duration.
    function increase(uint256 positionId, uint256 amount) external;

    function increaseWithPermit(
        uint256 positionId,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external;

    /// @notice Owner. Takes `amount` out of the position; before the unlock less a penalty (`previewWithdraw`), which
    /// flows to all stakers over the stream. Never pauses.
    /// @return received QTI units sent to `recipient`.
    function withdraw(uint256 positionId, uint256 amount, address recipient) external returns (uint256 received);

    /// @notice Owner. Pays what the position earned. Never pauses.
    function claim(uint256 positionId, address recipient) external returns (uint256 amount);

    /// @notice Anyone. Ends the multiplier of a position whose lock is over.
    function poke(uint256 positionId) external;

    /// @notice penalty = ceil(amount * penaltyBps * (unlock - now) / (duration * 10,000)) before the unlock, then 0.
    function previewWithdraw(uint256 positionId, uint256 amount)
        external
        view
        returns (uint256 received, uint256 penalty);

    /// @notice QTI units the position could claim now: settled and flowed since.
    function earnedOf(uint256 positionId) external view returns (uint256);

    /// @dev All zero for an unknown one. A position emptied keeps its owner.
    function positionOf(uint256 positionId) external view returns (Position memory);

    /// @notice Ids are 1 to this.
    function positionCount() external view returns (uint256);

    function locks() external view returns (Lock[] memory);

    function totalStaked() external view returns (uint256);

    function totalWeight() external view returns (uint256);

    /// @notice As in `PoolAccrued`, as of now.
    function rewardPerWeight() external view returns (uint256);
}
