// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {FeedTerms, IAggregatorV3, IFeedOracle} from "../interfaces/loans/IFeedOracle.sol";
import {IPriceOracle} from "../interfaces/loans/IPriceOracle.sol";

/// @title Price of one pair from a feed
contract FeedOracle is IFeedOracle {
    uint256 private constant SEQUENCER_GRACE = 1 hours;
    uint256 private constant MAX_DECIMALS = 18;

    address private immutable COLLATERAL;
    address private immutable LOAN_TOKEN;
    IAggregatorV3 private immutable FEED;
    IAggregatorV3 private immutable SEQUENCER;
    uint256 private immutable HEARTBEAT;
    uint256 private immutable MIN;
    uint256 private immutable MAX;
    /// @dev What an answer is multiplied by to be a price: 1e36 and the decimals of feed and tokens.
    uint256 private immutable SCALE;

    constructor(FeedTerms memory terms_) {
        if (terms_.heartbeat == 0) revert FeedInvalidTerms("heartbeat");
        if (terms_.min == 0 || terms_.min >= terms_.max) revert FeedInvalidTerms("min");
        if (terms_.max > uint256(type(int256).max)) revert FeedInvalidTerms("max");
        uint256 collateralDecimals = IERC20Metadata(terms_.collateral).decimals();
        uint256 loanDecimals = IERC20Metadata(terms_.loanToken).decimals();
        uint256 feedDecimals = terms_.feed.decimals();
        if (collateralDecimals > MAX_DECIMALS || loanDecimals > MAX_DECIMALS || feedDecimals > MAX_DECIMALS) {
            revert FeedInvalidTerms("decimals");
        }
        COLLATERAL = terms_.collateral;
        LOAN_TOKEN = terms_.loanToken;
        FEED = terms_.feed;
        SEQUENCER = terms_.sequencer;
        HEARTBEAT = terms_.heartbeat;
        MIN = terms_.min;
        MAX = terms_.max;
        SCALE = 10 ** (36 + loanDecimals - collateralDecimals - feedDecimals);
    }

    /// @inheritdoc IPriceOracle
    function prices(
        address collateral,
        address loanToken
    ) external view returns (uint256 borrowPrice, uint256 liquidationPrice) {
        if (collateral != COLLATERAL || loanToken != LOAN_TOKEN) revert OraclePairUnknown(collateral, loanToken);
        if (!_isSequencerUp()) return (0, 0);
        (, int256 answer, , uint256 updatedAt, ) = FEED.latestRoundData();
        if (answer <= 0 || uint256(answer) < MIN || uint256(answer) > MAX) return (0, 0);
        liquidationPrice = uint256(answer) * SCALE;
        borrowPrice = block.timestamp > updatedAt + HEARTBEAT ? 0 : liquidationPrice;
    }

    /// @inheritdoc IFeedOracle
    function terms() external view returns (FeedTerms memory) {
        return FeedTerms(COLLATERAL, LOAN_TOKEN, FEED, SEQUENCER, uint32(HEARTBEAT), MIN, MAX);
    }

    /// @dev By convention the feed answers 0 while it is up, since `startedAt`; a round that never started is no answer.
    function _isSequencerUp() private view returns (bool) {
        if (address(SEQUENCER) == address(0)) return true;
        (, int256 answer, uint256 startedAt, , ) = SEQUENCER.latestRoundData();
        return answer == 0 && startedAt != 0 && block.timestamp >= startedAt + SEQUENCER_GRACE;
    }
}
