// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IStreamTarget} from "../rewards/IRewardsTreasury.sol";

/// @title What both ways to stake share: rewards that stream in from RewardsTreasury, and what was donated goes out
/// @notice Rewards stream over about seven days. The clock stands still while fewer than one token's worth is staked.
interface IStreamedStaking is IStreamTarget {
    /// @param streamLeft QTI still to be streamed. @param streamEnd Unix seconds at which the stream runs dry.
    event RewardNotified(uint256 amount, uint256 streamLeft, uint48 streamEnd);
    event Skimmed(address indexed to, uint256 amount);

    error StakingOnlyTreasury(address caller);
    /// @notice The contract holds less than it was told it received.
    error StakingRewardNotReceived(uint256 expected, uint256 received);

    /// @notice Sends what was donated (never counted) to RewardsTreasury.
    function skim() external returns (uint256 amount);

    /// @return left QTI not yet streamed. @return end Unix seconds. @return updated Unix seconds of the last accrual.
    function stream() external view returns (uint256 left, uint48 end, uint48 updated);
}
