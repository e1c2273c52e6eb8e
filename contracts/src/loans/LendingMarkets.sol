// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IAssetRegistry} from "../interfaces/assets/IAssetRegistry.sol";
import {IAssetToken} from "../interfaces/assets/IAssetToken.sol";
import {IPledges} from "../interfaces/assets/IComplianceModule.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {
    Authorization,
    ILendingMarkets,
    IMarketCallbacks,
    Market,
    MarketParams,
    MarketPosition,
    Permit
} from "../interfaces/loans/ILendingMarkets.sol";
import {ExactTransfer} from "../shared/ExactTransfer.sol";
import {Permits} from "../shared/Permits.sol";
import {Signatures} from "../shared/Signatures.sol";
import {MarketDesk} from "./MarketDesk.sol";
import {MarketMath} from "./MarketMath.sol";

/// @title Lending markets
/// @dev Money and collateral of all markets lie here side by side; what belongs to whom is only in the totals and positions. In every
/// function the figures are written first, then money goes out, then the caller is called back, then money comes in.
contract LendingMarkets is MarketDesk, EIP712, ReentrancyGuardTransient {
    using ExactTransfer for IERC20;
    using MarketMath for uint256;
    using Permits for IERC20;
    using SafeCast for uint256;
    using SafeERC20 for IERC20;

    /// @dev What one liquidation moves. @param shares Of debt, written off ones included.
    struct Seizure {
        uint256 repaid;
        uint256 seized;
        uint256 shares;
        uint256 badDebt;
        uint256 badShares;
    }

    bytes32 private constant AUTHORIZATION_TYPEHASH =
        keccak256(
            "Authorization(address authorizer,address authorized,bool isAuthorized,uint256 nonce,uint256 deadline)"
        );

    IIdentityRegistry private immutable IDENTITIES;

    /// @inheritdoc ILendingMarkets
    mapping(address authorizer => mapping(address authorized => bool)) public isAuthorized;
    /// @inheritdoc ILendingMarkets
    mapping(address authorizer => uint256) public nonces;
    /// @inheritdoc IPledges
    mapping(address asset => mapping(address account => uint256)) public pledgedOf;
    mapping(bytes32 id => mapping(address account => MarketPosition)) private _positions;

    constructor(
        IAssetRegistry assets,
        IIdentityRegistry identities,
        address authority
    ) AccessManaged(authority) MarketDesk(assets) EIP712("QTI Markets", "1") {
        IDENTITIES = identities;
    }

    /// @inheritdoc ILendingMarkets
    function supply(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        bytes calldata data
    ) external whenNotPaused nonReentrant returns (uint256, uint256) {
        (bytes32 id, Market storage market) = _accrued(params);
        _checkAmounts(assets, shares);
        if (account == address(0)) revert MarketInvalidReceiver(account);
        (uint256 total, uint256 totalShares) = (market.supplied, market.supplyShares);
        if (assets != 0) shares = assets.toSharesDown(total, totalShares);
        else assets = shares.toAssetsUp(total, totalShares);
        if (total + assets > market.supplyCap) revert MarketCapExceeded(total + assets, market.supplyCap);

        _positions[id][account].supplyShares += shares.toUint128();
        market.supplied = (total + assets).toUint128();
        market.supplyShares = (totalShares + shares).toUint128();
        emit Supplied(id, msg.sender, account, assets, shares);
        if (data.length != 0) IMarketCallbacks(msg.sender).onMarketSupply(assets, data);
        params.loanToken.pull(msg.sender, assets);
        return (assets, shares);
    }

    /// @inheritdoc ILendingMarkets
    function withdraw(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        address receiver
    ) external nonReentrant returns (uint256, uint256) {
        (bytes32 id, Market storage market) = _accrued(params);
        _checkAmounts(assets, shares);
        _checkActor(account, receiver);
        (uint256 total, uint256 totalShares) = (market.supplied, market.supplyShares);
        if (assets != 0) shares = assets.toSharesUp(total, totalShares);
        else assets = shares.toAssetsDown(total, totalShares);
        _checkLiquidity(assets, total - market.borrowed);

        MarketPosition storage position = _positions[id][account];
        _checkHeld(shares, position.supplyShares);
        position.supplyShares -= uint128(shares);
        market.supplied = uint128(total - assets);
        market.supplyShares = uint128(totalShares - shares);
        emit Withdrawn(id, msg.sender, account, receiver, assets, shares);
        params.loanToken.safeTransfer(receiver, assets);
        return (assets, shares);
    }

    /// @inheritdoc ILendingMarkets
    function borrow(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        address receiver
    ) external whenNotPaused nonReentrant returns (uint256, uint256) {
        (bytes32 id, Market storage market) = _accrued(params);
        _checkAmounts(assets, shares);
        _checkActor(account, receiver);
        if (market.regulated && !IAssetToken(address(params.collateral)).canSend(account)) {
            revert MarketNotPermitted(address(params.collateral), account);
        }
        (uint256 total, uint256 totalShares) = (market.borrowed, market.borrowShares);
        if (assets != 0) shares = assets.toSharesUp(total, totalShares);
        else assets = shares.toAssetsDown(total, totalShares);
        if (total + assets > market.borrowCap) revert MarketCapExceeded(total + assets, market.borrowCap);
        _checkLiquidity(assets, market.supplied - total);

        MarketPosition storage position = _positions[id][account];
        position.borrowShares += shares.toUint128();
        market.borrowed = (total + assets).toUint128();
        market.borrowShares = (totalShares + shares).toUint128();
        _checkBorrowable(id, params, market, position);
        emit Borrowed(id, msg.sender, account, receiver, assets, shares);
        params.loanToken.safeTransfer(receiver, assets);
        return (assets, shares);
    }

    /// @inheritdoc ILendingMarkets
    function repay(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        bytes calldata data
    ) external returns (uint256, uint256) {
        return _repay(params, assets, shares, account, data);
    }

    /// @inheritdoc ILendingMarkets
    /// @dev A loan token that is none of ours is asked too, before anything is written: without its market all of it is undone.
    function repayWithPermit(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        Permit calldata permit
    ) external returns (uint256, uint256) {
        params.loanToken.usePermit(permit.value, permit.deadline, permit.v, permit.r, permit.s);
        return _repay(params, assets, shares, account, msg.data[:0]);
    }

    /// @inheritdoc ILendingMarkets
    /// @dev No interest is reckoned: collateral bears none, and more of it harms nobody.
    function supplyCollateral(
        MarketParams calldata params,
        uint256 assets,
        address account,
        bytes calldata data
    ) external nonReentrant {
        (bytes32 id, Market storage market) = _known(params);
        if (assets == 0) revert MarketZeroAmount();
        if (account == address(0)) revert MarketInvalidReceiver(account);
        if (market.regulated) {
            if (account != msg.sender) revert MarketOnlyOwner(account, msg.sender);
            pledgedOf[address(params.collateral)][account] += assets;
            IDENTITIES.notePledge(account);
        }
        _positions[id][account].collateral += assets.toUint128();
        emit CollateralSupplied(id, msg.sender, account, assets);
        if (data.length != 0) IMarketCallbacks(msg.sender).onMarketSupplyCollateral(assets, data);
        params.collateral.pull(msg.sender, assets);
    }

    /// @inheritdoc ILendingMarkets
    function withdrawCollateral(
        MarketParams calldata params,
        uint256 assets,
        address account,
        address receiver
    ) external nonReentrant {
        (bytes32 id, Market storage market) = _accrued(params);
        if (assets == 0) revert MarketZeroAmount();
        _checkActor(account, receiver);
        MarketPosition storage position = _positions[id][account];
        _checkHeld(assets, position.collateral);
        position.collateral -= uint128(assets);
        if (market.regulated) {
            if (receiver != account && receiver != IDENTITIES.successorOf(account)) {
                revert MarketOnlyToOwner(account, receiver);
            }
            pledgedOf[address(params.collateral)][account] -= assets;
        }
        if (position.borrowShares != 0) {
            _checkNotPaused();
            _checkBorrowable(id, params, market, position);
        }
        emit CollateralWithdrawn(id, msg.sender, account, receiver, assets);
        params.collateral.safeTransfer(receiver, assets);
    }

    /// @inheritdoc ILendingMarkets
    function liquidate(
        MarketParams calldata params,
        address borrower,
        uint256 shares,
        bytes calldata data
    ) external nonReentrant returns (uint256 repaid, uint256 seized) {
        (bytes32 id, Market storage market) = _accrued(params);
        if (shares == 0) revert MarketZeroAmount();
        if (market.regulated && !IAssetToken(address(params.collateral)).canReceive(msg.sender)) {
            revert MarketNotPermitted(address(params.collateral), msg.sender);
        }
        MarketPosition storage position = _positions[id][borrower];
        Seizure memory seizure = _seizure(id, params, market, position, shares);
        _seize(id, market, position, borrower, seizure);
        if (market.regulated) pledgedOf[address(params.collateral)][borrower] -= seizure.seized;
        (repaid, seized) = (seizure.repaid, seizure.seized);
        params.collateral.safeTransfer(msg.sender, seized);
        if (data.length != 0) IMarketCallbacks(msg.sender).onMarketLiquidate(repaid, data);
        params.loanToken.pull(msg.sender, repaid);
    }

    /// @inheritdoc ILendingMarkets
    function flag(MarketParams calldata params, address borrower) external nonReentrant {
        (bytes32 id, Market storage market) = _accrued(params);
        // Whoever wants may buy what asks nobody: its market needs no patience.
        if (!market.regulated) revert MarketInvalidParams("collateral");
        MarketPosition storage position = _positions[id][borrower];
        (uint256 debt, uint256 limit, ) = _liquidation(id, params, market, position);
        uint40 flaggedAt = position.flaggedAt;
        bool runs = flaggedAt != 0 && block.timestamp < flaggedAt + MarketMath.SALE_END;
        if (debt <= limit) flaggedAt = 0;
        else if (!runs) flaggedAt = uint40(block.timestamp);
        position.flaggedAt = flaggedAt;
        emit PositionFlagged(id, borrower, flaggedAt);
    }

    /// @inheritdoc ILendingMarkets
    function recover(MarketParams calldata params, address lost) external nonReentrant {
        (bytes32 id, Market storage market) = _known(params);
        address successor = IDENTITIES.successorOf(lost);
        if (!market.regulated || successor == lost) revert MarketNotRecovered(lost);
        MarketPosition storage from = _positions[id][lost];
        MarketPosition storage to = _positions[id][successor];
        (uint128 collateral, uint128 borrowShares) = (from.collateral, from.borrowShares);
        (from.collateral, from.borrowShares, from.flaggedAt) = (0, 0, 0);
        to.collateral += collateral;
        pledgedOf[address(params.collateral)][lost] -= collateral;
        pledgedOf[address(params.collateral)][successor] += collateral;
        IDENTITIES.notePledge(successor);
        to.borrowShares += borrowShares;
        emit PositionRecovered(id, lost, successor, collateral, borrowShares);
    }

    /// @inheritdoc ILendingMarkets
    function accrue(MarketParams calldata params) external nonReentrant {
        _accrued(params);
    }

    /// @inheritdoc ILendingMarkets
    function setAuthorization(address authorized, bool isAuthorized_) external {
        _authorize(msg.sender, authorized, isAuthorized_);
    }

    /// @inheritdoc ILendingMarkets
    function setAuthorizationBySignature(Authorization calldata authorization, bytes calldata signature) external {
        address authorizer = authorization.authorizer;
        if (block.timestamp > authorization.deadline) revert MarketSignatureExpired(authorization.deadline);
        uint256 nonce = nonces[authorizer]++;
        if (authorization.nonce != nonce) revert MarketInvalidNonce(authorizer, authorization.nonce, nonce);
        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(AUTHORIZATION_TYPEHASH, authorization)));
        if (!Signatures.isValid(authorizer, digest, signature)) revert MarketInvalidSigner(authorizer);
        _authorize(authorizer, authorization.authorized, authorization.isAuthorized);
    }

    /// @inheritdoc ILendingMarkets
    function expected(MarketParams calldata params) external view returns (Market memory market) {
        bytes32 id = _idOf(params);
        market = _markets[id];
        if (market.updated == 0) revert MarketUnknown(id);
        _addInterest(id, params, market);
    }

    /// @inheritdoc ILendingMarkets
    function positionOf(bytes32 id, address account) external view returns (MarketPosition memory) {
        return _positions[id][account];
    }

    /// @inheritdoc ILendingMarkets
    function healthOf(
        MarketParams calldata params,
        address account
    ) external view returns (uint256 debt, uint256 liquidationLimit, uint256 borrowLimit) {
        bytes32 id = _idOf(params);
        Market memory market = _markets[id];
        _addInterest(id, params, market);
        MarketPosition memory position = _positions[id][account];
        (uint256 borrowPrice, uint256 price) = _prices(params);
        debt = uint256(position.borrowShares).toAssetsUp(market.borrowed, market.borrowShares);
        liquidationLimit = uint256(position.collateral).worthDown(price).limitDown(params.lltv);
        borrowLimit = uint256(position.collateral).worthDown(borrowPrice).limitDown(params.lltv);
    }

    function _repay(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        bytes calldata data
    ) private nonReentrant returns (uint256, uint256) {
        (bytes32 id, Market storage market) = _accrued(params);
        _checkAmounts(assets, shares);
        MarketPosition storage position = _positions[id][account];
        if (shares == type(uint256).max) shares = position.borrowShares;
        if (assets != 0) shares = assets.toSharesDown(market.borrowed, market.borrowShares);
        else assets = shares.toAssetsUp(market.borrowed, market.borrowShares);
        if (assets == 0) revert MarketZeroAmount();
        _checkHeld(shares, position.borrowShares);

        position.borrowShares -= uint128(shares);
        _lessenDebt(market, assets, shares);
        emit Repaid(id, msg.sender, account, assets, shares);
        if (data.length != 0) IMarketCallbacks(msg.sender).onMarketRepay(assets, data);
        params.loanToken.pull(msg.sender, assets);
        return (assets, shares);
    }

    /// @dev Pays off and seizes in the figures.
    function _seize(
        bytes32 id,
        Market storage market,
        MarketPosition storage position,
        address borrower,
        Seizure memory seizure
    ) private {
        position.borrowShares -= uint128(seizure.shares);
        position.collateral -= uint128(seizure.seized);
        if (position.borrowShares == 0) position.flaggedAt = 0;
        _lessenDebt(market, seizure.repaid + seizure.badDebt, seizure.shares);
        market.supplied -= uint128(seizure.badDebt);
        emit Liquidated(
            id,
            msg.sender,
            borrower,
            seizure.repaid,
            seizure.shares - seizure.badShares,
            seizure.seized,
            seizure.badDebt,
            seizure.badShares
        );
    }

    /// @dev Rounding up may take a unit more than there is.
    function _lessenDebt(Market storage market, uint256 assets, uint256 shares) private {
        market.borrowed = uint128(Math.saturatingSub(market.borrowed, assets));
        market.borrowShares -= uint128(shares);
    }

    function _authorize(address authorizer, address authorized, bool isAuthorized_) private {
        isAuthorized[authorizer][authorized] = isAuthorized_;
        emit AuthorizationSet(authorizer, authorized, isAuthorized_);
    }

    /// @dev The market with its interest up to now.
    function _accrued(MarketParams calldata params) private returns (bytes32 id, Market storage market) {
        (id, market) = _known(params);
        uint256 elapsed = block.timestamp - market.updated;
        if (elapsed == 0) return (id, market);
        (uint256 borrowed, uint256 supplied) = (market.borrowed, market.supplied);
        uint256 rate = params.rateModel.move(id, borrowed, supplied, elapsed);
        uint256 interest = borrowed.interestDown(rate, elapsed);
        if (interest != 0) {
            market.borrowed = (borrowed + interest).toUint128();
            market.supplied = (supplied + interest).toUint128();
        }
        market.updated = uint40(block.timestamp);
        emit InterestAccrued(id, rate, interest);
    }

    /// @dev As `_accrued`, in memory.
    function _addInterest(bytes32 id, MarketParams calldata params, Market memory market) private view {
        uint256 elapsed = block.timestamp - market.updated;
        if (elapsed == 0) return;
        uint256 rate = params.rateModel.preview(address(this), id, market.borrowed, market.supplied, elapsed);
        uint256 interest = uint256(market.borrowed).interestDown(rate, elapsed);
        market.borrowed = (market.borrowed + interest).toUint128();
        market.supplied = (market.supplied + interest).toUint128();
        market.updated = uint40(block.timestamp);
    }

    /// @dev What a liquidation would do. Where the loan-to-value is above 1 / incentive, no part of the collateral could pay for its
    /// part of the debt: all of it goes for what it is worth, and what is owed beyond is the lenders' loss, now.
    function _seizure(
        bytes32 id,
        MarketParams calldata params,
        Market storage market,
        MarketPosition storage position,
        uint256 shares
    ) private view returns (Seizure memory seizure) {
        (uint256 debt, uint256 limit, uint256 price) = _liquidation(id, params, market, position);
        if (debt <= limit) revert MarketHealthy(debt, limit);
        uint256 incentive = MarketMath.incentive(params.lltv, position.flaggedAt, block.timestamp);
        uint256 held = position.collateral;
        uint256 worth = held.worthDown(price);
        uint256 owed = position.borrowShares;
        if (Math.mulDiv(debt, incentive, MarketMath.WAD) >= worth) {
            if (shares < owed) revert MarketSeizesAll(held);
            seizure.repaid = Math.min(debt, worth.paidUp(incentive));
            (seizure.seized, seizure.shares) = (held, owed);
            _addLoss(market, seizure, debt);
        } else {
            seizure.shares = Math.min(shares, owed);
            seizure.repaid = seizure.shares.toAssetsUp(market.borrowed, market.borrowShares);
            seizure.seized = seizure.repaid.seizedDown(incentive, price);
            worth = (held - seizure.seized).worthDown(price);
            if (seizure.shares != owed && worth < params.dust) revert MarketDust(worth, params.dust);
        }
    }

    /// @dev What is owed beyond what all collateral pays for.
    function _addLoss(Market storage market, Seizure memory seizure, uint256 debt) private view {
        uint256 borrowed = market.borrowed;
        seizure.badDebt = Math.min(debt, borrowed) - Math.min(seizure.repaid, borrowed);
        if (seizure.badDebt == 0) return;
        uint256 paid = seizure.repaid.toSharesDown(borrowed, market.borrowShares);
        seizure.badShares = seizure.shares - Math.min(paid, seizure.shares);
    }

    /// @dev Debt, what it may be before the position can be liquidated, and the price that says so.
    function _liquidation(
        bytes32 id,
        MarketParams calldata params,
        Market storage market,
        MarketPosition storage position
    ) private view returns (uint256 debt, uint256 limit, uint256 price) {
        (, price) = _prices(params);
        if (price == 0) revert MarketNoLiquidationPrice(id);
        debt = uint256(position.borrowShares).toAssetsUp(market.borrowed, market.borrowShares);
        limit = uint256(position.collateral).worthDown(price).limitDown(params.lltv);
    }

    /// @dev By both prices: nobody may borrow into a liquidation.
    function _checkBorrowable(
        bytes32 id,
        MarketParams calldata params,
        Market storage market,
        MarketPosition storage position
    ) private view {
        (uint256 price, uint256 liquidationPrice) = _prices(params);
        if (price == 0) revert MarketNoBorrowPrice(id);
        uint256 worth = uint256(position.collateral).worthDown(Math.min(price, liquidationPrice));
        if (worth < params.dust) revert MarketDust(worth, params.dust);
        uint256 debt = uint256(position.borrowShares).toAssetsUp(market.borrowed, market.borrowShares);
        uint256 limit = worth.limitDown(params.lltv);
        if (debt > limit) revert MarketUnhealthy(debt, limit);
    }

    function _checkActor(address account, address receiver) private view {
        if (account != msg.sender && !isAuthorized[account][msg.sender]) {
            revert MarketUnauthorized(account, msg.sender);
        }
        if (receiver == address(0) || receiver == address(this)) revert MarketInvalidReceiver(receiver);
    }

    function _prices(MarketParams calldata params) private view returns (uint256, uint256) {
        return params.oracle.prices(address(params.collateral), address(params.loanToken));
    }

    function _checkLiquidity(uint256 assets, uint256 available) private pure {
        if (assets > available) revert MarketNotEnoughLiquidity(assets, available);
    }

    function _checkHeld(uint256 requested, uint256 most) private pure {
        if (requested > most) revert MarketExceedsPosition(requested, most);
    }

    function _checkAmounts(uint256 assets, uint256 shares) private pure {
        if ((assets == 0) == (shares == 0)) revert MarketInvalidAmounts(assets, shares);
    }
}
