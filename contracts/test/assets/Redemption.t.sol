// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {AssetRedemption} from "../../src/assets/AssetRedemption.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {IAssetRedemption, Redemption} from "../../src/interfaces/assets/IAssetRedemption.sol";
import {AssetState, AssetTerms, IAssetRegistry} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {IMoneyList} from "../../src/interfaces/shared/IMoneyList.sol";
import {FeeToken} from "../shared/FeeToken.sol";
import {vm} from "../shared/Test.sol";
import {HookedToken} from "../staking/HookedToken.sol";
import {MoneyBase} from "./MoneyBase.sol";

/// @notice At maturity the issuer pays in once, and each holder burns shares for their part.
contract RedemptionTest is MoneyBase {
    uint256 private constant AMOUNT = 2_000 * DOLLAR;

    AssetToken private _token;
    address private _asset;

    function setUp() public {
        _deployMoney();
        _token = _active(_terms());
        _asset = address(_token);
        _give(_token, ben, 300 * UNIT);
        _give(_token, cleo, 100 * UNIT);
    }

    // --- opening

    function test_theIssuerOfAMaturedAssetPaysInOnce() public {
        _mature();
        vm.expectEmit(address(redemption));
        emit IAssetRedemption.RedemptionOpened(_asset, ada, dollar, AMOUNT, SUPPLY);
        vm.expectEmit(address(dollar));
        emit IERC20.Transfer(ada, address(redemption), AMOUNT);
        _open();
        Redemption memory opened = redemption.redemptionOf(_asset);
        assertEq(opened.issuer, ada);
        assertEq(address(opened.money), address(dollar));
        assertEq(opened.amount, AMOUNT);
        assertEq(opened.supply, SUPPLY);
        assertEq(opened.redeemed + opened.paid, 0);
        assertFalse(opened.closed);
        assertEq(redemption.previewRedeemDown(_asset, 300 * UNIT), 600 * DOLLAR);

        _refuseOpen(ada, dollar, 1, abi.encodeWithSelector(IAssetRedemption.RedemptionAlreadyOpen.selector, _asset));
    }

    function test_onlyAMaturedAssetWithSharesIsRedeemed() public {
        bytes memory reason = abi.encodeWithSelector(IAssetRedemption.RedemptionNotMatured.selector, _asset);
        _refuseOpen(ada, dollar, AMOUNT, reason);
        _mature();
        registry.forcedBurn(_asset, ben, 300 * UNIT);
        registry.forcedBurn(_asset, cleo, 100 * UNIT);
        vm.prank(ada);
        registry.burn(_asset, 600 * UNIT);
        _refuseOpen(ada, dollar, AMOUNT, reason);
        vm.prank(ada);
        registry.retire(_asset);
        _refuseOpen(ada, dollar, AMOUNT, reason);
    }

    function test_onlyTheIssuerInGoodStandingFixesThePrice() public {
        _mature();
        bytes4 notIssuer = IAssetRedemption.RedemptionNotIssuer.selector;
        _refuseOpen(ben, dollar, AMOUNT, abi.encodeWithSelector(notIssuer, _asset, ben));
        identities.freeze(ada);
        _refuseOpen(ada, dollar, AMOUNT, abi.encodeWithSelector(notIssuer, _asset, ada));
    }

    function test_moneyAndAmountAreChecked() public {
        _mature();
        _refuseOpen(ada, IERC20(_asset), AMOUNT, abi.encodeWithSelector(IMoneyList.MoneyNotListed.selector, _asset));
        _refuseOpen(ada, dollar, 0, abi.encodeWithSelector(IAssetRedemption.RedemptionInvalidAmount.selector, 0));
        _refuseOpen(
            ada,
            dollar,
            1 << 128,
            abi.encodeWithSelector(IAssetRedemption.RedemptionInvalidAmount.selector, 1 << 128)
        );
    }

    function test_theLargestSupplyForTheLargestAmountIsPaidExactly() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("large");
        terms.shares = type(uint128).max / UNIT;
        AssetToken large = _active(terms);
        HookedToken money = new HookedToken();
        money.mint(address(this), 1);
        _list(money);
        money.mint(ada, type(uint128).max);
        _approve(ada, money);
        vm.startPrank(ada);
        registry.mature(address(large));
        redemption.openRedemption(address(large), money, type(uint128).max);
        uint256 supply = large.totalSupply();
        assertEq(redemption.redeem(address(large), supply, type(uint128).max), type(uint128).max);
        assertEq(money.balanceOf(ada), type(uint128).max);
    }

    function test_feeOnTransferMoneyIsNotTaken() public {
        _mature();
        FeeToken fee = new FeeToken();
        fee.mint(address(this), 1);
        _list(fee);
        fee.mint(ada, AMOUNT);
        _approve(ada, fee);
        fee.setFee(FeeToken.Fee.FromArrival, address(0));
        _refuseOpen(
            ada,
            fee,
            AMOUNT,
            abi.encodeWithSelector(IMoneyList.MoneyTransferInexact.selector, fee, AMOUNT, AMOUNT - 7)
        );
    }

    // --- redeeming

    function test_aHolderBurnsSharesForTheirPart() public {
        _mature();
        _open();
        vm.expectEmit(_asset);
        emit IERC20.Transfer(ben, address(0), 30 * UNIT);
        vm.expectEmit(address(redemption));
        emit IAssetRedemption.SharesRedeemed(_asset, ben, 30 * UNIT, 60 * DOLLAR);
        assertEq(_redeem(ben, 30 * UNIT), 60 * DOLLAR);
        assertEq(_token.balanceOf(ben), 270 * UNIT);
        assertEq(_token.totalSupply(), SUPPLY - 30 * UNIT);
        assertEq(dollar.balanceOf(ben), 60 * DOLLAR);
        Redemption memory opened = redemption.redemptionOf(_asset);
        assertEq(opened.redeemed, 30 * UNIT);
        assertEq(opened.paid, 60 * DOLLAR);
        // The price is what it was.
        assertEq(redemption.previewRedeemDown(_asset, 30 * UNIT), 60 * DOLLAR);
        assertEq(_redeem(ben, 270 * UNIT), 540 * DOLLAR);
        assertEq(_token.holders(), 2);
    }

    function testFuzz_noOrderOfRedeemingPaysMoreThanThePart(uint256 amount, uint256 first, uint256 second) public {
        amount = bound(amount, 1, 1_000_000 * DOLLAR);
        first = bound(first, 1, 299 * UNIT);
        second = bound(second, 1, 300 * UNIT - first);
        _mature();
        vm.prank(ada);
        redemption.openRedemption(_asset, dollar, amount);
        uint256 split = _redeem(ben, first) + _redeem(ben, second);
        assertEq(split, (amount * first) / SUPPLY + (amount * second) / SUPPLY);
        assertLe(split, (amount * (first + second)) / SUPPLY);
        assertGe(
            dollar.balanceOf(address(redemption)),
            (amount * (SUPPLY - first - second)) / SUPPLY
        );
    }

    function test_theLeastMoneyThatIsAcceptedIsKept() public {
        _mature();
        _open();
        vm.prank(ben);
        vm.expectRevert(
            abi.encodeWithSelector(IAssetRedemption.RedemptionBelowMinimum.selector, 60 * DOLLAR, 60 * DOLLAR + 1)
        );
        redemption.redeem(_asset, 30 * UNIT, 60 * DOLLAR + 1);
    }

    function test_nothingIsRedeemedForNothingAndMoreThanThereIsNot() public {
        _mature();
        _refuseRedeem(ben, 1, abi.encodeWithSelector(IAssetRedemption.RedemptionNotOpen.selector, _asset));
        _open();
        _refuseRedeem(ben, 0, abi.encodeWithSelector(IAssetRedemption.RedemptionInvalidAmount.selector, 0));
        bytes4 insufficient = IERC20Errors.ERC20InsufficientBalance.selector;
        _refuseRedeem(ben, 301 * UNIT, abi.encodeWithSelector(insufficient, ben, 300 * UNIT, 301 * UNIT));
        _refuseRedeem(
            ben,
            type(uint256).max,
            abi.encodeWithSelector(insufficient, ben, 300 * UNIT, type(uint256).max)
        );
    }

    /// @dev A millionth of a millionth of a share is worth no unit of money; it must still be possible to be rid of it.
    function test_dustIsRedeemedForNothingByWhoAcceptsNothing() public {
        _mature();
        _open();
        assertEq(_redeem(ben, 1), 0);
        assertEq(_token.balanceOf(ben), 300 * UNIT - 1);
    }

    /// @dev One unit for all shares: whoever redeems last would get it only with all of them.
    function test_moneyThatNeverMovesNothingHoldsNobodyUp() public {
        FeeToken strict = new FeeToken();
        strict.mint(address(this), 1);
        _list(strict);
        strict.mint(ada, 1);
        _approve(ada, strict);
        _mature();
        vm.prank(ada);
        redemption.openRedemption(_asset, strict, 1);
        assertEq(_redeem(ben, 300 * UNIT) + _redeem(cleo, 100 * UNIT) + _redeem(ada, 600 * UNIT), 0);
        vm.expectEmit(address(redemption));
        emit IAssetRedemption.RedemptionClosed(_asset, ada, 1);
        redemption.closeRedemption(_asset);
        assertEq(strict.balanceOf(ada), 1);
    }

    function test_moneyThatNeverMovesNothingClosesWithNothingLeft() public {
        FeeToken strict = new FeeToken();
        strict.mint(address(this), 1);
        _list(strict);
        strict.mint(ada, 10);
        _approve(ada, strict);
        _mature();
        vm.prank(ada);
        redemption.openRedemption(_asset, strict, 10);
        assertEq(_redeem(ben, 300 * UNIT) + _redeem(cleo, 100 * UNIT) + _redeem(ada, 600 * UNIT), 10);
        redemption.closeRedemption(_asset);
        assertTrue(redemption.redemptionOf(_asset).closed);
    }

    function test_seizedPledgedFrozenShares_frozenSharesWait() public {
        _mature();
        _open();
        registry.setFrozenTokens(_asset, ben, 200 * UNIT);
        _refuseRedeem(
            ben,
            101 * UNIT,
            abi.encodeWithSelector(
                IERC7943Fungible.ERC7943InsufficientUnfrozenBalance.selector,
                ben,
                101 * UNIT,
                100 * UNIT
            )
        );
        assertEq(_redeem(ben, 100 * UNIT), 200 * DOLLAR);
        registry.setFrozenTokens(_asset, ben, 0);
        assertEq(_redeem(ben, 200 * UNIT), 400 * DOLLAR);
    }

    function test_seizedPledgedFrozenShares_frozenAndRevokedPeopleWait() public {
        _mature();
        _open();
        bytes memory reason = abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotSend.selector, ben);
        identities.freeze(ben);
        _refuseRedeem(ben, UNIT, reason);
        identities.unfreeze(ben);
        identities.revoke(ben);
        _refuseRedeem(ben, UNIT, reason);
        assertEq(dollar.balanceOf(address(redemption)), AMOUNT);
    }

    function test_seizedPledgedFrozenShares_seizedSharesAreRedeemedByWhoeverGotThem() public {
        _mature();
        _open();
        identities.freeze(ben);
        registry.forcedTransfer(_asset, ben, cleo, 300 * UNIT);
        assertEq(_redeem(cleo, 400 * UNIT), 800 * DOLLAR);
    }

    function test_aLostAccountsSharesAreRecoveredThenRedeemed() public {
        _mature();
        _open();
        address next = _recover(ben, "ben-next");
        _refuseRedeem(ben, UNIT, abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotSend.selector, ben));
        _token.recover(ben);
        assertEq(_redeem(next, 300 * UNIT), 600 * DOLLAR);
    }

    function test_ninetyDaysOfSilence_lapsedHoldersRedeemWhilePaused() public {
        _mature();
        _open();
        identities.setAttester(attester, false);
        skip(YEAR + 90 days);
        registry.pause(_asset);
        assertEq(_redeem(ben, 300 * UNIT), 600 * DOLLAR);
        assertEq(_redeem(cleo, 100 * UNIT), 200 * DOLLAR);
    }

    function test_whatNobodyTakesIsKeptForItsOwners() public {
        _mature();
        _open();
        skip(20 * YEAR);
        vm.prank(ada);
        vm.expectRevert(
            abi.encodeWithSelector(IAssetRedemption.RedemptionSharesRemain.selector, _asset, SUPPLY)
        );
        redemption.closeRedemption(_asset);
        assertEq(_redeem(ben, 300 * UNIT), 600 * DOLLAR);
    }

    function test_delistedMoneyIsStillPaidOut() public {
        _mature();
        _open();
        redemption.delistMoney(dollar);
        assertEq(_redeem(ben, 300 * UNIT), 600 * DOLLAR);
    }

    // --- closing

    function test_whenNoShareIsLeftTheRestGoesToTheIssuer() public {
        _mature();
        _open();
        _redeem(ben, 300 * UNIT);
        registry.forcedBurn(_asset, cleo, 100 * UNIT);
        vm.prank(ada);
        registry.burn(_asset, 600 * UNIT);
        vm.expectEmit(address(redemption));
        emit IAssetRedemption.RedemptionClosed(_asset, ada, 1_400 * DOLLAR);
        vm.prank(stranger);
        redemption.closeRedemption(_asset);
        assertEq(dollar.balanceOf(ada), 1_000_000 * DOLLAR - 600 * DOLLAR);
        assertEq(dollar.balanceOf(address(redemption)), 0);
        assertEq(redemption.previewRedeemDown(_asset, UNIT), 0);

        bytes memory notOpen = abi.encodeWithSelector(IAssetRedemption.RedemptionNotOpen.selector, _asset);
        vm.expectRevert(notOpen);
        redemption.closeRedemption(_asset);
        _refuseRedeem(ben, 1, notOpen);
        _refuseOpen(ada, dollar, 1, abi.encodeWithSelector(IAssetRedemption.RedemptionAlreadyOpen.selector, _asset));
    }

    function test_whenAllWasPaidNothingIsLeft() public {
        _mature();
        _open();
        _redeem(ada, 600 * UNIT);
        _redeem(ben, 300 * UNIT);
        _redeem(cleo, 100 * UNIT);
        vm.expectEmit(address(redemption));
        emit IAssetRedemption.RedemptionClosed(_asset, ada, 0);
        redemption.closeRedemption(_asset);
        assertTrue(redemption.redemptionOf(_asset).closed);
    }

    function test_theRestGoesToTheSuccessorOfALostIssuer() public {
        _mature();
        _open();
        _redeem(ben, 300 * UNIT);
        _redeem(cleo, 100 * UNIT);
        vm.prank(ada);
        registry.burn(_asset, 600 * UNIT);
        address next = _recover(ada, "ada-next");
        redemption.closeRedemption(_asset);
        assertEq(dollar.balanceOf(next), 1_200 * DOLLAR);
    }

    function test_whatWasNeverOpenedIsWorthNothing() public view {
        assertEq(redemption.previewRedeemDown(_asset, UNIT), 0);
        assertEq(redemption.previewRedeemDown(_asset, 0), 0);
        assertEq(redemption.redemptionOf(_asset).issuer, address(0));
    }

    function test_previewsOfMoreThanThereIsAreNothing() public {
        _mature();
        _open();
        assertEq(redemption.previewRedeemDown(_asset, SUPPLY), AMOUNT);
        assertEq(redemption.previewRedeemDown(_asset, SUPPLY + 1), 0);
        assertEq(redemption.previewRedeemDown(_asset, type(uint256).max), 0);
    }

    // --- only the redemption contract

    function test_onlyTheRedemptionContractBurnsForOthersAndOnlyAtMaturity() public {
        vm.expectRevert(abi.encodeWithSelector(IAssetRegistry.AssetOnlyRedemption.selector, address(this)));
        registry.redeem(_asset, ben, UNIT);
        vm.expectRevert(
            abi.encodeWithSelector(IAssetRegistry.AssetWrongState.selector, _asset, AssetState.Active)
        );
        vm.prank(address(redemption));
        registry.redeem(_asset, ben, UNIT);
        vm.expectRevert(
            abi.encodeWithSelector(IAssetRegistry.AssetWrongState.selector, stranger, AssetState.None)
        );
        vm.prank(address(redemption));
        registry.redeem(stranger, ben, UNIT);
    }

    function test_anotherRedemptionContractTakesOver() public {
        _mature();
        _open();
        AssetRedemption other = new AssetRedemption(address(manager), registry);
        vm.expectEmit(address(registry));
        emit IAssetRegistry.AssetRedemptionSet(address(other));
        registry.setRedemption(address(other));
        assertEq(registry.redemption(), address(other));
        _refuseRedeem(ben, UNIT, abi.encodeWithSelector(IAssetRegistry.AssetOnlyRedemption.selector, redemption));
        // What is owed there waits for it.
        registry.setRedemption(address(redemption));
        assertEq(_redeem(ben, UNIT), 2 * DOLLAR);
    }

    // --- reentrancy through money

    function test_reentrancyThroughMoney_noRedeemInARedeem() public {
        HookedToken hooked = _hooked();
        hooked.arm(address(redemption), abi.encodeCall(redemption.redeem, (_asset, UNIT, 0)));
        assertEq(_redeem(ben, UNIT), 2 * DOLLAR);
        _blocked(hooked);
    }

    function test_reentrancyThroughMoney_noCloseInARedeem() public {
        HookedToken hooked = _hooked();
        _redeem(ada, 600 * UNIT);
        _redeem(ben, 300 * UNIT);
        hooked.arm(address(redemption), abi.encodeCall(redemption.closeRedemption, (_asset)));
        _redeem(cleo, 100 * UNIT);
        _blocked(hooked);
        redemption.closeRedemption(_asset);
        assertEq(hooked.balanceOf(cleo), 200 * DOLLAR);
    }

    function test_reentrancyThroughMoney_noOpeningInARedeem() public {
        HookedToken hooked = _hooked();
        hooked.mint(ada, AMOUNT);
        hooked.arm(address(redemption), abi.encodeCall(redemption.openRedemption, (_asset, hooked, AMOUNT)));
        _redeem(ben, UNIT);
        _blocked(hooked);
    }

    function _hooked() private returns (HookedToken hooked) {
        hooked = new HookedToken();
        hooked.mint(address(this), 1);
        _list(hooked);
        hooked.mint(ada, AMOUNT);
        _approve(ada, hooked);
        _mature();
        vm.prank(ada);
        redemption.openRedemption(_asset, hooked, AMOUNT);
    }

    function _blocked(HookedToken hooked) private view {
        assertTrue(hooked.called());
        assertFalse(hooked.succeeded());
        assertEq(
            bytes32(hooked.result()),
            bytes32(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }

    function _mature() private {
        vm.prank(ada);
        registry.mature(_asset);
    }

    function _open() private {
        vm.prank(ada);
        redemption.openRedemption(_asset, dollar, AMOUNT);
    }

    function _redeem(address holder, uint256 shares) private returns (uint256) {
        vm.prank(holder);
        return redemption.redeem(_asset, shares, 0);
    }

    function _refuseOpen(address caller, IERC20 money, uint256 amount, bytes memory reason) private {
        vm.prank(caller);
        vm.expectRevert(reason);
        redemption.openRedemption(_asset, money, amount);
    }

    function _refuseRedeem(address holder, uint256 shares, bytes memory reason) private {
        vm.prank(holder);
        vm.expectRevert(reason);
        redemption.redeem(_asset, shares, 0);
    }
}
