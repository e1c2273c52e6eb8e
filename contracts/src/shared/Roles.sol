// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @title Role ids of the AccessManager
/// @dev Delays are per role and account; each class of delay is its own role. The table stands in docs/security.md and
/// a test compares the deployed chain with it.
library Roles {
    uint64 internal constant ADMIN = 0;
    uint64 internal constant GUARDIAN = 1;
    uint64 internal constant PAUSER = 2;
    uint64 internal constant COMPLIANCE_DESK = 3;
    uint64 internal constant COMPLIANCE_FORCE = 4;
    uint64 internal constant ISSUER = 5;
    uint64 internal constant APPRAISER = 6;
    uint64 internal constant RISK = 7;
    uint64 internal constant TREASURER = 8;
    uint64 internal constant REWARDS_OPERATOR = 9;
    uint64 internal constant UNDERWRITER = 10;
    uint64 internal constant BRIDGE_OPERATOR = 11;
    uint64 internal constant ANCHORER = 12;
    /// @dev May only grant and revoke ISSUER; held by the compliance desk, on development chains by `DemoDesk`.
    uint64 internal constant ISSUER_DESK = 13;
}
