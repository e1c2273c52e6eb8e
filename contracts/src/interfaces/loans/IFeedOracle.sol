// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IPriceOracle} from "./IPriceOracle.sol";

/// @title Price feeds as most networks publish them
interface IAggregatorV3 {
    function decimals() external view returns (uint8);
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
}

/// @notice One pair and how its feed is believed.
/// @param feed Loan tokens a collateral token. @param sequencer Feed of the sequencer's uptime; zero on a chain without one.
/// @param heartbeat Seconds after which the feed must have spoken again. @param min, max Answers outside are no price.
struct FeedTerms {
    address collateral;
    address loanToken;
    IAggregatorV3 feed;
    IAggregatorV3 sequencer;
    uint32 heartbeat;
    uint256 min;
    uint256 max;
}

/// @title Price of one pair from a feed
/// @notice Past its heartbeat nobody borrows; liquidation goes on at the last answer. An answer that is not positive or out of
/// bounds is no price at all, and there is none while the sequencer is down or was until an hour ago: who could not act must not
/// lose by it (L5).
interface IFeedOracle is IPriceOracle {
    error FeedInvalidTerms(bytes32 field);

    function terms() external view returns (FeedTerms memory);
}
