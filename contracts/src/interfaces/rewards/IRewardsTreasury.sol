// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title What rewards can be streamed into
interface IStreamTarget {
    /// @notice Tells the target that `amount` QTI was just transferred to it and shall be streamed.
    function notify(uint256 amount) external;
}

/// @title Holds the QTI that may be paid as rewards; the only one who may notify a stream
interface IRewardsTreasury {
    event StreamFunded(address indexed target, uint256 amount);
    event StreamListed(address indexed target, bool listed);

    error TreasuryInsufficientFunds(uint256 requested, uint256 available);
    /// @notice Rewards go only into contracts that ADMIN listed.
    error TreasuryStreamNotListed(address target);

    /// @notice TREASURER. Moves `amount` QTI into `target` and starts streaming it.
    function fundStream(address target, uint256 amount) external;

    /// @notice ADMIN. Lists a contract into which TREASURER may stream.
    function setStream(address target, bool listed) external;

    function isStream(address target) external view returns (bool);

    function qti() external view returns (IERC20);
}
