// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Initializable} from "@openzeppelin/contracts/proxy/utils/Initializable.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ERC165} from "@openzeppelin/contracts/utils/introspection/ERC165.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {StandingLib} from "../identity/StandingLib.sol";
import {IAssetToken, IERC7943Fungible} from "../interfaces/assets/IAssetToken.sol";
import {IComplianceModule, Refusal} from "../interfaces/assets/IComplianceModule.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";

/// @title A share of a real-world asset
/// @dev Deployed once and cloned (ERC-1167) for every asset: the registries and the EIP-712 name are immutables of this
/// code, name and symbol are storage of the clone, and the domain separator is computed with the clone's own address.
/// What may move is decided in `_update`, with the very code that answers `canTransfer`; only what the force and the
/// redemption do, and the move of a lost account's shares to its successor, go round it.
contract AssetToken is IAssetToken, ERC20Permit, ERC165, Initializable {
    using StandingLib for IIdentityRegistry;
    using StandingLib for uint256;

    uint48 private constant PAUSE = 14 days;

    /// @dev One slot, read once a transfer.
    struct State {
        address module;
        uint32 holders;
        uint48 pausedUntil;
        bool active;
    }

    /// @notice The `AssetRegistry`, the only account that may call what is privileged.
    address public immutable registry;
    /// @notice Knows which account took the place of a lost one.
    IIdentityRegistry public immutable identityRegistry;

    State private _state;
    address private _issuer;
    mapping(address account => uint256) private _frozen;
    string private _assetName;
    string private _assetSymbol;

    modifier onlyRegistry() {
        if (msg.sender != registry) revert AssetTokenOnlyRegistry(msg.sender);
        _;
    }

    constructor(address registry_, IIdentityRegistry identities) ERC20("", "") ERC20Permit("QTI Asset") {
        registry = registry_;
        identityRegistry = identities;
        _disableInitializers();
    }

    /// @inheritdoc IAssetToken
    function initialize(
        string calldata name_,
        string calldata symbol_,
        address issuer_,
        address module_
    ) external onlyRegistry initializer {
        _assetName = name_;
        _assetSymbol = symbol_;
        _issuer = issuer_;
        _setModule(module_);
    }

    /// @inheritdoc IAssetToken
    function mint(address to, uint256 amount) external onlyRegistry {
        _mint(to, amount);
    }

    /// @inheritdoc IAssetToken
    function burn(address from, uint256 amount) external onlyRegistry {
        _burn(from, amount);
    }

    /// @inheritdoc IAssetToken
    function forcedBurn(address from, uint256 amount) external onlyRegistry {
        if (_isSystem(from)) revert AssetTokenInvalidForcedTransfer(from, address(0));
        uint256 balance = balanceOf(from);
        _release(from, amount, balance);
        _settle(from, address(0), amount, balance, 0, _state.holders);
    }

    /// @inheritdoc IAssetToken
    function redeem(address from, uint256 amount) external onlyRegistry {
        if (!canSend(from)) revert ERC7943CannotSend(from);
        uint256 balance = balanceOf(from);
        if (balance < amount) revert ERC20InsufficientBalance(from, balance, amount);
        uint256 unfrozen = _unfrozen(balance, _frozen[from]);
        if (amount > unfrozen) revert ERC7943InsufficientUnfrozenBalance(from, amount, unfrozen);
        _settle(from, address(0), amount, balance, 0, _state.holders);
    }

    /// @inheritdoc IERC7943Fungible
    function forcedTransfer(address from, address to, uint256 amount) external onlyRegistry returns (bool) {
        // What is pledged is taken by a claim against its owner, not from the contract that keeps it for many.
        if (from == to || from == address(0) || _isSystem(from)) revert AssetTokenInvalidForcedTransfer(from, to);
        if (!canReceive(to)) revert ERC7943CannotReceive(to);
        uint256 balance = balanceOf(from);
        _release(from, amount, balance);
        _settle(from, to, amount, balance, balanceOf(to), _state.holders);
        emit ForcedTransfer(from, to, amount);
        return true;
    }

    /// @inheritdoc IERC7943Fungible
    function setFrozenTokens(address account, uint256 amount) external onlyRegistry returns (bool) {
        _setFrozen(account, amount);
        return true;
    }

    /// @inheritdoc IAssetToken
    function setFrozenTokensIf(address account, uint256 expected, uint256 amount) external onlyRegistry {
        uint256 actual = _frozen[account];
        if (actual != expected) revert AssetTokenFrozenChanged(account, expected, actual);
        _setFrozen(account, amount);
    }

    /// @inheritdoc IAssetToken
    function setIssuer(address issuer_) external onlyRegistry {
        _issuer = issuer_;
        emit IssuerSet(issuer_);
    }

    /// @inheritdoc IAssetToken
    function setModule(address module_) external onlyRegistry {
        _setModule(module_);
    }

    /// @inheritdoc IAssetToken
    function setTerms(string calldata name_, string calldata symbol_) external onlyRegistry {
        _assetName = name_;
        _assetSymbol = symbol_;
    }

    /// @inheritdoc IAssetToken
    function setActive(bool active_) external onlyRegistry {
        _state.active = active_;
        emit ActiveSet(active_);
    }

    /// @inheritdoc IAssetToken
    function pause() external onlyRegistry {
        // A pause cannot be prolonged while it runs: it lapses, and whoever pauses again does so for all to see.
        uint48 until = _state.pausedUntil;
        if (until > block.timestamp) revert AssetTokenPaused(until);
        _setPause(uint48(block.timestamp) + PAUSE);
    }

    /// @inheritdoc IAssetToken
    function unpause() external onlyRegistry {
        _setPause(0);
    }

    /// @inheritdoc IAssetToken
    function recover(address lost) external returns (uint256 amount) {
        address successor = identityRegistry.successorOf(lost);
        if (successor == lost) revert AssetTokenNotRecovered(lost);
        if (!canReceive(successor)) revert ERC7943CannotReceive(successor);
        amount = balanceOf(lost);
        uint256 frozen = _frozen[lost];
        if (amount == 0 && frozen == 0) return 0;

        if (frozen != 0) {
            _setFrozen(lost, 0);
            // Freezing all there is and will be takes the largest number: two of those must still add up to one.
            _setFrozen(successor, Math.saturatingAdd(_frozen[successor], frozen));
        }
        _settle(lost, successor, amount, amount, balanceOf(successor), _state.holders);
        emit SharesRecovered(lost, successor, amount, frozen);
    }

    /// @inheritdoc IERC7943Fungible
    function canTransfer(address from, address to, uint256 amount) external view returns (bool) {
        return transferRefusal(from, to, amount) == Refusal.None;
    }

    /// @inheritdoc IERC7943Fungible
    function getFrozenTokens(address account) external view returns (uint256) {
        return _frozen[account];
    }

    /// @inheritdoc IAssetToken
    function unfrozenBalanceOf(address account) external view returns (uint256) {
        return _unfrozen(balanceOf(account), _frozen[account]);
    }

    /// @inheritdoc IAssetToken
    function module() external view returns (address) {
        return _state.module;
    }

    /// @inheritdoc IAssetToken
    function issuer() external view returns (address) {
        return _issuer;
    }

    /// @inheritdoc IAssetToken
    function holders() external view returns (uint32) {
        return _state.holders;
    }

    /// @inheritdoc IAssetToken
    function pausedUntil() external view returns (uint48) {
        return _state.pausedUntil;
    }

    /// @inheritdoc IAssetToken
    function active() external view returns (bool) {
        return _state.active;
    }

    /// @inheritdoc IERC7943Fungible
    function canSend(address account) public view returns (bool) {
        return _ask(_state.module, abi.encodeCall(IComplianceModule.canSend, (address(this), account))) == 1;
    }

    /// @inheritdoc IERC7943Fungible
    function canReceive(address account) public view returns (bool) {
        return _ask(_state.module, abi.encodeCall(IComplianceModule.canReceive, (address(this), account))) == 1;
    }

    /// @inheritdoc IAssetToken
    function transferRefusal(address from, address to, uint256 amount) public view returns (Refusal) {
        return _refusal(_state, from, to, amount, balanceOf(from), balanceOf(to));
    }

    /// @inheritdoc IERC20Metadata
    function name() public view override(ERC20, IERC20Metadata) returns (string memory) {
        return _assetName;
    }

    /// @inheritdoc IERC20Metadata
    function symbol() public view override(ERC20, IERC20Metadata) returns (string memory) {
        return _assetSymbol;
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(ERC20Permit, IERC20Permit) returns (uint256) {
        return super.nonces(owner);
    }

    /// @inheritdoc ERC165
    function supportsInterface(bytes4 interfaceId) public view override returns (bool) {
        return
            interfaceId == type(IERC7943Fungible).interfaceId ||
            interfaceId == type(IERC20).interfaceId ||
            interfaceId == type(IERC20Permit).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    /// @dev The one place that decides. Mint needs a receiver who may hold; the issuer's burn one who may send, and may
    /// release frozen shares and run while paused; every other movement passes all rules.
    function _update(address from, address to, uint256 amount) internal override {
        State memory state = _state;
        uint256 balance = balanceOf(from);
        uint256 toBalance = balanceOf(to);
        if (from == address(0)) {
            if (!canReceive(to)) revert ERC7943CannotReceive(to);
        } else if (to == address(0)) {
            if (!canSend(from)) revert ERC7943CannotSend(from);
            _release(from, amount, balance);
        } else {
            if (balance < amount) revert ERC20InsufficientBalance(from, balance, amount);
            Refusal refusal = _refusal(state, from, to, amount, balance, toBalance);
            // A system contract takes a pledge itself, and notes whose it is. What somebody merely sent there would be nobody's.
            bool passes = refusal == Refusal.None || (refusal == Refusal.PledgeOnly && msg.sender == to);
            if (!passes) _revertFor(refusal, state, from, to, amount);
        }
        _settle(from, to, amount, balance, toBalance, state.holders);
    }

    /// @dev Moves and keeps the number of holders, which is written only when it changes.
    function _settle(
        address from,
        address to,
        uint256 amount,
        uint256 fromBalance,
        uint256 toBalance,
        uint32 count
    ) private {
        if (amount != 0 && from != to && (toBalance == 0 || fromBalance == amount)) {
            _count(from, to, count, toBalance == 0 && to != address(0), fromBalance == amount);
        }
        super._update(from, to, amount);
    }

    /// @dev System contracts are no holders. The module has just asked for both standings, so this costs little. Nobody has the balance of
    /// who mints, so `goes` is never true for it.
    function _count(address from, address to, uint32 count, bool comes, bool goes) private {
        (uint256 fromWord, uint256 toWord) = identityRegistry.pair(from, to);
        uint32 next = count;
        if (comes && !toWord.isSystem()) ++next;
        if (goes && !fromWord.isSystem()) --next;
        if (next != count) _state.holders = next;
    }

    /// @dev Lowers what is frozen by exactly the part of `amount` above the unfrozen balance.
    function _release(address account, uint256 amount, uint256 balance) private {
        if (balance < amount) revert ERC20InsufficientBalance(account, balance, amount);
        uint256 frozen = _frozen[account];
        uint256 unfrozen = _unfrozen(balance, frozen);
        // amount - unfrozen <= balance - unfrozen = min(balance, frozen), so this never goes below zero.
        if (amount > unfrozen) _setFrozen(account, frozen - (amount - unfrozen));
    }

    function _setFrozen(address account, uint256 amount) private {
        _frozen[account] = amount;
        emit Frozen(account, amount);
    }

    function _setModule(address module_) private {
        _state.module = module_;
        emit ModuleSet(module_);
    }

    function _setPause(uint48 until) private {
        _state.pausedUntil = until;
        emit PauseSet(until);
    }

    /// @dev Never reverts. Says nothing about balance or allowance: an amount above the balance is refused here only when
    /// some of it is frozen.
    function _refusal(
        State memory state,
        address from,
        address to,
        uint256 amount,
        uint256 fromBalance,
        uint256 toBalance
    ) private view returns (Refusal) {
        // A pledge goes back, or is sold, whatever else stands still.
        if ((!state.active || state.pausedUntil > block.timestamp) && !_isSystem(from)) {
            return state.active ? Refusal.Paused : Refusal.NotActive;
        }

        // A `TransferContext` of static members is encoded as its members: this saves building it in memory (220 gas).
        bytes memory question = abi.encodeWithSelector(
            IComplianceModule.check.selector,
            from,
            to,
            amount,
            fromBalance,
            toBalance,
            state.holders
        );
        uint256 answer = _ask(state.module, question);
        if (answer > uint256(type(Refusal).max)) return Refusal.ModuleFailed;
        if (answer != uint256(Refusal.None) && answer != uint256(Refusal.PledgeOnly)) return Refusal(answer);

        uint256 frozen = _frozen[from];
        if (frozen != 0 && amount > _unfrozen(fromBalance, frozen)) return Refusal.InsufficientUnfrozen;
        return Refusal(answer);
    }

    /// @dev Asks the module without trusting it: one word is copied whatever it returns; a revert, a short answer and an
    /// account without code all come back as a value that means no to every question.
    function _ask(address module_, bytes memory question) private view returns (uint256 answer) {
        assembly ("memory-safe") {
            answer := not(0)
            if staticcall(gas(), module_, add(question, 0x20), mload(question), 0x00, 0x20) {
                if gt(returndatasize(), 0x1f) {
                    answer := mload(0x00)
                }
            }
        }
    }

    function _revertFor(
        Refusal refusal,
        State memory state,
        address from,
        address to,
        uint256 amount
    ) private view {
        if (refusal >= Refusal.SenderUnknown && refusal <= Refusal.SenderRetired) revert ERC7943CannotSend(from);
        if (refusal >= Refusal.ReceiverUnknown && refusal <= Refusal.ReceiverCountry) {
            revert ERC7943CannotReceive(to);
        }
        if (refusal == Refusal.InsufficientUnfrozen) {
            revert ERC7943InsufficientUnfrozenBalance(from, amount, _unfrozen(balanceOf(from), _frozen[from]));
        }
        if (refusal == Refusal.Paused) revert AssetTokenPaused(state.pausedUntil);
        if (refusal == Refusal.NotActive) revert AssetTokenNotActive();
        revert ERC7943CannotTransfer(from, to, amount);
    }

    function _isSystem(address account) private view returns (bool) {
        return identityRegistry.standingWordOf(account).isSystem();
    }

    function _unfrozen(uint256 balance, uint256 frozen) private pure returns (uint256) {
        return balance > frozen ? balance - frozen : 0;
    }
}
