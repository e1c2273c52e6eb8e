// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {IRewardsTreasury, IStreamTarget} from "../interfaces/rewards/IRewardsTreasury.sol";

/// @title Treasury of QTI for rewards
contract RewardsTreasury is IRewardsTreasury, AccessManaged {
    using SafeERC20 for IERC20;

    /// @inheritdoc IRewardsTreasury
    IERC20 public immutable qti;

    /// @inheritdoc IRewardsTreasury
    mapping(address target => bool) public isStream;

    constructor(IERC20 qti_, address authority) AccessManaged(authority) {
        qti = qti_;
    }

    /// @inheritdoc IRewardsTreasury
    function fundStream(address target, uint256 amount) external restricted {
        if (!isStream[target]) revert TreasuryStreamNotListed(target);
        uint256 available = qti.balanceOf(address(this));
        if (amount > available) revert TreasuryInsufficientFunds(amount, available);

        emit StreamFunded(target, amount);
        qti.safeTransfer(target, amount);
        IStreamTarget(target).notify(amount);
    }

    /// @inheritdoc IRewardsTreasury
    function setStream(address target, bool listed) external restricted {
        isStream[target] = listed;
        emit StreamListed(target, listed);
    }
}
