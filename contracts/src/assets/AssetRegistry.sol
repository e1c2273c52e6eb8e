// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {Multicall} from "@openzeppelin/contracts/utils/Multicall.sol";
import {AssetClass, AssetState, AssetTerms, IAssetRegistry} from "../interfaces/assets/IAssetRegistry.sol";
import {IAssetToken} from "../interfaces/assets/IAssetToken.sol";
import {IComplianceModule} from "../interfaces/assets/IComplianceModule.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {AssetToken} from "./AssetToken.sol";

/// @title Registry and only master of asset tokens
/// @dev `multicall` lets an issuer tokenize and activate in one transaction, as the address is known before.
contract AssetRegistry is IAssetRegistry, AccessManaged, Multicall {
    uint256 private constant UNIT = 1e18;
    uint256 private constant MAX_NAME = 64;
    uint256 private constant MAX_SYMBOL = 12;
    uint256 private constant MAX_METADATA = 8192;
    /// @dev ISO 3166-1 numeric codes have three digits.
    uint16 private constant MAX_COUNTRY = 999;
    bytes32 private constant METADATA_PREFIX = keccak256("data:application/json,");
    uint256 private constant METADATA_PREFIX_LENGTH = 22;

    struct Asset {
        address issuer;
        AssetState state;
        AssetClass class;
        uint16 jurisdiction;
        uint256 shares;
        uint256 valuation;
        bytes32[] documents;
        string metadataURI;
    }

    /// @inheritdoc IAssetRegistry
    address public immutable implementation;
    /// @inheritdoc IAssetRegistry
    address public immutable identityRegistry;
    /// @inheritdoc IAssetRegistry
    address public redemption;

    mapping(address asset => Asset) private _assets;
    /// @dev Who tokenized an asset, kept only when its issuer was succeeded: the token's address is derived from it.
    mapping(address asset => address) private _founders;
    address[] private _list;
    mapping(address module => bool) private _modules;

    /// @dev Without this check the registry's privileged calls could be aimed at any contract.
    modifier known(address asset) {
        if (_assets[asset].state == AssetState.None) revert AssetUnknown(asset);
        _;
    }

    modifier onlyIssuer(address asset) {
        _checkIssuer(asset);
        _;
    }

    constructor(address authority, IIdentityRegistry identities) AccessManaged(authority) {
        identityRegistry = address(identities);
        implementation = address(new AssetToken(address(this), identities));
    }

    /// @inheritdoc IAssetRegistry
    function tokenize(AssetTerms calldata terms) external restricted returns (address asset) {
        if (!IIdentityRegistry(identityRegistry).canReceive(msg.sender)) revert AssetIssuerNotVerified(msg.sender);
        _checkTerms(terms);
        if (_assets[predictAsset(msg.sender, terms.salt)].state != AssetState.None) revert AssetInvalidTerms("salt");

        asset = Clones.cloneDeterministic(implementation, _saltOf(msg.sender, terms.salt));
        // Announced before anything else happens to it, so that an indexer knows an asset when it hears of its rules.
        emit AssetTokenized(asset, msg.sender, _list.length, terms);

        _list.push(asset);
        _assets[asset].issuer = msg.sender;
        _assets[asset].state = AssetState.Draft;
        _record(asset, terms);
        IAssetToken(asset).initialize(terms.name, terms.symbol, msg.sender, terms.module);
        IComplianceModule(terms.module).initialize(asset, terms.rules, terms.blockedCountries);
    }

    /// @inheritdoc IAssetRegistry
    function updateTerms(address asset, AssetTerms calldata terms) external onlyIssuer(asset) {
        _requireState(asset, AssetState.Draft);
        _checkTerms(terms);
        address founder = _founders[asset];
        if (founder == address(0)) founder = msg.sender;
        if (predictAsset(founder, terms.salt) != asset) revert AssetInvalidTerms("salt");

        emit AssetTermsUpdated(asset, terms);
        _record(asset, terms);
        IAssetToken(asset).setTerms(terms.name, terms.symbol);
        if (IAssetToken(asset).module() != terms.module) IAssetToken(asset).setModule(terms.module);
        IComplianceModule(terms.module).initialize(asset, terms.rules, terms.blockedCountries);
    }

    /// @inheritdoc IAssetRegistry
    function activate(address asset) external restricted onlyIssuer(asset) {
        _requireState(asset, AssetState.Draft);
        _setState(asset, AssetState.Active);
        IAssetToken(asset).setActive(true);
        IAssetToken(asset).mint(msg.sender, _assets[asset].shares * UNIT);
    }

    /// @inheritdoc IAssetRegistry
    function mature(address asset) external onlyIssuer(asset) {
        _requireState(asset, AssetState.Active);
        _setState(asset, AssetState.Matured);
        IAssetToken(asset).setActive(false);
    }

    /// @inheritdoc IAssetRegistry
    function retire(address asset) external onlyIssuer(asset) {
        _requireNotRetired(asset);
        uint256 supply = IAssetToken(asset).totalSupply();
        if (supply != 0) revert AssetSupplyNotZero(asset, supply);
        if (_assets[asset].state == AssetState.Active) IAssetToken(asset).setActive(false);
        _setState(asset, AssetState.Retired);
    }

    /// @inheritdoc IAssetRegistry
    function updateDocuments(address asset, bytes32 root) external onlyIssuer(asset) {
        _requireNotRetired(asset);
        if (root == 0) revert AssetInvalidTerms("documentsRoot");
        _appendDocuments(asset, root);
    }

    /// @inheritdoc IAssetRegistry
    function stateValuation(address asset, uint256 valuation) external onlyIssuer(asset) {
        _requireNotRetired(asset);
        if (valuation == 0) revert AssetInvalidTerms("valuation");
        _assets[asset].valuation = valuation;
        emit AssetValuationStated(asset, valuation);
    }

    /// @inheritdoc IAssetRegistry
    function burn(address asset, uint256 amount) external onlyIssuer(asset) {
        IAssetToken(asset).burn(msg.sender, amount);
    }

    /// @inheritdoc IAssetRegistry
    function setFrozenTokens(address asset, address account, uint256 amount) external restricted known(asset) {
        IAssetToken(asset).setFrozenTokens(account, amount);
    }

    /// @inheritdoc IAssetRegistry
    function setFrozenTokensIf(
        address asset,
        address account,
        uint256 expected,
        uint256 amount
    ) external restricted known(asset) {
        IAssetToken(asset).setFrozenTokensIf(account, expected, amount);
    }

    /// @inheritdoc IAssetRegistry
    function forcedTransfer(
        address asset,
        address from,
        address to,
        uint256 amount
    ) external restricted known(asset) {
        IAssetToken(asset).forcedTransfer(from, to, amount);
    }

    /// @inheritdoc IAssetRegistry
    function forcedBurn(address asset, address account, uint256 amount) external restricted known(asset) {
        IAssetToken(asset).forcedBurn(account, amount);
        emit AssetForcedBurn(asset, account, amount);
    }

    /// @inheritdoc IAssetRegistry
    function redeem(address asset, address account, uint256 amount) external {
        if (msg.sender != redemption) revert AssetOnlyRedemption(msg.sender);
        _requireState(asset, AssetState.Matured);
        IAssetToken(asset).redeem(account, amount);
    }

    /// @inheritdoc IAssetRegistry
    function setRedemption(address redemption_) external restricted {
        redemption = redemption_;
        emit AssetRedemptionSet(redemption_);
    }

    /// @inheritdoc IAssetRegistry
    function succeedIssuer(address asset) external known(asset) {
        address previous = _assets[asset].issuer;
        address successor = IIdentityRegistry(identityRegistry).successorOf(previous);
        if (successor == previous) revert AssetIssuerNotRecovered(asset, previous);
        if (_founders[asset] == address(0)) _founders[asset] = previous;
        _assets[asset].issuer = successor;
        emit AssetIssuerChanged(asset, previous, successor);
        IAssetToken(asset).setIssuer(successor);
    }

    /// @inheritdoc IAssetRegistry
    function setModule(address asset, address module) external restricted known(asset) {
        if (!_modules[module]) revert AssetModuleNotAllowed(module);
        // A module without rules would refuse everything: holders could no longer move.
        if (IComplianceModule(module).rulesOf(asset).minTier == 0) revert AssetInvalidTerms("rules");
        IAssetToken(asset).setModule(module);
    }

    /// @inheritdoc IAssetRegistry
    function setModuleAllowed(address module, bool allowed) external restricted {
        _modules[module] = allowed;
        emit AssetModuleAllowed(module, allowed);
    }

    /// @inheritdoc IAssetRegistry
    function pause(address asset) external restricted known(asset) {
        IAssetToken(asset).pause();
    }

    /// @inheritdoc IAssetRegistry
    function unpause(address asset) external restricted known(asset) {
        IAssetToken(asset).unpause();
    }

    /// @inheritdoc IAssetRegistry
    function issuerOf(address asset) external view returns (address) {
        return _assets[asset].issuer;
    }

    /// @inheritdoc IAssetRegistry
    function stateOf(address asset) external view returns (AssetState) {
        return _assets[asset].state;
    }

    /// @inheritdoc IAssetRegistry
    function isAsset(address asset) external view returns (bool) {
        return _assets[asset].state != AssetState.None;
    }

    /// @inheritdoc IAssetRegistry
    function isModuleAllowed(address module) external view returns (bool) {
        return _modules[module];
    }

    /// @inheritdoc IAssetRegistry
    function assetCount() external view returns (uint256) {
        return _list.length;
    }

    /// @inheritdoc IAssetRegistry
    function assetAt(uint256 assetId) external view returns (address) {
        return _list[assetId];
    }

    /// @inheritdoc IAssetRegistry
    function documentsRoots(address asset) external view returns (bytes32[] memory) {
        return _assets[asset].documents;
    }

    /// @inheritdoc IAssetRegistry
    function classOf(address asset) external view returns (AssetClass) {
        return _assets[asset].class;
    }

    /// @inheritdoc IAssetRegistry
    function jurisdictionOf(address asset) external view returns (uint16) {
        return _assets[asset].jurisdiction;
    }

    /// @inheritdoc IAssetRegistry
    function valuationOf(address asset) external view returns (uint256) {
        return _assets[asset].valuation;
    }

    /// @inheritdoc IAssetRegistry
    function sharesOf(address asset) external view returns (uint256) {
        return _assets[asset].shares;
    }

    /// @inheritdoc IAssetRegistry
    function metadataURIOf(address asset) external view returns (string memory) {
        return _assets[asset].metadataURI;
    }

    /// @inheritdoc IAssetRegistry
    function predictAsset(address issuer, bytes32 salt) public view returns (address) {
        return Clones.predictDeterministicAddress(implementation, _saltOf(issuer, salt));
    }

    function _record(address asset, AssetTerms calldata terms) private {
        Asset storage record = _assets[asset];
        record.class = terms.class;
        record.jurisdiction = terms.jurisdiction;
        record.shares = terms.shares;
        record.valuation = terms.valuation;
        record.metadataURI = terms.metadataURI;
        uint256 count = record.documents.length;
        if (terms.documentsRoot != 0 && (count == 0 || record.documents[count - 1] != terms.documentsRoot)) {
            _appendDocuments(asset, terms.documentsRoot);
        }
    }

    function _appendDocuments(address asset, bytes32 root) private {
        bytes32[] storage documents = _assets[asset].documents;
        emit AssetDocumentsUpdated(asset, documents.length, root);
        documents.push(root);
    }

    function _setState(address asset, AssetState state) private {
        _assets[asset].state = state;
        emit AssetStateChanged(asset, state);
    }

    function _checkIssuer(address asset) private view {
        address issuer = _assets[asset].issuer;
        if (issuer == address(0)) revert AssetUnknown(asset);
        if (issuer != msg.sender) revert AssetNotIssuer(asset, msg.sender);
        // Maturing stops everybody's transfers for ever: not by somebody whom the desk froze or revoked.
        if (!IIdentityRegistry(identityRegistry).canSend(msg.sender)) revert AssetIssuerNotVerified(msg.sender);
    }

    function _requireState(address asset, AssetState expected) private view {
        AssetState state = _assets[asset].state;
        if (state != expected) revert AssetWrongState(asset, state);
    }

    function _requireNotRetired(address asset) private view {
        if (_assets[asset].state == AssetState.Retired) revert AssetWrongState(asset, AssetState.Retired);
    }

    /// @dev The rules themselves are checked by the module that will apply them.
    function _checkTerms(AssetTerms calldata terms) private view {
        uint256 length = bytes(terms.name).length;
        if (length == 0 || length > MAX_NAME) revert AssetInvalidTerms("name");
        length = bytes(terms.symbol).length;
        if (length == 0 || length > MAX_SYMBOL) revert AssetInvalidTerms("symbol");
        if (terms.jurisdiction == 0 || terms.jurisdiction > MAX_COUNTRY) revert AssetInvalidTerms("jurisdiction");
        // A cap for an identity has 128 bits: every holding must fit.
        if (terms.shares == 0 || terms.shares > type(uint128).max / UNIT) revert AssetInvalidTerms("shares");
        if (terms.valuation == 0) revert AssetInvalidTerms("valuation");
        if (!_isMetadata(terms.metadataURI)) revert AssetInvalidTerms("metadataURI");
        if (!_modules[terms.module]) revert AssetModuleNotAllowed(terms.module);
    }

    function _isMetadata(string calldata uri) private pure returns (bool) {
        uint256 length = bytes(uri).length;
        if (length < METADATA_PREFIX_LENGTH || length > MAX_METADATA) return false;
        return keccak256(bytes(uri)[:METADATA_PREFIX_LENGTH]) == METADATA_PREFIX;
    }

    /// @dev Bound to the issuer, so that nobody can take an address announced by another.
    function _saltOf(address issuer, bytes32 salt) private pure returns (bytes32) {
        return keccak256(abi.encode(issuer, salt));
    }
}
