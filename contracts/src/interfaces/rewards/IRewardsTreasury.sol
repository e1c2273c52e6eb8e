// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {QuotaState} from "../shared/QuotaState.sol";

/// @title What rewards can be streamed into
interface IStreamTarget {
    /// @notice Tells the target that `amount` QTI was just transferred to it and shall be streamed.
    function notify(uint256 amount) external;
}

/// @title Holds the QTI that may be paid as rewards; the only one who may notify a stream
interface IRewardsTreasury {
    event StreamFunded(address indexed target, uint256 amount);
    event StreamListed(address indexed target, bool listed);
    event BudgetSet(address indexed spender, uint256 limit, uint32 period);
    event RewardPaid(address indexed spender, address indexed to, uint256 amount);

    error TreasuryUnknownSpender(address caller);
    /// @notice The spender has used its budget of this window. @param left QTI units left. @param resetsAt Unix seconds.
    error TreasuryBudgetExceeded(address spender, uint256 amount, uint256 left, uint256 resetsAt);
    error TreasuryInvalidBudget(uint256 limit, uint32 period);
    error TreasuryInsufficientFunds(uint256 requested, uint256 available);
    /// @notice Rewards go only into contracts that ADMIN listed.
    error TreasuryStreamNotListed(address target);

    /// @notice TREASURER. Moves `amount` QTI into `target` and starts streaming it.
    function fundStream(address target, uint256 amount) external;

    /// @notice A spender, within its budget of the current fixed window. Sends `amount` QTI to `to`.
    function pay(address to, uint256 amount) external;

    /// @notice TREASURER. What a contract may pay out a window; a limit of 0 ends it. What was used stays used.
    function setBudget(address spender, uint256 limit, uint32 period) external;

    /// @notice The budget with `used` as it counts in the current window.
    function budgetOf(address spender) external view returns (QuotaState memory);

    /// @notice ADMIN. Lists a contract into which TREASURER may stream.
    function setStream(address target, bool listed) external;

    function isStream(address target) external view returns (bool);

    function qti() external view returns (IERC20);
}
