// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {ComplianceModule} from "../../src/assets/ComplianceModule.sol";
import {AssetClass, AssetState, AssetTerms, IAssetRegistry} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {IAssetToken, IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {IComplianceModule, Rules} from "../../src/interfaces/assets/IComplianceModule.sol";
import {Roles} from "../../src/shared/Roles.sol";
import {vm} from "../shared/Test.sol";
import {AssetsBase} from "./AssetsBase.sol";

contract TokenizeTest is AssetsBase {
    function setUp() public {
        _deployAssets();
    }

    function test_aDraftHasItsAddressKnownBeforeAndNoSupply() public {
        AssetTerms memory terms = _terms();
        address predicted = registry.predictAsset(ada, terms.salt);

        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetTokenized(predicted, ada, 0, terms);
        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetDocumentsUpdated(predicted, 0, terms.documentsRoot);
        vm.expectEmit(predicted);
        emit IAssetToken.ModuleSet(address(rulebook));
        vm.expectEmit(address(rulebook));
        emit IComplianceModule.RulesSet(predicted, terms.rules);
        AssetToken token = _draft(terms);

        assertEq(address(token), predicted);
        assertEq(token.name(), terms.name);
        assertEq(token.symbol(), terms.symbol);
        assertEq(token.decimals(), 18);
        assertEq(token.issuer(), ada);
        assertEq(token.module(), address(rulebook));
        assertEq(token.registry(), address(registry));
        assertEq(token.totalSupply(), 0);
        assertFalse(token.active());
        assertTrue(registry.isAsset(predicted));
        assertEq(registry.issuerOf(predicted), ada);
        assertEq(uint8(registry.stateOf(predicted)), uint8(AssetState.Draft));
        assertEq(registry.sharesOf(predicted), 1000);
        assertEq(registry.valuationOf(predicted), terms.valuation);
        assertEq(registry.metadataURIOf(predicted), terms.metadataURI);
        assertEq(registry.documentsRoots(predicted).length, 1);
        assertEq(registry.documentsRoots(predicted)[0], terms.documentsRoot);
        assertEq(registry.assetCount(), 1);
        assertEq(registry.assetAt(0), predicted);
        assertEq(rulebook.rulesOf(predicted).minTier, 1);
    }

    function test_withoutDocumentsThereIsNoRoot() public {
        AssetTerms memory terms = _terms();
        terms.documentsRoot = 0;
        AssetToken token = _draft(terms);
        assertEq(registry.documentsRoots(address(token)).length, 0);
    }

    function test_tokenizeAndActivateInOneTransaction() public {
        AssetTerms memory terms = _terms();
        address predicted = registry.predictAsset(ada, terms.salt);
        bytes[] memory calls = new bytes[](2);
        calls[0] = abi.encodeCall(IAssetRegistry.tokenize, (terms));
        calls[1] = abi.encodeCall(IAssetRegistry.activate, (predicted));
        vm.prank(ada);
        registry.multicall(calls);
        assertEq(AssetToken(predicted).balanceOf(ada), SUPPLY);
    }

    function test_aMulticallGivesNoRight() public {
        bytes[] memory calls = new bytes[](1);
        calls[0] = abi.encodeCall(IAssetRegistry.tokenize, (_terms()));
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ben));
        registry.multicall(calls);
    }

    function test_anAddressAnnouncedByAnotherCannotBeTaken() public view {
        assertNotEq(registry.predictAsset(ada, 0), registry.predictAsset(ben, 0));
        assertNotEq(registry.predictAsset(ada, 0), registry.predictAsset(ada, keccak256("1")));
    }

    function test_theSameSaltTwiceIsRefused() public {
        _draft(_terms());
        _refuseTerms(_terms(), "salt");
    }

    function test_onlyAnIssuerTokenizes() public {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ben));
        registry.tokenize(_terms());
    }

    function test_theIssuerMustBeVerified() public {
        identities.freeze(ada);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetIssuerNotVerified.selector, ada));
        registry.tokenize(_terms());
    }

    function test_eachFieldOfTheTermsIsChecked() public {
        AssetTerms memory terms = _terms();
        terms.name = "";
        _refuseTerms(terms, "name");
        terms.name = _times("n", 65);
        _refuseTerms(terms, "name");

        terms = _terms();
        terms.symbol = "";
        _refuseTerms(terms, "symbol");
        terms.symbol = _times("S", 13);
        _refuseTerms(terms, "symbol");

        terms = _terms();
        terms.jurisdiction = 0;
        _refuseTerms(terms, "jurisdiction");
        terms.jurisdiction = 1000;
        _refuseTerms(terms, "jurisdiction");

        terms = _terms();
        terms.shares = 0;
        _refuseTerms(terms, "shares");
        terms.shares = type(uint128).max / 1e18 + 1;
        _refuseTerms(terms, "shares");

        terms = _terms();
        terms.valuation = 0;
        _refuseTerms(terms, "valuation");

        terms = _terms();
        terms.metadataURI = "";
        _refuseTerms(terms, "metadataURI");
        terms.metadataURI = "https://example.org/metadata.json";
        _refuseTerms(terms, "metadataURI");
        terms.metadataURI = string.concat("data:application/json,", _times("m", 8171));
        _refuseTerms(terms, "metadataURI");
    }

    function test_theLimitsThemselvesAreAllowed() public {
        AssetTerms memory terms = _terms();
        terms.name = _times("n", 64);
        terms.symbol = _times("S", 12);
        terms.jurisdiction = 999;
        terms.shares = type(uint128).max / 1e18;
        terms.valuation = 1;
        terms.metadataURI = string.concat("data:application/json,", _times("m", 8170));
        assertEq(_active(terms).totalSupply(), terms.shares * UNIT);
        terms.salt = keccak256("shortest");
        terms.metadataURI = "data:application/json,";
        terms.jurisdiction = 1;
        terms.shares = 1;
        _draft(terms);
    }

    function test_theModuleMustBeAllowed() public {
        AssetTerms memory terms = _terms();
        terms.module = address(this);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetModuleNotAllowed.selector, address(this)));
        registry.tokenize(terms);
        assertFalse(registry.isModuleAllowed(address(this)));

        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetModuleAllowed(address(rulebook), false);
        registry.setModuleAllowed(address(rulebook), false);
        terms.module = address(rulebook);
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(IAssetRegistry.AssetModuleNotAllowed.selector, address(rulebook))
        );
        registry.tokenize(terms);
    }

    function test_theModuleChecksTheRules() public {
        AssetTerms memory terms = _terms();
        terms.rules.minTier = 0;
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(IComplianceModule.ComplianceInvalidRules.selector, bytes32("minTier"))
        );
        registry.tokenize(terms);
    }

    function test_A4_theImplementationCannotBeInitialised() public {
        AssetToken implementation = AssetToken(registry.implementation());
        vm.prank(address(registry));
        vm.expectRevert();
        implementation.initialize("x", "X", ben, address(rulebook));
        vm.expectRevert(abi.encodeWithSelector(IAssetToken.AssetTokenOnlyRegistry.selector, address(this)));
        implementation.initialize("x", "X", ben, address(rulebook));
        assertEq(implementation.issuer(), address(0));
        assertFalse(registry.isAsset(address(implementation)));
    }

    function test_A4_aCloneCannotBeInitialisedAgain() public {
        AssetToken token = _draft(_terms());
        vm.prank(address(registry));
        vm.expectRevert();
        token.initialize("x", "X", ben, address(rulebook));
    }

    function _refuseTerms(AssetTerms memory terms, bytes32 field) private {
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetInvalidTerms.selector, field));
        registry.tokenize(terms);
    }

    function _times(bytes1 character, uint256 count) private pure returns (string memory) {
        bytes memory text = new bytes(count);
        for (uint256 i = 0; i < count; ++i) text[i] = character;
        return string(text);
    }
}

