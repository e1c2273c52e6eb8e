// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IQtiPoints} from "../interfaces/rewards/IQtiPoints.sol";
import {QuotaState} from "../interfaces/shared/QuotaState.sol";
import {Quota} from "../shared/Quota.sol";

/// @title Points people earn by what they do in QTI
/// @dev Calls nobody, so channels and redeemers may call it in any order.
contract QtiPoints is IQtiPoints, ERC20, AccessManaged {
    using Quota for QuotaState;

    mapping(address channel => QuotaState) private _channels;

    /// @inheritdoc IQtiPoints
    mapping(address redeemer => bool) public isRedeemer;

    constructor(address authority) ERC20("QTI Points", "QTP") AccessManaged(authority) {}

    /// @inheritdoc IQtiPoints
    function earn(address account, uint256 amount) external {
        QuotaState storage quota = _channels[msg.sender];
        if (quota.period == 0) revert PointsUnknownChannel(msg.sender);
        if (!quota.take(amount)) {
            QuotaState memory state = quota.current();
            revert PointsQuotaExceeded(msg.sender, amount, Quota.leftOf(state), Quota.resetsAt(state));
        }
        emit PointsEarned(account, msg.sender, amount);
        _mint(account, amount);
    }

    /// @inheritdoc IQtiPoints
    function redeem(address account, uint256 amount) external {
        if (!isRedeemer[msg.sender]) revert PointsNotRedeemer(msg.sender);
        emit PointsRedeemed(account, msg.sender, amount);
        _burn(account, amount);
    }

    /// @inheritdoc IQtiPoints
    function setChannel(address channel, uint256 limit, uint32 period) external restricted {
        if (!Quota.isValid(limit, period)) revert PointsInvalidQuota(limit, period);
        _channels[channel].set(limit, period);
        emit ChannelSet(channel, limit, period);
    }

    /// @inheritdoc IQtiPoints
    function setRedeemer(address redeemer, bool allowed) external restricted {
        isRedeemer[redeemer] = allowed;
        emit RedeemerSet(redeemer, allowed);
    }

    /// @inheritdoc IQtiPoints
    function channelOf(address channel) external view returns (QuotaState memory quota) {
        return _channels[channel].period == 0 ? quota : _channels[channel].current();
    }

    /// @inheritdoc IERC20Metadata
    function decimals() public pure override(ERC20, IERC20Metadata) returns (uint8) {
        return 6;
    }

    /// @inheritdoc IERC20
    function transfer(address, uint256) public pure override(ERC20, IERC20) returns (bool) {
        revert PointsNotTransferable();
    }

    /// @inheritdoc IERC20
    function transferFrom(address, address, uint256) public pure override(ERC20, IERC20) returns (bool) {
        revert PointsNotTransferable();
    }

    /// @inheritdoc IERC20
    function approve(address, uint256) public pure override(ERC20, IERC20) returns (bool) {
        revert PointsNotTransferable();
    }
}
