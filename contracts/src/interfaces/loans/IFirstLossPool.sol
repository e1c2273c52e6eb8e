// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @notice Shares whose owner gave notice.
/// @param readyAt Unix seconds from which they can be redeemed. @param until Unix seconds at which the notice lapses.
struct Notice {
    uint256 shares;
    uint48 readyAt;
    uint48 until;
}

/// @title First-loss pool of the credit lines: earns more, loses first
/// @notice ERC-4626 over J = A - S of the credit book. Leaving takes 60 days' notice, longer than the way from a statement to
/// default, so that nobody leaves ahead of a loss that can be seen; shares are priced at its end and can be redeemed for 30 days,
/// if the debt stays within what the rest may carry. A notice that is not used lapses.
///
/// Invariants: V1 to V12.
/// @dev Warning: `redeem` and `withdraw` take shares under notice only. Shares under notice lie in the pool and bear losses.
/// Warning: takes no deposits while A < N: they would make good what seniors have lost.
interface IFirstLossPool is IERC4626, IERC20Permit {
    event NoticeGiven(address indexed owner, uint256 added, uint256 shares, uint48 readyAt, uint48 until);
    event NoticeCancelled(address indexed owner, uint256 shares);
    /// @notice Shares were given up for the benefit of the others.
    event SharesForgone(address indexed owner, uint256 shares);

    error FirstLossZeroShares();
    error FirstLossNoNotice(address owner);

    /// @notice `deposit` with an ERC-2612 permit of the money. A permit already used by someone else does no harm.
    function depositWithPermit(
        uint256 assets,
        address receiver,
        uint256 minShares,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 shares);

    /// @notice Gives notice for `shares`. Adding to a notice starts its 60 days anew for all of it.
    function giveNotice(uint256 shares) external;

    /// @notice Takes back all shares under notice, also after it lapsed.
    function cancelNotice() external returns (uint256 shares);

    /// @notice Burns shares of the caller for nothing: their part of J becomes the others'. How vouchers bear a loss.
    function forgo(uint256 shares) external;

    function noticeOf(address owner) external view returns (Notice memory);
}
