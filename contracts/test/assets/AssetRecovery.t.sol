// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {AssetState, AssetTerms, IAssetRegistry} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {IAssetToken, IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {Refusal, Rules} from "../../src/interfaces/assets/IComplianceModule.sol";
import {Attestation} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {Roles} from "../../src/shared/Roles.sol";
import {Vm, vm} from "../shared/Test.sol";
import {AssetsBase} from "./AssetsBase.sol";

/// @notice Shares and issuers follow a recovered account to its successor.
contract AssetRecoveryTest is AssetsBase {
    AssetToken private _token;

    function setUp() public {
        _deployAssets();
        _token = _active(_terms());
        _give(_token, ben, 10 * UNIT);
    }

    // --- shares

    function test_allSharesAndWhatOfThemIsFrozenFollow() public {
        registry.setFrozenTokens(address(_token), ben, 4 * UNIT);
        address next = _recover(ben, "ben-next");
        vm.recordLogs();
        vm.prank(stranger);
        assertEq(_token.recover(ben), 10 * UNIT);
        Vm.Log[] memory logs = vm.getRecordedLogs();

        assertEq(logs.length, 4);
        assertEq(logs[0].topics[0], IERC7943Fungible.Frozen.selector);
        assertEq(logs[0].topics[1], bytes32(uint256(uint160(ben))));
        assertEq(logs[1].topics[0], IERC7943Fungible.Frozen.selector);
        assertEq(logs[1].topics[1], bytes32(uint256(uint160(next))));
        assertEq(logs[2].topics[0], IERC20.Transfer.selector);
        assertEq(logs[3].topics[0], IAssetToken.SharesRecovered.selector);
        assertEq(logs[3].topics[1], bytes32(uint256(uint160(ben))));
        assertEq(logs[3].topics[2], bytes32(uint256(uint160(next))));
        assertEq(logs[3].data, abi.encode(10 * UNIT, 4 * UNIT));
        assertEq(_token.balanceOf(ben), 0);
        assertEq(_token.getFrozenTokens(ben), 0);
        assertEq(_token.balanceOf(next), 10 * UNIT);
        assertEq(_token.getFrozenTokens(next), 4 * UNIT);
        assertEq(_token.holders(), 2);
    }

    function testFuzz_T5_recoveryConservesSupplyFrozenAndIdentity(
        uint256 frozen,
        uint256 frozenBefore,
        uint256 got
    ) public {
        frozen = bound(frozen, 0, 20 * UNIT);
        frozenBefore = bound(frozenBefore, 0, 20 * UNIT);
        got = bound(got, 0, 5 * UNIT);
        bytes32 identity = identities.identityOf(ben);
        registry.setFrozenTokens(address(_token), ben, frozen);
        address next = _recover(ben, "ben-next");
        registry.setFrozenTokens(address(_token), next, frozenBefore);
        _give(_token, next, got);

        assertEq(_token.recover(ben), 10 * UNIT);
        assertEq(_token.totalSupply(), SUPPLY);
        assertEq(_token.balanceOf(next), 10 * UNIT + got);
        assertEq(_token.getFrozenTokens(ben), 0);
        assertEq(_token.getFrozenTokens(next), frozen + frozenBefore);
        assertEq(identities.identityOf(next), identity);
        assertEq(_token.holders(), 2);
    }

    function test_frozenForEverStaysFrozenForEver() public {
        registry.setFrozenTokens(address(_token), ben, type(uint256).max);
        address next = _recover(ben, "ben-next");
        registry.setFrozenTokens(address(_token), next, 5);
        _token.recover(ben);
        assertEq(_token.getFrozenTokens(next), type(uint256).max);
        assertEq(_token.unfrozenBalanceOf(next), 0);
        assertEq(_token.balanceOf(next), 10 * UNIT);
    }

    function test_whatWithholdsLaterSharesFollowsWithoutABalance() public {
        vm.prank(ben);
        _token.transfer(cleo, 10 * UNIT);
        registry.setFrozenTokens(address(_token), ben, 3 * UNIT);
        address next = _recover(ben, "ben-next");
        vm.expectEmit(address(_token));
        emit IAssetToken.SharesRecovered(ben, next, 0, 3 * UNIT);
        assertEq(_token.recover(ben), 0);
        assertEq(_token.getFrozenTokens(next), 3 * UNIT);
        assertEq(_token.holders(), 2);
    }

    function test_aSecondTimeNothingIsLeftToFollow() public {
        _recover(ben, "ben-next");
        _token.recover(ben);
        vm.recordLogs();
        assertEq(_token.recover(ben), 0);
        assertEq(vm.getRecordedLogs().length, 0);
    }

    function test_whatIsFrozenOfTheLostAccountLaterFollowsToo() public {
        address next = _recover(ben, "ben-next");
        _token.recover(ben);
        registry.setFrozenTokens(address(_token), ben, 6 * UNIT);
        assertEq(_token.recover(ben), 0);
        assertEq(_token.getFrozenTokens(next), 6 * UNIT);
    }

    function test_anAccountThatWasNotRecoveredKeepsItsShares() public {
        bytes memory reason = abi.encodeWithSelector(IAssetToken.AssetTokenNotRecovered.selector, ben);
        vm.expectRevert(reason);
        _token.recover(ben);
        _propose(ben, "ben-next");
        skip(4 days);
        vm.expectRevert(reason);
        _token.recover(ben);
    }

    function test_aChainOfRecoveriesEndsAtTheLastAccount() public {
        address next = _recover(ben, "ben-next");
        _give(_token, next, UNIT);
        address last = _recover(next, "ben-last");
        assertEq(_token.recover(ben), 10 * UNIT);
        assertEq(_token.recover(next), UNIT);
        assertEq(_token.balanceOf(last), 11 * UNIT);
    }

    function test_neitherQuantityRulesNorLockUpNorPauseNorMaturityHoldARecoveryUp() public {
        rulebook.setRules(
            address(_token),
            Rules({minTier: 1, maxHolders: 1, lockedUntil: uint48(vm.getBlockTimestamp()) + YEAR, capPerIdentity: 1})
        );
        address next = _recover(ben, "ben-next");
        registry.pause(address(_token));
        vm.prank(ada);
        registry.mature(address(_token));
        _token.recover(ben);
        assertEq(_token.balanceOf(next), 10 * UNIT);
        assertEq(_token.holders(), 2);
    }

    function test_T2_theSuccessorMustBeAbleToReceive() public {
        address next = _recover(ben, "ben-next");
        bytes memory reason = abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, next);
        identities.freeze(next);
        _refuseRecovery(reason);
        identities.unfreeze(next);

        identities.revoke(next);
        _refuseRecovery(reason);
        _renew(next, GERMANY, 2);

        skip(YEAR + 1);
        _refuseRecovery(reason);
        _renew(next, IRAN, 2);

        rulebook.blockCountry(address(_token), IRAN);
        _refuseRecovery(reason);
        rulebook.unblockCountry(address(_token), IRAN);

        rulebook.setRules(address(_token), Rules({minTier: 3, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0}));
        _refuseRecovery(reason);
        _renew(next, GERMANY, 3);
        assertEq(_token.recover(ben), 10 * UNIT);
    }

    function test_theLostAccountNeitherSendsNorReceives() public {
        vm.prank(ben);
        _token.approve(stranger, type(uint256).max);
        _recover(ben, "ben-next");
        assertEq(uint8(_token.transferRefusal(ben, cleo, UNIT)), uint8(Refusal.SenderRetired));
        assertEq(uint8(_token.transferRefusal(cleo, ben, UNIT)), uint8(Refusal.ReceiverRetired));
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotSend.selector, ben));
        _token.transferFrom(ben, cleo, UNIT);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, ben));
        registry.forcedTransfer(address(_token), cleo, ben, 0);
    }

    /// @dev What stays at the lost account until somebody moves it is not lost to a court.
    function test_aCourtTakesFromALostAccount() public {
        _recover(ben, "ben-next");
        registry.forcedTransfer(address(_token), ben, cleo, 4 * UNIT);
        registry.forcedBurn(address(_token), ben, UNIT);
        assertEq(_token.recover(ben), 5 * UNIT);
    }

    // --- issuers

    function test_theSuccessorOfAnIssuerIsTheIssuer() public {
        address next = _recover(ada, "ada-next");
        vm.prank(next);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetNotIssuer.selector, _token, next));
        registry.mature(address(_token));

        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetIssuerChanged(address(_token), ada, next);
        vm.expectEmit(address(_token));
        emit IAssetToken.IssuerSet(next);
        vm.prank(stranger);
        registry.succeedIssuer(address(_token));
        assertEq(registry.issuerOf(address(_token)), next);
        assertEq(_token.issuer(), next);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetNotIssuer.selector, _token, ada));
        registry.mature(address(_token));
        vm.prank(next);
        registry.mature(address(_token));
    }

    function test_theNewIssuerIsExemptFromLockUpAndCap() public {
        rulebook.setRules(
            address(_token),
            Rules({minTier: 1, maxHolders: 0, lockedUntil: uint48(vm.getBlockTimestamp()) + YEAR, capPerIdentity: 20})
        );
        address next = _recover(ada, "ada-next");
        _token.recover(ada);
        assertEq(uint8(_token.transferRefusal(next, ben, 1)), uint8(Refusal.Locked));
        registry.succeedIssuer(address(_token));
        assertEq(uint8(_token.transferRefusal(ben, next, UNIT)), uint8(Refusal.None));
        assertEq(uint8(_token.transferRefusal(next, cleo, 1)), uint8(Refusal.None));
    }

    function test_anIssuerWhoIsNotLostIsNotSucceeded() public {
        bytes memory reason = abi.encodeWithSelector(IAssetRegistry.AssetIssuerNotRecovered.selector, _token, ada);
        vm.expectRevert(reason);
        registry.succeedIssuer(address(_token));
        address next = _recover(ada, "ada-next");
        registry.succeedIssuer(address(_token));
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetIssuerNotRecovered.selector, _token, next));
        registry.succeedIssuer(address(_token));
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetUnknown.selector, stranger));
        registry.succeedIssuer(stranger);
    }

    /// @dev The address of the token is made from its founder's: a successor must still be able to name its salt.
    function test_theSuccessorGoesOnWithADraft() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("draft");
        address draft = address(_draft(terms));
        address last = _recover(_recover(ada, "ada-next"), "ada-last");
        registry.succeedIssuer(draft);
        terms.shares = 7;
        vm.startPrank(last);
        registry.updateTerms(draft, terms);
        assertEq(registry.sharesOf(draft), 7);
        terms.salt = keccak256("another");
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetInvalidTerms.selector, bytes32("salt")));
        registry.updateTerms(draft, terms);
        vm.stopPrank();

        // The role is the desk's to give again.
        manager.grantRole(Roles.ISSUER, last, 0);
        vm.prank(last);
        registry.activate(draft);
        assertEq(AssetToken(draft).balanceOf(last), 7 * UNIT);
    }

    function test_anIssuerSucceededTwiceStillNamesTheFirstFoundersSalt() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("draft");
        address draft = address(_draft(terms));
        address next = _recover(ada, "ada-next");
        registry.succeedIssuer(draft);
        address last = _recover(next, "ada-last");
        registry.succeedIssuer(draft);
        vm.prank(last);
        registry.updateTerms(draft, terms);
        assertEq(uint8(registry.stateOf(draft)), uint8(AssetState.Draft));
    }

    function _refuseRecovery(bytes memory reason) private {
        vm.expectRevert(reason);
        _token.recover(ben);
    }

    function _renew(address account, uint16 country, uint8 tier) private {
        Attestation memory renewal = _person(account);
        renewal.identity = identities.identityOf(account);
        (renewal.country, renewal.tier) = (country, tier);
        _submit(renewal);
    }
}
