// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IPledges} from "../assets/IComplianceModule.sol";
import {ILapsingPause} from "../shared/ILapsingPause.sol";
import {IMoneyList} from "../shared/IMoneyList.sol";
import {IInterestRateModel} from "./IInterestRateModel.sol";
import {IPriceOracle} from "./IPriceOracle.sol";

/// @notice What a market is, for ever; its id is the hash of it.
/// @param lltv Loan-to-value from which a position can be liquidated, wad.
/// @param dust Least worth of the collateral of a debt, in units of the loan token.
struct MarketParams {
    IERC20 loanToken;
    IERC20 collateral;
    IPriceOracle oracle;
    IInterestRateModel rateModel;
    uint256 lltv;
    uint256 dust;
}

/// @notice Totals of a market as they were at `updated`.
/// @param supplyCap, borrowCap Units of the loan token beyond which no more is supplied or borrowed.
/// @param regulated Whether the collateral is a share of a tokenized asset.
struct Market {
    uint128 supplied;
    uint128 supplyShares;
    uint128 borrowed;
    uint128 borrowShares;
    uint40 updated;
    bool regulated;
    uint96 supplyCap;
    uint96 borrowCap;
}

/// @notice One account in one market. @param flaggedAt Unix seconds at which it was last seen to be liquidatable by `flag`; 0 for never.
struct MarketPosition {
    uint128 supplyShares;
    uint40 flaggedAt;
    uint128 borrowShares;
    uint128 collateral;
}

/// @notice Permission to act for an account, as EIP-712 typed data of the same name and order.
struct Authorization {
    address authorizer;
    address authorized;
    bool isAuthorized;
    uint256 nonce;
    uint256 deadline;
}

/// @notice What an account signed by ERC-2612 for a token and a spender. @param value Units of the token.
struct Permit {
    uint256 value;
    uint256 deadline;
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @title What a caller may do between receiving and paying
/// @dev Each is called only when `data` is not empty, on the caller, before the contract pulls the tokens.
interface IMarketCallbacks {
    function onMarketSupply(uint256 assets, bytes calldata data) external;
    function onMarketRepay(uint256 assets, bytes calldata data) external;
    function onMarketSupplyCollateral(uint256 assets, bytes calldata data) external;
    function onMarketLiquidate(uint256 repaid, bytes calldata data) external;
}

/// @title Lending markets: borrow against what one owns, lend to who does
/// @notice Each market stands alone: one loan token, one collateral, one oracle, one rate model. Lenders and borrowers hold shares of
/// the totals, (assets + 1) / (shares + 1e6) each: offsets on both sides that make moving a price by tiny positions worthless.
/// Interest is reckoned before anything else.
///
/// A position is healthy while debt <= collateral * price * lltv. Debt beyond it may be paid by anyone, who takes collateral worth the
/// payment times 1 + min(15 %, 0.3 * (1 - lltv)). Up to 1 / that the loan-to-value is no higher afterwards; above it all collateral goes
/// for what it is worth to a liquidator, and the rest of the debt is written off in the same call. What is left of the collateral of
/// a debt is worth at least `dust`.
///
/// Shares of tokenized assets ("regulated") are pledged only by their owner and come back only to it or its successor. They are seized only
/// by who may hold them. Who may not send shares borrows nothing against them. When nobody verified comes, anyone may `flag` the position:
/// a day later the discount starts to rise, for ten days, to one half.
///
/// Invariants: L1 sums of shares = totals; L2 borrowed <= supplied; L3 tokens held + borrowed >= supplied; L4 no collateral, no
/// debt, after every call; L5 without price or time nobody becomes unhealthy by another's act; L6 as said of liquidation; L7 borrow and
/// repay at once gains nothing; L12 who receives seized shares may hold them; T8 shares of assets held = collateral recorded;
/// of other tokens at least as much is held as is recorded.
/// @dev EIP-712 domain "QTI Markets", version "1". Of `assets` and `shares` exactly one is zero.
/// Warning: totals do not hold the interest since `updated`; `accrue` first, or ask `expected`.
/// Warning: an authorized account can do everything but authorize: withdraw, borrow, take collateral to where it likes.
/// Warning: `assets` of a withdrawal or repayment may revert on a rounding; use shares to leave altogether.
/// Warning: oracles and rate models are trusted code that RISK listed; a market with a broken oracle still lets lenders withdraw
/// what is not lent and borrowers repay.
/// Warning: money, or other collateral than shares of assets, that somebody merely sends here is nobody's and stays: counting what is held would cost
/// everybody a write in every call. Shares refuse to be sent.
/// Warning: during a callback the position already counts what is only paid afterwards; nothing here can be entered meanwhile.
interface ILendingMarkets is IMoneyList, ILapsingPause, IPledges {
    event OracleListed(IPriceOracle indexed oracle, bool listed);
    event RateModelListed(IInterestRateModel indexed rateModel, bool listed);
    event MarketCreated(bytes32 indexed id, MarketParams params, bool regulated);
    event CapsSet(bytes32 indexed id, uint256 supplyCap, uint256 borrowCap);
    /// @notice Interest up to now. @param rate Mean, wad a second. @param interest Units of the loan token, added to both totals.
    event InterestAccrued(bytes32 indexed id, uint256 rate, uint256 interest);
    event Supplied(bytes32 indexed id, address indexed caller, address indexed account, uint256 assets, uint256 shares);
    event Withdrawn(
        bytes32 indexed id,
        address caller,
        address indexed account,
        address indexed receiver,
        uint256 assets,
        uint256 shares
    );
    event Borrowed(
        bytes32 indexed id,
        address caller,
        address indexed account,
        address indexed receiver,
        uint256 assets,
        uint256 shares
    );
    event Repaid(bytes32 indexed id, address indexed caller, address indexed account, uint256 assets, uint256 shares);
    event CollateralSupplied(bytes32 indexed id, address indexed caller, address indexed account, uint256 assets);
    event CollateralWithdrawn(
        bytes32 indexed id,
        address caller,
        address indexed account,
        address indexed receiver,
        uint256 assets
    );
    /// @param badDebt, badShares Debt that was written off for lack of collateral: lenders bear it at once.
    event Liquidated(
        bytes32 indexed id,
        address indexed caller,
        address indexed borrower,
        uint256 repaid,
        uint256 repaidShares,
        uint256 seized,
        uint256 badDebt,
        uint256 badShares
    );
    /// @param flaggedAt Unix seconds; 0 when the position was found healthy.
    event PositionFlagged(bytes32 indexed id, address indexed borrower, uint40 flaggedAt);
    event PositionRecovered(
        bytes32 indexed id,
        address indexed lost,
        address indexed successor,
        uint256 collateral,
        uint256 borrowShares
    );
    event AuthorizationSet(address indexed authorizer, address indexed authorized, bool isAuthorized);