contract AssetLifeTest is AssetsBase {
    AssetToken private _token;
    address private _asset;

    function setUp() public {
        _deployAssets();
        _token = _draft(_terms());
        _asset = address(_token);
    }

    // --- draft

    function test_aDraftCanBeDescribedAnew() public {
        uint16[] memory blocked = new uint16[](2);
        (blocked[0], blocked[1]) = (IRAN, 408);
        AssetTerms memory terms = _terms();
        terms.blockedCountries = blocked;
        vm.prank(ada);
        registry.updateTerms(_asset, terms);
        assertTrue(rulebook.isCountryBlocked(_asset, IRAN) && rulebook.isCountryBlocked(_asset, 408));

        terms = _terms();
        (terms.name, terms.symbol, terms.shares, terms.valuation) = ("House in Leipzig", "HOUSE", 10, 1);
        (terms.class, terms.jurisdiction) = (AssetClass.Fund, FRANCE);
        terms.metadataURI = "data:application/json,%7B%7D";
        terms.documentsRoot = keccak256("corrected register");
        terms.rules = Rules({minTier: 3, maxHolders: 9, lockedUntil: 0, capPerIdentity: 5});
        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetTermsUpdated(_asset, terms);
        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetDocumentsUpdated(_asset, 1, terms.documentsRoot);
        vm.expectEmit(address(rulebook));
        emit IComplianceModule.CountryBlocked(_asset, IRAN, false);
        vm.expectEmit(address(rulebook));
        emit IComplianceModule.CountryBlocked(_asset, 408, false);
        vm.expectEmit(address(rulebook));
        emit IComplianceModule.RulesSet(_asset, terms.rules);
        vm.prank(ada);
        registry.updateTerms(_asset, terms);

        assertEq(_token.name(), "House in Leipzig");
        assertEq(_token.symbol(), "HOUSE");
        assertEq(registry.sharesOf(_asset), 10);
        assertEq(uint8(registry.classOf(_asset)), uint8(AssetClass.Fund));
        assertEq(registry.jurisdictionOf(_asset), FRANCE);
        assertEq(registry.valuationOf(_asset), 1);
        assertEq(registry.metadataURIOf(_asset), terms.metadataURI);
        assertEq(registry.documentsRoots(_asset).length, 2);
        assertFalse(rulebook.isCountryBlocked(_asset, IRAN));
        assertEq(rulebook.rulesOf(_asset).minTier, 3);
        assertEq(registry.assetCount(), 1);
    }

    function test_whatANewDraftLeavesIsNotAnnouncedAgain() public {
        vm.recordLogs();
        vm.prank(ada);
        registry.updateTerms(_asset, _terms());
        // The terms and the rules, and nothing of a module or documents that stay.
        assertEq(vm.getRecordedLogs().length, 2);
        AssetTerms memory none = _terms();
        none.documentsRoot = 0;
        vm.prank(ada);
        registry.updateTerms(_asset, none);
        assertEq(registry.documentsRoots(_asset).length, 1);
    }

    function test_aDraftCanChangeItsModule() public {
        ComplianceModule other = new ComplianceModule(address(manager), identities, registry);
        registry.setModuleAllowed(address(other), true);
        AssetTerms memory terms = _terms();
        terms.module = address(other);
        vm.prank(ada);
        registry.updateTerms(_asset, terms);
        assertEq(_token.module(), address(other));
        assertEq(other.rulesOf(_asset).minTier, 1);
    }

    function test_aDraftKeepsItsSaltAndItsIssuer() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("another");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetInvalidTerms.selector, bytes32("salt")));
        registry.updateTerms(_asset, terms);

        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetNotIssuer.selector, _asset, ben));
        registry.updateTerms(_asset, _terms());
    }

    function test_newTermsAreCheckedLikeTheFirst() public {
        AssetTerms memory terms = _terms();
        terms.shares = 0;
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetInvalidTerms.selector, bytes32("shares")));
        registry.updateTerms(_asset, terms);
    }

    // --- active

    function test_activatingMintsAllSharesToTheIssuer() public {
        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetStateChanged(_asset, AssetState.Active);
        vm.expectEmit(_asset);
        emit IAssetToken.ActiveSet(true);
        vm.expectEmit(_asset);
        emit IERC20.Transfer(address(0), ada, SUPPLY);
        _activate();
        assertEq(_token.balanceOf(ada), SUPPLY);
        assertEq(_token.totalSupply(), SUPPLY);
        assertEq(_token.holders(), 1);
        assertTrue(_token.active());
    }

    function test_onlyItsIssuerActivatesAndOnlyWhileIssuer() public {
        manager.grantRole(Roles.ISSUER, ben, 0);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetNotIssuer.selector, _asset, ben));
        registry.activate(_asset);
        manager.revokeRole(Roles.ISSUER, ada);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, ada));
        registry.activate(_asset);
    }

    function test_anIssuerWhoMayNotReceiveCannotActivate() public {
        vm.warp(uint256(identities.standingOf(ada).validUntil) + 1);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, ada));
        registry.activate(_asset);
    }

    function test_termsOfAnActiveAssetStandStill() public {
        _activate();
        vm.startPrank(ada);
        bytes memory reason = _wrongState(AssetState.Active);
        vm.expectRevert(reason);
        registry.updateTerms(_asset, _terms());
        vm.expectRevert(reason);
        registry.activate(_asset);
    }

    function test_documentsAreAppendedAndNeverReplaced() public {
        _activate();
        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetDocumentsUpdated(_asset, 1, keccak256("audit"));
        vm.startPrank(ada);
        registry.updateDocuments(_asset, keccak256("audit"));
        assertEq(registry.documentsRoots(_asset)[0], keccak256("land register"));
        assertEq(registry.documentsRoots(_asset)[1], keccak256("audit"));

        vm.expectRevert(
            abi.encodeWithSelector(IAssetRegistry.AssetInvalidTerms.selector, bytes32("documentsRoot"))
        );
        registry.updateDocuments(_asset, 0);
    }

    function test_theIssuerStatesANewValue() public {
        vm.startPrank(ada);
        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetValuationStated(_asset, 7);
        registry.stateValuation(_asset, 7);
        assertEq(registry.valuationOf(_asset), 7);
        vm.expectRevert(
            abi.encodeWithSelector(IAssetRegistry.AssetInvalidTerms.selector, bytes32("valuation"))
        );
        registry.stateValuation(_asset, 0);
    }

    // --- the end

    function test_maturedSharesCanBeBurnedAndNotTransferred() public {
        _activate();
        _give(_token, ben, UNIT);
        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetStateChanged(_asset, AssetState.Matured);
        vm.prank(ada);
        registry.mature(_asset);

        vm.prank(ben);
        vm.expectRevert(IAssetToken.AssetTokenNotActive.selector);
        _token.transfer(ada, UNIT);
        vm.prank(ada);
        registry.burn(_asset, SUPPLY - UNIT);
        assertEq(_token.totalSupply(), UNIT);
        assertEq(_token.holders(), 1);
    }

    function test_anIssuerWhoWasFrozenOrRevokedCannotStopTheHolders() public {
        _activate();
        _give(_token, ben, UNIT);
        identities.revoke(ada);
        bytes memory refused = abi.encodeWithSelector(IAssetRegistry.AssetIssuerNotVerified.selector, ada);
        vm.startPrank(ada);
        vm.expectRevert(refused);
        registry.mature(_asset);
        vm.expectRevert(refused);
        registry.stateValuation(_asset, 1);
        vm.expectRevert(refused);
        registry.updateDocuments(_asset, bytes32(uint256(1)));
        vm.stopPrank();
        assertTrue(_token.active());
    }

    function test_onlyAnActiveAssetMatures() public {
        vm.prank(ada);
        vm.expectRevert(_wrongState(AssetState.Draft));
        registry.mature(_asset);
    }

    function test_retiringNeedsSupplyZeroAndIsForEver() public {
        _activate();
        vm.startPrank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(IAssetRegistry.AssetSupplyNotZero.selector, _asset, SUPPLY)
        );
        registry.retire(_asset);

        registry.burn(_asset, SUPPLY);
        vm.expectEmit(_asset);
        emit IAssetToken.ActiveSet(false);
        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetStateChanged(_asset, AssetState.Retired);
        registry.retire(_asset);

        bytes memory reason = _wrongState(AssetState.Retired);
        vm.expectRevert(reason);
        registry.retire(_asset);
        vm.expectRevert(reason);
        registry.activate(_asset);
        vm.expectRevert(reason);
        registry.mature(_asset);
        vm.expectRevert(reason);
        registry.updateTerms(_asset, _terms());
        vm.expectRevert(reason);
        registry.updateDocuments(_asset, keccak256("late"));
        vm.expectRevert(reason);
        registry.stateValuation(_asset, 1);
        assertTrue(registry.isAsset(_asset));
    }

    function test_aDraftAndAMaturedAssetCanBeRetired() public {
        vm.prank(ada);
        registry.retire(_asset);
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("second");
        AssetToken second = _active(terms);
        vm.startPrank(ada);
        registry.mature(address(second));
        registry.burn(address(second), SUPPLY);
        registry.retire(address(second));
        assertEq(uint8(registry.stateOf(address(second))), uint8(AssetState.Retired));
    }

    function test_burningTakesOnlyWhatTheIssuerHolds() public {
        _activate();
        _give(_token, ben, UNIT);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                ada,
                SUPPLY - UNIT,
                SUPPLY
            )
        );
        vm.prank(ada);
        registry.burn(_asset, SUPPLY);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetNotIssuer.selector, _asset, ben));
        registry.burn(_asset, UNIT);
    }

    // --- who may

    function test_onlyTheIssuerSpeaksForTheAsset() public {
        bytes memory reason = abi.encodeWithSelector(IAssetRegistry.AssetNotIssuer.selector, _asset, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(reason);
        registry.mature(_asset);
        vm.expectRevert(reason);
        registry.retire(_asset);
        vm.expectRevert(reason);
        registry.updateDocuments(_asset, keccak256("x"));
        vm.expectRevert(reason);
        registry.stateValuation(_asset, 1);
    }

    function test_strangersHaveNoPower() public {
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(reason);
        registry.setFrozenTokens(_asset, ben, 1);
        vm.expectRevert(reason);
        registry.setFrozenTokensIf(_asset, ben, 0, 1);
        vm.expectRevert(reason);
        registry.forcedTransfer(_asset, ada, ben, 1);
        vm.expectRevert(reason);
        registry.forcedBurn(_asset, ada, 1);
        vm.expectRevert(reason);
        registry.setRedemption(stranger);
        vm.expectRevert(reason);
        registry.setModule(_asset, address(rulebook));
        vm.expectRevert(reason);
        registry.setModuleAllowed(stranger, true);
        vm.expectRevert(reason);
        registry.pause(_asset);
        vm.expectRevert(reason);
        registry.unpause(_asset);
    }

    function test_whatIsNoAssetIsNeverCalled() public {
        address other = address(identities);
        bytes memory reason = abi.encodeWithSelector(IAssetRegistry.AssetUnknown.selector, other);
        vm.expectRevert(reason);
        registry.setFrozenTokens(other, ben, 1);
        vm.expectRevert(reason);
        registry.setFrozenTokensIf(other, ben, 0, 1);
        vm.expectRevert(reason);
        registry.forcedTransfer(other, ada, ben, 1);
        vm.expectRevert(reason);
        registry.forcedBurn(other, ada, 1);
        vm.expectRevert(reason);
        registry.setModule(other, address(rulebook));
        vm.expectRevert(reason);
        registry.pause(other);
        vm.expectRevert(reason);
        registry.unpause(other);
        vm.expectRevert(reason);
        registry.burn(other, 1);
        vm.expectRevert(reason);
        registry.mature(other);
        assertEq(uint8(registry.stateOf(other)), uint8(AssetState.None));
    }

    // --- another module

    function test_anotherModuleMustBeAllowedAndKnowTheAsset() public {
        _activate();
        ComplianceModule other = new ComplianceModule(address(manager), identities, registry);
        vm.expectRevert(
            abi.encodeWithSelector(IAssetRegistry.AssetModuleNotAllowed.selector, address(other))
        );
        registry.setModule(_asset, address(other));

        registry.setModuleAllowed(address(other), true);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetInvalidTerms.selector, bytes32("rules")));
        registry.setModule(_asset, address(other));

        other.setRules(
            _asset,
            Rules({minTier: 1, maxHolders: 0, lockedUntil: uint48(vm.getBlockTimestamp()) + 10, capPerIdentity: 0})
        );
        vm.expectEmit(_asset);
        emit IAssetToken.ModuleSet(address(other));
        registry.setModule(_asset, address(other));
        // The new module knows the issuer, who is exempt from the lock-up it brought.
        assertTrue(_token.canTransfer(ada, ben, 1));
        assertFalse(_token.canTransfer(ben, cleo, 1));
    }

    function _activate() private {
        vm.prank(ada);
        registry.activate(_asset);
    }

    function _wrongState(AssetState state) private view returns (bytes memory) {
        return abi.encodeWithSelector(IAssetRegistry.AssetWrongState.selector, _asset, state);
    }
}
