// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ERC20, IERC20, IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC4626, IERC4626} from "@openzeppelin/contracts/token/ERC20/extensions/ERC4626.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IStakingVault} from "../interfaces/staking/IStakingVault.sol";
import {Stream, StreamLib} from "../shared/Stream.sol";

/// @title Automated staking of QTI
/// @dev In the middle of a call (QTI has no hooks, so only a replaced token could look) views show the state before a
/// deposit until its shares exist, and the state after a withdrawal from before the payment on.
contract StakingVault is IStakingVault, ERC4626, AccessManaged, ReentrancyGuardTransient {
    using SafeCast for uint256;
    using SafeERC20 for IERC20;
    using StreamLib for Stream;

    /// @dev Least assets (one QTI) and shares (a million times the virtual ones) between which rewards flow. Below
    /// the first there is nobody to reward, below the second the virtual shares would take a noticeable part.
    uint256 private constant MIN_ASSETS = 1e18;
    uint256 private constant MIN_SHARES = 1e12;
    uint48 private constant PAUSE_DURATION = 14 days;

    address private immutable TREASURY;

    Stream private _stream;
    uint128 private _assets;
    uint48 private _pausedUntil;

    modifier whenNotPaused() {
        if (_isPaused()) revert StakingPaused(_pausedUntil);
        _;
    }

    constructor(IERC20 qti, address treasury_, address authority)
        ERC20("Staked QTI", "sQTI")
        ERC4626(qti)
        AccessManaged(authority)
    {
        TREASURY = treasury_;
    }

    /// @inheritdoc IERC4626
    function deposit(uint256 assets, address receiver)
        public
        override(ERC4626, IERC4626)
        whenNotPaused
        returns (uint256)
    {
        return super.deposit(assets, receiver);
    }

    /// @inheritdoc IERC4626
    function mint(uint256 shares, address receiver)
        public
        override(ERC4626, IERC4626)
        whenNotPaused
        returns (uint256)
    {
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
        // Someone may have used the permit before us. Then the allowance is there; if it is not, the transfer says so.
        try IERC20Permit(asset()).permit(msg.sender, address(this), assets, deadline, v, r, s) {} catch {}
        shares = deposit(assets, receiver);
        if (shares < minShares) revert StakingSharesBelowMinimum(shares, minShares);
    }

    /// @inheritdoc IStakingVault
    function notify(uint256 amount) external nonReentrant {
        if (msg.sender != TREASURY) revert StakingOnlyTreasury(msg.sender);
        uint256 received = _uncounted();
        if (received < amount) revert StakingRewardNotReceived(amount, received);

        _accrue();
        Stream memory current = _stream.increased(amount);
        _stream = current;
        emit RewardNotified(amount, current.left, current.end);
        _emitAccrued();
    }

    /// @inheritdoc IStakingVault
    function skim() external nonReentrant returns (uint256 amount) {
        amount = _uncounted();
        if (amount == 0) return 0;
        emit Skimmed(TREASURY, amount);
        IERC20(asset()).safeTransfer(TREASURY, amount);
    }

    /// @inheritdoc IStakingVault
    /// @dev Not while paused: a pauser could otherwise stretch a pause without end and without a gap.
    function pause() external restricted whenNotPaused {
        _pausedUntil = uint48(block.timestamp) + PAUSE_DURATION;
        emit PauseSet(_pausedUntil);
    }

    /// @inheritdoc IStakingVault
    function unpause() external restricted {
        _pausedUntil = 0;
        emit PauseSet(0);
    }

    /// @inheritdoc IStakingVault
    function pausedUntil() external view returns (uint48) {
        return _pausedUntil;
    }

    /// @inheritdoc IStakingVault
    function stream() external view returns (uint256 left, uint48 end, uint48 updated) {
        return (_stream.left, _stream.end, _stream.updated);
    }

    /// @notice What is staked and what flowed to it until now. A donation is no part of it.
    function totalAssets() public view override(ERC4626, IERC4626) returns (uint256) {
        return _assets + _stream.flowedDown(_isRunning());
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
        _accrue();
        super._deposit(caller, receiver, assets, shares);
        _assets += assets.toUint128();
        _emitAccrued();
    }

    function _withdraw(address caller, address receiver, address owner, uint256 assets, uint256 shares)
        internal
        override
        nonReentrant
    {
        _accrue();
        // At most what the burnt shares are worth, which is at most all.
        _assets -= assets.toUint128();
        super._withdraw(caller, receiver, owner, assets, shares);
        _emitAccrued();
    }

    function _decimalsOffset() internal pure override returns (uint8) {
        return 6;
    }

    /// @dev Moves what flowed since the last change into the assets of the shares that exist. Must come before every
    /// change of assets or shares.
    function _accrue() private {
        Stream memory current = _stream;
        if (current.left == 0) return;
        uint256 flowed;
        (_stream, flowed) = current.accrued(_isRunning());
        // The sum is bounded by the supply of QTI (90 bits).
        if (flowed != 0) _assets += uint128(flowed);
    }

    function _emitAccrued() private {
        emit Accrued(_assets, totalSupply(), _stream.left, _stream.end);
    }

    /// @dev Balance that is neither staked nor still to be streamed.
    function _uncounted() private view returns (uint256) {
        return IERC20(asset()).balanceOf(address(this)) - _assets - _stream.left;
    }

    function _isRunning() private view returns (bool) {
        return _assets >= MIN_ASSETS && totalSupply() >= MIN_SHARES;
    }

    function _isPaused() private view returns (bool) {
        return block.timestamp < _pausedUntil;
    }
}
