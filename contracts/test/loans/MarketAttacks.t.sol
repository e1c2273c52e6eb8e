// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Authorization, ILendingMarkets, Market, MarketParams} from "../../src/interfaces/loans/ILendingMarkets.sol";
import {LendingMarkets} from "../../src/loans/LendingMarkets.sol";
import {vm} from "../shared/Test.sol";
import {CallingGold} from "./CallingGold.sol";
import {MarketsBase} from "./MarketsBase.sol";

/// @notice Ways in which others were hurt, tried on the lending markets. More stand beside what they are about: stale interest, inflated
/// shares, a wei of collateral that is left, losses that lenders flee in LendingMarkets.t.sol; seized, pledged, frozen shares and bogus markets in
/// RegulatedMarkets.t.sol; appraisals that jump or do not come in Oracles.t.sol.
contract MarketAttacksTest is MarketsBase {
    bytes32 private constant AUTHORIZATION =
        keccak256(
            "Authorization(address authorizer,address authorized,bool isAuthorized,uint256 nonce,uint256 deadline)"
        );
    /// @dev Of secp256k1.
    uint256 private constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    address private dora;
    uint256 private doraKey;

    function setUp() public {
        _deployMarkets();
        _lend(plain, 10_000 * USD);
        _lend(regulated, 10_000 * USD);
        (dora, doraKey) = makeAddrAndKey("dora");
    }

    function _digest(Authorization memory a) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN, keccak256("QTI Markets"), keccak256("1"), block.chainid, address(markets))
        );
        return keccak256(abi.encodePacked(hex"1901", domain, keccak256(abi.encode(AUTHORIZATION, a))));
    }

    // --- signatures

    function test_hurt_aPermissionIsForOneChainOneContractAndOneAuthorizer() public {
        Authorization memory a = Authorization(dora, cleo, true, 0, vm.getBlockTimestamp() + 1);
        bytes memory signed = signature(doraKey, _digest(a));
        LendingMarkets others = new LendingMarkets(registry, identities, address(manager));
        bytes memory invalid = abi.encodeWithSelector(ILendingMarkets.MarketInvalidSigner.selector, dora);
        vm.expectRevert(invalid);
        others.setAuthorizationBySignature(a, signed);
        uint256 chain = block.chainid;
        vm.chainId(1);
        vm.expectRevert(invalid);
        markets.setAuthorizationBySignature(a, signed);
        vm.chainId(chain);
        // In the name of somebody else, whose nonce is the same.
        a.authorizer = ben;
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidSigner.selector, ben));
        markets.setAuthorizationBySignature(a, signed);
        assertEq(markets.nonces(ben), 0);
        a.authorizer = dora;
        markets.setAuthorizationBySignature(a, signed);
        assertEq(markets.nonces(dora), 1);
    }

    function test_hurt_theOtherFormOfASignatureIsNone() public {
        Authorization memory a = Authorization(dora, cleo, true, 0, vm.getBlockTimestamp() + 1);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(doraKey, _digest(a));
        bytes memory mirrored = abi.encodePacked(r, bytes32(ORDER - uint256(s)), v == 27 ? 28 : 27);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidSigner.selector, dora));
        markets.setAuthorizationBySignature(a, mirrored);
    }

    // --- donations

    function test_V12_hurt_aDonationChangesNoPriceNoDebtAndNoHealth() public {
        _pledge(plain, ben, 10 * UNIT);
        _borrow(plain, ben, 500 * USD);
        Market memory before = markets.expected(plain);
        (uint256 debt, uint256 limit, uint256 borrowable) = markets.healthOf(plain, ben);
        money.transfer(address(markets), 50_000 * USD);
        gold.mint(address(markets), 50 * UNIT);
        Market memory later = markets.expected(plain);
        assertEq(later.supplied, before.supplied);
        assertEq(later.borrowed, before.borrowed);
        (uint256 debtNow, uint256 limitNow, uint256 borrowableNow) = markets.healthOf(plain, ben);
        assertEq(debtNow, debt);
        assertEq(limitNow, limit);
        assertEq(borrowableNow, borrowable);
        // Nor can anybody withdraw it, or borrow it.
        uint256 shares = _position(plain, sam).supplyShares;
        vm.prank(sam);
        vm.expectRevert(
            abi.encodeWithSelector(ILendingMarkets.MarketNotEnoughLiquidity.selector, 10_000 * USD, 9_500 * USD)
        );
        markets.withdraw(plain, 0, shares, sam, sam);
    }

    // --- tokens that call back

    function test_hurt_moneyThatCallsBackFindsNothingToEnter() public {
        CallingGold hostile = new CallingGold();
        hostile.mint(address(this), 1_000 * UNIT);
        hostile.approve(address(markets), type(uint256).max);
        markets.listMoney(hostile, 1);
        MarketParams memory params = plain;
        (params.loanToken, params.dust) = (hostile, 1);
        markets.createMarket(params, type(uint96).max, type(uint96).max);
        _setPrice(1e36);
        markets.supply(params, 100 * UNIT, 0, address(this), "");

        bytes memory entry = abi.encodeCall(markets.accrue, (params));
        hostile.watch(address(markets), address(markets), entry);
        markets.supply(params, 1 * UNIT, 0, address(this), "");
        _assertKeptOut(hostile);
        hostile.watch(sam, address(markets), entry);
        markets.withdraw(params, 1 * UNIT, 0, address(this), sam);
        _assertKeptOut(hostile);
        _pledge(params, ben, 100 * UNIT);
        hostile.watch(ben, address(markets), entry);
        _borrow(params, ben, 50 * UNIT);
        _assertKeptOut(hostile);
        vm.prank(ben);
        hostile.approve(address(markets), type(uint256).max);
        hostile.watch(address(markets), address(markets), entry);
        vm.prank(ben);
        markets.repay(params, 1 * UNIT, 0, ben, "");
        _assertKeptOut(hostile);
    }

    function test_hurt_collateralThatCallsBackFindsNothingToEnter() public {
        CallingGold hostile = new CallingGold();
        MarketParams memory params = plain;
        params.collateral = hostile;
        markets.createMarket(params, type(uint96).max, type(uint96).max);
        _lend(params, 10_000 * USD);
        hostile.mint(ben, 20 * UNIT);
        vm.prank(ben);
        hostile.approve(address(markets), type(uint256).max);

        bytes memory entry = abi.encodeCall(markets.accrue, (params));
        hostile.watch(address(markets), address(markets), entry);
        _pledge(params, ben, 10 * UNIT);
        _assertKeptOut(hostile);
        hostile.watch(sam, address(markets), entry);
        vm.prank(ben);
        markets.withdrawCollateral(params, 1 * UNIT, ben, sam);
        _assertKeptOut(hostile);
        _borrow(params, ben, 700 * USD);
        _setPrice((PRICE * 9) / 10);
        hostile.watch(cleo, address(markets), entry);
        _liquidate(params, cleo, ben, type(uint256).max);
        _assertKeptOut(hostile);
    }

    function _assertKeptOut(CallingGold hostile) private {
        assertEq(
            keccak256(hostile.answer()),
            keccak256(abi.encodeWithSelector(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector))
        );
        hostile.forget();
    }

    // --- one market's trouble

    function test_hurt_theLossOfOneMarketIsNoOthers() public {
        _pledge(plain, ben, 10 * UNIT);
        _borrow(plain, ben, 800 * USD);
        _setPrice(PRICE / 10);
        Market memory before = _market(regulated);
        _liquidate(plain, cleo, ben, type(uint256).max);
        assertLt(_market(plain).supplied, 10_000 * USD);
        Market memory later = _market(regulated);
        assertEq(later.supplied, before.supplied);
        assertEq(later.supplyShares, before.supplyShares);
        // Money of both lies side by side: who lent in one is paid in full.
        uint256 shares = _position(regulated, sam).supplyShares;
        vm.prank(sam);
        (uint256 assets, ) = markets.withdraw(regulated, 0, shares, sam, sam);
        assertEq(assets, 10_000 * USD);
    }

    function test_hurt_nobodyIsLiquidatedTwiceForTheSameDebt() public {
        _pledge(plain, ben, 10 * UNIT);
        _borrow(plain, ben, 800 * USD);
        _setPrice((PRICE * 9) / 10);
        _liquidate(plain, cleo, ben, type(uint256).max);
        vm.prank(cleo);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketHealthy.selector, 0, 41_600_000));
        markets.liquidate(plain, ben, type(uint256).max, "");
    }

    // --- silence

    function test_silence_withoutAppraiserAndKeeperFor90DaysEveryExitGoesOn() public {
        _pledge(regulated, ben, 10 * UNIT);
        _borrow(regulated, ben, 500 * USD);
        skip(90 days);
        // Nobody appraised: there is a price for liquidation and none to borrow by.
        oracle.set(0, PRICE);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketNoBorrowPrice.selector, regulatedId));
        markets.borrow(regulated, 1, 0, ben, ben);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketNoBorrowPrice.selector, regulatedId));
        markets.withdrawCollateral(regulated, 1, ben, ben);

        vm.prank(sam);
        markets.withdraw(regulated, 1_000 * USD, 0, sam, sam);
        oracle.set(0, PRICE / 2);
        uint256 snapshot = vm.snapshotState();
        _liquidate(regulated, cleo, ben, type(uint256).max);
        vm.revertToState(snapshot);
        vm.startPrank(ben);
        markets.repay(regulated, 0, type(uint256).max, ben, "");
        markets.withdrawCollateral(regulated, 10 * UNIT, ben, ben);
        vm.stopPrank();
        assertEq(flats.balanceOf(ben), 100 * UNIT);
    }
}
