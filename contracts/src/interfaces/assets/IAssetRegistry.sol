// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Rules} from "./IComplianceModule.sol";

enum AssetClass {
    RealEstate,
    PrivateCredit,
    Commodity,
    Equity,
    Fund,
    Art,
    Carbon,
    Other
}

/// @notice None: never tokenized. Draft: terms may change, nothing minted. Active: all. Matured: transfers stop,
/// redemption only. Retired: supply is zero for ever.
enum AssetState {
    None,
    Draft,
    Active,
    Matured,
    Retired
}

/// @notice What an issuer says of an asset.
/// @param jurisdiction ISO 3166-1 numeric country whose law governs it.
/// @param shares Whole shares; the token has 18 decimals.
/// @param valuation Issuer's stated value of the whole asset in US dollars with 6 decimals; not an appraisal.
/// @param metadataURI `data:application/json,...` (percent-encoded) with name, description and links.
/// @param documentsRoot Root of the salted hashes of the documents; zero for none.
/// @param module Compliance module that decides about transfers.
/// @param rules First rules of the asset in that module.
/// @param blockedCountries ISO 3166-1 numeric codes that may not receive shares.
/// @param salt Makes the address of the token (with the issuer) unique and known before.
struct AssetTerms {
    string name;
    string symbol;
    AssetClass class;
    uint16 jurisdiction;
    uint256 shares;
    uint256 valuation;
    string metadataURI;
    bytes32 documentsRoot;
    address module;
    Rules rules;
    uint16[] blockedCountries;
    bytes32 salt;
}

/// @title Registry and only master of asset tokens
/// @notice Deploys one clone of the `AssetToken` an asset and is the only account which may call its privileged
/// functions; it checks that the caller is the issuer of that asset or holds the role.
interface IAssetRegistry {
    event AssetTokenized(address indexed asset, address indexed issuer, uint256 indexed assetId, AssetTerms terms);
    event AssetTermsUpdated(address indexed asset, AssetTerms terms);
    event AssetStateChanged(address indexed asset, AssetState state);
    /// @param index 0 for the root given at tokenization, then rising: documents are appended, never replaced.
    event AssetDocumentsUpdated(address indexed asset, uint256 indexed index, bytes32 root);
    event AssetValuationStated(address indexed asset, uint256 valuation);
    event AssetModuleAllowed(address indexed module, bool allowed);
    /// @notice The issuer's account was recovered; its successor is the issuer now.
    event AssetIssuerChanged(address indexed asset, address indexed previous, address indexed issuer);
    event AssetRedemptionSet(address indexed redemption);
    event AssetForcedBurn(address indexed asset, address indexed account, uint256 amount);

    error AssetUnknown(address asset);
    error AssetNotIssuer(address asset, address caller);
    error AssetWrongState(address asset, AssetState state);
    error AssetInvalidTerms(bytes32 field);
    /// @notice The issuer may not hold shares (when tokenizing), or its identity was frozen or revoked.
    error AssetIssuerNotVerified(address issuer);
    error AssetModuleNotAllowed(address module);
    error AssetSupplyNotZero(address asset, uint256 supply);
    error AssetOnlyRedemption(address caller);
    error AssetIssuerNotRecovered(address asset, address issuer);

    /// @notice ISSUER. Deploys the token at `predictAsset(msg.sender, terms.salt)` in state Draft.
    function tokenize(AssetTerms calldata terms) external returns (address asset);

    /// @notice Issuer of the asset, Draft only.
    function updateTerms(address asset, AssetTerms calldata terms) external;

    /// @notice ISSUER, issuer of the asset. Draft to Active; mints all shares to the issuer, who must be able to receive.
    function activate(address asset) external;

    /// @notice Issuer of the asset. Active to Matured.
    /// @dev Warning: final. Transfers between accounts never resume; only redemption and forced transfers go on.
    function mature(address asset) external;

    /// @notice Issuer of the asset. To Retired, only at supply zero.
    function retire(address asset) external;

    /// @notice Issuer of the asset. Appends a root.
    function updateDocuments(address asset, bytes32 root) external;

    /// @notice Issuer of the asset. States a new value of the whole asset, 6-decimals dollars.
    function stateValuation(address asset, uint256 valuation) external;

    /// @notice Issuer of the asset. Burns shares the issuer holds (buy-back, redemption).
    function burn(address asset, uint256 amount) external;

    /// @notice COMPLIANCE_DESK. Sets the frozen amount of an account, which may exceed its balance.
    function setFrozenTokens(address asset, address account, uint256 amount) external;

    /// @notice COMPLIANCE_DESK. As `setFrozenTokens`, only if the amount frozen now is `expected`.
    function setFrozenTokensIf(address asset, address account, uint256 expected, uint256 amount) external;

    /// @notice COMPLIANCE_FORCE. Moves shares without their holder (court order).
    function forcedTransfer(address asset, address from, address to, uint256 amount) external;

    /// @notice COMPLIANCE_FORCE. Burns shares without their holder (court order); frozen ones too.
    function forcedBurn(address asset, address account, uint256 amount) external;

    /// @notice Only the redemption contract, for the holder who redeems shares of a matured asset.
    function redeem(address asset, address account, uint256 amount) external;

    /// @notice ADMIN. The contract that may burn shares of those who redeem.
    /// @dev Warning: what holders could redeem from the contract before stays there until it is set again.
    function setRedemption(address redemption) external;

    /// @notice Anyone, after the issuer's account was recovered: its successor becomes the issuer.
    /// @dev The role ISSUER does not follow: the desk grants it anew to whoever is to tokenize or activate.
    function succeedIssuer(address asset) external;

    /// @notice COMPLIANCE_FORCE. The new module must already hold rules for the asset (`IComplianceModule.setRules`).
    function setModule(address asset, address module) external;

    /// @notice ADMIN. Lists a compliance module that terms may name.
    function setModuleAllowed(address module, bool allowed) external;

    /// @notice PAUSER. Stops transfers between accounts for 14 days; exits go on.
    function pause(address asset) external;

    /// @notice ADMIN. Ends a pause early.
    function unpause(address asset) external;

    /// @notice The `AssetToken` that every asset is a clone of.
    function implementation() external view returns (address);
    function identityRegistry() external view returns (address);
    function redemption() external view returns (address);
    function predictAsset(address issuer, bytes32 salt) external view returns (address);
    function issuerOf(address asset) external view returns (address);
    function stateOf(address asset) external view returns (AssetState);
    function isAsset(address asset) external view returns (bool);
    function isModuleAllowed(address module) external view returns (bool);
    function assetCount() external view returns (uint256);
    function assetAt(uint256 assetId) external view returns (address);
    function documentsRoots(address asset) external view returns (bytes32[] memory);
    function classOf(address asset) external view returns (AssetClass);
    function jurisdictionOf(address asset) external view returns (uint16);
    function valuationOf(address asset) external view returns (uint256);
    function sharesOf(address asset) external view returns (uint256);
    function metadataURIOf(address asset) external view returns (string memory);
}
