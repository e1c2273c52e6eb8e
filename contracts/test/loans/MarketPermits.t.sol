// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {ILendingMarkets, MarketParams, Permit} from "../../src/interfaces/loans/ILendingMarkets.sol";
import {FeeToken} from "../shared/FeeToken.sol";
import {PermitDigest} from "../shared/PermitDigest.sol";
import {vm} from "../shared/Test.sol";
import {MarketsBase} from "./MarketsBase.sol";

/// @notice Debts of a market paid back by permit. Dora never approved anything; Ben owes a hundred dollars.
contract MarketPermitsTest is MarketsBase {
    using PermitDigest for TestDollar;

    uint256 private constant ALL = type(uint256).max;

    address private dora;
    uint256 private doraKey;
    uint256 private deadline;

    function setUp() public {
        _deployMarkets();
        _lend(plain, 10_000 * USD);
        _pledge(plain, ben, 10 * UNIT);
        _borrow(plain, ben, 100 * USD);
        (dora, doraKey) = makeAddrAndKey("dora");
        money.transfer(dora, 1_000 * USD);
        deadline = vm.getBlockTimestamp() + 30 days;
    }

    function _permit(uint256 value) private view returns (Permit memory permit) {
        (permit.value, permit.deadline) = (value, deadline);
        bytes32 digest = money.permitDigest(dora, address(markets), value, deadline);
        (permit.v, permit.r, permit.s) = vm.sign(doraKey, digest);
    }

    function _expectNoAllowance(uint256 needed) private {
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(markets), 0, needed)
        );
    }

    function test_repaysAllForAnotherByAPermitForMoreThanIsOwed() public {
        Permit memory permit = _permit(150 * USD);
        skip(10 days);
        uint256 debt = _debt(plain, ben);
        uint256 owed = _position(plain, ben).borrowShares;
        vm.prank(dora);
        (uint256 paid, uint256 shares) = markets.repayWithPermit(plain, 0, ALL, ben, permit);
        assertGt(paid, 100 * USD);
        assertEq(paid, debt);
        assertEq(shares, owed);
        assertEq(_position(plain, ben).borrowShares, 0);
        assertEq(money.balanceOf(dora), 1_000 * USD - paid);
        assertEq(money.allowance(dora, address(markets)), 150 * USD - paid);
    }

    function test_repaysAPartByAPermitForJustThat() public {
        Permit memory permit = _permit(40 * USD);
        vm.prank(dora);
        (uint256 paid, ) = markets.repayWithPermit(plain, 40 * USD, 0, ben, permit);
        assertEq(paid, 40 * USD);
        assertEq(_debt(plain, ben), 60 * USD);
        assertEq(money.allowance(dora, address(markets)), 0);
    }

    function test_aPermitThatSomebodyUsedBeforeDoesNoHarm() public {
        Permit memory permit = _permit(100 * USD);
        money.permit(dora, address(markets), 100 * USD, deadline, permit.v, permit.r, permit.s);
        vm.prank(dora);
        (uint256 paid, ) = markets.repayWithPermit(plain, 0, ALL, ben, permit);
        assertEq(paid, 100 * USD);
    }

    function test_aPermitIsForTheOneWhoSignedIt() public {
        Permit memory permit = _permit(100 * USD);
        address eve = makeAddr("eve");
        vm.prank(eve);
        _expectNoAllowance(100 * USD);
        markets.repayWithPermit(plain, 0, ALL, ben, permit);
    }

    function test_anExpiredPermitPaysOnlyWhatIsAllowedAnyway() public {
        Permit memory permit = _permit(200 * USD);
        vm.warp(deadline + 1);
        uint256 debt = _debt(plain, ben);
        vm.startPrank(dora);
        _expectNoAllowance(debt);
        markets.repayWithPermit(plain, 0, ALL, ben, permit);
        money.approve(address(markets), debt);
        (uint256 paid, ) = markets.repayWithPermit(plain, 0, ALL, ben, permit);
        vm.stopPrank();
        assertEq(paid, debt);
    }

    function test_moneyWithoutPermitsIsPaidByAllowance() public {
        FeeToken coin = new FeeToken();
        coin.mint(address(this), 1_000 * USD);
        coin.approve(address(markets), ALL);
        markets.listMoney(coin, 10);
        MarketParams memory params = plain;
        params.loanToken = coin;
        markets.createMarket(params, type(uint96).max, type(uint96).max);
        markets.supply(params, 500 * USD, 0, address(this), "");
        _pledge(params, ben, 10 * UNIT);
        _borrow(params, ben, 100 * USD);
        Permit memory permit = _permit(100 * USD);
        coin.mint(dora, 100 * USD);
        vm.startPrank(dora);
        _expectNoAllowance(100 * USD);
        markets.repayWithPermit(params, 0, ALL, ben, permit);
        coin.approve(address(markets), 100 * USD);
        (uint256 paid, ) = markets.repayWithPermit(params, 0, ALL, ben, permit);
        vm.stopPrank();
        assertEq(paid, 100 * USD);
    }

    function test_refusesWhatRepayRefusesAndLeavesThePermitUnused() public {
        uint256 owed = _position(plain, ben).borrowShares;
        Permit memory permit = _permit(500 * USD);
        MarketParams memory unknown = plain;
        unknown.dust += 1;
        vm.startPrank(dora);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketInvalidAmounts.selector, 0, 0));
        markets.repayWithPermit(plain, 0, 0, ben, permit);
        vm.expectRevert(abi.encodeWithSelector(ILendingMarkets.MarketExceedsPosition.selector, owed + 1, owed));
        markets.repayWithPermit(plain, 0, owed + 1, ben, permit);
        vm.expectRevert(ILendingMarkets.MarketZeroAmount.selector);
        markets.repayWithPermit(plain, 0, ALL, dora, permit);
        vm.expectPartialRevert(ILendingMarkets.MarketUnknown.selector);
        markets.repayWithPermit(unknown, 0, ALL, ben, permit);
        vm.stopPrank();
        assertEq(money.nonces(dora), 0);
    }

    function test_repaysByPermitWhileTheMarketsArePaused() public {
        Permit memory permit = _permit(100 * USD);
        markets.pause();
        vm.prank(dora);
        (uint256 paid, ) = markets.repayWithPermit(plain, 0, ALL, ben, permit);
        assertEq(paid, 100 * USD);
    }
}
