// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IMoneyList} from "../shared/IMoneyList.sol";

/// @notice Money that waits for the holders of a matured asset.
/// @param amount Money units paid in for all of `supply`.
/// @param supply Share units that existed when the redemption was opened.
/// @param redeemed Share units burned so far. @param paid Money units paid so far.
/// @param closed Every share is gone and the rest went back to the issuer.
struct Redemption {
    address issuer;
    IERC20 money;
    uint256 amount;
    uint256 supply;
    uint256 redeemed;
    uint256 paid;
    bool closed;
}

/// @title Redemption of a matured asset: money for shares, which are burned
/// @notice The issuer of a matured asset pays in once; from then on each holder burns shares for their part:
/// floor(amount * shares / supply). What nobody takes is kept for its owners without end. Nothing here pauses.
/// @dev Frozen shares wait until they are unfrozen; shares of a lost account are first recovered.
interface IAssetRedemption is IMoneyList {
    event RedemptionOpened(
        address indexed asset,
        address indexed issuer,
        IERC20 indexed money,
        uint256 amount,
        uint256 supply
    );
    event SharesRedeemed(address indexed asset, address indexed account, uint256 shares, uint256 amount);
    event RedemptionClosed(address indexed asset, address indexed issuer, uint256 leftover);

    error RedemptionNotIssuer(address asset, address caller);
    /// @notice Only a matured asset with shares can be redeemed.
    error RedemptionNotMatured(address asset);
    /// @notice Nothing, or more money than 128 bits.
    error RedemptionInvalidAmount(uint256 amount);
    error RedemptionAlreadyOpen(address asset);
    error RedemptionNotOpen(address asset);
    error RedemptionSharesRemain(address asset, uint256 supply);
    error RedemptionBelowMinimum(uint256 amount, uint256 minAmount);

    /// @notice Issuer of the asset, once, while it is matured. Pulls `amount` of listed money.
    /// @dev Warning: final. The price of a share is fixed here.
    function openRedemption(address asset, IERC20 money, uint256 amount) external;

    /// @notice Burns the caller's shares and pays their part, rounded down.
    /// @param minAmount Least money the caller accepts.
    function redeem(address asset, uint256 shares, uint256 minAmount) external returns (uint256 amount);

    /// @notice Anyone, once no share is left: what rounding and burned shares left over goes to the issuer.
    function closeRedemption(address asset) external;

    /// @notice Money units for `shares` now, rounded down; 0 while nothing is open.
    function previewRedeemDown(address asset, uint256 shares) external view returns (uint256 amount);

    function redemptionOf(address asset) external view returns (Redemption memory);
}
