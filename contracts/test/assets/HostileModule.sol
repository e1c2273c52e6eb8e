// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Refusal, Rules} from "../../src/interfaces/assets/IComplianceModule.sol";

/// @notice A compliance module that answers as badly as it was told to.
contract HostileModule {
    enum Mode {
        Yes,
        Reverts,
        RevertsWithABomb,
        Short,
        OutOfRange,
        Huge,
        Bomb,
        BurnsGas
    }

    Mode public mode;

    function setMode(Mode mode_) external {
        mode = mode_;
    }

    // solhint-disable-next-line no-empty-blocks
    function initialize(address, Rules calldata, uint16[] calldata) external {}

    function rulesOf(address) external pure returns (Rules memory rules) {
        rules.minTier = 1;
    }

    fallback(bytes calldata data) external returns (bytes memory answer) {
        Mode current = mode;
        // `canSend` and `canReceive` say yes by one, `check` by zero.
        bool question = data.length == 68;
        if (current == Mode.Yes) return abi.encode(question ? 1 : 0);
        if (current == Mode.Reverts) revert("no");
        if (current == Mode.Short) return new bytes(31);
        if (current == Mode.OutOfRange) return abi.encode(question ? 2 : uint256(type(Refusal).max) + 1);
        if (current == Mode.Huge) return abi.encode(type(uint256).max);
        if (current == Mode.BurnsGas) {
            assembly {
                invalid()
            }
        }
        bytes memory bomb = new bytes(200_000);
        if (current == Mode.RevertsWithABomb) {
            assembly {
                revert(add(bomb, 0x20), mload(bomb))
            }
        }
        // One word beyond every enum value, and a very long tail.
        bomb[0] = 0x01;
        return bomb;
    }
}
