// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IMoneyList} from "../shared/IMoneyList.sol";

/// @notice A maker's signed offer. An ask sells the asset for money, a bid sells money for the asset.
/// @param taker The only account that may take it; zero for anyone.
/// @param sellAmount Units the maker gives in one window.
/// @param buyStart Units the maker wants for all of `sellAmount` when a window opens.
/// @param buyEnd The same when the window ends: equal for a limit order, lower for a Dutch one.
/// @param start Unix seconds at which the first window opens.
/// @param duration Seconds a window stays open.
/// @param interval Seconds from one window to the next (standing order), at least `duration`; 0 for a single window.
/// @param count Number of windows; 1 when `interval` is 0. A window that was missed lapses.
/// @param flags Bit 0: may be filled in parts. Bit 1: a bid.
/// @param epoch The maker's epoch, so that `cancelAll` ends it.
struct Order {
    address maker;
    address taker;
    address asset;
    IERC20 money;
    uint128 sellAmount;
    uint128 buyStart;
    uint128 buyEnd;
    uint40 start;
    uint32 duration;
    uint32 interval;
    uint16 count;
    uint8 flags;
    uint64 epoch;
    uint256 salt;
}

/// @notice What became of an order on chain.
/// @param filled Units of `sellAmount` sold in `window`. @param window Number of the window last filled, from 0.
struct OrderState {
    uint128 filled;
    uint32 window;
    bool cancelled;
}

/// @notice What a taker wants of an order, and the worst it agrees to: a price may change before its transaction is in a
/// block (a Dutch order falls, a standing one starts anew, the fee is set).
/// @param sellAmount Units of the order's sell side to take: shares of an ask, money of a bid.
/// @param maxGive Most units the taker gives: money of an ask, fee included; shares of a bid.
/// @param minGet Least units the taker gets: shares of an ask; money of a bid, fee off.
struct FillRequest {
    Order order;
    bytes signature;
    uint128 sellAmount;
    uint256 maxGive;
    uint256 minGet;
}

/// @notice What one fill moved.
/// @param assetAmount Share units that moved.
/// @param moneyAmount Money units the maker got (ask) or gave (bid).
/// @param fee Money units the taker paid on top (ask) or went without (bid).
/// @param window Window that was filled, from 0.
/// @param filled Units of `sellAmount` sold in that window so far.
/// @param bid Whether the maker's order was a bid.
struct Trade {
    address asset;
    IERC20 money;
    uint256 assetAmount;
    uint256 moneyAmount;
    uint256 fee;
    uint32 window;
    uint128 filled;
    bool bid;
}

/// @notice What one match moved: bidCost = askProceeds + fee + tip.
/// @param askProceeds Money units the seller got, its share of the surplus included.
/// @param bidCost Money units the buyer gave, its share of the surplus off.
/// @param fee Money units to the fee recipient.
/// @param tip Money units to the caller.
struct MatchedTrade {
    address asset;
    IERC20 money;
    address seller;
    address buyer;
    uint256 assetAmount;
    uint256 askProceeds;
    uint256 bidCost;
    uint256 fee;
    uint256 tip;
    uint32 askWindow;
    uint128 askFilled;
    uint32 bidWindow;
    uint128 bidFilled;
}

/// @title Exchange of tokenized assets for money
/// @notice Orders live off chain as EIP-712 messages; this contract holds nothing and settles them directly between the
/// two accounts, so every rule of an asset applies to its transfer. Amounts in an order are net for its maker: the fee,
/// floor(money leg * feeBps / 10,000), is always the taker's. Rounding is never against the maker.
/// @dev EIP-712 domain "QTI Exchange", version "1". ECDSA first, then ERC-1271, which is asked again at every fill.
///
/// Window k = floor((t - start) / interval) < count is open for `duration` seconds, its last one included. e seconds into it
/// the maker wants b = buyStart - floor((buyStart - buyEnd) * e / duration) for all of `sellAmount`, and for x of it
/// y = ceil(b * x / sellAmount): the price of an ask falls, that of a bid rises, as it wants less for its money.
///
/// Warning: an order promises nothing. Its maker may spend, freeze or lose what it sells, or take back the allowance; ask
/// `IOrderQuoter` before, and expect a revert all the same.
/// Warning: money that is on the list may start to take a fee from transfers; the exchange holds nothing and does not look.
/// Then a maker gets less than it signed for, until the money is delisted.
/// Warning: a money token that calls receivers back shows them this contract in the middle of a trade. Its orders are then
/// already marked as they are afterwards, while one leg may not have moved yet.
interface IExchange is IMoneyList {
    event OrderFilled(bytes32 indexed orderHash, address indexed maker, address indexed taker, Trade trade);
    event OrdersMatched(
        bytes32 indexed askHash,
        bytes32 indexed bidHash,
        address indexed caller,
        MatchedTrade trade
    );
    event OrderCancelled(bytes32 indexed orderHash, address indexed maker);
    event EpochRaised(address indexed maker, uint64 epoch);
    /// @notice One order of a batch could not be filled. @param reason At most 64 bytes of what it reverted with.
    event BatchFillFailed(bytes32 indexed orderHash, bytes reason);
    event FeeSet(uint16 feeBps);
    event FeeRecipientSet(address indexed recipient);
    event PauseSet(uint48 until);

