// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AssetRegistry} from "../../src/assets/AssetRegistry.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {ComplianceModule} from "../../src/assets/ComplianceModule.sol";
import {AssetClass, AssetTerms} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {Rules} from "../../src/interfaces/assets/IComplianceModule.sol";
import {Roles} from "../../src/shared/Roles.sol";
import {IdentityBase} from "../identity/IdentityBase.sol";
import {vm} from "../shared/Test.sol";

/// @notice Identities, assets and rules with Ada as issuer, Ben and Cleo as verified people; the test is administrator.
abstract contract AssetsBase is IdentityBase {
    uint256 internal constant UNIT = 1e18;
    uint256 internal constant SUPPLY = 1000 * UNIT;

    AssetRegistry internal registry;
    ComplianceModule internal rulebook;
    address internal ada;
    address internal ben;
    address internal cleo;

    function _deployAssets() internal {
        _deployIdentities();
        registry = new AssetRegistry(address(manager), identities);
        rulebook = new ComplianceModule(address(manager), identities, registry);
        registry.setModuleAllowed(address(rulebook), true);

        bytes4[] memory selectors = new bytes4[](2);
        (selectors[0], selectors[1]) = (registry.tokenize.selector, registry.activate.selector);
        manager.setTargetFunctionRole(address(registry), selectors, Roles.ISSUER);

        ada = makeAddr("ada");
        ben = makeAddr("ben");
        cleo = makeAddr("cleo");
        manager.grantRole(Roles.ISSUER, ada, 0);
        _attest(ada);
        _attest(ben);
        _attest(cleo);
    }

    function _terms() internal view returns (AssetTerms memory) {
        return
            AssetTerms({
                name: "Flats in Leipzig",
                symbol: "FLATS",
                class: AssetClass.RealEstate,
                jurisdiction: GERMANY,
                shares: SUPPLY / UNIT,
                valuation: 2_500_000e6,
                metadataURI: "data:application/json,%7B%22name%22%3A%22Flats%22%7D",
                documentsRoot: keccak256("land register"),
                module: address(rulebook),
                rules: Rules({minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0}),
                blockedCountries: new uint16[](0),
                salt: bytes32(0)
            });
    }

    function _draft(AssetTerms memory terms) internal returns (AssetToken) {
        vm.prank(ada);
        return AssetToken(registry.tokenize(terms));
    }

    function _active(AssetTerms memory terms) internal returns (AssetToken token) {
        token = _draft(terms);
        vm.prank(ada);
        registry.activate(address(token));
    }

    function _give(AssetToken token, address to, uint256 amount) internal {
        vm.prank(ada);
        token.transfer(to, amount);
    }
}
