// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IRewardsTreasury, IStreamTarget} from "../interfaces/rewards/IRewardsTreasury.sol";
import {QuotaState} from "../interfaces/shared/QuotaState.sol";
import {Quota} from "../shared/Quota.sol";

/// @title Treasury of QTI for rewards
contract RewardsTreasury is IRewardsTreasury, AccessManaged {
    using Quota for QuotaState;
    using SafeERC20 for IERC20;

    /// @inheritdoc IRewardsTreasury
    IERC20 public immutable qti;

    /// @inheritdoc IRewardsTreasury
    mapping(address target => bool) public isStream;

    mapping(address spender => QuotaState) private _budgets;

    constructor(IERC20 qti_, address authority) AccessManaged(authority) {
        qti = qti_;
    }

    /// @inheritdoc IRewardsTreasury
    function fundStream(address target, uint256 amount) external restricted {
        if (!isStream[target]) revert TreasuryStreamNotListed(target);
        _checkFunds(amount);

        emit StreamFunded(target, amount);
        qti.safeTransfer(target, amount);
        IStreamTarget(target).notify(amount);
    }

    /// @inheritdoc IRewardsTreasury
    function setStream(address target, bool listed) external restricted {
        isStream[target] = listed;
        emit StreamListed(target, listed);
    }

    /// @inheritdoc IRewardsTreasury
    function pay(address to, uint256 amount) external {
        QuotaState storage budget = _budgets[msg.sender];
        if (budget.period == 0) revert TreasuryUnknownSpender(msg.sender);
        if (!budget.take(amount)) {
            QuotaState memory state = budget.current();
            revert TreasuryBudgetExceeded(msg.sender, amount, Quota.leftOf(state), Quota.resetsAt(state));
        }
        _checkFunds(amount);
        emit RewardPaid(msg.sender, to, amount);
        qti.safeTransfer(to, amount);
    }

    /// @inheritdoc IRewardsTreasury
    function setBudget(address spender, uint256 limit, uint32 period) external restricted {
        if (!Quota.isValid(limit, period)) revert TreasuryInvalidBudget(limit, period);
        _budgets[spender].set(limit, period);
        emit BudgetSet(spender, limit, period);
    }

    /// @inheritdoc IRewardsTreasury
    function budgetOf(address spender) external view returns (QuotaState memory) {
        return _budgets[spender].current();
    }

    function _checkFunds(uint256 amount) private view {
        uint256 available = qti.balanceOf(address(this));
        if (amount > available) revert TreasuryInsufficientFunds(amount, available);
    }
}