    error MarketInvalidParams(bytes32 field);
    error MarketExists(bytes32 id);
    error MarketUnknown(bytes32 id);
    /// @notice Exactly one of assets and shares is to be given.
    error MarketInvalidAmounts(uint256 assets, uint256 shares);
    error MarketZeroAmount();
    error MarketInvalidReceiver(address receiver);
    error MarketUnauthorized(address account, address caller);
    error MarketCapExceeded(uint256 total, uint256 cap);
    /// @notice Not so much of the loan token is there.
    error MarketNotEnoughLiquidity(uint256 requested, uint256 available);
    /// @notice There is no price to borrow by now.
    error MarketNoBorrowPrice(bytes32 id);
    error MarketNoLiquidationPrice(bytes32 id);
    /// @notice The debt would be more than the collateral allows.
    error MarketUnhealthy(uint256 debt, uint256 limit);
    error MarketHealthy(uint256 debt, uint256 limit);
    /// @notice Collateral of a debt would be worth less than the market's dust.
    error MarketDust(uint256 worth, uint256 dust);
    /// @notice More than the borrower owes, or than there is to seize.
    error MarketExceedsPosition(uint256 requested, uint256 most);
    /// @notice All collateral goes at this loan-to-value: at most this many shares are to be repaid, say all of them.
    error MarketSeizesAll(uint256 collateral);
    /// @notice Shares of tokenized assets are pledged by their owner alone.
    error MarketOnlyOwner(address owner, address caller);
    /// @notice Shares of tokenized assets come back to their owner or its successor.
    error MarketOnlyToOwner(address owner, address receiver);
    /// @notice The rules of the asset do not let the account hold, or move, its shares.
    error MarketNotPermitted(address asset, address account);
    error MarketNotRecovered(address account);
    error MarketSignatureExpired(uint256 deadline);
    error MarketInvalidNonce(address authorizer, uint256 given, uint256 expected);
    error MarketInvalidSigner(address signer);
    /// @notice The oracle or rate model is not on the list.
    error MarketNotListed(address part);