    error ExchangePaused(uint48 until);
    /// @notice A field of the order makes no sense: its name, e.g. "count".
    error ExchangeInvalidOrder(bytes32 field);
    error ExchangeInvalidSignature(address maker);
    error ExchangeOrderCancelled(bytes32 orderHash);
    error ExchangeWrongEpoch(address maker, uint64 epoch, uint64 current);
    error ExchangeNotMaker(address maker, address caller);
    error ExchangeNotTaker(address taker, address caller);
    error ExchangeSelfTrade(address maker);
    /// @notice No window is open. @param opensAt Unix seconds of the next one; 0 when the last one is over.
    error ExchangeOrderNotOpen(bytes32 orderHash, uint256 opensAt);
    error ExchangeInvalidAmount(uint256 amount);
    error ExchangeAmountTooLarge(bytes32 orderHash, uint256 amount, uint256 remaining);
    error ExchangeNotPartial(bytes32 orderHash, uint256 amount, uint256 remaining);
    /// @notice The taker would give more, or get less, than its limit.
    error ExchangeLimitExceeded(uint256 amount, uint256 limit);
    /// @notice The two orders cannot be matched: the name of the field that differs, or "side".
    error ExchangeMismatch(bytes32 field);
    /// @notice The buyer offers less than the seller asks.
    error ExchangeNotCrossed(uint256 asked, uint256 offered);
    error ExchangeFeeTooHigh(uint16 feeBps, uint16 limit);
    /// @notice Fees sent to it would be lost.
    error ExchangeInvalidRecipient(address recipient);
    /// @notice So many kinds of money trade already; delist one first.
    error ExchangeTooManyMoneys(uint256 limit);
    error ExchangeOnlySelf(address caller);
    /// @notice Not enough gas was left to give an order of the batch its share.
    error ExchangeBatchGas(uint256 available, uint256 needed);

    /// @notice Takes a part of what an order sells now. The caller gets it and gives what the order wants for it.
    /// @return assetAmount Share units.
    /// @return moneyAmount Money units the maker got or gave.
    /// @return fee Money units.
    function fill(
        FillRequest calldata request
    ) external returns (uint256 assetAmount, uint256 moneyAmount, uint256 fee);

    /// @notice `fill` with an ERC-2612 permit of what the caller gives (money for an ask, shares for a bid). A permit
    /// already used by someone else does no harm: the allowance counts.
    function fillWithPermit(
        FillRequest calldata request,
        uint256 permitValue,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint256 assetAmount, uint256 moneyAmount, uint256 fee);

    /// @notice Fills each order that can be filled; one that cannot spoils nothing (`BatchFillFailed`).
    /// @param gasEach Gas an order may use at most, 100,000 to 2,000,000.
    /// @return filled Which of them were filled.
    /// @dev Warning: reverts as a whole when the gas left is less than `gasEach` and its 63/64 rule ask for, so that nobody
    /// can make orders of a batch fail by sending it with little gas.
    function fillBatch(FillRequest[] calldata requests, uint256 gasEach) external returns (bool[] memory filled);

    /// @notice One fill of a batch; only this contract calls it, from `fillBatch`.
    function fillFor(address taker, FillRequest calldata request) external;

    /// @notice Matches a seller and a buyer, by anyone. y = what the ask wants, rounded up; m = what the bid gives, rounded
    /// down; of the surplus s = m - y the fee takes min(s, fee on y), the caller a tenth of the rest, rounded down, and seller
    /// and buyer share what remains. An order with a `taker` is matched with an order of that account only.
    /// @dev The bid counts its money used up by `assetAmount * sellAmount / wanted`, rounded up, whatever the price was: a
    /// bid never buys more shares than it asked for. A bid that is not partial is matched for exactly what it wants.
    /// @param assetAmount Share units. @return tip Money units to the caller.
    function matchOrders(
        Order calldata ask,
        bytes calldata askSignature,
        Order calldata bid,
        bytes calldata bidSignature,
        uint256 assetAmount
    ) external returns (uint256 tip);

    /// @notice Maker of the order. Ends it for ever, also while paused.
    /// @dev Warning: a fill that is in a block before counts.
    function cancel(Order calldata order) external;

    /// @notice Ends every order the caller has signed so far; orders signed for the new epoch count.
    /// @dev Warning: an order that was signed for an epoch still to come starts to count with it.
    function cancelAll() external returns (uint64 epoch);

    /// @notice TREASURER. At most 100 bps.
    function setFee(uint16 feeBps) external;

    /// @notice ADMIN.
    function setFeeRecipient(address recipient) external;

    /// @notice PAUSER. Stops fills and matches for 14 days; cancelling goes on.
    function pause() external;

    /// @notice ADMIN.
    function unpause() external;

    function hashOrder(Order calldata order) external view returns (bytes32);

    function orderStateOf(bytes32 orderHash) external view returns (OrderState memory);

    function epochOf(address maker) external view returns (uint64);

    function feeBps() external view returns (uint16);

    function feeRecipient() external view returns (address);

    function pausedUntil() external view returns (uint48);

    /// @notice Hash of the code that every asset has, as a clone of the registry's token; nothing else trades here.
    function assetCodeHash() external view returns (bytes32);
}
