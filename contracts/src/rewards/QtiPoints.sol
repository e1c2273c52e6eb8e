// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IQtiPoints} from "../interfaces/rewards/IQtiPoints.sol";
import {QuotaState} from "../interfaces/shared/QuotaState.sol";
import {Quota} from "../shared/Quota.sol";

/// @title Points people earn by what they do in QTI
/// @dev Not OpenZeppelin's ERC20, whose supply is a slot of its own: here each channel keeps what it minted beside its quota,
/// so that earning writes two slots and not three. Calls nobody, so channels and redeemers may call it in any order.
contract QtiPoints is IQtiPoints, IERC20Errors, AccessManaged {
    using Quota for QuotaState;

    /// @dev A quota and what the channel ever minted, in one slot. A limit of 56 bits is 72 billion points a window, and
    /// `minted` takes 16 million windows of that.
    struct Channel {
        uint56 limit;
        uint56 used;
        uint80 minted;
        uint32 window;
        uint32 period;
    }

    // solhint-disable-next-line const-name-snakecase
    string public constant name = "QTI Points";
    // solhint-disable-next-line const-name-snakecase
    string public constant symbol = "QTP";
    // solhint-disable-next-line const-name-snakecase
    uint8 public constant decimals = 6;

    mapping(address channel => Channel) private _channels;
    /// @dev All that were ever set, for `totalSupply`.
    address[] private _names;
    uint256 private _redeemed;

    /// @inheritdoc IERC20
    mapping(address account => uint256) public balanceOf;

    /// @inheritdoc IQtiPoints
    mapping(address redeemer => bool) public isRedeemer;

    constructor(address authority) AccessManaged(authority) {}

    /// @inheritdoc IQtiPoints
    function earn(address account, uint256 amount) external {
        Channel storage channel = _channels[msg.sender];
        if (channel.period == 0) revert PointsUnknownChannel(msg.sender);
        QuotaState memory quota = _quotaOf(channel);
        uint256 left = Quota.leftOf(quota);
        if (amount > left) revert PointsQuotaExceeded(msg.sender, amount, left, Quota.resetsAt(quota));

        // At most `limit`, which has 56 bits.
        (channel.used, channel.window) = (uint56(quota.used + amount), quota.window);
        channel.minted += uint56(amount);
        // The sum of all balances is below what the channels minted.
        unchecked {
            balanceOf[account] += amount;
        }
        emit PointsEarned(account, msg.sender, amount);
        emit Transfer(address(0), account, amount);
    }

    /// @inheritdoc IQtiPoints
    function redeem(address account, uint256 amount) external {
        if (!isRedeemer[msg.sender]) revert PointsNotRedeemer(msg.sender);
        uint256 balance = balanceOf[account];
        if (amount > balance) revert ERC20InsufficientBalance(account, balance, amount);
        balanceOf[account] = balance - amount;
        _redeemed += amount;
        emit PointsRedeemed(account, msg.sender, amount);
        emit Transfer(account, address(0), amount);
    }

    /// @inheritdoc IQtiPoints
    function setChannel(address channel, uint256 limit, uint32 period) external restricted {
        if (!Quota.isValid(limit, period) || limit > type(uint56).max) revert PointsInvalidQuota(limit, period);
        Channel storage state = _channels[channel];
        if (state.period == 0) _names.push(channel);
        QuotaState memory quota = _quotaOf(state).changed(limit, period);
        (state.limit, state.used) = (uint56(quota.limit), uint56(quota.used));
        (state.window, state.period) = (quota.window, quota.period);
        emit ChannelSet(channel, limit, period);
    }

    /// @inheritdoc IQtiPoints
    function setRedeemer(address redeemer, bool allowed) external restricted {
        isRedeemer[redeemer] = allowed;
        emit RedeemerSet(redeemer, allowed);
    }

    /// @inheritdoc IQtiPoints
    function channelOf(address channel) external view returns (QuotaState memory) {
        return _quotaOf(_channels[channel]);
    }

    /// @inheritdoc IERC20
    function totalSupply() external view returns (uint256 supply) {
        uint256 count = _names.length;
        for (uint256 i = 0; i < count; ++i) supply += _channels[_names[i]].minted;
        supply -= _redeemed;
    }

    /// @inheritdoc IERC20
    function allowance(address, address) external pure returns (uint256) {
        return 0;
    }

    /// @inheritdoc IERC20
    function transfer(address, uint256) external pure returns (bool) {
        revert PointsNotTransferable();
    }

    /// @inheritdoc IERC20
    function transferFrom(address, address, uint256) external pure returns (bool) {
        revert PointsNotTransferable();
    }

    /// @inheritdoc IERC20
    function approve(address, uint256) external pure returns (bool) {
        revert PointsNotTransferable();
    }

    function _quotaOf(Channel storage channel) private view returns (QuotaState memory) {
        return QuotaState(channel.limit, channel.used, channel.window, channel.period).rolled();
    }
}
