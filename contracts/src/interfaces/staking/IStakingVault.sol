// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IStreamedStaking} from "./IStreamedStaking.sol";

/// @title Automated staking: QTI in, a share price that grows by streamed rewards
/// @notice ERC-4626 over QTI, share sQTI with 24 decimals (offset 6). Rewards stream into the share price over about
/// seven days; the clock stands still while less than one QTI is staked (or fewer than 1e12 units of shares exist, a
/// million times the virtual ones). Withdrawals never pause.
interface IStakingVault is IERC4626, IStreamedStaking {
    /// @notice State after every change, so that an indexer never has to call.
    /// @param totalAssets QTI that belongs to the shares now. @param totalShares sQTI units.
    /// @param streamLeft QTI still to be streamed. @param streamEnd Unix seconds at which the stream runs dry.
    event Accrued(uint256 totalAssets, uint256 totalShares, uint256 streamLeft, uint48 streamEnd);
    event PauseSet(uint48 until);

    error StakingPaused(uint48 until);
    error StakingSharesBelowMinimum(uint256 shares, uint256 minShares);

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

    /// @notice PAUSER. Stops deposits for 14 days.
    function pause() external;

    /// @notice ADMIN.
    function unpause() external;

    function pausedUntil() external view returns (uint48);
}
