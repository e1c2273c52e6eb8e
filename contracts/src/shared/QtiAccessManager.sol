// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManager} from "@openzeppelin/contracts/access/manager/AccessManager.sol";
import {Roles} from "./Roles.sol";

/// @title Who may do what, and after which delay
/// @notice OpenZeppelin's AccessManager, in which GUARDIAN can cancel every scheduled operation.
/// @dev OpenZeppelin locks the guardian of ADMIN's own operations to ADMIN, so that nobody could stop a stolen ADMIN key
/// within its delay. The price: a GUARDIAN gone bad can hold up every delayed change, its own dismissal included.
contract QtiAccessManager is AccessManager {
    constructor(address initialAdmin) AccessManager(initialAdmin) {}

    function _canCancel(address caller, address target, bytes calldata data) internal view override returns (bool) {
        (bool isGuardian, ) = hasRole(Roles.GUARDIAN, _msgSender());
        return isGuardian || super._canCancel(caller, target, data);
    }
}
