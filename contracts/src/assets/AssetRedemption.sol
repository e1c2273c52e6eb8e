// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IAssetRedemption, Redemption} from "../interfaces/assets/IAssetRedemption.sol";
import {AssetState, IAssetRegistry} from "../interfaces/assets/IAssetRegistry.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {ExactTransfer} from "../shared/ExactTransfer.sol";
import {MoneyList} from "../shared/MoneyList.sol";

/// @title Redemption of a matured asset: money for shares, which are burned
/// @dev The supply of a matured asset never grows, and each share is paid the part it had when the price was fixed: what is
/// here always covers what the shares that remain can claim. In the middle of a call (money with hooks) views show the
/// state after it.
contract AssetRedemption is IAssetRedemption, MoneyList, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    IAssetRegistry public immutable assetRegistry;
    IIdentityRegistry public immutable identityRegistry;

    mapping(address asset => Redemption) private _redemptions;

    constructor(address authority, IAssetRegistry assets) AccessManaged(authority) {
        assetRegistry = assets;
        identityRegistry = IIdentityRegistry(assets.identityRegistry());
    }

    /// @inheritdoc IAssetRedemption
    function openRedemption(address asset, IERC20 money, uint256 amount) external nonReentrant {
        // The price is final: not set by somebody whom the desk froze or revoked.
        if (assetRegistry.issuerOf(asset) != msg.sender || !identityRegistry.canSend(msg.sender)) {
            revert RedemptionNotIssuer(asset, msg.sender);
        }
        Redemption storage redemption = _redemptions[asset];
        if (redemption.issuer != address(0)) revert RedemptionAlreadyOpen(asset);
        uint256 supply = IERC20(asset).totalSupply();
        if (assetRegistry.stateOf(asset) != AssetState.Matured || supply == 0) revert RedemptionNotMatured(asset);
        _checkMoney(money);
        if (amount == 0) revert RedemptionInvalidAmount(amount);

        redemption.issuer = msg.sender;
        redemption.money = money;
        redemption.amount = amount;
        redemption.supply = supply;
        emit RedemptionOpened(asset, msg.sender, money, amount, supply);
        ExactTransfer.pull(money, msg.sender, amount);
    }

    /// @inheritdoc IAssetRedemption
    function redeem(address asset, uint256 shares, uint256 minAmount) external nonReentrant returns (uint256 amount) {
        Redemption storage redemption = _open(asset);
        if (shares == 0) revert RedemptionInvalidAmount(shares);
        // First, as it says what the caller may not redeem: after it, `shares` are a part of the supply.
        assetRegistry.redeem(asset, msg.sender, shares);
        amount = Math.mulDiv(redemption.amount, shares, redemption.supply);
        if (amount < minAmount) revert RedemptionBelowMinimum(amount, minAmount);

        redemption.redeemed += shares;
        redemption.paid += amount;
        emit SharesRedeemed(asset, msg.sender, shares, amount);
        // A share's part may be nothing, and some money refuses to move nothing.
        if (amount != 0) redemption.money.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IAssetRedemption
    function closeRedemption(address asset) external nonReentrant {
        Redemption storage redemption = _open(asset);
        uint256 supply = IERC20(asset).totalSupply();
        if (supply != 0) revert RedemptionSharesRemain(asset, supply);

        redemption.closed = true;
        uint256 leftover = redemption.amount - redemption.paid;
        address recipient = identityRegistry.successorOf(redemption.issuer);
        emit RedemptionClosed(asset, recipient, leftover);
        if (leftover != 0) redemption.money.safeTransfer(recipient, leftover);
    }

    /// @inheritdoc IAssetRedemption
    function previewRedeemDown(address asset, uint256 shares) external view returns (uint256 amount) {
        Redemption storage redemption = _redemptions[asset];
        if (redemption.issuer == address(0) || redemption.closed || shares > redemption.supply) return 0;
        return Math.mulDiv(redemption.amount, shares, redemption.supply);
    }

    /// @inheritdoc IAssetRedemption
    function redemptionOf(address asset) external view returns (Redemption memory) {
        return _redemptions[asset];
    }

    function _open(address asset) private view returns (Redemption storage redemption) {
        redemption = _redemptions[asset];
        if (redemption.issuer == address(0) || redemption.closed) revert RedemptionNotOpen(asset);
    }
}
