// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AssetTerms} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {IAssetToken, IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {Refusal, Rules, TransferContext} from "../../src/interfaces/assets/IComplianceModule.sol";
import {ILendingMarkets, MarketPosition} from "../../src/interfaces/loans/ILendingMarkets.sol";
import {vm} from "../shared/Test.sol";
import {MarketsBase} from "./MarketsBase.sol";

/// @notice Shares of tokenized assets as collateral: pledged, seized, frozen, recovered, and sold when nobody comes.
contract RegulatedMarketsTest is MarketsBase {
    function setUp() public {
        _deployMarkets();
        _lend(regulated, 10_000 * USD);
    }

    function _underwater() private {
        _pledge(regulated, ben, 10 * UNIT);
        _borrow(regulated, ben, 800 * USD);
        _setPrice(PRICE * 9 / 10);
    }

    function test_T8_pledgedSharesAreWhatTheMarketsRecord() public {
        uint32 holders = flats.holders();
        _pledge(regulated, ben, 60 * UNIT);
        assertEq(flats.balanceOf(address(markets)), 60 * UNIT);
        assertEq(markets.pledgedOf(address(flats), ben), 60 * UNIT);
        assertEq(flats.holders(), holders);
        // All that he has: then he is no holder, and one again when it comes back.
        _pledge(regulated, ben, 40 * UNIT);
        assertEq(flats.holders(), holders - 1);
        vm.prank(ben);
        markets.withdrawCollateral(regulated, 100 * UNIT, ben, ben);
        assertEq(flats.holders(), holders);
        assertEq(markets.pledgedOf(address(flats), ben), 0);
    }

    function test_T8_hurt_sharesThatSomebodyMerelySendsWouldBeNobodysAndAreRefused() public {
        bytes memory refused = abi.encodeWithSelector(
            IERC7943Fungible.ERC7943CannotTransfer.selector,
            ben,
            address(markets),
            UNIT
        );
        vm.prank(ben);
        vm.expectRevert(refused);
        flats.transfer(address(markets), UNIT);
        vm.prank(ben);
        flats.approve(cleo, UNIT);
        vm.prank(cleo);
        vm.expectRevert(refused);
        flats.transferFrom(ben, address(markets), UNIT);
        // T4: it says so beforehand, and that it would be good for a pledge.
        assertFalse(flats.canTransfer(ben, address(markets), UNIT));
        assertEq(uint256(flats.transferRefusal(ben, address(markets), UNIT)), uint256(Refusal.PledgeOnly));
        registry.setFrozenTokens(address(flats), ben, 100 * UNIT);
        assertEq(uint256(flats.transferRefusal(ben, address(markets), 1)), uint256(Refusal.InsufficientUnfrozen));
        identities.freeze(ben);
        assertEq(uint256(flats.transferRefusal(ben, address(markets), 1)), uint256(Refusal.SenderFrozen));
    }

    function test_sharesArePledgedByTheirOwnerAloneAndComeBackOnlyToIt() public {
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketOnlyOwner.selector, cleo, ben));
        markets.supplyCollateral(regulated, 1, cleo, "");
        _pledge(regulated, ben, 10 * UNIT);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketOnlyToOwner.selector, ben, cleo));
        markets.withdrawCollateral(regulated, 1, ben, cleo);
    }

    function test_L12_hurt_seizedSharesGoOnlyToWhoMayHoldThem() public {
        _underwater();
        vm.prank(sam);
        vm.expectRevert(
            abi.encodeWithSelector(ILendingMarkets.MarketNotPermitted.selector, address(flats), sam)
        );
        markets.liquidate(regulated, ben, type(uint256).max, "");
        uint256 before = flats.balanceOf(cleo);
        (, uint256 seized) = _liquidate(regulated, cleo, ben, type(uint256).max);
        assertEq(flats.balanceOf(cleo), before + seized);
        assertEq(markets.pledgedOf(address(flats), ben), 10 * UNIT - seized);
        assertEq(flats.balanceOf(address(markets)), 10 * UNIT - seized);
    }

    function test_hurt_frozenOwnersBorrowNothingTakeNothingAndAreLiquidated() public {
        _underwater();
        identities.freeze(ben);
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(ILendingMarkets.MarketNotPermitted.selector, address(flats), ben)
        );
        markets.borrow(regulated, 1, 0, ben, ben);
        vm.prank(ben);
        vm.expectPartialRevert(IERC7943Fungible.ERC7943CannotSend.selector);
        markets.supplyCollateral(regulated, 1, ben, "");
        (uint256 repaid, ) = _liquidate(regulated, cleo, ben, type(uint256).max);
        assertEq(repaid, 800 * USD);
        // What is left waits until the freeze ends.
        uint256 left = _position(regulated, ben).collateral;
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, ben));
        markets.withdrawCollateral(regulated, left, ben, ben);
        identities.unfreeze(ben);
        vm.prank(ben);
        markets.withdrawCollateral(regulated, left, ben, ben);
    }

    function test_aPledgeComesBackAlsoAfterItsOwnersVerificationLapsed() public {
        _pledge(regulated, ben, 10 * UNIT);
        skip(400 days);
        vm.prank(ben);
        markets.withdrawCollateral(regulated, 10 * UNIT, ben, ben);
        assertEq(flats.balanceOf(ben), 100 * UNIT);
    }

    function test_hurt_frozenSharesAreNotPledged() public {
        registry.setFrozenTokens(address(flats), ben, 95 * UNIT);
        vm.prank(ben);
        vm.expectPartialRevert(IERC7943Fungible.ERC7943InsufficientUnfrozenBalance.selector);
        markets.supplyCollateral(regulated, 5 * UNIT + 1, ben, "");
        _pledge(regulated, ben, 5 * UNIT);
    }

    function test_hurt_bogusMarketWithSelfLiquidationMovesNoSharesPastTheRules() public {
        // Whoever controls a borrower and a liquidator still needs a liquidator who may hold the shares.
        _underwater();
        _setPrice(PRICE / 100);
        vm.prank(stranger);
        vm.expectRevert(
            abi.encodeWithSelector(ILendingMarkets.MarketNotPermitted.selector, address(flats), stranger)
        );
        markets.liquidate(regulated, ben, type(uint256).max, "");
    }

    function test_pausesAndMaturityStopPledgesAndNoReturn() public {
        _pledge(regulated, ben, 10 * UNIT);
        registry.pause(address(flats));
        vm.prank(ben);
        vm.expectPartialRevert(IAssetToken.AssetTokenPaused.selector);
        markets.supplyCollateral(regulated, 1, ben, "");
        vm.prank(ben);
        markets.withdrawCollateral(regulated, 5 * UNIT, ben, ben);
        vm.prank(ada);
        registry.mature(address(flats));
        skip(15 days);
        vm.prank(ben);
        vm.expectRevert(IAssetToken.AssetTokenNotActive.selector);
        markets.supplyCollateral(regulated, 1, ben, "");
        vm.prank(ben);
        markets.withdrawCollateral(regulated, 5 * UNIT, ben, ben);
        assertEq(flats.balanceOf(ben), 100 * UNIT);
    }

    function test_hurt_pledgedSharesAreTakenByNoForce() public {
        _pledge(regulated, ben, 10 * UNIT);
        bytes memory refused = abi.encodeWithSelector(
            IAssetToken.AssetTokenInvalidForcedTransfer.selector,
            address(markets),
            cleo
        );
        vm.expectRevert(refused);
        registry.forcedTransfer(address(flats), address(markets), cleo, 1);
        vm.expectPartialRevert(IAssetToken.AssetTokenInvalidForcedTransfer.selector);
        registry.forcedBurn(address(flats), address(markets), 1);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, address(markets)));
        registry.forcedTransfer(address(flats), ben, address(markets), 1);
    }

    function test_whatIsPledgedCountsAgainstTheCap() public {
        AssetTerms memory terms = _terms();
        (terms.rules.capPerIdentity, terms.salt) = (uint128(10 * UNIT), keccak256("capped"));
        flats = _active(terms);
        regulated.collateral = flats;
        markets.createMarket(regulated, type(uint96).max, type(uint96).max);
        _give(flats, ben, 10 * UNIT);
        vm.prank(ben);
        flats.approve(address(markets), type(uint256).max);
        _pledge(regulated, ben, 10 * UNIT);
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotTransfer.selector, ada, ben, 1)
        );
        flats.transfer(ben, 1);
        // A person's accounts count together, also where the other one has pledged.
        address phone = _link("ben", "ben's phone");
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotTransfer.selector, ada, phone, 1)
        );
        flats.transfer(phone, 1);
        vm.prank(ben);
        markets.withdrawCollateral(regulated, 10 * UNIT, ben, ben);
    }

    function test_sharesWithoutRulesAreNotPledged() public view {
        TransferContext memory context = TransferContext(ben, address(markets), UNIT, UNIT, 0, 1);
        assertEq(uint256(rulebook.checkFor(stranger, context)), uint256(Refusal.ModuleFailed));
    }

    function test_aLockUpStopsPledgesOfAllButTheIssuerAndNoReturn() public {
        _pledge(regulated, ben, 10 * UNIT);
        Rules memory rules = Rules(1, 0, uint48(vm.getBlockTimestamp() + 100 days), 0);
        rulebook.setRules(address(flats), rules);
        vm.prank(ben);
        vm.expectPartialRevert(IERC7943Fungible.ERC7943CannotTransfer.selector);
        markets.supplyCollateral(regulated, 1, ben, "");
        vm.prank(ben);
        markets.withdrawCollateral(regulated, 10 * UNIT, ben, ben);
        vm.startPrank(ada);
        flats.approve(address(markets), 1);
        markets.supplyCollateral(regulated, 1, ada, "");
        vm.stopPrank();
    }

    function test_aRecoveredOwnersPledgeAndDebtFollow() public {
        _pledge(regulated, ben, 10 * UNIT);
        _borrow(regulated, ben, 500 * USD);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketNotRecovered.selector, ben));
        markets.recover(regulated, ben);
        address heir = _recover(ben, "heir");
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketNotRecovered.selector, ben));
        markets.recover(plain, ben);
        markets.recover(regulated, ben);
        MarketPosition memory position = _position(regulated, heir);
        assertEq(position.collateral, 10 * UNIT);
        assertEq(_position(regulated, ben).borrowShares, 0);
        assertEq(markets.pledgedOf(address(flats), heir), 10 * UNIT);
        assertEq(markets.pledgedOf(address(flats), ben), 0);
        _equip(heir);
        vm.startPrank(heir);
        markets.repay(regulated, 0, type(uint256).max, heir, "");
        markets.withdrawCollateral(regulated, 10 * UNIT, heir, heir);
        vm.stopPrank();
    }

    function test_aPledgeMayComeBackToTheSuccessorStraightAway() public {
        _pledge(regulated, ben, 10 * UNIT);
        address heir = _recover(ben, "heir");
        vm.prank(ben);
        vm.expectPartialRevert(IERC7943Fungible.ERC7943CannotReceive.selector);
        markets.withdrawCollateral(regulated, 10 * UNIT, ben, ben);
        vm.prank(ben);
        markets.withdrawCollateral(regulated, 10 * UNIT, ben, heir);
        assertEq(flats.balanceOf(heir), 10 * UNIT);
    }

    // --- the sale, when nobody comes

    function test_theDiscountRisesFromADayAfterTheFlagForTenDays() public {
        _underwater();
        vm.expectEmit(address(markets));
        emit ILendingMarkets.PositionFlagged(regulatedId, ben, uint40(vm.getBlockTimestamp()));
        markets.flag(regulated, ben);
        skip(1 days);
        uint256 snapshot = vm.snapshotState();
        (uint256 repaid, uint256 seized) = _liquidate(regulated, cleo, ben, 100 * USD * 1e6);
        assertApproxEqAbs(seized, (repaid * INCENTIVE) / 90e6, 1e12);
        vm.revertToState(snapshot);
        skip(5 days);
        snapshot = vm.snapshotState();
        // Half way from 1.06 to 2: at 89 of 100 lent everything goes, for 900 / 1.53.
        (repaid, seized) = _liquidate(regulated, cleo, ben, type(uint256).max);
        assertEq(seized, 10 * UNIT);
        assertApproxEqAbs(repaid, (900 * USD * WAD) / 1.53e18, 2);
        vm.revertToState(snapshot);
        skip(8 days);
        // Over: as if nobody had flagged.
        (repaid, seized) = _liquidate(regulated, cleo, ben, 100 * USD * 1e6);
        assertApproxEqAbs(seized, (repaid * INCENTIVE) / 90e6, 1e12);
    }

    function test_aFlagDoesNotStartAnewWhileItRunsAndEndsWithTheTrouble() public {
        _underwater();
        markets.flag(regulated, ben);
        uint40 flaggedAt = _position(regulated, ben).flaggedAt;
        skip(3 days);
        markets.flag(regulated, ben);
        assertEq(_position(regulated, ben).flaggedAt, flaggedAt);
        _setPrice(PRICE * 2);
        markets.flag(regulated, ben);
        assertEq(_position(regulated, ben).flaggedAt, 0);
        _setPrice(PRICE * 9 / 10);
        markets.flag(regulated, ben);
        skip(14 days);
        markets.flag(regulated, ben);
        assertEq(_position(regulated, ben).flaggedAt, vm.getBlockTimestamp());
    }

    function test_plainCollateralHasNoSale() public {
        vm.expectPartialRevert(ILendingMarkets.MarketInvalidParams.selector);
        markets.flag(plain, ben);
    }
}
