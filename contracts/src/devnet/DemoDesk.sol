// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManager} from "@openzeppelin/contracts/access/manager/IAccessManager.sol";
import {IDemoDesk} from "../interfaces/devnet/IDemo.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {Roles} from "../shared/Roles.sol";

/// @title Onboards verified accounts as issuers on a development chain
/// @dev Holds ISSUER_DESK, the admin role of ISSUER, and nothing else. Never deployed to a public network.
contract DemoDesk is IDemoDesk {
    uint8 private constant MIN_TIER = 2;

    IAccessManager public immutable accessManager;
    IIdentityRegistry public immutable identityRegistry;

    constructor(IAccessManager manager, IIdentityRegistry identities) {
        accessManager = manager;
        identityRegistry = identities;
    }

    /// @inheritdoc IDemoDesk
    function enrolIssuer() external {
        if (!identityRegistry.canReceive(msg.sender) || identityRegistry.standingOf(msg.sender).tier < MIN_TIER) {
            revert DemoDeskNotVerified(msg.sender);
        }
        accessManager.grantRole(Roles.ISSUER, msg.sender, 0);
    }
}
