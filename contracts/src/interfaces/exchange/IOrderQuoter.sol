// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Order} from "./IExchange.sol";

/// @notice Why an order cannot be filled now; `None` when it can. New reasons are only ever appended.
enum OrderIssue {
    None,
    Invalid,
    Signature,
    Cancelled,
    Epoch,
    NotYet,
    BetweenWindows,
    Expired,
    Filled,
    Paused,
    MoneyNotListed,
    Taker,
    MakerBalance,
    MakerAllowance,
    TakerBalance,
    TakerAllowance,
    Compliance,
    NotCrossed
}

/// @notice What of an order can be filled now.
/// @param issue The first that applies, in the order of `OrderIssue`. The amounts stand beside it as far as they are known.
/// @param sellAmount Units of the sell side that can be taken now: what was asked for, at most what is left of the window,
/// bounded by the maker's balance and allowance (an order that is not partial is all or nothing). Less than what was asked
/// for comes with the issue that bounds it.
/// @param buyAmount Units the maker wants for them, rounded up. @param fee Money units of the taker.
/// @param opensAt Unix seconds of the window that is open or comes next; 0 when none comes.
/// @param closesAt Unix seconds at which that window closes.
/// @param refusal The asset's own reason (`Refusal` of IComplianceModule), 0 when it allows the transfer.
struct OrderQuote {
    OrderIssue issue;
    bytes32 orderHash;
    uint256 sellAmount;
    uint256 buyAmount;
    uint256 fee;
    uint32 window;
    uint256 opensAt;
    uint256 closesAt;
    uint8 refusal;
}

/// @notice What a match would move now.
/// @param issue Of either order, the ask's first.
/// @param assetAmount Share units.
/// @param askProceeds Money units to the seller.
/// @param bidCost Money units from the buyer.
/// @param fee Money units to the fee recipient.
/// @param tip Money units to whoever matches.
/// @param refusal The asset's own reason, 0 when it allows the transfer.
struct MatchQuote {
    OrderIssue issue;
    uint256 assetAmount;
    uint256 askProceeds;
    uint256 bidCost;
    uint256 fee;
    uint256 tip;
    uint8 refusal;
}

/// @title How much of an order fills now, and if nothing, why
/// @notice Never reverts for what an order, a signature or a token does. For services, apps and bots; settles nothing.
interface IOrderQuoter {
    /// @param taker Who would take it; zero asks without the taker's balance, allowance and compliance (the maker's own
    /// right to send or receive the asset is still checked; in a lock-up the issuer could take it).
    /// @param sellAmount Units of the sell side to take; 0 for as much as the maker can give now.
    /// @dev Asks a contract that signed by ERC-1271 with at most 500,000 gas, and each token with at most 200,000.
    function quote(
        Order calldata order,
        bytes calldata signature,
        address taker,
        uint256 sellAmount
    ) external view returns (OrderQuote memory);

    /// @notice `quote` for many orders in one call, each for as much as its maker can give.
    function quoteBatch(
        Order[] calldata orders,
        bytes[] calldata signatures,
        address taker
    ) external view returns (OrderQuote[] memory);

    /// @notice Most shares the two orders can exchange now, and what each side would get; issue `None` when crossed.
    function quoteMatch(
        Order calldata ask,
        bytes calldata askSignature,
        Order calldata bid,
        bytes calldata bidSignature
    ) external view returns (MatchQuote memory);
}