    /// @notice RISK.
    function listOracle(IPriceOracle oracle, bool listed) external;
    /// @notice RISK.
    function listRateModel(IInterestRateModel rateModel, bool listed) external;
    /// @notice RISK. Not while paused.
    function createMarket(
        MarketParams calldata params,
        uint96 supplyCap,
        uint96 borrowCap
    ) external returns (bytes32 id);
    /// @notice RISK. A cap below what is there stops more, and asks nothing back.
    function setCaps(bytes32 id, uint96 supplyCap, uint96 borrowCap) external;

    /// @notice Lends. Shares are rounded down, assets up. Not while paused.
    function supply(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        bytes calldata data
    ) external returns (uint256 suppliedAssets, uint256 suppliedShares);

    function withdraw(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        address receiver
    ) external returns (uint256 withdrawnAssets, uint256 withdrawnShares);

    /// @notice Not while paused. Shares are rounded up, assets down.
    function borrow(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        address receiver
    ) external returns (uint256 borrowedAssets, uint256 borrowedShares);

    /// @notice Anyone, for anyone. `type(uint256).max` shares repay all there is.
    function repay(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        bytes calldata data
    ) external returns (uint256 repaidAssets, uint256 repaidShares);

    /// @notice As `repay`, without a callback, by the caller's ERC-2612 permit of the loan token. Its value is more than is owed now, where
    /// all shares are repaid, as the debt grows meanwhile. What is not taken stays allowed.
    /// @dev A permit that fails is passed over: where the allowance is there anyway, one that somebody used before does no harm.
    function repayWithPermit(
        MarketParams calldata params,
        uint256 assets,
        uint256 shares,
        address account,
        Permit calldata permit
    ) external returns (uint256 repaidAssets, uint256 repaidShares);

    function supplyCollateral(
        MarketParams calldata params,
        uint256 assets,
        address account,
        bytes calldata data
    ) external;

    /// @notice While in debt not while paused.
    function withdrawCollateral(
        MarketParams calldata params,
        uint256 assets,
        address account,
        address receiver
    ) external;

    /// @notice Repays at most `shares` of an unhealthy debt (`type(uint256).max` for all) and takes collateral for it, to the caller.
    /// Where all collateral goes at this loan-to-value, less is paid than the debt, and the rest written off.
    /// @return repaid Units of the loan token. @return seized Units of collateral.
    function liquidate(
        MarketParams calldata params,
        address borrower,
        uint256 shares,
        bytes calldata data
    ) external returns (uint256 repaid, uint256 seized);

    /// @notice Anyone. Starts the clock of the rising discount for an unhealthy position against regulated collateral, unless it runs;
    /// ends it for a healthy one.
    /// @dev Warning: the clock does not see a recovery in between: who is healthy again should have it ended.
    function flag(MarketParams calldata params, address borrower) external;

    /// @notice Anyone, after the owner's account was recovered: pledge and debt move to the account that took its place. What it
    /// lent is bearer and stays.
    function recover(MarketParams calldata params, address lost) external;

    function accrue(MarketParams calldata params) external;

    function setAuthorization(address authorized, bool isAuthorized_) external;
    function setAuthorizationBySignature(Authorization calldata authorization, bytes calldata signature) external;

    /// @notice Totals with the interest up to now.
    function expected(MarketParams calldata params) external view returns (Market memory);
    function marketOf(bytes32 id) external view returns (Market memory);
    function paramsOf(bytes32 id) external view returns (MarketParams memory);
    function positionOf(bytes32 id, address account) external view returns (MarketPosition memory);
    /// @notice Debt now, and the most it may be before it can be liquidated and after borrowing.
    function healthOf(
        MarketParams calldata params,
        address account
    ) external view returns (uint256 debt, uint256 liquidationLimit, uint256 borrowLimit);
    function isAuthorized(address authorizer, address authorized) external view returns (bool);
    function isOracle(IPriceOracle oracle) external view returns (bool);
    function isRateModel(IInterestRateModel rateModel) external view returns (bool);
    function nonces(address authorizer) external view returns (uint256);
}
