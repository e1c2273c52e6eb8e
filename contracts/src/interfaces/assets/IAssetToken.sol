// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {Refusal} from "./IComplianceModule.sol";

/// @title ERC-7943 (uRWA), fungible, final version: interface id 0x3edbb4c4
/// @dev See https://eips.ethereum.org/EIPS/eip-7943
interface IERC7943Fungible {
    event ForcedTransfer(address indexed from, address indexed to, uint256 amount);
    event Frozen(address indexed account, uint256 amount);

    error ERC7943CannotSend(address account);
    error ERC7943CannotReceive(address account);
    error ERC7943CannotTransfer(address from, address to, uint256 amount);
    error ERC7943InsufficientUnfrozenBalance(address account, uint256 amount, uint256 unfrozen);

    function forcedTransfer(address from, address to, uint256 amount) external returns (bool result);
    function setFrozenTokens(address account, uint256 amount) external returns (bool result);
    function canSend(address account) external view returns (bool allowed);
    function canReceive(address account) external view returns (bool allowed);
    function getFrozenTokens(address account) external view returns (uint256 amount);
    function canTransfer(address from, address to, uint256 amount) external view returns (bool allowed);
}

/// @title A share of a real-world asset
/// @notice ERC-20 with 18 decimals, ERC-2612, ERC-7943. A clone; only `AssetRegistry` may call what is privileged.
interface IAssetToken is IERC20Metadata, IERC20Permit, IERC7943Fungible {
    /// @param until Unix seconds at which the pause lapses; 0 when it was ended.
    event PauseSet(uint48 until);
    event ModuleSet(address indexed module);
    event ActiveSet(bool active);

    error AssetTokenOnlyRegistry(address caller);
    /// @notice Transfers between accounts are paused until `until`.
    error AssetTokenPaused(uint48 until);
    /// @notice The asset has matured: shares can be redeemed, not transferred.
    error AssetTokenNotActive();
    error AssetTokenInvalidForcedTransfer(address from, address to);
    error AssetTokenFrozenChanged(address account, uint256 expected, uint256 actual);

    function initialize(string calldata name, string calldata symbol, address issuer, address module) external;
    function mint(address to, uint256 amount) external;
    function burn(address from, uint256 amount) external;
    function setFrozenTokensIf(address account, uint256 expected, uint256 amount) external;
    function setModule(address module) external;
    function setTerms(string calldata name, string calldata symbol) external;
    function setActive(bool active) external;
    function pause() external;
    function unpause() external;

    /// @notice Why a transfer of `amount` would be refused, `Refusal.None` if it would succeed given the balance.
    function transferRefusal(address from, address to, uint256 amount) external view returns (Refusal);
    function unfrozenBalanceOf(address account) external view returns (uint256);
    function module() external view returns (address);
    function issuer() external view returns (address);
    function holders() external view returns (uint32);
    function pausedUntil() external view returns (uint48);
    function active() external view returns (bool);
}
