// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC4626, IERC4626, IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Balance, ICreditBook} from "../interfaces/loans/ICreditBook.sol";
import {ISeniorPool, QueuedExit} from "../interfaces/loans/ISeniorPool.sol";
import {CreditPool} from "./CreditPool.sol";

/// @title Senior pool of the credit lines
/// @dev Shares in the queue are held by the pool itself; money of served tickets waits here for its owners and is part of no price.
contract SeniorPool is ISeniorPool, CreditPool {
    using SafeERC20 for IERC20;

    /// @dev Least that a ticket is for: crumbs that are worth no unit of money would stand in front of everybody for ever.
    uint256 private immutable WHOLE_SHARE;

    uint256 private _head = 1;
    uint256 private _tail = 1;
    mapping(uint256 ticket => QueuedExit) private _tickets;
    /// @inheritdoc ISeniorPool
    mapping(address owner => uint256) public claimableOf;

    constructor(ICreditBook book) CreditPool(book, "QTI Credit Senior", "qcSENIOR") {
        WHOLE_SHARE = 10 ** decimals();
    }

    /// @inheritdoc ISeniorPool
    function depositWithPermit(
        uint256 assets,
        address receiver,
        uint256 minShares,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 shares) {
        return _depositWithPermit(assets, receiver, minShares, deadline, v, r, s);
    }

    /// @inheritdoc ISeniorPool
    function queueExit(uint256 shares) external nonReentrant returns (uint256 ticket) {
        if (shares < WHOLE_SHARE) revert SeniorSharesTooFew(shares, WHOLE_SHARE);
        ticket = _tail++;
        _tickets[ticket] = QueuedExit(msg.sender, shares);
        emit ExitQueued(ticket, msg.sender, shares);
        _transfer(msg.sender, address(this), shares);
        BOOK.setQueued(BOOK.queuedShares() + shares);
    }

    /// @inheritdoc ISeniorPool
    function cancelExit(uint256 ticket) external nonReentrant returns (uint256 shares) {
        QueuedExit storage exit = _tickets[ticket];
        if (exit.owner != msg.sender) revert SeniorNotTicketOwner(ticket, msg.sender);
        shares = exit.shares;
        delete _tickets[ticket];
        emit ExitCancelled(ticket, msg.sender, shares);
        _transfer(address(this), msg.sender, shares);
        BOOK.setQueued(BOOK.queuedShares() - shares);
    }

    /// @inheritdoc ISeniorPool
    function serveQueue(uint256 tickets) external nonReentrant returns (uint256 assets) {
        (uint256 head, uint256 tail) = (_head, _tail);
        bool moved;
        for (; tickets != 0 && head < tail; --tickets) {
            (uint256 paid, bool done) = _serve(head);
            assets += paid;
            if (done) ++head;
            else break;
            moved = true;
        }
        _head = head;
        if (assets == 0 && !moved) revert SeniorNothingToServe();
    }

    /// @inheritdoc ISeniorPool
    function claim(address receiver) external nonReentrant returns (uint256 assets) {
        assets = claimableOf[msg.sender];
        if (assets == 0) revert SeniorNothingToClaim(msg.sender);
        claimableOf[msg.sender] = 0;
        emit ExitClaimed(msg.sender, receiver, assets);
        IERC20(asset()).safeTransfer(receiver, assets);
    }

    /// @inheritdoc ISeniorPool
    function ticketOf(uint256 ticket) external view returns (QueuedExit memory) {
        return _tickets[ticket];
    }

    /// @inheritdoc ISeniorPool
    function queue() external view returns (uint256 head, uint256 tail) {
        return (_head, _tail);
    }

    /// @inheritdoc ISeniorPool
    function claimUp(uint256 shares, uint256 claim_) public view returns (uint256) {
        return Math.mulDiv(shares, claim_ + 1, totalSupply() + VIRTUAL_SHARES, Math.Rounding.Ceil);
    }

    /// @notice S, what all shares are worth.
    function totalAssets() public view override(ERC4626, IERC4626) returns (uint256) {
        return BOOK.balance().senior;
    }

    /// @inheritdoc IERC4626
    function previewRedeem(uint256 shares) public view override(ERC4626, IERC4626) returns (uint256) {
        return _exitDown(shares, BOOK.balance().seniorExit);
    }

    /// @inheritdoc IERC4626
    function previewWithdraw(uint256 assets) public view override(ERC4626, IERC4626) returns (uint256) {
        return _exitSharesUp(assets, BOOK.balance().seniorExit);
    }

    /// @inheritdoc IERC4626
    function maxRedeem(address owner) public view override(ERC4626, IERC4626) returns (uint256) {
        Balance memory now_ = BOOK.balance();
        uint256 shares = balanceOf(owner);
        uint256 free = Math.saturatingSub(now_.cash, now_.queued);
        if (_exitDown(shares, now_.seniorExit) <= free) return shares;
        return _exitSharesDown(free, now_.seniorExit);
    }

    /// @inheritdoc IERC4626
    function maxWithdraw(address owner) public view override(ERC4626, IERC4626) returns (uint256) {
        Balance memory now_ = BOOK.balance();
        uint256 free = Math.saturatingSub(now_.cash, now_.queued);
        return Math.min(_exitDown(balanceOf(owner), now_.seniorExit), free);
    }

    function deposit(
        uint256 assets,
        address receiver
    ) public override(CreditPool, IERC4626) returns (uint256) {
        return super.deposit(assets, receiver);
    }

    function mint(uint256 shares, address receiver) public override(CreditPool, IERC4626) returns (uint256) {
        return super.mint(shares, receiver);
    }

    function maxDeposit(address receiver) public view override(CreditPool, IERC4626) returns (uint256) {
        return super.maxDeposit(receiver);
    }

    function maxMint(address receiver) public view override(CreditPool, IERC4626) returns (uint256) {
        return super.maxMint(receiver);
    }

    function decimals() public view override(CreditPool, IERC20Metadata) returns (uint8) {
        return super.decimals();
    }

    function nonces(address owner) public view override(ERC20Permit, IERC20Permit) returns (uint256) {
        return super.nonces(owner);
    }

    /// @dev The claim falls by what the shares hold of it, also where late debt makes them pay less. `maxRedeem` and `maxWithdraw`
    /// have kept back what the queue waits for.
    function _withdraw(
        address caller,
        address receiver,
        address owner,
        uint256 assets,
        uint256 shares
    ) internal override nonReentrant {
        if (caller != owner) _spendAllowance(owner, caller, shares);
        uint256 claimed = _claimDown(shares, BOOK.balance().claim);
        _burn(owner, shares);
        emit Withdraw(caller, receiver, owner, assets, shares);
        BOOK.paySenior(receiver, claimed, assets);
    }

    /// @dev Pays what cash allows of the ticket in front; less than a whole share goes back to its owner. One that was cancelled is done.
    function _serve(uint256 ticket) private returns (uint256 assets, bool done) {
        QueuedExit memory exit = _tickets[ticket];
        if (exit.shares == 0) return (0, true);
        Balance memory now_ = BOOK.balance();
        uint256 shares = exit.shares;
        assets = _exitDown(shares, now_.seniorExit);
        if (assets > now_.cash) {
            shares = _exitSharesDown(now_.cash, now_.seniorExit);
            assets = _exitDown(shares, now_.seniorExit);
        }
        // Shares that are worth nothing now wait for what may come back.
        if (assets == 0) return (0, false);

        uint256 left = exit.shares - shares;
        uint256 crumbs = left < WHOLE_SHARE ? left : 0;
        _tickets[ticket].shares = left - crumbs;
        claimableOf[exit.owner] += assets;
        uint256 claimed = _claimDown(shares, now_.claim);
        _burn(address(this), shares);
        if (crumbs != 0) _transfer(address(this), exit.owner, crumbs);
        emit ExitServed(ticket, exit.owner, shares, assets, left - crumbs);
        BOOK.setQueued(BOOK.queuedShares() - shares - crumbs);
        BOOK.paySenior(address(this), claimed, assets);
        return (assets, left == crumbs);
    }

    function _claimDown(uint256 shares, uint256 claim_) private view returns (uint256) {
        return Math.mulDiv(shares, claim_ + 1, totalSupply() + VIRTUAL_SHARES);
    }

    function _exitDown(uint256 shares, uint256 exitAssets) private view returns (uint256) {
        return Math.mulDiv(shares, exitAssets + 1, totalSupply() + VIRTUAL_SHARES);
    }

    function _exitSharesDown(uint256 assets, uint256 exitAssets) private view returns (uint256) {
        return Math.mulDiv(assets, totalSupply() + VIRTUAL_SHARES, exitAssets + 1);
    }

    function _exitSharesUp(uint256 assets, uint256 exitAssets) private view returns (uint256) {
        return Math.mulDiv(assets, totalSupply() + VIRTUAL_SHARES, exitAssets + 1, Math.Rounding.Ceil);
    }
}
