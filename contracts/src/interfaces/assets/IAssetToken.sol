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
    /// @notice All that `lost` held, and what of it was frozen, moved to the account that took its place.
    event SharesRecovered(address indexed lost, address indexed successor, uint256 amount, uint256 frozen);
    event IssuerSet(address indexed issuer);

    error AssetTokenOnlyRegistry(address caller);
    /// @notice Transfers between accounts are paused until `until`.
    error AssetTokenPaused(uint48 until);
    /// @notice The asset has matured: shares can be redeemed, not transferred.
    error AssetTokenNotActive();
    error AssetTokenInvalidForcedTransfer(address from, address to);
    error AssetTokenFrozenChanged(address account, uint256 expected, uint256 actual);
    /// @notice The account was not recovered, so nothing of it can move to a successor.
    error AssetTokenNotRecovered(address account);

    function initialize(string calldata name, string calldata symbol, address issuer, address module) external;
    function mint(address to, uint256 amount) external;
    function burn(address from, uint256 amount) external;
    /// @notice Burns shares of anyone, frozen ones too (court order). The frozen amount falls by what was above the unfrozen
    /// part.
    function forcedBurn(address from, uint256 amount) external;
    /// @notice Burns shares that their holder redeems: by a holder who may send, unfrozen shares only, also while paused.
    function redeem(address from, uint256 amount) external;
    /// @notice The issuer's account was recovered: its successor is exempt from cap and lock-up now.
    function setIssuer(address issuer) external;
    function setFrozenTokensIf(address account, uint256 expected, uint256 amount) external;
    function setModule(address module) external;
    function setTerms(string calldata name, string calldata symbol) external;
    function setActive(bool active) external;
    function pause() external;
    function unpause() external;

    /// @notice Anyone. Moves balance and frozen amount of a recovered account to its successor, without quantity rules
    /// and also while paused or matured; the successor must be able to receive.
    /// @dev Warning: until somebody calls this, what the lost account holds does not count against the cap of its identity.
    /// Call it in the transaction that completes the recovery, or soon after.
    /// @return amount Share units that moved.
    function recover(address lost) external returns (uint256 amount);

    /// @notice Why a transfer of `amount` would be refused, `Refusal.None` if it would succeed given the balance.
    function transferRefusal(address from, address to, uint256 amount) external view returns (Refusal);
    function unfrozenBalanceOf(address account) external view returns (uint256);
    function module() external view returns (address);
    function issuer() external view returns (address);
    function holders() external view returns (uint32);
    function pausedUntil() external view returns (uint48);
    function active() external view returns (bool);
}
