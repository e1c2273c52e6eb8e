// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {QuotaState} from "../shared/QuotaState.sol";

/// @title Points people earn by what they do in QTI, 6 decimals
/// @notice An ERC-20 that only moves by earning and redeeming: `transfer`, `transferFrom` and `approve` always revert.
/// What is minted goes through a channel with a quota a fixed window, so that whatever goes wrong in a channel costs at
/// most its quota.
interface IQtiPoints is IERC20Metadata {
    event ChannelSet(address indexed channel, uint256 limit, uint32 period);
    event RedeemerSet(address indexed redeemer, bool allowed);
    event PointsEarned(address indexed account, address indexed channel, uint256 amount);
    event PointsRedeemed(address indexed account, address indexed redeemer, uint256 amount);

    error PointsNotTransferable();
    error PointsUnknownChannel(address caller);
    error PointsNotRedeemer(address caller);
    /// @notice The channel has used its quota of this window. @param left Points left. @param resetsAt Unix seconds.
    error PointsQuotaExceeded(address channel, uint256 amount, uint256 left, uint256 resetsAt);
    error PointsInvalidQuota(uint256 limit, uint32 period);

    /// @notice A channel, within its quota.
    function earn(address account, uint256 amount) external;

    /// @notice A redeemer. Burns points of `account`, which must have asked the redeemer for it.
    function redeem(address account, uint256 amount) external;

    /// @notice TREASURER. A limit of 0 closes the channel. What was used in the running window stays used.
    function setChannel(address channel, uint256 limit, uint32 period) external;

    /// @notice TREASURER.
    function setRedeemer(address redeemer, bool allowed) external;

    /// @notice The quota with `used` as it counts in the current window.
    function channelOf(address channel) external view returns (QuotaState memory);

    function isRedeemer(address redeemer) external view returns (bool);
}
