// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Test money for newcomers on a development chain
interface IDemoFaucet {
    event Dripped(address indexed account, uint256 qti, uint256 dollars);

    error FaucetTooSoon(address account, uint256 availableAt);

    /// @notice 1,000 QTI and 10,000 test dollars to the caller, once a day.
    function drip() external;

    function nextDripAt(address account) external view returns (uint256);
}

/// @title Onboards verified accounts as issuers on a development chain, in place of a human desk
interface IDemoDesk {
    error DemoDeskNotVerified(address account);

    /// @notice Gives the caller the ISSUER role if it is verified with at least tier 2.
    function enrolIssuer() external;
}
