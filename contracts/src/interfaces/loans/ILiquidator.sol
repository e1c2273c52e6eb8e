// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ILendingMarkets, MarketParams} from "./ILendingMarkets.sol";

/// @title Liquidates with its owner's money, and only as much of it as each liquidation costs
/// @notice Whoever liquidates deploys one, allows it the money that it may spend, and calls it. Money is taken in the middle of the call, exactly
/// what is paid; between calls it holds none. What is seized goes to the owner where its own rules let it, else it stays here
/// until `take`: shares of tokenized assets stay if the owner is not verified, has reached its cap, or they are locked up or paused.
/// @dev Warning: to seize shares of tokenized assets this contract itself has to be verified, as an identity of its own.
/// Warning: the allowance bounds what a stolen key of the owner can spend. The contract pays nobody but the markets.
interface ILiquidator {
    error LiquidatorOnlyMarkets(address caller);
    /// @notice The price moved, or somebody was faster: less came than the owner wants for its money.
    error LiquidatorSeizedTooLittle(uint256 seized, uint256 minSeized);

    /// @notice Owner. As `ILendingMarkets.liquidate`, if at least `minSeized` units of collateral come.
    /// @return repaid Units of the loan token, taken from the owner.
    /// @return seized Units of collateral.
    /// @return handed Whether the collateral went to the owner; else it waits here.
    function liquidate(
        MarketParams calldata params,
        address borrower,
        uint256 shares,
        uint256 minSeized
    ) external returns (uint256 repaid, uint256 seized, bool handed);

    /// @notice Owner. Takes out what waits here.
    function take(IERC20 token, uint256 amount, address receiver) external;

    /// @notice The markets, in the middle of `liquidate`: fetches `repaid` of the token that `data` names from the owner.
    function onMarketLiquidate(uint256 repaid, bytes calldata data) external;

    function markets() external view returns (ILendingMarkets);
}
