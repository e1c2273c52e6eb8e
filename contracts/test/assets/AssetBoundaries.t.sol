// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {AssetTerms, IAssetRegistry} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {IAssetToken, IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {IComplianceModule, Refusal, Rules} from "../../src/interfaces/assets/IComplianceModule.sol";
import {Vm, vm} from "../shared/Test.sol";
import {AssetsBase} from "./AssetsBase.sol";

/// @notice The last value before another begins, and what is said exactly once or not at all.
contract AssetBoundariesTest is AssetsBase {
    AssetToken private _token;

    function setUp() public {
        _deployAssets();
        _token = _active(_terms());
        _give(_token, ben, 10 * UNIT);
    }

    // --- freezing and recovery

    function test_lessFrozenThanExpectedIsAlsoAChange() public {
        registry.setFrozenTokens(address(_token), ben, 5);
        vm.expectRevert(abi.encodeWithSelector(IAssetToken.AssetTokenFrozenChanged.selector, ben, 6, 5));
        registry.setFrozenTokensIf(address(_token), ben, 6, 9);
        assertEq(_token.getFrozenTokens(ben), 5);
    }

    function test_aRecoveryOfSharesThatAreNotFrozenSaysNothingOfFreezing() public {
        _recover(ben, "ben-next");
        vm.recordLogs();
        _token.recover(ben);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 2);
        assertEq(logs[0].topics[0], IERC20.Transfer.selector);
        assertEq(logs[1].topics[0], IAssetToken.SharesRecovered.selector);
    }

    // --- countries

    function test_aTransferIntoABlockedCountryNamesItsReceiver() public {
        address dora = makeAddr("dora");
        _attest(dora, IRAN, 3);
        rulebook.blockCountry(address(_token), IRAN);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, dora));
        _token.transfer(dora, 1);
    }

    function test_theFirstAndTheLastCountryAreBlockedAndUnblockedLikeAnyOther() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("both ends");
        terms.blockedCountries = new uint16[](2);
        (terms.blockedCountries[0], terms.blockedCountries[1]) = (1, 999);
        address asset = address(_draft(terms));
        assertTrue(rulebook.isCountryBlocked(asset, 1) && rulebook.isCountryBlocked(asset, 999));

        terms.blockedCountries = new uint16[](0);
        vm.expectEmit(address(rulebook));
        emit IComplianceModule.CountryBlocked(asset, 1, false);
        vm.expectEmit(address(rulebook));
        emit IComplianceModule.CountryBlocked(asset, 999, false);
        vm.prank(ada);
        registry.updateTerms(asset, terms);
        assertFalse(rulebook.isCountryBlocked(asset, 1) || rulebook.isCountryBlocked(asset, 999));
    }

    // --- cap

    function test_theCapHoldsWhoeverWasVerifiedFirst() public {
        _give(_token, cleo, 10 * UNIT);
        _cap(12 * UNIT);
        assertEq(uint8(_token.transferRefusal(cleo, ben, 2 * UNIT)), uint8(Refusal.None));
        assertEq(uint8(_token.transferRefusal(cleo, ben, 2 * UNIT + 1)), uint8(Refusal.IdentityCap));
        assertEq(uint8(_token.transferRefusal(ben, cleo, 2 * UNIT + 1)), uint8(Refusal.IdentityCap));
    }

    function test_theSmallestCapIsACap() public {
        _cap(1);
        assertEq(uint8(_token.transferRefusal(ben, cleo, 1)), uint8(Refusal.None));
        assertEq(uint8(_token.transferRefusal(ben, cleo, 2)), uint8(Refusal.IdentityCap));
    }

    // --- the end

    function test_retiringWhatDoesNotMoveSaysOnlyThatItIsRetired() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("draft");
        _assertRetiresQuietly(address(_draft(terms)));

        terms.salt = keccak256("matured");
        address matured = address(_active(terms));
        vm.startPrank(ada);
        registry.mature(matured);
        registry.burn(matured, SUPPLY);
        vm.stopPrank();
        _assertRetiresQuietly(matured);
    }

    function _assertRetiresQuietly(address asset) private {
        vm.recordLogs();
        vm.prank(ada);
        registry.retire(asset);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 1);
        assertEq(logs[0].topics[0], IAssetRegistry.AssetStateChanged.selector);
    }

    function _cap(uint256 cap) private {
        rulebook.setRules(
            address(_token),
            Rules({minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: uint128(cap)})
        );
    }
}
