// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ITestFeed} from "../interfaces/devnet/ITestFeed.sol";
import {IAggregatorV3} from "../interfaces/loans/IFeedOracle.sol";

/// @title A price feed for tests, on development chains only
contract TestFeed is ITestFeed {
    /// @inheritdoc ITestFeed
    address public immutable setter;

    uint80 private _round;
    int256 private _answer;
    uint256 private _updatedAt;

    constructor(address setter_, int256 answer) {
        setter = setter_;
        _set(answer);
    }

    /// @inheritdoc ITestFeed
    function setAnswer(int256 answer) external {
        if (msg.sender != setter) revert TestFeedOnlySetter(msg.sender);
        _set(answer);
    }

    /// @inheritdoc IAggregatorV3
    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (_round, _answer, _updatedAt, _updatedAt, _round);
    }

    /// @inheritdoc IAggregatorV3
    function decimals() external pure returns (uint8) {
        return 8;
    }

    function _set(int256 answer) private {
        ++_round;
        (_answer, _updatedAt) = (answer, block.timestamp);
        emit AnswerUpdated(answer, _round, block.timestamp);
    }
}
