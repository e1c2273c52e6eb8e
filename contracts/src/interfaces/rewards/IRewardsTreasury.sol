// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Holds the QTI that may be paid as rewards; the only one who may notify a stream
interface IRewardsTreasury {
    event StreamFunded(address indexed target, uint256 amount);

    error TreasuryInsufficientFunds(uint256 requested, uint256 available);

    /// @notice TREASURER. Moves `amount` QTI into `target` and starts streaming it.
    function fundStream(address target, uint256 amount) external;
}
