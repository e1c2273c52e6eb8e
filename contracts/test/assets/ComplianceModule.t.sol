// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {AssetTerms} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {IComplianceModule, Refusal, Rules, TransferContext} from "../../src/interfaces/assets/IComplianceModule.sol";
import {vm} from "../shared/Test.sol";
import {AssetsBase} from "./AssetsBase.sol";

contract ComplianceModuleTest is AssetsBase {
    AssetToken private _token;
    address private _asset;

    function setUp() public {
        _deployAssets();
        _token = _active(_terms());
        _asset = address(_token);
        _give(_token, ben, 10 * UNIT);
    }

    // --- who may receive

    function test_aReceiverNeedsTheTier() public {
        _rules(3, 0, 0, 0);
        assertEq(_refusal(ben, cleo, 1), Refusal.ReceiverTier);
        assertFalse(_token.canReceive(cleo));
        assertTrue(_token.canSend(ben));
        address dora = makeAddr("dora");
        _attest(dora, GERMANY, 3);
        assertTrue(_token.canTransfer(ben, dora, 1));
    }

    function test_aReceiverOfABlockedCountryIsRefusedAndMaySell() public {
        address dora = makeAddr("dora");
        _attest(dora, IRAN, 3);
        vm.prank(ben);
        _token.transfer(dora, 2);
        vm.expectEmit(address(rulebook));
        emit IComplianceModule.CountryBlocked(_asset, IRAN, true);
        rulebook.blockCountry(_asset, IRAN);
        assertEq(_refusal(ben, dora, 1), Refusal.ReceiverCountry);
        assertFalse(_token.canReceive(dora));
        vm.prank(dora);
        _token.transfer(ben, 2);

        vm.expectEmit(address(rulebook));
        emit IComplianceModule.CountryBlocked(_asset, IRAN, false);
        rulebook.unblockCountry(_asset, IRAN);
        assertTrue(_token.canTransfer(ben, dora, 1));
    }

    function testFuzz_blockingOneCountryBlocksNoOther(uint16 country, uint16 other) public {
        country = uint16(bound(country, 1, 999));
        other = uint16(bound(other, 0, 1100));
        vm.assume(country != other);
        rulebook.blockCountry(_asset, country);
        assertTrue(rulebook.isCountryBlocked(_asset, country));
        assertFalse(rulebook.isCountryBlocked(_asset, other));
        assertFalse(rulebook.isCountryBlocked(address(1), country));
    }

    function test_onlyCountriesCanBeBlocked() public {
        bytes memory reason = _invalid("country");
        vm.expectRevert(reason);
        rulebook.blockCountry(_asset, 0);
        vm.expectRevert(reason);
        rulebook.blockCountry(_asset, 1000);
        assertFalse(rulebook.isCountryBlocked(_asset, type(uint16).max));
    }

    function test_countriesOfTheTermsAreBlockedFromTheStart() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("blocked");
        terms.blockedCountries = new uint16[](1);
        terms.blockedCountries[0] = FRANCE;
        AssetToken second = _active(terms);
        assertTrue(rulebook.isCountryBlocked(address(second), FRANCE));
        assertFalse(rulebook.isCountryBlocked(_asset, FRANCE));
    }

    // --- holders

    function test_noMoreHoldersThanAllowed() public {
        _rules(1, 2, 0, 0);
        assertEq(_refusal(ben, cleo, 1), Refusal.HolderLimit);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotTransfer.selector, ben, cleo, 1));
        _token.transfer(cleo, 1);
        // In its place: Ben leaves as Cleo comes.
        vm.prank(ben);
        _token.transfer(cleo, 10 * UNIT);
        assertEq(_token.holders(), 2);
        // Between holders, to oneself and of nothing it does not matter.
        assertTrue(_token.canTransfer(ada, cleo, 1));
        assertTrue(_token.canTransfer(cleo, cleo, 1));
        assertTrue(_token.canTransfer(ada, ben, 0));
        assertFalse(_token.canTransfer(ada, ben, 1));
        _rules(1, 3, 0, 0);
        assertTrue(_token.canTransfer(ada, ben, 1));
    }

    // --- cap

    function test_noIdentityHoldsMoreThanTheCap() public {
        _rules(1, 0, 0, 12 * UNIT);
        assertTrue(_token.canTransfer(ada, ben, 2 * UNIT));
        assertEq(_refusal(ada, ben, 2 * UNIT + 1), Refusal.IdentityCap);
        assertEq(_refusal(ada, ben, type(uint256).max), Refusal.IdentityCap);
        assertEq(_refusal(ben, cleo, 12 * UNIT + 1), Refusal.IdentityCap);
        assertTrue(_token.canTransfer(ben, cleo, 12 * UNIT));
    }

    function test_theCapCountsAllAccountsOfAnIdentity() public {
        address second = _link("ben", "ben-2");
        _rules(1, 0, 0, 12 * UNIT);
        assertTrue(_token.canTransfer(ada, second, 2 * UNIT));
        assertEq(_refusal(ada, second, 2 * UNIT + 1), Refusal.IdentityCap);

        address third = _link("ben", "ben-3");
        _give(_token, third, UNIT);
        assertTrue(_token.canTransfer(ada, second, UNIT));
        assertEq(_refusal(ada, second, UNIT + 1), Refusal.IdentityCap);
        assertEq(_refusal(ada, ben, UNIT + 1), Refusal.IdentityCap);
        assertEq(_refusal(ada, third, UNIT + 1), Refusal.IdentityCap);
    }

    function test_betweenOnesOwnAccountsTheCapDoesNotMatter() public {
        address second = _link("ben", "ben-2");
        _rules(1, 0, 0, UNIT);
        vm.prank(ben);
        _token.transfer(second, 10 * UNIT);
        assertTrue(_token.canTransfer(second, second, 10 * UNIT));
        // Nothing also grows nothing.
        assertTrue(_token.canTransfer(ada, ben, 0));
    }

    function test_theIssuersAccountIsExemptFromTheCap() public {
        _rules(1, 0, 0, 1);
        vm.prank(ben);
        _token.transfer(ada, 10 * UNIT);
        assertEq(_token.balanceOf(ada), SUPPLY);
    }

    // --- lock-up

    function test_untilTheLockUpEndsSharesMoveOnlyFromOrToTheIssuer() public {
        uint48 until = uint48(vm.getBlockTimestamp()) + 30 days;
        _rules(1, 0, until, 0);
        assertEq(_refusal(ben, cleo, 1), Refusal.Locked);
        assertEq(_refusal(ben, cleo, 0), Refusal.Locked);
        assertTrue(_token.canTransfer(ben, ada, 1));
        assertTrue(_token.canTransfer(ada, cleo, 1));
        vm.warp(until - 1);
        assertFalse(_token.canTransfer(ben, cleo, 1));
        vm.warp(until);
        assertTrue(_token.canTransfer(ben, cleo, 1));
    }

    // --- asking

    function test_previewsForAnyAssetAnswerLikeTheToken() public {
        _rules(1, 2, 0, 0);
        TransferContext memory context = TransferContext(ben, cleo, 1, 10 * UNIT, 0, 2);
        assertEq(rulebook.checkFor(_asset, context), Refusal.HolderLimit);
        vm.prank(_asset);
        assertEq(rulebook.check(context), Refusal.HolderLimit);
        context.holders = 1;
        assertEq(rulebook.checkFor(_asset, context), Refusal.None);
    }

    function test_anAssetWithoutRulesMovesNothing() public view {
        TransferContext memory context = TransferContext(ben, cleo, 0, 0, 0, 0);
        assertEq(rulebook.check(context), Refusal.ModuleFailed);
        assertFalse(rulebook.canReceive(address(this), ben));
        assertTrue(rulebook.canSend(address(this), ben));
    }

    // --- changing rules

    function test_theDeskMayOnlyTighten() public {
        uint48 until = uint48(vm.getBlockTimestamp()) + 10;
        _rules(2, 50, until, 100);
        _refuseTighten(1, 50, until, 100, "minTier");
        _refuseTighten(2, 51, until, 100, "maxHolders");
        _refuseTighten(2, 0, until, 100, "maxHolders");
        _refuseTighten(2, 50, until - 1, 100, "lockedUntil");
        _refuseTighten(2, 50, until, 101, "capPerIdentity");
        _refuseTighten(2, 50, until, 0, "capPerIdentity");
        rulebook.tighten(_asset, Rules(2, 50, until, 100));

        Rules memory tighter = Rules(3, 49, until + 1, 99);
        vm.expectEmit(address(rulebook));
        emit IComplianceModule.RulesSet(_asset, tighter);
        rulebook.tighten(_asset, tighter);
        Rules memory stored = rulebook.rulesOf(_asset);
        assertEq(abi.encode(stored), abi.encode(tighter));
    }

    function test_whereThereWasNoRuleAnyIsTighter() public {
        rulebook.tighten(_asset, Rules(1, 7, uint48(vm.getBlockTimestamp()) + 1, 8));
        assertEq(rulebook.rulesOf(_asset).maxHolders, 7);
        assertEq(rulebook.rulesOf(_asset).capPerIdentity, 8);
    }

    function test_looseningKeepsBlockedCountries() public {
        rulebook.blockCountry(_asset, IRAN);
        _rules(1, 0, 0, 0);
        assertTrue(rulebook.isCountryBlocked(_asset, IRAN));
        address dora = makeAddr("dora");
        _attest(dora, IRAN, 3);
        assertFalse(_token.canReceive(dora));
    }

    function test_rulesOutOfRangeAreRefused() public {
        vm.expectRevert(_invalid("minTier"));
        rulebook.setRules(_asset, Rules(0, 0, 0, 0));
        vm.expectRevert(_invalid("minTier"));
        rulebook.setRules(_asset, Rules(4, 0, 0, 0));
        uint48 latest = uint48(vm.getBlockTimestamp() + 3650 days);
        vm.expectRevert(_invalid("lockedUntil"));
        rulebook.setRules(_asset, Rules(1, 0, latest + 1, 0));
        rulebook.setRules(_asset, Rules(3, 0, latest, 0));
    }

    function test_whatIsNoAssetHasNoRules() public {
        bytes memory reason = _invalid("asset");
        vm.expectRevert(reason);
        rulebook.setRules(address(this), Rules(1, 0, 0, 0));
        vm.expectRevert(reason);
        rulebook.tighten(address(this), Rules(1, 0, 0, 0));
        vm.expectRevert(reason);
        rulebook.blockCountry(address(this), IRAN);
        vm.expectRevert(reason);
        rulebook.unblockCountry(address(this), IRAN);
    }

    function test_onlyTheRegistryInitialises() public {
        vm.expectRevert(
            abi.encodeWithSelector(IComplianceModule.ComplianceOnlyRegistry.selector, address(this))
        );
        rulebook.initialize(_asset, Rules(1, 0, 0, 0), new uint16[](0));
    }

    function test_strangersChangeNothing() public {
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(reason);
        rulebook.tighten(_asset, Rules(3, 0, 0, 0));
        vm.expectRevert(reason);
        rulebook.setRules(_asset, Rules(1, 0, 0, 0));
        vm.expectRevert(reason);
        rulebook.blockCountry(_asset, IRAN);
        vm.expectRevert(reason);
        rulebook.unblockCountry(_asset, IRAN);
    }

    // --- helpers

    function assertEq(Refusal left, Refusal right) private pure {
        assertEq(uint8(left), uint8(right));
    }

    function _refusal(address from, address to, uint256 amount) private view returns (Refusal) {
        return _token.transferRefusal(from, to, amount);
    }

    function _rules(uint8 minTier, uint32 maxHolders, uint48 lockedUntil, uint256 cap) private {
        rulebook.setRules(_asset, Rules(minTier, maxHolders, lockedUntil, uint128(cap)));
    }

    function _refuseTighten(
        uint8 minTier,
        uint32 maxHolders,
        uint48 lockedUntil,
        uint128 cap,
        bytes32 field
    ) private {
        vm.expectRevert(abi.encodeWithSelector(IComplianceModule.ComplianceNotTighter.selector, field));
        rulebook.tighten(_asset, Rules(minTier, maxHolders, lockedUntil, cap));
    }

    function _invalid(bytes32 field) private pure returns (bytes memory) {
        return abi.encodeWithSelector(IComplianceModule.ComplianceInvalidRules.selector, field);
    }
}
