// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20, IERC20, IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626, IERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IStreamTarget} from "../interfaces/rewards/IRewardsTreasury.sol";
import {IStakingVault} from "../interfaces/staking/IStakingVault.sol";
import {IStreamedStaking} from "../interfaces/staking/IStreamedStaking.sol";
import {Permits} from "../shared/Permits.sol";
import {Stream} from "../shared/Stream.sol";

/// @title Automated staking of QTI
/// @dev In the middle of a call (QTI has no hooks, so only a replaced token could look) views show the state before a
/// deposit until its shares exist, and the state after a withdrawal from before the payment on.
contract StakingVault is IStakingVault, ERC4626, AccessManaged, ReentrancyGuardTransient {
    using Permits for IERC20;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @dev All that a deposit or withdrawal writes besides balances, in one slot. QTI's whole supply has 90 bits.
    /// @param assets QTI that belongs to the shares at `updated`.
    /// @param left QTI still to be streamed, over `rest` seconds of a running clock.
    /// @param updated Unix seconds, cut to 32 bits: only differences are ever taken.
    /// @param pauseSet Whether `_pausedUntil` has to be read at all.
    struct Book {
        uint96 assets;
        uint96 left;
        uint32 updated;
        uint24 rest;
        bool pauseSet;
    }

    /// @dev Least assets (one QTI) and shares (a million times the virtual ones) between which rewards flow. Below
    /// the first there is nobody to reward, below the second the virtual shares would take a noticeable part.
    uint256 private constant MIN_ASSETS = 1e18;
    uint256 private constant MIN_SHARES = 1e12;
    uint48 private constant PAUSE_DURATION = 14 days;

    address private immutable TREASURY;

    Book private _book;
    uint48 private _pausedUntil;

    modifier whenNotPaused() {
        if (_isPaused()) revert StakingPaused(_pausedUntil);
        _;
    }

    constructor(
        IERC20 qti,
        address treasury,
        address authority
    ) ERC20("Staked QTI", "sQTI") ERC4626(qti) AccessManaged(authority) {
        TREASURY = treasury;
    }

    /// @inheritdoc IERC4626
    function deposit(
        uint256 assets,
        address receiver
    ) public override(ERC4626, IERC4626) whenNotPaused returns (uint256) {
        return super.deposit(assets, receiver);
    }

    /// @inheritdoc IERC4626
    function mint(uint256 shares, address receiver) public override(ERC4626, IERC4626) whenNotPaused returns (uint256) {
        return super.mint(shares, receiver);
    }

    /// @inheritdoc IStakingVault
    function depositWithPermit(
        uint256 assets,
        address receiver,
        uint256 minShares,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 shares) {
        IERC20(asset()).usePermit(assets, deadline, v, r, s);
        shares = deposit(assets, receiver);
        if (shares < minShares) revert StakingSharesBelowMinimum(shares, minShares);
    }

    /// @inheritdoc IStreamTarget
    function notify(uint256 amount) external nonReentrant {
        if (msg.sender != TREASURY) revert StakingOnlyTreasury(msg.sender);
        uint256 received = _uncounted();
        if (received < amount) revert StakingRewardNotReceived(amount, received);

        Book memory book = _accrued();
        (uint256 left, uint256 rest) = Stream.increaseDown(book.left, book.rest, amount);
        book.left = left.toUint96();
        // At most `Stream.DURATION`, which has 20 bits.
        book.rest = uint24(rest);
        _book = book;
        emit RewardNotified(amount, left, uint48(block.timestamp + rest));
        _emitAccrued(book);
    }

    /// @inheritdoc IStreamedStaking
    function skim() external nonReentrant returns (uint256 amount) {
        amount = _uncounted();
        if (amount == 0) return 0;
        emit Skimmed(TREASURY, amount);
        IERC20(asset()).safeTransfer(TREASURY, amount);
    }

    /// @inheritdoc IStakingVault
    /// @dev Not while paused: a pauser could otherwise stretch a pause without end and without a gap.
    function pause() external restricted whenNotPaused {
        uint48 until = uint48(block.timestamp) + PAUSE_DURATION;
        _book.pauseSet = true;
        _pausedUntil = until;
        emit PauseSet(until);
    }

    /// @inheritdoc IStakingVault
    function unpause() external restricted {
        _book.pauseSet = false;
        _pausedUntil = 0;
        emit PauseSet(0);
    }

    /// @inheritdoc IStakingVault
    function pausedUntil() external view returns (uint48) {
        return _pausedUntil;
    }

    /// @inheritdoc IStreamedStaking
    function stream() external view returns (uint256 left, uint48 end, uint48 updated) {
        Book memory book = _book;
        updated = uint48(block.timestamp - _elapsed(book));
        return (book.left, updated + book.rest, updated);
    }

    /// @notice What is staked and what flowed to it until now. A donation is no part of it.
    function totalAssets() public view override(ERC4626, IERC4626) returns (uint256) {
        return _accrued().assets;
    }

    /// @inheritdoc IERC4626
    function maxDeposit(address receiver) public view override(ERC4626, IERC4626) returns (uint256) {
        return _isPaused() ? 0 : super.maxDeposit(receiver);
    }

    /// @inheritdoc IERC4626
    function maxMint(address receiver) public view override(ERC4626, IERC4626) returns (uint256) {
        return _isPaused() ? 0 : super.maxMint(receiver);
    }

    function decimals() public view override(ERC4626, IERC20Metadata) returns (uint8) {
        return super.decimals();
    }

    function _deposit(address caller, address receiver, uint256 assets, uint256 shares) internal override nonReentrant {
        Book memory book = _accrued();
        super._deposit(caller, receiver, assets, shares);
        book.assets += assets.toUint96();
        _book = book;
        _emitAccrued(book);
    }

    function _withdraw(
        address caller,
        address receiver,
        address owner,
        uint256 assets,
        uint256 shares
    ) internal override nonReentrant {
        Book memory book = _accrued();
        // At most what the burnt shares are worth, which is at most all.
        book.assets -= assets.toUint96();
        _book = book;
        super._withdraw(caller, receiver, owner, assets, shares);
        _emitAccrued(book);
    }

    function _decimalsOffset() internal pure override returns (uint8) {
        return 6;
    }

    /// @dev The book with what flowed until now moved into the assets of the shares that exist. The clock stands still
    /// while there is nobody to reward.
    function _accrued() private view returns (Book memory book) {
        book = _book;
        if (book.left != 0 && book.assets >= MIN_ASSETS && totalSupply() >= MIN_SHARES) {
            (uint256 flowed, uint256 left, uint256 rest) = Stream.flowDown(book.left, book.rest, _elapsed(book));
            // Casts cannot cut and the sum cannot overflow: assets and stream together are QTI that exists.
            unchecked {
                book.assets += uint96(flowed);
            }
            book.left = uint96(left);
            book.rest = uint24(rest);
        }
        book.updated = uint32(block.timestamp);
    }

    function _emitAccrued(Book memory book) private {
        emit Accrued(book.assets, totalSupply(), book.left, uint48(block.timestamp) + book.rest);
    }

    /// @dev Balance that is neither staked nor still to be streamed.
    function _uncounted() private view returns (uint256) {
        return IERC20(asset()).balanceOf(address(this)) - _book.assets - _book.left;
    }

    /// @dev Right across the wrap of 32 bits in 2106, as long as the book is touched once in 136 years.
    function _elapsed(Book memory book) private view returns (uint256) {
        unchecked {
            return uint32(block.timestamp) - book.updated;
        }
    }

    function _isPaused() private view returns (bool) {
        return _book.pauseSet && block.timestamp < _pausedUntil;
    }
}
