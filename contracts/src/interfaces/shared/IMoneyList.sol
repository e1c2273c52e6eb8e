// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

/// @title Which tokens a contract takes as money
/// @notice Every contract that takes money keeps its own list: what one may trade need not be what one redeems for.
interface IMoneyList {
    event MoneyListed(IERC20 indexed money, bool listed);

    /// @notice The token is not on this contract's list.
    error MoneyNotListed(IERC20 money);
    /// @notice A transfer moved another amount than was asked for: the token takes a fee or changes balances by itself.
    error MoneyTransferInexact(IERC20 token, uint256 expected, uint256 received);
    /// @notice A probe of nothing would prove nothing.
    error MoneyProbeZero(IERC20 money);

    /// @notice ADMIN. Lists a token after it was sent from the caller here and back, each time in full.
    /// @dev The caller holds and has approved `probe` units, which it gets back within the call. As the
    /// money comes from the caller, ADMIN calls this itself after its delay, instead of having the AccessManager execute it.
    /// Warning: a token may change later (a fee that is switched on, a block list). Custody pulls check each time.
    function listMoney(IERC20 money, uint256 probe) external;

    /// @notice ADMIN. Stops new risk in this money; what is owed in it can still be taken out.
    function delistMoney(IERC20 money) external;

    function isMoney(IERC20 money) external view returns (bool);
}
