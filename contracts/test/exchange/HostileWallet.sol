// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice A maker whose contract misbehaves when it is asked for its signature.
contract HostileWallet is IERC1271 {
    enum Answer {
        Yes,
        No,
        Short,
        Bomb,
        RevertBomb,
        BurnGas
    }

    uint256 private constant BOMB = 100_000;

    Answer public answer;

    function set(Answer answer_) external {
        answer = answer_;
    }

    function isValidSignature(bytes32, bytes calldata) external view returns (bytes4) {
        Answer answer_ = answer;
        if (answer_ == Answer.Yes) return IERC1271.isValidSignature.selector;
        if (answer_ == Answer.Short) {
            assembly ("memory-safe") {
                mstore(0, hex"1626ba7e")
                return(0, 4)
            }
        }
        if (answer_ == Answer.Bomb) {
            assembly {
                return(0, BOMB)
            }
        }
        if (answer_ == Answer.RevertBomb) {
            assembly {
                revert(0, BOMB)
            }
        }
        // solhint-disable-next-line no-empty-blocks
        while (answer_ == Answer.BurnGas) {}
        return 0;
    }
}
