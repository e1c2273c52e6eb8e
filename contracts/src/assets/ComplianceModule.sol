// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAssetRegistry} from "../interfaces/assets/IAssetRegistry.sol";
import {IAssetToken} from "../interfaces/assets/IAssetToken.sol";
import {IComplianceModule, IPledges, Refusal, Rules, TransferContext} from "../interfaces/assets/IComplianceModule.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {StandingLib} from "../identity/StandingLib.sol";

/// @title Rules of who may hold how much of an asset
/// @dev One slot of rules an asset. A transfer costs one call to the identity registry, that slot and, only when a country
/// was ever blocked, one word of countries; the issuer and the other accounts of an identity are asked for only when
/// lock-up or cap really turn on them.
contract ComplianceModule is IComplianceModule, AccessManaged {
    using StandingLib for IIdentityRegistry;
    using StandingLib for uint256;

    uint8 private constant MAX_TIER = 3;
    /// @dev ISO 3166-1 numeric codes have three digits.
    uint16 private constant MAX_COUNTRY = 999;
    uint256 private constant COUNTRY_WORDS = 4;
    /// @dev Catches a lock-up given in milliseconds, and a desk that would lock holders in for ever.
    uint256 private constant MAX_LOCK = 3650 days;

    /// @dev One slot. `minTier` is zero only for an asset that has no rules here.
    struct Limits {
        uint8 minTier;
        bool blocksCountries;
        uint32 maxHolders;
        uint48 lockedUntil;
        uint128 capPerIdentity;
    }

    struct StoredRules {
        Limits limits;
        uint256[COUNTRY_WORDS] blocked;
    }

    IIdentityRegistry public immutable identityRegistry;
    IAssetRegistry public immutable assetRegistry;

    mapping(address asset => StoredRules) private _rules;
    /// @inheritdoc IComplianceModule
    IPledges public pledges;

    constructor(address authority, IIdentityRegistry identities, IAssetRegistry assets) AccessManaged(authority) {
        identityRegistry = identities;
        assetRegistry = assets;
    }

    /// @inheritdoc IComplianceModule
    function initialize(address asset, Rules calldata rules, uint16[] calldata blocked) external {
        if (msg.sender != address(assetRegistry)) revert ComplianceOnlyRegistry(msg.sender);
        _clearCountries(asset);
        _setRules(asset, rules);
        for (uint256 i = 0; i < blocked.length; ++i) _setBlocked(asset, blocked[i], true);
    }

    /// @inheritdoc IComplianceModule
    function tighten(address asset, Rules calldata rules) external restricted {
        Limits memory old = _rules[asset].limits;
        if (old.minTier == 0) revert ComplianceInvalidRules("asset");
        if (rules.minTier < old.minTier) revert ComplianceNotTighter("minTier");
        if (rules.lockedUntil < old.lockedUntil) revert ComplianceNotTighter("lockedUntil");
        if (!_isTighter(rules.maxHolders, old.maxHolders)) revert ComplianceNotTighter("maxHolders");
        if (!_isTighter(rules.capPerIdentity, old.capPerIdentity)) revert ComplianceNotTighter("capPerIdentity");
        _setRules(asset, rules);
    }

    /// @inheritdoc IComplianceModule
    function setRules(address asset, Rules calldata rules) external restricted {
        if (!assetRegistry.isAsset(asset)) revert ComplianceInvalidRules("asset");
        _setRules(asset, rules);
    }

    /// @inheritdoc IComplianceModule
    function blockCountry(address asset, uint16 country) external restricted {
        if (!assetRegistry.isAsset(asset)) revert ComplianceInvalidRules("asset");
        _setBlocked(asset, country, true);
    }

    /// @inheritdoc IComplianceModule
    function unblockCountry(address asset, uint16 country) external restricted {
        if (!assetRegistry.isAsset(asset)) revert ComplianceInvalidRules("asset");
        _setBlocked(asset, country, false);
    }

    /// @inheritdoc IComplianceModule
    function setPledges(IPledges pledges_) external restricted {
        pledges = pledges_;
        emit PledgesSet(address(pledges_));
    }

    /// @inheritdoc IComplianceModule
    function check(TransferContext calldata context) external view returns (Refusal) {
        return _check(msg.sender, context);
    }

    /// @inheritdoc IComplianceModule
    function checkFor(address asset, TransferContext calldata context) external view returns (Refusal) {
        return _check(asset, context);
    }

    /// @inheritdoc IComplianceModule
    function canReceive(address asset, address account) external view returns (bool) {
        (uint256 word, ) = identityRegistry.pair(account, account);
        StoredRules storage rules = _rules[asset];
        return _receiverRefusal(rules, rules.limits.minTier, rules.limits.blocksCountries, word) == Refusal.None;
    }

    /// @inheritdoc IComplianceModule
    function canSend(address, address account) external view returns (bool) {
        return identityRegistry.canSend(account);
    }

    /// @inheritdoc IComplianceModule
    function rulesOf(address asset) external view returns (Rules memory) {
        Limits memory limits = _rules[asset].limits;
        return Rules(limits.minTier, limits.maxHolders, limits.lockedUntil, limits.capPerIdentity);
    }

    /// @inheritdoc IComplianceModule
    function isCountryBlocked(address asset, uint16 country) external view returns (bool) {
        return country <= MAX_COUNTRY && _isBlocked(_rules[asset], country);
    }

    /// @dev Person rules first, so that the answer names the person before the quantity.
    function _check(address asset, TransferContext calldata context) private view returns (Refusal refusal) {
        (uint256 from, uint256 to) = identityRegistry.pair(context.from, context.to);
        if (!from.canSend()) return from.isSystem() ? _releaseRefusal(to) : _senderRefusal(from);

        StoredRules storage rules = _rules[asset];
        Limits storage limits = rules.limits;
        // Read side by side, the slot is loaded once; as a struct in memory it costs 220 gas a transfer more.
        uint48 lockedUntil = limits.lockedUntil;
        uint32 maxHolders = limits.maxHolders;
        uint128 cap = limits.capPerIdentity;
        refusal = _receiverRefusal(rules, limits.minTier, limits.blocksCountries, to);
        if (refusal != Refusal.None) {
            // A system contract is nobody who could receive, which costs every other transfer nothing.
            return to.isSystem() ? _pledgeRefusal(asset, limits.minTier, lockedUntil, context) : refusal;
        }

        if (_isLocked(asset, lockedUntil, context)) return Refusal.Locked;
        if (context.amount == 0) return Refusal.None;
        if (_exceedsHolders(maxHolders, context)) return Refusal.HolderLimit;
        if (cap != 0 && from.indexOf() != to.indexOf()) {
            if (_exceedsCap(asset, cap, context, to)) return Refusal.IdentityCap;
        }
    }

    /// @dev Into a system contract: what holds for every sender, and no quantity rule.
    function _pledgeRefusal(
        address asset,
        uint8 minTier,
        uint48 lockedUntil,
        TransferContext calldata context
    ) private view returns (Refusal) {
        if (minTier == 0) return Refusal.ModuleFailed;
        return _isLocked(asset, lockedUntil, context) ? Refusal.Locked : Refusal.PledgeOnly;
    }

    function _isLocked(address asset, uint48 lockedUntil, TransferContext calldata context) private view returns (bool) {
        if (lockedUntil <= block.timestamp) return false;
        address issuer = IAssetToken(asset).issuer();
        return context.from != issuer && context.to != issuer;
    }

    function _exceedsHolders(uint32 limit, TransferContext calldata context) private pure returns (bool) {
        if (limit == 0 || context.toBalance != 0 || context.holders < limit) return false;
        // One comes in as another leaves altogether: the number stays.
        return context.fromBalance != context.amount;
    }

    /// @dev Only asked when the identity's holding grows.
    function _exceedsCap(
        address asset,
        uint256 cap,
        TransferContext calldata context,
        uint256 to
    ) private view returns (bool) {
        uint256 holding = context.toBalance;
        if (to & StandingLib.PLEDGED != 0) holding += pledges.pledgedOf(asset, context.to);
        if (to.accountsOf() > 1) {
            address[] memory accounts = identityRegistry.accountsOf(identityRegistry.identityOf(context.to));
            for (uint256 i = 0; i < accounts.length; ++i) {
                if (accounts[i] == context.to) continue;
                holding += IAssetToken(asset).balanceOf(accounts[i]);
                uint256 word = identityRegistry.standingWordOf(accounts[i]);
                if (word & StandingLib.PLEDGED != 0) holding += pledges.pledgedOf(asset, accounts[i]);
            }
        }
        if (context.amount <= cap && holding <= cap - context.amount) return false;
        return context.to != IAssetToken(asset).issuer();
    }

    /// @dev What was pledged goes back, or to who bought it, by person rules alone.
    function _releaseRefusal(uint256 to) private pure returns (Refusal) {
        return to.canSend() ? Refusal.None : _barredRefusal(to);
    }

    /// @dev Of a standing that cannot send.
    function _senderRefusal(uint256 word) private pure returns (Refusal) {
        if (word.indexOf() == 0) return Refusal.SenderUnknown;
        if (word & StandingLib.FROZEN != 0) return Refusal.SenderFrozen;
        return word & StandingLib.REVOKED != 0 ? Refusal.SenderRevoked : Refusal.SenderRetired;
    }

    /// @dev Of a receiver's standing that could not send either.
    function _barredRefusal(uint256 word) private pure returns (Refusal) {
        if (word.indexOf() == 0) return Refusal.ReceiverUnknown;
        if (word & StandingLib.FROZEN != 0) return Refusal.ReceiverFrozen;
        return word & StandingLib.REVOKED != 0 ? Refusal.ReceiverRevoked : Refusal.ReceiverRetired;
    }

    function _receiverRefusal(
        StoredRules storage rules,
        uint8 minTier,
        bool blocksCountries,
        uint256 word
    ) private view returns (Refusal) {
        if (!word.canSend()) return _barredRefusal(word);
        if (word.isExpired()) return Refusal.ReceiverExpired;
        // Without rules nobody may receive: a module that was never told about an asset must not wave it through.
        if (minTier == 0) return Refusal.ModuleFailed;
        if (word.tierOf() < minTier) return Refusal.ReceiverTier;
        if (blocksCountries && _isBlocked(rules, word.countryOf())) return Refusal.ReceiverCountry;
        return Refusal.None;
    }

    function _setRules(address asset, Rules calldata rules) private {
        if (rules.minTier == 0 || rules.minTier > MAX_TIER) revert ComplianceInvalidRules("minTier");
        if (rules.lockedUntil > block.timestamp + MAX_LOCK) revert ComplianceInvalidRules("lockedUntil");
        Limits storage stored = _rules[asset].limits;
        stored.minTier = rules.minTier;
        stored.maxHolders = rules.maxHolders;
        stored.lockedUntil = rules.lockedUntil;
        stored.capPerIdentity = rules.capPerIdentity;
        emit RulesSet(asset, rules);
    }

    function _setBlocked(address asset, uint16 country, bool blocked) private {
        if (country == 0 || country > MAX_COUNTRY) revert ComplianceInvalidRules("country");
        uint256 bit = 1 << (country & 0xff);
        StoredRules storage rules = _rules[asset];
        if (blocked) {
            rules.blocked[country >> 8] |= bit;
            rules.limits.blocksCountries = true;
        } else {
            rules.blocked[country >> 8] &= ~bit;
        }
        emit CountryBlocked(asset, country, blocked);
    }

    /// @dev A draft may be described anew; each country that was blocked is unblocked visibly.
    function _clearCountries(address asset) private {
        StoredRules storage rules = _rules[asset];
        if (!rules.limits.blocksCountries) return;
        for (uint16 country = 1; country <= MAX_COUNTRY; ++country) {
            if (_isBlocked(rules, country)) emit CountryBlocked(asset, country, false);
        }
        delete rules.blocked;
        rules.limits.blocksCountries = false;
    }

    function _isBlocked(StoredRules storage rules, uint16 country) private view returns (bool) {
        return (rules.blocked[country >> 8] >> (country & 0xff)) & 1 != 0;
    }

    /// @dev Zero means "no such rule", the loosest of all.
    function _isTighter(uint256 limit, uint256 old) private pure returns (bool) {
        return old == 0 || (limit != 0 && limit <= old);
    }
}
