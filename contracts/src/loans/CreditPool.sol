// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {ERC4626, ERC20} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Balance, ICreditBook} from "../interfaces/loans/ICreditBook.sol";
import {ILapsingPause} from "../interfaces/shared/ILapsingPause.sol";
import {Permits} from "../shared/Permits.sol";

/// @title What both pools of the credit lines share: the way in
/// @dev The money of a deposit goes to the book, which holds all of it. While the book takes no deposits, they revert with its reason and
/// `maxDeposit` is 0.
abstract contract CreditPool is ERC4626, ERC20Permit, ReentrancyGuardTransient {
    using Permits for IERC20;
    using SafeERC20 for IERC20;

    uint8 internal constant OFFSET = 6;
    /// @dev Shares that nobody holds: they keep the price of a pool that nobody is in.
    uint256 internal constant VIRTUAL_SHARES = 10 ** OFFSET;

    ICreditBook internal immutable BOOK;

    constructor(
        ICreditBook book,
        string memory name,
        string memory symbol
    ) ERC20(name, symbol) ERC4626(book.money()) ERC20Permit(name) {
        BOOK = book;
    }

    function deposit(uint256 assets, address receiver) public virtual override returns (uint256) {
        _checkOpen();
        return super.deposit(assets, receiver);
    }

    function mint(uint256 shares, address receiver) public virtual override returns (uint256) {
        _checkOpen();
        return super.mint(shares, receiver);
    }

    function maxDeposit(address receiver) public view virtual override returns (uint256) {
        return _isOpen() ? super.maxDeposit(receiver) : 0;
    }

    function maxMint(address receiver) public view virtual override returns (uint256) {
        return _isOpen() ? super.maxMint(receiver) : 0;
    }

    function decimals() public view virtual override(ERC4626, ERC20) returns (uint8) {
        return super.decimals();
    }

    function _depositWithPermit(
        uint256 assets,
        address receiver,
        uint256 minShares,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) internal returns (uint256 shares) {
        IERC20(asset()).usePermit(assets, deadline, v, r, s);
        shares = deposit(assets, receiver);
        if (shares < minShares) revert ICreditBook.CreditSharesBelowMinimum(shares, minShares);
    }

    function _deposit(
        address caller,
        address receiver,
        uint256 assets,
        uint256 shares
    ) internal override nonReentrant {
        IERC20(asset()).safeTransferFrom(caller, address(BOOK), assets);
        BOOK.deposit(assets);
        _mint(receiver, shares);
        emit Deposit(caller, receiver, assets, shares);
    }

    function _decimalsOffset() internal pure override returns (uint8) {
        return OFFSET;
    }

    function _checkOpen() private view {
        uint48 until = BOOK.pausedUntil();
        if (block.timestamp < until) revert ILapsingPause.PauseActive(until);
        Balance memory now_ = BOOK.balance();
        if (now_.assets < now_.claim) revert ICreditBook.CreditPoolsClosed(now_.assets, now_.claim);
    }

    function _isOpen() private view returns (bool) {
        if (block.timestamp < BOOK.pausedUntil()) return false;
        Balance memory now_ = BOOK.balance();
        return now_.assets >= now_.claim;
    }
}
