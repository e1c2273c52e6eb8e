// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IMoneyList} from "../../src/interfaces/shared/IMoneyList.sol";
import {ExactTransfer} from "../../src/shared/ExactTransfer.sol";
import {MoneyList} from "../../src/shared/MoneyList.sol";
import {QtiAccessManager} from "../../src/shared/QtiAccessManager.sol";
import {FeeToken} from "./FeeToken.sol";
import {Test, vm} from "./Test.sol";

contract Till is MoneyList {
    constructor(address authority) AccessManaged(authority) {}

    function take(IERC20 money, uint256 amount) external {
        _checkMoney(money);
        ExactTransfer.pull(money, msg.sender, amount);
    }
}

/// @notice Which tokens are taken as money, and that what is taken arrives in full.
contract MoneyListTest is Test {
    Till private _till;
    FeeToken private _money;

    function setUp() public {
        _till = new Till(address(new QtiAccessManager(address(this))));
        _money = new FeeToken();
        _money.mint(address(this), 1000);
        _money.approve(address(_till), type(uint256).max);
    }

    function test_listingSendsTheProbeBackAndForth() public {
        vm.expectEmit(address(_money));
        emit IERC20.Transfer(address(this), address(_till), 10);
        vm.expectEmit(address(_money));
        emit IERC20.Transfer(address(_till), address(this), 10);
        vm.expectEmit(address(_till));
        emit IMoneyList.MoneyListed(_money, true);
        _till.listMoney(_money, 10);
        assertTrue(_till.isMoney(_money));
        assertEq(_money.balanceOf(address(this)), 1000);
        assertEq(_money.balanceOf(address(_till)), 0);
    }

    function test_aProbeOfNothingProvesNothing() public {
        vm.expectRevert(abi.encodeWithSelector(IMoneyList.MoneyProbeZero.selector, _money));
        _till.listMoney(_money, 0);
    }

    function test_whatIsNotListedIsNotTaken() public {
        bytes memory reason = abi.encodeWithSelector(IMoneyList.MoneyNotListed.selector, _money);
        vm.expectRevert(reason);
        _till.take(_money, 1);
        _till.listMoney(_money, 10);
        _till.take(_money, 1);
        vm.expectEmit(address(_till));
        emit IMoneyList.MoneyListed(_money, false);
        _till.delistMoney(_money);
        vm.expectRevert(reason);
        _till.take(_money, 1);
    }

    function test_feeOnTransferMoneyIsNotListed_onTheWayIn() public {
        _money.setFee(FeeToken.Fee.FromArrival, address(this));
        _refuseListing(10, 3);
    }

    function test_feeOnTransferMoneyIsNotListed_onTheWayBack() public {
        _money.setFee(FeeToken.Fee.FromArrival, address(_till));
        _refuseListing(10, 3);
    }

    /// @dev What arrives is right both ways; what is held for others would pay the fee.
    function test_feeOnTransferMoneyIsNotListed_fromWhatIsHeldForOthers() public {
        _till.listMoney(_money, 10);
        _till.take(_money, 100);
        _money.setFee(FeeToken.Fee.FromSender, address(_till));
        _refuseListing(100, 93);
    }

    function test_aTransferThatLeavesLessThanThereWasMovedNothing() public {
        _till.listMoney(_money, 10);
        _till.take(_money, 100);
        _money.setFee(FeeToken.Fee.FromReceiver, address(0));
        vm.expectRevert(abi.encodeWithSelector(IMoneyList.MoneyTransferInexact.selector, _money, 50, 0));
        _till.take(_money, 50);
    }

    function test_moneyThatArrivesWithMoreIsNotExactEither() public {
        _money.setFee(FeeToken.Fee.GiftToReceiver, address(this));
        _refuseListing(10, 17);
        _money.setFee(FeeToken.Fee.GiftToReceiver, address(_till));
        _refuseListing(10, 17);
        _money.setFee(FeeToken.Fee.GiftToSender, address(_till));
        _refuseListing(0, 7);
    }

    function test_aFeeThatIsSwitchedOnLaterIsNoticedByEveryPull() public {
        _till.listMoney(_money, 10);
        _money.setFee(FeeToken.Fee.FromArrival, address(0));
        vm.expectRevert(abi.encodeWithSelector(IMoneyList.MoneyTransferInexact.selector, _money, 50, 43));
        _till.take(_money, 50);
    }

    function test_onlyAdminListsAndDelists() public {
        address stranger = makeAddr("stranger");
        bytes memory reason = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.startPrank(stranger);
        vm.expectRevert(reason);
        _till.listMoney(_money, 10);
        vm.expectRevert(reason);
        _till.delistMoney(_money);
    }

    function _refuseListing(uint256 expected, uint256 received) private {
        vm.expectRevert(
            abi.encodeWithSelector(IMoneyList.MoneyTransferInexact.selector, _money, expected, received)
        );
        _till.listMoney(_money, 10);
    }
}
