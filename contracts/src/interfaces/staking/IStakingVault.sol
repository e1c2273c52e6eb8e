// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";

/// @title Automated staking: QTI in, a share price that grows by streamed rewards
/// @notice ERC-4626 over QTI, share sQTI with 24 decimals (offset 6). Rewards stream into the share price over about
/// seven days; the clock stands still while less than one QTI is staked (or fewer than 1e12 units of shares exist, a
/// million times the virtual ones). Withdrawals never pause.
interface IStakingVault is IERC4626 {
    /// @notice State after every change, so that an indexer never has to call.
    /// @param totalAssets QTI that belongs to the shares now. @param totalShares sQTI units.
    /// @param streamLeft QTI still to be streamed. @param streamEnd Unix seconds at which the stream runs dry.
    event Accrued(uint256 totalAssets, uint256 totalShares, uint256 streamLeft, uint48 streamEnd);
    event RewardNotified(uint256 amount, uint256 streamLeft, uint48 streamEnd);
    event PauseSet(uint48 until);
    event Skimmed(address indexed to, uint256 amount);

    error StakingOnlyTreasury(address caller);
    error StakingPaused(uint48 until);
    /// @notice The vault holds less than it was told it received.
    error StakingRewardNotReceived(uint256 expected, uint256 received);
    error StakingSharesBelowMinimum(uint256 shares, uint256 minShares);

    /// @notice RewardsTreasury only, after it transferred `amount`.
    function notify(uint256 amount) external;

    /// @notice Deposit with an ERC-2612 permit in the same transaction. A permit already used by someone else does no
    /// harm: the allowance counts.
    function depositWithPermit(
        uint256 assets,
        address receiver,
        uint256 minShares,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 shares);

    /// @notice Sends what was donated (never counted) to RewardsTreasury.
    function skim() external returns (uint256 amount);

    /// @notice PAUSER. Stops deposits for 14 days.
    function pause() external;

    /// @notice ADMIN.
    function unpause() external;

    function pausedUntil() external view returns (uint48);

    /// @return left QTI not yet streamed. @return end Unix seconds. @return updated Unix seconds of the last accrual.
    function stream() external view returns (uint256 left, uint48 end, uint48 updated);
}
