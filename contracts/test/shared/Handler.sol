// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Test} from "./Test.sol";

/// @notice Base of the actors of invariant runs: counts what was tried and what took effect.
/// @dev A handler that quietly returns early proves nothing, however green: `assertActionsWork` finds it.
abstract contract Handler is Test {
    /// @dev Tries after which an action must have taken effect at least once.
    uint256 private constant PATIENCE = 6;

    bytes32[] private _actions;
    mapping(bytes32 action => uint256) public tried;
    mapping(bytes32 action => uint256) public succeeded;

    modifier counted(bytes32 action) {
        if (tried[action] == 0) _actions.push(action);
        ++tried[action];
        _;
    }

    function _success(bytes32 action) internal {
        ++succeeded[action];
    }

    /// @notice Fails if an action was tried often and never took effect.
    function assertActionsWork() external view {
        for (uint256 i = 0; i < _actions.length; ++i) {
            bytes32 action = _actions[i];
            if (tried[action] < PATIENCE) continue;
            assertGt(succeeded[action], 0, string(abi.encodePacked("never succeeds: ", action)));
        }
    }
}
