// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

/// @notice One slot of rules an asset. Zero means "no such rule" for cap, holders and lock-up.
/// @param minTier Least tier of a receiver, 1 to 3.
/// @param maxHolders Most accounts that may hold at a time.
/// @param lockedUntil Unix seconds; before it shares move only from or to the issuer.
/// @param capPerIdentity Most share units (18 decimals) one identity may hold over all its accounts.
struct Rules {
    uint8 minTier;
    uint32 maxHolders;
    uint48 lockedUntil;
    uint128 capPerIdentity;
}

/// @notice Why a transfer would be refused; `None` means it would pass these rules. `PledgeOnly`: the receiver is a system contract, which
/// alone can take shares to itself; these rules would let it.
enum Refusal {
    None,
    SenderUnknown,
    SenderFrozen,
    SenderRevoked,
    SenderRetired,
    ReceiverUnknown,
    ReceiverFrozen,
    ReceiverRevoked,
    ReceiverRetired,
    ReceiverExpired,
    ReceiverTier,
    ReceiverCountry,
    InsufficientUnfrozen,
    Locked,
    HolderLimit,
    IdentityCap,
    Paused,
    NotActive,
    ModuleFailed,
    PledgeOnly
}

/// @notice What a token tells its module about a transfer.
struct TransferContext {
    address from;
    address to;
    uint256 amount;
    uint256 fromBalance;
    uint256 toBalance;
    uint32 holders;
}

/// @title Who says how many shares an account has pledged
interface IPledges {
    /// @notice Share units of an asset that lie elsewhere and are still the account's.
    function pledgedOf(address asset, address account) external view returns (uint256);
}

/// @title Rules of who may hold how much of an asset
/// @notice System contracts are no holders. Into one is a pledge: sender rules and lock-up hold, quantity rules do not, and the token lets
/// only the contract itself take it, as what was merely sent there would be nobody's. Out of one is the
/// return of a pledge or its sale: only who is not frozen, revoked or retired gets it, and neither quantity rules nor lock-up, pause or
/// maturity stop it. What an identity has pledged counts against its cap.
/// @dev Stateless about holders; asked by the token in one static call that makes one call to the identity registry.
interface IComplianceModule {
    event RulesSet(address indexed asset, Rules rules);
    event CountryBlocked(address indexed asset, uint16 indexed country, bool blocked);

    event PledgesSet(address indexed pledges);

    error ComplianceOnlyRegistry(address caller);
    /// @notice The desk may only tighten; loosening is COMPLIANCE_FORCE with its delay.
    error ComplianceNotTighter(bytes32 field);
    error ComplianceInvalidRules(bytes32 field);

    /// @notice Called by the asset registry when an asset is drafted or its draft changes. The issuer, who is exempt
    /// from cap and lock-up, is asked of the token, so that a module set later knows it too.
    function initialize(address asset, Rules calldata rules, uint16[] calldata blocked) external;

    /// @notice COMPLIANCE_DESK. Every field at least as strict as before.
    function tighten(address asset, Rules calldata rules) external;

    /// @notice COMPLIANCE_FORCE. Also how a module is prepared before an asset changes to it.
    function setRules(address asset, Rules calldata rules) external;

    /// @notice COMPLIANCE_DESK.
    function blockCountry(address asset, uint16 country) external;

    /// @notice COMPLIANCE_FORCE.
    function unblockCountry(address asset, uint16 country) external;

    /// @notice ADMIN. Who is asked for what accounts have pledged; asked only where a cap is set and a holding grows.
    function setPledges(IPledges pledges_) external;

    function pledges() external view returns (IPledges);

    /// @notice Whether `from` may send `amount` to `to`; the calling token is `msg.sender`.
    function check(TransferContext calldata context) external view returns (Refusal);

    /// @notice The same for any asset, for previews.
    function checkFor(address asset, TransferContext calldata context) external view returns (Refusal);

    /// @notice Person rules only (no quantity rules), for forced moves and ERC-7943 `canReceive`.
    function canReceive(address asset, address account) external view returns (bool);

    function canSend(address asset, address account) external view returns (bool);

    function rulesOf(address asset) external view returns (Rules memory);

    function isCountryBlocked(address asset, uint16 country) external view returns (bool);
}
