// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {ILapsingPause} from "../interfaces/shared/ILapsingPause.sol";

/// @title A pause that ends by itself
abstract contract LapsingPause is ILapsingPause, AccessManaged {
    uint48 private constant PAUSE_DURATION = 14 days;

    /// @inheritdoc ILapsingPause
    uint48 public pausedUntil;

    modifier whenNotPaused() {
        _checkNotPaused();
        _;
    }

    /// @inheritdoc ILapsingPause
    /// @dev Not while paused: a pauser could otherwise stretch a pause without end and without a gap.
    function pause() external restricted whenNotPaused {
        _setPause(uint48(block.timestamp) + PAUSE_DURATION);
    }

    /// @inheritdoc ILapsingPause
    function unpause() external restricted {
        _setPause(0);
    }

    function _checkNotPaused() internal view {
        uint48 until = pausedUntil;
        if (block.timestamp < until) revert PauseActive(until);
    }

    function _setPause(uint48 until) private {
        pausedUntil = until;
        emit PauseSet(until);
    }
}
