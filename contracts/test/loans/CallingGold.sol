// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Gold} from "./MarketsBase.sol";

/// @notice Calls somebody on every transfer to one account, and remembers what became of it.
contract CallingGold is Gold {
    address private _watched;
    address private _target;
    bytes private _call;
    bytes public answer;

    function watch(address watched, address target, bytes calldata call_) external {
        (_watched, _target, _call) = (watched, target, call_);
    }

    function forget() external {
        (_watched, answer) = (address(0), "nothing yet");
    }

    function _update(address from, address to, uint256 value) internal override {
        super._update(from, to, value);
        if (_watched == address(0) || to != _watched) return;
        (, answer) = _target.call(_call);
    }
}
