// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC4626, IERC4626, IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {ICreditBook} from "../interfaces/loans/ICreditBook.sol";
import {IFirstLossPool, Notice} from "../interfaces/loans/IFirstLossPool.sol";
import {CreditPool} from "./CreditPool.sol";

/// @title First-loss pool of the credit lines
/// @dev Shares under notice are held by the pool itself, so that nobody sells, locks or vouches with what is about to leave.
contract FirstLossPool is IFirstLossPool, CreditPool {
    uint48 private constant NOTICE = 60 days;
    uint48 private constant WINDOW = 30 days;

    mapping(address owner => Notice) private _notices;

    constructor(ICreditBook book) CreditPool(book, "QTI Credit First Loss", "qcFIRST") {}

    /// @inheritdoc IFirstLossPool
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

    /// @inheritdoc IFirstLossPool
    function giveNotice(uint256 shares) external nonReentrant {
        if (shares == 0) revert FirstLossZeroShares();
        Notice storage notice = _notices[msg.sender];
        uint256 total = notice.shares + shares;
        uint48 readyAt = uint48(block.timestamp) + NOTICE;
        _notices[msg.sender] = Notice(total, readyAt, readyAt + WINDOW);
        emit NoticeGiven(msg.sender, shares, total, readyAt, readyAt + WINDOW);
        _transfer(msg.sender, address(this), shares);
    }

    /// @inheritdoc IFirstLossPool
    function cancelNotice() external nonReentrant returns (uint256 shares) {
        shares = _notices[msg.sender].shares;
        if (shares == 0) revert FirstLossNoNotice(msg.sender);
        delete _notices[msg.sender];
        emit NoticeCancelled(msg.sender, shares);
        _transfer(address(this), msg.sender, shares);
    }

    /// @inheritdoc IFirstLossPool
    function forgo(uint256 shares) external nonReentrant {
        if (shares == 0) revert FirstLossZeroShares();
        emit SharesForgone(msg.sender, shares);
        _burn(msg.sender, shares);
    }

    /// @inheritdoc IFirstLossPool
    function noticeOf(address owner) external view returns (Notice memory) {
        return _notices[owner];
    }

    /// @notice J, what all shares are worth.
    function totalAssets() public view override(ERC4626, IERC4626) returns (uint256) {
        return BOOK.balance().junior;
    }

    /// @inheritdoc IERC4626
    function maxRedeem(address owner) public view override(ERC4626, IERC4626) returns (uint256) {
        uint256 shares = _ready(owner);
        if (shares == 0) return 0;
        uint256 payable_ = BOOK.payableJunior();
        if (previewRedeem(shares) <= payable_) return shares;
        return _convertToShares(payable_, Math.Rounding.Floor);
    }

    /// @inheritdoc IERC4626
    function maxWithdraw(address owner) public view override(ERC4626, IERC4626) returns (uint256) {
        uint256 shares = _ready(owner);
        return shares == 0 ? 0 : Math.min(previewRedeem(shares), BOOK.payableJunior());
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

    /// @dev Takes shares under notice; `maxRedeem` and `maxWithdraw` have said that it is over and not lapsed.
    function _withdraw(
        address caller,
        address receiver,
        address owner,
        uint256 assets,
        uint256 shares
    ) internal override nonReentrant {
        if (caller != owner) _spendAllowance(owner, caller, shares);
        _notices[owner].shares -= shares;
        _burn(address(this), shares);
        emit Withdraw(caller, receiver, owner, assets, shares);
        BOOK.payJunior(receiver, assets);
    }

    /// @dev Shares of which the notice is over and not lapsed.
    function _ready(address owner) private view returns (uint256) {
        Notice storage notice = _notices[owner];
        return block.timestamp >= notice.readyAt && block.timestamp < notice.until ? notice.shares : 0;
    }
}
