// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IMoneyList} from "../interfaces/shared/IMoneyList.sol";
import {ExactTransfer} from "./ExactTransfer.sol";

/// @title Which tokens a contract takes as money
abstract contract MoneyList is IMoneyList, AccessManaged {
    /// @inheritdoc IMoneyList
    mapping(IERC20 money => bool) public isMoney;

    /// @inheritdoc IMoneyList
    function listMoney(IERC20 money, uint256 probe) external restricted {
        if (probe == 0) revert MoneyProbeZero(money);
        uint256 before = money.balanceOf(address(this));
        ExactTransfer.pull(money, msg.sender, probe);
        ExactTransfer.push(money, msg.sender, probe);
        // A token that takes its fee from the sender would empty what is held for others.
        uint256 left = money.balanceOf(address(this));
        if (left != before) revert MoneyTransferInexact(money, before, left);
        _setMoney(money, true);
    }

    /// @inheritdoc IMoneyList
    function delistMoney(IERC20 money) external restricted {
        _setMoney(money, false);
    }

    function _checkMoney(IERC20 money) internal view {
        if (!isMoney[money]) revert MoneyNotListed(money);
    }

    /// @dev Virtual for who keeps more about a money than that it is listed.
    function _setMoney(IERC20 money, bool listed) internal virtual {
        isMoney[money] = listed;
        emit MoneyListed(money, listed);
    }
}
