// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title What a lending market asks for a price
/// @notice A price is what one unit of collateral is worth in units of the loan token, times 1e36.
/// @dev Trusted by RISK before a market names it. Must not call back into the markets.
interface IPriceOracle {
    /// @notice This oracle says nothing about the pair.
    error OraclePairUnknown(address collateral, address loanToken);

    /// @return borrowPrice For borrowing, and for taking collateral while in debt; 0 when neither may happen now.
    /// @return liquidationPrice For liquidation; 0 when there is no price that anybody may lose a pledge by.
    /// @dev Reverts only for a pair it never knew.
    function prices(
        address collateral,
        address loanToken
    ) external view returns (uint256 borrowPrice, uint256 liquidationPrice);
}
