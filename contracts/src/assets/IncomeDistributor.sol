// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {BitMaps} from "@openzeppelin/contracts/utils/structs/BitMaps.sol";
import {IAssetRegistry} from "../interfaces/assets/IAssetRegistry.sol";
import {IIncomeDistributor, IncomePayment} from "../interfaces/assets/IIncomeDistributor.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {ExactTransfer} from "../shared/ExactTransfer.sol";
import {MoneyList} from "../shared/MoneyList.sol";
import {RootTimelock} from "../shared/RootTimelock.sol";

/// @title Income of an asset, paid to those who held it at a block
/// @dev A payment never gives out more than was paid in for it, whatever its root says: a lying root can only misallocate
/// the money of the issuer who proposed it. In the middle of a call (money with hooks) views show the state after it.
contract IncomeDistributor is IIncomeDistributor, MoneyList, RootTimelock, ReentrancyGuardTransient {
    using BitMaps for BitMaps.BitMap;
    using SafeERC20 for IERC20;

    uint256 private constant MIN_EXPIRY = 30 days;
    uint256 private constant MAX_EXPIRY = 3650 days;

    /// @dev Packed so that a claim reads three slots and writes one of them, besides its bit.
    struct Payment {
        address asset;
        uint64 recordBlock;
        address issuer;
        IERC20 money;
        uint48 expiry;
        bool closed;
        uint128 amount;
        uint128 claimed;
        bytes32 root;
    }

    IAssetRegistry public immutable assetRegistry;
    IIdentityRegistry public immutable identityRegistry;

    mapping(bytes32 paymentId => Payment) private _payments;
    mapping(bytes32 paymentId => BitMaps.BitMap) private _claims;

    /// @inheritdoc IIncomeDistributor
    mapping(address asset => uint256) public paymentCount;

    constructor(address authority, IAssetRegistry assets) AccessManaged(authority) {
        assetRegistry = assets;
        identityRegistry = IIdentityRegistry(assets.identityRegistry());
    }

    /// @inheritdoc IIncomeDistributor
    function payIncome(
        address asset,
        IERC20 money,
        uint256 amount,
        uint64 recordBlock,
        uint48 expiry,
        bytes32 root,
        uint256 total,
        string calldata uri
    ) external nonReentrant returns (bytes32 paymentId) {
        if (assetRegistry.issuerOf(asset) != msg.sender) revert IncomeNotIssuer(asset, msg.sender);
        _checkMoney(money);
        if (amount == 0 || amount > type(uint128).max) revert IncomeInvalidAmount();
        if (recordBlock >= block.number) revert IncomeInvalidRecordBlock(recordBlock, block.number);
        if (expiry < block.timestamp + MIN_EXPIRY || expiry > block.timestamp + MAX_EXPIRY) {
            revert IncomeInvalidExpiry(expiry);
        }

        paymentId = paymentIdOf(asset, paymentCount[asset]++);
        Payment storage payment = _payments[paymentId];
        (payment.asset, payment.recordBlock) = (asset, recordBlock);
        payment.issuer = msg.sender;
        (payment.money, payment.expiry) = (money, expiry);
        payment.amount = uint128(amount);
        emit IncomePaid(paymentId, asset, msg.sender, money, amount, recordBlock, expiry);
        _propose(paymentId, root, total, uri);
        ExactTransfer.pull(money, msg.sender, amount);
    }

    /// @inheritdoc IIncomeDistributor
    function proposeRoot(bytes32 paymentId, bytes32 root, uint256 total, string calldata uri) external {
        Payment storage payment = _known(paymentId);
        if (!_isIssuer(payment)) revert IncomeNotIssuer(payment.asset, msg.sender);
        if (payment.root != 0) revert IncomeActive(paymentId);
        _propose(paymentId, root, total, uri);
    }

    /// @inheritdoc IIncomeDistributor
    function claimIncome(
        bytes32 paymentId,
        uint256 index,
        address account,
        uint256 amount,
        bytes32[] calldata proof
    ) external nonReentrant {
        bytes32 leaf = leafOf(paymentId, index, account, amount);
        if (!MerkleProof.verifyCalldata(proof, _claimableRoot(paymentId), leaf)) {
            revert IncomeInvalidProof(paymentId, index);
        }
        BitMaps.BitMap storage claims = _claims[paymentId];
        if (claims.get(index)) revert IncomeAlreadyClaimed(paymentId, index);
        // The root's word for its total is not proof: leaves may promise more than was paid in.
        Payment storage payment = _payments[paymentId];
        uint256 left = payment.amount - payment.claimed;
        if (amount > left) revert IncomeExhausted(paymentId, amount, left);

        claims.set(index);
        // At most what was paid in, which has 128 bits.
        payment.claimed += uint128(amount);
        address recipient = identityRegistry.successorOf(account);
        emit IncomeClaimed(paymentId, index, account, recipient, amount);
        payment.money.safeTransfer(recipient, amount);
    }

    /// @inheritdoc IIncomeDistributor
    function returnIncome(bytes32 paymentId) external nonReentrant {
        Payment storage payment = _known(paymentId);
        if (payment.closed) revert IncomeClosed(paymentId);
        if (block.timestamp < payment.expiry && !_isAbandonedBy(paymentId, payment)) {
            revert IncomeNotExpired(paymentId, payment.expiry);
        }

        payment.closed = true;
        uint256 left = payment.amount - payment.claimed;
        address recipient = identityRegistry.successorOf(payment.issuer);
        emit IncomeReturned(paymentId, recipient, left);
        if (left != 0) payment.money.safeTransfer(recipient, left);
    }

    /// @inheritdoc IIncomeDistributor
    function paymentOf(bytes32 paymentId) external view returns (IncomePayment memory) {
        Payment memory payment = _payments[paymentId];
        return
            IncomePayment({
                asset: payment.asset,
                issuer: payment.issuer,
                money: payment.money,
                amount: payment.amount,
                claimed: payment.claimed,
                recordBlock: payment.recordBlock,
                expiry: payment.expiry,
                root: payment.root,
                closed: payment.closed
            });
    }

    /// @inheritdoc IIncomeDistributor
    function isClaimed(bytes32 paymentId, uint256 index) external view returns (bool) {
        return _claims[paymentId].get(index);
    }

    /// @inheritdoc IIncomeDistributor
    function paymentIdOf(address asset, uint256 number) public pure returns (bytes32) {
        return keccak256(abi.encode(asset, number));
    }

    /// @inheritdoc IIncomeDistributor
    function leafOf(
        bytes32 paymentId,
        uint256 index,
        address account,
        uint256 amount
    ) public view returns (bytes32) {
        bytes memory claim = abi.encode(block.chainid, address(this), paymentId, index, account, amount);
        return keccak256(bytes.concat(keccak256(claim)));
    }

    function _setRoot(bytes32 paymentId, bytes32 root) internal override {
        _payments[paymentId].root = root;
    }

    /// @dev No root starts to pay for what was returned or may be returned by anyone.
    function _fundedFor(bytes32 paymentId) internal view override returns (uint256) {
        Payment storage payment = _payments[paymentId];
        if (payment.closed) revert IncomeClosed(paymentId);
        if (block.timestamp >= payment.expiry) revert IncomeExpired(paymentId, payment.expiry);
        return payment.amount;
    }

    /// @dev Nothing can be added to a payment, so a root that promises more than is there would never become active.
    function _propose(bytes32 paymentId, bytes32 root, uint256 total, string calldata uri) private {
        uint256 funded = _fundedFor(paymentId);
        if (total > funded) revert RootNotFunded(paymentId, total, funded);
        _proposeRoot(paymentId, root, total, uri);
    }

    /// @dev While nobody can claim and no root is on its way, the money is still the issuer's alone.
    function _isAbandonedBy(bytes32 paymentId, Payment storage payment) private view returns (bool) {
        return payment.root == 0 && !_isPending(paymentId) && _isIssuer(payment);
    }

    function _claimableRoot(bytes32 paymentId) private view returns (bytes32 root) {
        Payment storage payment = _known(paymentId);
        if (payment.closed) revert IncomeClosed(paymentId);
        if (block.timestamp >= payment.expiry) revert IncomeExpired(paymentId, payment.expiry);
        root = payment.root;
        if (root == 0) revert IncomeNotActive(paymentId);
    }

    function _isIssuer(Payment storage payment) private view returns (bool) {
        return msg.sender == identityRegistry.successorOf(payment.issuer);
    }

    function _known(bytes32 paymentId) private view returns (Payment storage payment) {
        payment = _payments[paymentId];
        if (payment.asset == address(0)) revert IncomeUnknownPayment(paymentId);
    }
}
