// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {AssetTerms} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {IAssetToken, IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {Refusal, Rules} from "../../src/interfaces/assets/IComplianceModule.sol";
import {Attestation} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {vm} from "../shared/Test.sol";
import {AssetsBase} from "./AssetsBase.sol";
import {HostileModule} from "./HostileModule.sol";

/// @notice Transfers by holders: what passes, what is refused, and how that is said.
contract AssetTransferTest is AssetsBase {
    AssetToken private _token;

    function setUp() public {
        _deployAssets();
        _token = _active(_terms());
        _give(_token, ben, 10 * UNIT);
    }

    function test_verifiedPeopleTransfer() public {
        vm.expectEmit(address(_token));
        emit IERC20.Transfer(ben, cleo, 4 * UNIT);
        vm.prank(ben);
        assertTrue(_token.transfer(cleo, 4 * UNIT));
        assertEq(_token.balanceOf(ben), 6 * UNIT);
        assertEq(_token.balanceOf(cleo), 4 * UNIT);
    }

    function test_aSpenderNeedsAllowanceAndNoIdentity() public {
        vm.prank(ben);
        _token.approve(stranger, 3 * UNIT);
        vm.startPrank(stranger);
        _token.transferFrom(ben, cleo, 2 * UNIT);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                stranger,
                UNIT,
                2 * UNIT
            )
        );
        _token.transferFrom(ben, cleo, 2 * UNIT);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, stranger));
        _token.transferFrom(ben, stranger, UNIT);
    }

    function test_moreThanTheBalanceIsTheErrorOfErc20() public {
        registry.setFrozenTokens(address(_token), ben, UNIT);
        _refused(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientBalance.selector,
                ben,
                10 * UNIT,
                10 * UNIT + 1
            ),
            10 * UNIT + 1
        );
    }

    function test_canTransferSaysNothingAboutBalanceOrAllowance() public view {
        assertTrue(_token.canTransfer(ben, cleo, 11 * UNIT));
        assertTrue(_token.canTransfer(cleo, ben, type(uint256).max));
    }

    function test_nobodyIsNeverSenderOrReceiver() public {
        assertFalse(_token.canTransfer(address(0), ben, 0));
        assertFalse(_token.canTransfer(ben, address(0), 0));
        assertEq(uint8(_refusal(ben, address(0), 0)), uint8(Refusal.ReceiverUnknown));
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        _token.transfer(address(0), 0);
    }

    // --- people

    function test_anUnverifiedReceiverIsRefused() public {
        assertEq(uint8(_refusal(ben, stranger, UNIT)), uint8(Refusal.ReceiverUnknown));
        assertFalse(_token.canReceive(stranger));
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, stranger));
        _token.transfer(stranger, UNIT);
    }

    function test_evenNothingIsRefusedToAnUnverifiedReceiver() public {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, stranger));
        _token.transfer(stranger, 0);
    }

    function test_anUnknownSenderIsRefused() public {
        assertEq(uint8(_refusal(stranger, ben, 0)), uint8(Refusal.SenderUnknown));
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotSend.selector, stranger));
        _token.transfer(ben, 0);
    }

    function test_frozenPeopleNeitherSendNorReceive() public {
        identities.freeze(ben);
        assertFalse(_token.canSend(ben) || _token.canReceive(ben));
        _refusedSender(Refusal.SenderFrozen);
        _refusedReceiver(Refusal.ReceiverFrozen);
    }

    function test_revokedPeopleNeitherSendNorReceive() public {
        identities.revoke(ben);
        _refusedSender(Refusal.SenderRevoked);
        _refusedReceiver(Refusal.ReceiverRevoked);
    }

    function test_retiredAccountsNeitherSendNorReceive() public {
        _recover(ben, "ben-next");
        _refusedSender(Refusal.SenderRetired);
        _refusedReceiver(Refusal.ReceiverRetired);
    }

    function test_expiryEndsReceivingAndNeverAnExit() public {
        skip(YEAR + 1);
        Attestation memory renewal = _person(cleo);
        _submit(renewal);
        assertTrue(_token.canSend(ben));
        assertFalse(_token.canReceive(ben));
        _refusedReceiver(Refusal.ReceiverExpired);
        vm.prank(ben);
        _token.transfer(cleo, 10 * UNIT);
    }

    // --- frozen shares

    function test_frozenSharesStay() public {
        registry.setFrozenTokens(address(_token), ben, 7 * UNIT);
        assertEq(_token.unfrozenBalanceOf(ben), 3 * UNIT);
        assertEq(_token.getFrozenTokens(ben), 7 * UNIT);
        assertEq(uint8(_refusal(ben, cleo, 3 * UNIT + 1)), uint8(Refusal.InsufficientUnfrozen));
        _refused(
            abi.encodeWithSelector(
                IERC7943Fungible.ERC7943InsufficientUnfrozenBalance.selector,
                ben,
                3 * UNIT + 1,
                3 * UNIT
            ),
            3 * UNIT + 1
        );
        vm.prank(ben);
        _token.transfer(cleo, 3 * UNIT);
        assertEq(_token.unfrozenBalanceOf(ben), 0);
    }

    function test_frozenAboveTheBalanceWithholdsWhatComesLater() public {
        registry.setFrozenTokens(address(_token), ben, 15 * UNIT);
        assertEq(_token.unfrozenBalanceOf(ben), 0);
        _give(_token, ben, 4 * UNIT);
        assertEq(_token.unfrozenBalanceOf(ben), 0);
        assertFalse(_token.canTransfer(ben, cleo, 1));
        _give(_token, ben, 4 * UNIT);
        assertEq(_token.unfrozenBalanceOf(ben), 3 * UNIT);
        assertTrue(_token.canTransfer(ben, cleo, 3 * UNIT));
        assertFalse(_token.canTransfer(ben, cleo, 3 * UNIT + 1));
    }

    function test_frozenWithoutABalanceIsSeenByCanTransfer() public {
        registry.setFrozenTokens(address(_token), cleo, type(uint256).max);
        assertFalse(_token.canTransfer(cleo, ben, 1));
        assertTrue(_token.canTransfer(cleo, ben, 0));
    }

    // --- pause and maturity

    function test_T6_aPauseStopsHoldersForFourteenDays() public {
        uint48 until = uint48(vm.getBlockTimestamp()) + 14 days;
        vm.expectEmit(address(_token));
        emit IAssetToken.PauseSet(until);
        registry.pause(address(_token));
        assertEq(_token.pausedUntil(), until);
        assertEq(uint8(_refusal(ben, cleo, UNIT)), uint8(Refusal.Paused));
        _refused(abi.encodeWithSelector(IAssetToken.AssetTokenPaused.selector, until), UNIT);

        vm.warp(until - 1);
        assertFalse(_token.canTransfer(ben, cleo, UNIT));
        vm.warp(until);
        vm.prank(ben);
        _token.transfer(cleo, UNIT);
    }

    function test_aPauseCannotBeProlongedWhileItRuns() public {
        registry.pause(address(_token));
        uint48 until = _token.pausedUntil();
        skip(14 days - 1);
        vm.expectRevert(abi.encodeWithSelector(IAssetToken.AssetTokenPaused.selector, until));
        registry.pause(address(_token));
        skip(1);
        registry.pause(address(_token));
        assertEq(_token.pausedUntil(), until + 14 days);
    }

    function test_aPauseCanBeEndedEarly() public {
        registry.pause(address(_token));
        vm.expectEmit(address(_token));
        emit IAssetToken.PauseSet(0);
        registry.unpause(address(_token));
        assertTrue(_token.canTransfer(ben, cleo, UNIT));
    }

    function test_mintBurnAndForcedTransferGoOnWhilePaused() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("paused as a draft");
        AssetToken token = _draft(terms);
        registry.pause(address(token));
        vm.startPrank(ada);
        registry.activate(address(token));
        registry.burn(address(token), UNIT);
        vm.stopPrank();
        registry.forcedTransfer(address(token), ada, ben, UNIT);
        assertEq(token.balanceOf(ben), UNIT);
        assertEq(token.totalSupply(), SUPPLY - UNIT);
    }

    function test_aDraftMovesNothing() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("draft");
        AssetToken token = _draft(terms);
        assertEq(uint8(token.transferRefusal(ada, ben, 0)), uint8(Refusal.NotActive));
        vm.prank(ada);
        vm.expectRevert(IAssetToken.AssetTokenNotActive.selector);
        token.transfer(ben, 0);
    }

    // --- holders

    function test_T7_holdersAreCounted() public {
        assertEq(_token.holders(), 2);
        vm.startPrank(ben);
        _token.transfer(cleo, 1);
        assertEq(_token.holders(), 3);
        _token.transfer(cleo, 0);
        _token.transfer(ben, 5);
        assertEq(_token.holders(), 3);
        _token.transfer(cleo, 10 * UNIT - 1);
        assertEq(_token.holders(), 2);
        vm.stopPrank();
        vm.prank(cleo);
        _token.transfer(ben, 10 * UNIT);
        assertEq(_token.holders(), 2);
    }

    function test_T7_sendingAllToOneselfOrNothingToANewcomerCountsNobody() public {
        vm.startPrank(ben);
        _token.transfer(ben, 10 * UNIT);
        assertEq(_token.balanceOf(ben), 10 * UNIT);
        _token.transfer(cleo, 0);
        assertEq(_token.holders(), 2);
    }

    // --- a module that misbehaves

    function test_aModuleThatRevertsOrAnswersRubbishMeansNo() public {
        HostileModule hostile = new HostileModule();
        registry.setModuleAllowed(address(hostile), true);
        registry.setModule(address(_token), address(hostile));
        assertTrue(_token.canTransfer(ben, cleo, UNIT) && _token.canSend(ben) && _token.canReceive(stranger));

        for (uint8 mode = 1; mode <= uint8(type(HostileModule.Mode).max); ++mode) {
            hostile.setMode(HostileModule.Mode(mode));
            assertFalse(_token.canTransfer(ben, cleo, UNIT));
            assertFalse(_token.canSend(ben));
            assertFalse(_token.canReceive(cleo));
            assertEq(uint8(_refusal(ben, cleo, UNIT)), uint8(Refusal.ModuleFailed));
            _refused(
                abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotTransfer.selector, ben, cleo, UNIT),
                UNIT
            );
        }
    }

    function test_aModuleWithoutCodeMeansNo() public {
        AssetToken token = AssetToken(address(_token));
        vm.prank(address(registry));
        token.setModule(stranger);
        assertFalse(token.canTransfer(ben, cleo, UNIT));
        assertFalse(token.canSend(ben) || token.canReceive(ben));
    }

    function testFuzz_askingNeverReverts(
        address from,
        address to,
        uint256 amount,
        uint256 frozen,
        uint8 mode
    ) public {
        HostileModule hostile = new HostileModule();
        registry.setModuleAllowed(address(hostile), true);
        registry.setModule(address(_token), address(hostile));
        hostile.setMode(HostileModule.Mode(bound(mode, 0, uint8(type(HostileModule.Mode).max))));
        registry.setFrozenTokens(address(_token), from, frozen);
        _token.canTransfer(from, to, amount);
        _token.transferRefusal(from, to, amount);
        _token.canSend(from);
        _token.canReceive(to);
        _token.unfrozenBalanceOf(from);
    }

    /// @dev T4 over people, rules and amounts: the answer beforehand is what happens.
    function testFuzz_T4_canTransferIsExactlyWhatHappens(uint256 seed, uint256 amount, uint256 frozen) public {
        address[5] memory people = [ada, ben, cleo, stranger, makeAddr("dora")];
        address from = people[seed % 5];
        address to = people[(seed >> 8) % 5];
        if ((seed >> 16) % 4 == 0) identities.freeze(ben);
        if ((seed >> 24) % 4 == 0) identities.revoke(cleo);
        if ((seed >> 32) % 4 == 0) registry.pause(address(_token));
        if ((seed >> 40) % 4 == 0) skip(YEAR + 1);
        Rules memory rules = Rules({minTier: 1, maxHolders: 0, lockedUntil: 0, capPerIdentity: 0});
        if ((seed >> 48) % 4 == 0) rules.minTier = 3;
        if ((seed >> 56) % 4 == 0) rules.maxHolders = 2;
        if ((seed >> 64) % 4 == 0) rules.lockedUntil = uint48(vm.getBlockTimestamp()) + 1;
        if ((seed >> 72) % 4 == 0) rules.capPerIdentity = uint128(12 * UNIT);
        rulebook.setRules(address(_token), rules);
        amount = bound(amount, 0, _token.balanceOf(from));
        registry.setFrozenTokens(address(_token), from, bound(frozen, 0, 12 * UNIT));

        bool expected = _token.canTransfer(from, to, amount);
        vm.prank(from);
        (bool happened, ) = address(_token).call(abi.encodeCall(IERC20.transfer, (to, amount)));
        assertEq(happened, expected);
    }

    // --- helpers

    function _refusal(address from, address to, uint256 amount) private view returns (Refusal) {
        return _token.transferRefusal(from, to, amount);
    }

    function _refused(bytes memory reason, uint256 amount) private {
        vm.prank(ben);
        vm.expectRevert(reason);
        _token.transfer(cleo, amount);
    }

    function _refusedSender(Refusal refusal) private {
        assertEq(uint8(_refusal(ben, cleo, UNIT)), uint8(refusal));
        _refused(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotSend.selector, ben), UNIT);
    }

    function _refusedReceiver(Refusal refusal) private {
        assertEq(uint8(_refusal(ada, ben, UNIT)), uint8(refusal));
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, ben));
        _token.transfer(ben, UNIT);
    }
}
