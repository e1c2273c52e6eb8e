// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {AssetTerms, IAssetRegistry} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {IAssetToken, IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {Rules} from "../../src/interfaces/assets/IComplianceModule.sol";
import {Vm, vm} from "../shared/Test.sol";
import {AssetsBase} from "./AssetsBase.sol";

/// @notice What desk, court and issuer do to shares, and that nobody else can.
contract AssetEnforcementTest is AssetsBase {
    AssetToken private _token;

    function setUp() public {
        _deployAssets();
        _token = _active(_terms());
        _give(_token, ben, 10 * UNIT);
    }

    // --- forced transfers

    function test_aForcedTransferAboveTheUnfrozenPartIsAnnouncedInOrder() public {
        registry.setFrozenTokens(address(_token), ben, 8 * UNIT);
        vm.recordLogs();
        registry.forcedTransfer(address(_token), ben, cleo, 5 * UNIT);
        Vm.Log[] memory logs = vm.getRecordedLogs();

        assertEq(logs.length, 3);
        assertEq(logs[0].topics[0], IERC7943Fungible.Frozen.selector);
        assertEq(logs[1].topics[0], IERC20.Transfer.selector);
        assertEq(logs[2].topics[0], IERC7943Fungible.ForcedTransfer.selector);
        assertEq(abi.decode(logs[0].data, (uint256)), 5 * UNIT);
        assertEq(_token.getFrozenTokens(ben), 5 * UNIT);
        assertEq(_token.balanceOf(ben), 5 * UNIT);
        assertEq(_token.balanceOf(cleo), 5 * UNIT);
    }

    function test_aForcedTransferOfTheUnfrozenPartLeavesFrozenAlone() public {
        registry.setFrozenTokens(address(_token), ben, 8 * UNIT);
        vm.recordLogs();
        registry.forcedTransfer(address(_token), ben, cleo, 2 * UNIT);
        assertEq(vm.getRecordedLogs().length, 2);
        assertEq(_token.getFrozenTokens(ben), 8 * UNIT);
    }

    function testFuzz_T5_forcedTransferConservesSupplyAndLowersFrozenExactly(
        uint256 amount,
        uint256 frozen
    ) public {
        amount = bound(amount, 0, 10 * UNIT);
        frozen = bound(frozen, 0, 20 * UNIT);
        registry.setFrozenTokens(address(_token), ben, frozen);
        uint256 unfrozen = frozen > 10 * UNIT ? 0 : 10 * UNIT - frozen;
        uint256 lowered = amount > unfrozen ? amount - unfrozen : 0;

        registry.forcedTransfer(address(_token), ben, cleo, amount);
        assertEq(_token.getFrozenTokens(ben), frozen - lowered);
        assertEq(_token.balanceOf(ben), 10 * UNIT - amount);
        assertEq(_token.balanceOf(cleo), amount);
        assertEq(_token.totalSupply(), SUPPLY);
        assertEq(_token.holders(), amount == 10 * UNIT || amount == 0 ? 2 : 3);
    }

    function test_seizedSharesLeaveAFrozenPersonAndSheCannotLeaveBefore() public {
        identities.freeze(ben);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotSend.selector, ben));
        _token.transfer(cleo, UNIT);
        registry.forcedTransfer(address(_token), ben, cleo, 10 * UNIT);
        assertEq(_token.balanceOf(cleo), 10 * UNIT);
    }

    function test_aCourtKnowsNoQuantityRulesNoLockUpNoPauseAndNoMaturity() public {
        rulebook.setRules(
            address(_token),
            Rules({minTier: 1, maxHolders: 2, lockedUntil: uint48(vm.getBlockTimestamp()) + 9, capPerIdentity: 1})
        );
        registry.pause(address(_token));
        vm.prank(ada);
        registry.mature(address(_token));
        registry.forcedTransfer(address(_token), ben, cleo, 5 * UNIT);
        assertEq(_token.balanceOf(cleo), 5 * UNIT);
        assertEq(_token.holders(), 3);
    }

    function test_T3_aForcedReceiverMustBeAllowedToHold() public {
        bytes4 cannotReceive = IERC7943Fungible.ERC7943CannotReceive.selector;
        _refuseForced(ben, stranger, UNIT, abi.encodeWithSelector(cannotReceive, stranger));
        _refuseForced(ben, address(0), UNIT, abi.encodeWithSelector(cannotReceive, address(0)));
        identities.setSystemContract(stranger, true);
        _refuseForced(ben, stranger, UNIT, abi.encodeWithSelector(cannotReceive, stranger));
        identities.freeze(cleo);
        _refuseForced(ben, cleo, UNIT, abi.encodeWithSelector(cannotReceive, cleo));
    }

    function test_aForcedTransferNeedsTwoParties() public {
        bytes4 invalid = IAssetToken.AssetTokenInvalidForcedTransfer.selector;
        _refuseForced(ben, ben, UNIT, abi.encodeWithSelector(invalid, ben, ben));
        _refuseForced(address(0), ben, UNIT, abi.encodeWithSelector(invalid, address(0), ben));
    }

    function test_aForcedTransferTakesNoMoreThanThereIs() public {
        registry.setFrozenTokens(address(_token), ben, UNIT);
        _refuseForced(
            ben,
            cleo,
            11 * UNIT,
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                ben,
                10 * UNIT,
                11 * UNIT
            )
        );
    }

    // --- burns by a court

    function test_aCourtBurnsFrozenSharesOfAFrozenPersonWhilePausedAndMatured() public {
        registry.setFrozenTokens(address(_token), ben, 8 * UNIT);
        identities.freeze(ben);
        registry.pause(address(_token));
        vm.prank(ada);
        registry.mature(address(_token));
        vm.recordLogs();
        registry.forcedBurn(address(_token), ben, 5 * UNIT);
        Vm.Log[] memory logs = vm.getRecordedLogs();

        assertEq(logs.length, 3);
        assertEq(logs[0].topics[0], IERC7943Fungible.Frozen.selector);
        assertEq(logs[1].topics[0], IERC20.Transfer.selector);
        assertEq(logs[2].topics[0], IAssetRegistry.AssetForcedBurn.selector);
        assertEq(logs[2].topics[1], bytes32(uint256(uint160(address(_token)))));
        assertEq(logs[2].topics[2], bytes32(uint256(uint160(ben))));
        assertEq(logs[2].data, abi.encode(5 * UNIT));
        assertEq(_token.balanceOf(ben), 5 * UNIT);
        assertEq(_token.totalSupply(), SUPPLY - 5 * UNIT);
    }

    function testFuzz_T5_aCourtsBurnLowersFrozenExactly(uint256 amount, uint256 frozen) public {
        amount = bound(amount, 0, 10 * UNIT);
        frozen = bound(frozen, 0, 20 * UNIT);
        registry.setFrozenTokens(address(_token), ben, frozen);
        uint256 unfrozen = frozen > 10 * UNIT ? 0 : 10 * UNIT - frozen;
        registry.forcedBurn(address(_token), ben, amount);
        assertEq(_token.getFrozenTokens(ben), frozen - (amount > unfrozen ? amount - unfrozen : 0));
        assertEq(_token.balanceOf(ben), 10 * UNIT - amount);
        assertEq(_token.totalSupply(), SUPPLY - amount);
        assertEq(_token.holders(), amount == 10 * UNIT ? 1 : 2);
    }

    function test_aCourtBurnsNoMoreThanThereIs() public {
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, ben, 10 * UNIT, 10 * UNIT + 1)
        );
        registry.forcedBurn(address(_token), ben, 10 * UNIT + 1);
    }

    // --- freezing shares

    function test_freezingSharesIsAnnouncedAndOverwrites() public {
        vm.expectEmit(address(_token));
        emit IERC7943Fungible.Frozen(ben, 3);
        registry.setFrozenTokens(address(_token), ben, 3);
        registry.setFrozenTokens(address(_token), ben, 2);
        assertEq(_token.getFrozenTokens(ben), 2);
    }

    function test_freezingIfNothingChangedMeanwhile() public {
        registry.setFrozenTokens(address(_token), ben, 5);
        vm.expectRevert(
            abi.encodeWithSelector(IAssetToken.AssetTokenFrozenChanged.selector, ben, 4, 5)
        );
        registry.setFrozenTokensIf(address(_token), ben, 4, 9);
        vm.expectEmit(address(_token));
        emit IERC7943Fungible.Frozen(ben, 9);
        registry.setFrozenTokensIf(address(_token), ben, 5, 9);
        assertEq(_token.getFrozenTokens(ben), 9);
    }

    // --- the issuer's burn

    function test_theIssuersBurnReleasesFrozenShares() public {
        uint256 held = _token.balanceOf(ada);
        registry.setFrozenTokens(address(_token), ada, held);
        vm.recordLogs();
        vm.prank(ada);
        registry.burn(address(_token), UNIT);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 2);
        assertEq(logs[0].topics[0], IERC7943Fungible.Frozen.selector);
        assertEq(logs[1].topics[0], IERC20.Transfer.selector);
        assertEq(_token.getFrozenTokens(ada), held - UNIT);
        assertEq(_token.totalSupply(), SUPPLY - UNIT);
    }

    function test_aFrozenIssuerBurnsNothing() public {
        identities.freeze(ada);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetIssuerNotVerified.selector, ada));
        registry.burn(address(_token), UNIT);
    }

    function test_theTokenItselfRefusesToBurnOfWhoMayNotSend() public {
        identities.freeze(ada);
        vm.prank(address(registry));
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotSend.selector, ada));
        _token.burn(ada, UNIT);
    }

    function test_theIssuersLastShareMakesHimNoHolder() public {
        uint256 held = _token.balanceOf(ada);
        vm.prank(ada);
        registry.burn(address(_token), held);
        assertEq(_token.holders(), 1);
    }

    // --- only the registry

    function test_onlyTheRegistryIsPrivileged() public {
        bytes memory reason = abi.encodeWithSelector(IAssetToken.AssetTokenOnlyRegistry.selector, ada);
        vm.startPrank(ada);
        vm.expectRevert(reason);
        _token.mint(ada, 1);
        vm.expectRevert(reason);
        _token.burn(ada, 1);
        vm.expectRevert(reason);
        _token.forcedTransfer(ben, ada, 1);
        vm.expectRevert(reason);
        _token.forcedBurn(ben, 1);
        vm.expectRevert(reason);
        _token.redeem(ada, 1);
        vm.expectRevert(reason);
        _token.setIssuer(ben);
        vm.expectRevert(reason);
        _token.setFrozenTokens(ben, 1);
        vm.expectRevert(reason);
        _token.setFrozenTokensIf(ben, 0, 1);
        vm.expectRevert(reason);
        _token.setModule(ada);
        vm.expectRevert(reason);
        _token.setTerms("x", "X");
        vm.expectRevert(reason);
        _token.setActive(false);
        vm.expectRevert(reason);
        _token.pause();
        vm.expectRevert(reason);
        _token.unpause();
        vm.expectRevert(reason);
        _token.initialize("x", "X", ada, ada);
    }

    function test_theStandardsCallsReturnTrueToTheRegistry() public {
        vm.startPrank(address(registry));
        assertTrue(_token.setFrozenTokens(ben, 1));
        assertTrue(_token.forcedTransfer(ben, cleo, 1));
    }

    // --- layout and interfaces

    function test_whatATransferReadsSharesOneSlot() public {
        registry.pause(address(_token));
        uint256 slot = uint256(vm.load(address(_token), bytes32(uint256(8))));
        assertEq(address(uint160(slot)), address(rulebook));
        assertEq(uint32(slot >> 160), _token.holders());
        assertEq(uint48(slot >> 192), _token.pausedUntil());
        assertEq(uint8(slot >> 240), 1);
        assertEq(slot >> 248, 0);
    }

    function test_interfacesAreDeclared() public view {
        assertEq(bytes32(type(IERC7943Fungible).interfaceId), bytes32(bytes4(0x3edbb4c4)));
        assertTrue(_token.supportsInterface(0x3edbb4c4));
        assertTrue(_token.supportsInterface(0x01ffc9a7));
        assertTrue(_token.supportsInterface(0x36372b07));
        assertTrue(_token.supportsInterface(0x9d8ff7da));
        assertFalse(_token.supportsInterface(0xffffffff));
    }

    function test_clonesShareNoState() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("second");
        (terms.name, terms.symbol) = ("Gold bars", "GOLD");
        AssetToken second = _active(terms);
        assertEq(second.name(), "Gold bars");
        assertEq(_token.name(), "Flats in Leipzig");
        assertEq(second.balanceOf(ben), 0);
        registry.setFrozenTokens(address(second), ben, 7);
        assertEq(_token.getFrozenTokens(ben), 0);
        assertLt(address(second).code.length, 46);
    }

    function _refuseForced(address from, address to, uint256 amount, bytes memory reason) private {
        vm.expectRevert(reason);
        registry.forcedTransfer(address(_token), from, to, amount);
    }
}
