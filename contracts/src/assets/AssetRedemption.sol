// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
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

    /// @dev Packed so that a redemption writes two slots and starts none. A supply has 128 bits by the asset's terms.
    struct Book {
        address issuer;
        IERC20 money;
        bool closed;
        uint128 amount;
        uint128 paid;
        uint128 supply;
        uint128 redeemed;
    }

    IAssetRegistry public immutable assetRegistry;
    IIdentityRegistry public immutable identityRegistry;

    mapping(address asset => Book) private _books;

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
        Book storage book = _books[asset];
        if (book.issuer != address(0)) revert RedemptionAlreadyOpen(asset);
        uint256 supply = IERC20(asset).totalSupply();
        if (assetRegistry.stateOf(asset) != AssetState.Matured || supply == 0) revert RedemptionNotMatured(asset);
        _checkMoney(money);
        if (amount == 0 || amount > type(uint128).max) revert RedemptionInvalidAmount(amount);

        book.issuer = msg.sender;
        book.money = money;
        book.amount = uint128(amount);
        book.supply = uint128(supply);
        emit RedemptionOpened(asset, msg.sender, money, amount, supply);
        ExactTransfer.pull(money, msg.sender, amount);
    }

    /// @inheritdoc IAssetRedemption
    function redeem(address asset, uint256 shares, uint256 minAmount) external nonReentrant returns (uint256 amount) {
        Book storage book = _open(asset);
        if (shares == 0) revert RedemptionInvalidAmount(shares);
        // First, as it says what the caller may not redeem: after it, `shares` are a part of the supply.
        assetRegistry.redeem(asset, msg.sender, shares);
        amount = _partDown(book, shares);
        if (amount < minAmount) revert RedemptionBelowMinimum(amount, minAmount);

        // Parts of the supply and of the amount, which have 128 bits.
        book.redeemed += uint128(shares);
        book.paid += uint128(amount);
        emit SharesRedeemed(asset, msg.sender, shares, amount);
        // A share's part may be nothing, and some money refuses to move nothing.
        if (amount != 0) book.money.safeTransfer(msg.sender, amount);
    }

    /// @inheritdoc IAssetRedemption
    function closeRedemption(address asset) external nonReentrant {
        Book storage book = _open(asset);
        uint256 supply = IERC20(asset).totalSupply();
        if (supply != 0) revert RedemptionSharesRemain(asset, supply);

        book.closed = true;
        uint256 leftover = book.amount - book.paid;
        address recipient = identityRegistry.successorOf(book.issuer);
        emit RedemptionClosed(asset, recipient, leftover);
        if (leftover != 0) book.money.safeTransfer(recipient, leftover);
    }

    /// @inheritdoc IAssetRedemption
    function previewRedeemDown(address asset, uint256 shares) external view returns (uint256 amount) {
        Book storage book = _books[asset];
        if (book.issuer == address(0) || book.closed || shares > book.supply) return 0;
        return _partDown(book, shares);
    }

    /// @inheritdoc IAssetRedemption
    function redemptionOf(address asset) external view returns (Redemption memory) {
        Book memory book = _books[asset];
        return
            Redemption({
                issuer: book.issuer,
                money: book.money,
                amount: book.amount,
                supply: book.supply,
                redeemed: book.redeemed,
                paid: book.paid,
                closed: book.closed
            });
    }

    function _open(address asset) private view returns (Book storage book) {
        book = _books[asset];
        if (book.issuer == address(0) || book.closed) revert RedemptionNotOpen(asset);
    }

    /// @dev `shares` are at most the supply: the product of two numbers of 128 bits.
    function _partDown(Book storage book, uint256 shares) private view returns (uint256) {
        return (uint256(book.amount) * shares) / book.supply;
    }
}
