// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAggregatorV3} from "../loans/IFeedOracle.sol";

/// @title A price feed that one account can set, on a development chain
interface ITestFeed is IAggregatorV3 {
    event AnswerUpdated(int256 indexed answer, uint80 indexed roundId, uint256 updatedAt);

    error TestFeedOnlySetter(address caller);

    /// @notice Setter. Starts a round. @param answer Dollars a token with 8 decimals; whoever believes the feed has to bound it.
    function setAnswer(int256 answer) external;

    function setter() external view returns (address);
}
