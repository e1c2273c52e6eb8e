// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC4626} from "@openzeppelin/contracts/interfaces/IERC4626.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @notice A place in the queue.
/// @param shares Still waiting, held by the pool. @param owner Who is paid.
struct QueuedExit {
    address owner;
    uint256 shares;
}

/// @title Senior pool of the credit lines: lends first, loses last
/// @notice ERC-4626 over S = min(N, A) of the credit book. One enters at S and leaves at min(N, exit assets): late debt counts
/// at most three quarters, so leaving early pays for known lateness. Where cash is short one queues, first in first out, and is
/// priced when paid; repayments fill the queue before anything is lent again.
///
/// Invariants: V1 to V12; L10 the senior loss is what was written off beyond the first loss.
/// @dev Warning: `convertToAssets` says what a share is worth, `previewRedeem` what it pays: less while debt is late.
/// Warning: what was paid to the queue is claimed by `claim`; a receiver that money refuses holds nobody up.
/// Warning: takes no deposits while A < N, when the price could only guess what comes back.
interface ISeniorPool is IERC4626, IERC20Permit {
    event ExitQueued(uint256 indexed ticket, address indexed owner, uint256 shares);
    event ExitCancelled(uint256 indexed ticket, address indexed owner, uint256 shares);
    /// @param left Shares of the ticket that still wait.
    event ExitServed(uint256 indexed ticket, address indexed owner, uint256 shares, uint256 assets, uint256 left);
    event ExitClaimed(address indexed owner, address indexed receiver, uint256 assets);

    /// @notice A ticket is for one whole share at least.
    error SeniorSharesTooFew(uint256 shares, uint256 least);
    error SeniorNotTicketOwner(uint256 ticket, address caller);
    error SeniorNothingToServe();
    error SeniorNothingToClaim(address owner);

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

    /// @notice Gives shares into the queue, at least a whole one. They earn and lose until they are paid; of what is paid in parts, less than a
    /// whole share comes back.
    function queueExit(uint256 shares) external returns (uint256 ticket);

    /// @notice Takes back what of a ticket still waits.
    function cancelExit(uint256 ticket) external returns (uint256 shares);

    /// @notice Anyone. Pays tickets in their order, as far as cash goes, at most `tickets` of them.
    function serveQueue(uint256 tickets) external returns (uint256 assets);

    /// @notice Pays out what was served to the caller.
    function claim(address receiver) external returns (uint256 assets);

    function ticketOf(uint256 ticket) external view returns (QueuedExit memory);
    /// @notice First ticket that may still wait, and the number that the next one gets.
    function queue() external view returns (uint256 head, uint256 tail);
    function claimableOf(address owner) external view returns (uint256);
    /// @notice Most that `shares` may take from the claim, rounded up: what is kept for them in cash.
    function claimUp(uint256 shares, uint256 claim) external view returns (uint256);
}
