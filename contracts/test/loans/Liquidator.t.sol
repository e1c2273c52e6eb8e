// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC7943Fungible} from "../../src/interfaces/assets/IAssetToken.sol";
import {ILendingMarkets, MarketParams} from "../../src/interfaces/loans/ILendingMarkets.sol";
import {ILiquidator} from "../../src/interfaces/loans/ILiquidator.sol";
import {Liquidator} from "../../src/loans/Liquidator.sol";
import {vm} from "../shared/Test.sol";
import {CallingGold} from "./CallingGold.sol";
import {MarketsBase} from "./MarketsBase.sol";

/// @notice A keeper's own liquidator: its money, what it gets for it, and who cannot make it spend.
contract LiquidatorTest is MarketsBase {
    Liquidator private liquidator;
    address private keeper;

    function setUp() public {
        _deployMarkets();
        _lend(plain, 10_000 * USD);
        _lend(regulated, 10_000 * USD);
        keeper = makeAddr("keeper");
        money.transfer(keeper, 5_000 * USD);
        liquidator = new Liquidator(markets, keeper);
        vm.prank(keeper);
        money.approve(address(liquidator), type(uint256).max);
    }

    function _underwater(MarketParams memory params) private {
        _pledge(params, ben, 10 * UNIT);
        _borrow(params, ben, 800 * USD);
        _setPrice((PRICE * 9) / 10);
    }

    function _run(
        MarketParams memory params,
        uint256 shares,
        uint256 minSeized
    ) private returns (uint256 repaid, uint256 seized, bool handed) {
        vm.prank(keeper);
        return liquidator.liquidate(params, ben, shares, minSeized);
    }

    function test_takesWhatIsPaidFromItsOwnerAndHandsOverWhatIsSeized() public {
        _underwater(plain);
        (uint256 repaid, uint256 seized, bool handed) = _run(plain, 400 * USD * 1e6, 0);
        assertEq(repaid, 400 * USD);
        assertEq(seized, (400 * UNIT * INCENTIVE) / 90e18);
        assertTrue(handed);
        assertEq(money.balanceOf(keeper), 5_000 * USD - repaid);
        assertEq(gold.balanceOf(keeper), seized);
        _assertEmpty(plain);
    }

    function test_handsSharesToAnOwnerWhoMayHoldThem() public {
        _attest(keeper, GERMANY, 2);
        _attest(address(liquidator), GERMANY, 2);
        _underwater(regulated);
        (, uint256 seized, bool handed) = _run(regulated, type(uint256).max, 0);
        assertTrue(handed);
        assertEq(flats.balanceOf(keeper), seized);
        _assertEmpty(regulated);
    }

    function test_keepsSharesThatItsOwnerMayNotHoldUntilTheyAreTaken() public {
        _attest(address(liquidator), GERMANY, 2);
        _underwater(regulated);
        (uint256 repaid, uint256 seized, bool handed) = _run(regulated, type(uint256).max, 0);
        assertTrue(!handed);
        assertEq(money.balanceOf(keeper), 5_000 * USD - repaid);
        assertEq(flats.balanceOf(address(liquidator)), seized);

        vm.prank(keeper);
        vm.expectRevert(abi.encodeWithSelector(IERC7943Fungible.ERC7943CannotReceive.selector, keeper));
        liquidator.take(IERC20(flats), seized, keeper);
        uint256 before = flats.balanceOf(cleo);
        vm.prank(keeper);
        liquidator.take(IERC20(flats), seized, cleo);
        assertEq(flats.balanceOf(cleo), before + seized);
        _assertEmpty(regulated);
    }

    function test_L12_seizesNoSharesWithoutBeingVerifiedItself() public {
        _attest(keeper, GERMANY, 2);
        _underwater(regulated);
        vm.prank(keeper);
        vm.expectRevert(
            abi.encodeWithSelector(ILendingMarkets.MarketNotPermitted.selector, address(flats), address(liquidator))
        );
        liquidator.liquidate(regulated, ben, type(uint256).max, 0);
    }

    function test_spendsNothingForLessThanItsOwnerWants() public {
        _underwater(plain);
        uint256 snapshot = vm.snapshotState();
        (, uint256 seized, ) = _run(plain, type(uint256).max, 0);
        vm.revertToState(snapshot);
        vm.prank(keeper);
        vm.expectRevert(
            abi.encodeWithSelector(ILiquidator.LiquidatorSeizedTooLittle.selector, seized, seized + 1)
        );
        liquidator.liquidate(plain, ben, type(uint256).max, seized + 1);
        _run(plain, type(uint256).max, seized);
        assertEq(gold.balanceOf(keeper), seized);
    }

    function test_theAllowanceBoundsWhatItSpends() public {
        _underwater(plain);
        vm.startPrank(keeper);
        money.approve(address(liquidator), 400 * USD);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(liquidator),
                400 * USD,
                400 * USD + 1
            )
        );
        liquidator.liquidate(plain, ben, 400 * USD * 1e6 + 1e6, 0);
        liquidator.liquidate(plain, ben, 400 * USD * 1e6, 0);
        vm.stopPrank();
        assertEq(money.allowance(keeper, address(liquidator)), 0);
    }

    function test_nobodyElseMakesItSpendOrTakesFromIt() public {
        _underwater(plain);
        bytes memory refused = abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, cleo);
        vm.startPrank(cleo);
        vm.expectRevert(refused);
        liquidator.liquidate(plain, ben, type(uint256).max, 0);
        vm.expectRevert(refused);
        liquidator.take(IERC20(money), 1, cleo);
        vm.expectRevert(abi.encodeWithSelector(ILiquidator.LiquidatorOnlyMarkets.selector, cleo));
        liquidator.onMarketLiquidate(1, abi.encode(money));
        vm.stopPrank();
        // Not the owner either: the callback is the markets' alone.
        vm.prank(keeper);
        vm.expectRevert(abi.encodeWithSelector(ILiquidator.LiquidatorOnlyMarkets.selector, keeper));
        liquidator.onMarketLiquidate(1, abi.encode(money));
    }

    function test_anotherLiquidationDoesNotEndInItsCallback() public {
        _underwater(plain);
        // Names it as data, in the hope that its owner pays.
        vm.prank(cleo);
        vm.expectRevert();
        markets.liquidate(plain, ben, type(uint256).max, abi.encode(address(liquidator)));
        assertEq(money.balanceOf(keeper), 5_000 * USD);
    }

    function test_hurt_collateralThatCallsBackFindsNothingToEnter() public {
        CallingGold hostile = new CallingGold();
        plain.collateral = hostile;
        markets.createMarket(plain, type(uint96).max, type(uint96).max);
        _lend(plain, 10_000 * USD);
        hostile.mint(ben, 10 * UNIT);
        vm.prank(ben);
        hostile.approve(address(markets), type(uint256).max);
        _setPrice(PRICE);
        _underwater(plain);

        // On its way in: the liquidator is its owner's.
        bytes memory again = abi.encodeCall(ILiquidator.liquidate, (plain, ben, 1e12, 0));
        hostile.watch(address(liquidator), address(liquidator), again);
        _run(plain, 1e12, 0);
        assertEq(
            keccak256(hostile.answer()),
            keccak256(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, address(hostile)))
        );
        // On its way in again, with its callback: that is the markets'.
        bytes memory pay = abi.encodeCall(ILiquidator.onMarketLiquidate, (1_000 * USD, abi.encode(money)));
        hostile.watch(address(liquidator), address(liquidator), pay);
        _run(plain, 1e12, 0);
        assertEq(
            keccak256(hostile.answer()),
            keccak256(abi.encodeWithSelector(ILiquidator.LiquidatorOnlyMarkets.selector, address(hostile)))
        );
        assertEq(money.balanceOf(keeper), 4_998 * USD);
        _assertEmpty(plain);
    }

    function test_itsOwnerHandsItOnInTwoSteps() public {
        vm.prank(keeper);
        liquidator.transferOwnership(cleo);
        assertEq(liquidator.owner(), keeper);
        vm.startPrank(cleo);
        liquidator.acceptOwnership();
        money.approve(address(liquidator), type(uint256).max);
        vm.stopPrank();
        _underwater(plain);
        vm.prank(cleo);
        liquidator.liquidate(plain, ben, type(uint256).max, 0);
        assertEq(money.balanceOf(keeper), 5_000 * USD);
        assertEq(address(liquidator.markets()), address(markets));
    }

    function _assertEmpty(MarketParams memory params) private view {
        assertEq(money.balanceOf(address(liquidator)), 0);
        assertEq(money.allowance(address(liquidator), address(markets)), 0);
        assertEq(params.collateral.balanceOf(address(liquidator)), 0);
    }
}
