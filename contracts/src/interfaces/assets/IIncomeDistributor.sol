// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IMoneyList} from "../shared/IMoneyList.sol";
import {IRootTimelock} from "../shared/IRootTimelock.sol";

/// @notice What an issuer pays to the holders of an asset.
/// @param issuer Who paid, and who gets back what nobody claims.
/// @param amount Money units paid in.
/// @param claimed Money units claimed so far.
/// @param recordBlock Block at whose end the holdings count.
/// @param expiry Unix seconds; from then on what is unclaimed returns to the issuer.
/// @param root Active root of the claims, zero before activation.
/// @param closed The rest was returned.
struct IncomePayment {
    address asset;
    address issuer;
    IERC20 money;
    uint256 amount;
    uint256 claimed;
    uint64 recordBlock;
    uint48 expiry;
    bytes32 root;
    bool closed;
}

/// @title Income of an asset, paid to those who held it at a block
/// @notice The issuer pays in and proposes a Merkle root of who gets how much. The root waits in a timelock in which
/// everybody can recompute it from the holdings at the record block; then each holder claims. What nobody claims until
/// the expiry returns to the issuer.
/// @dev Leaf = keccak256(keccak256(abi.encode(chainid, distributor, paymentId, index, account, amount))): hashed twice so
/// that no inner node can pass for a leaf, bound to chain, contract and payment so that no proof can be used elsewhere.
/// A node is the keccak256 of its two children, the smaller first (OpenZeppelin `MerkleProof`); on each level neighbours
/// are paired from the left and one that is left over moves up as it is. The subject of the root's timelock is the
/// payment's id.
/// With `uri` "qti:income/v1" the leaves are: holdings at the end of the record block of all accounts but the issuer and
/// system contracts, sorted by address; amount = floor(total paid in * balance / sum of these balances); amounts of zero
/// left out; then index = position from 0. `total` is the sum of the amounts.
/// Warning: the issuer decides the root. A wrong one misallocates the issuer's own money, nobody else's.
interface IIncomeDistributor is IMoneyList, IRootTimelock {
    event IncomePaid(
        bytes32 indexed paymentId,
        address indexed asset,
        address indexed issuer,
        IERC20 money,
        uint256 amount,
        uint64 recordBlock,
        uint48 expiry
    );
    /// @param account Who held at the record block. @param recipient Who was paid: the account, or its successor.
    event IncomeClaimed(
        bytes32 indexed paymentId,
        uint256 indexed index,
        address indexed account,
        address recipient,
        uint256 amount
    );
    event IncomeReturned(bytes32 indexed paymentId, address indexed issuer, uint256 amount);

    error IncomeNotIssuer(address asset, address caller);
    /// @notice Nothing, or more than 128 bits.
    error IncomeInvalidAmount();
    /// @notice The record block must be mined already, or its holdings could not be known.
    error IncomeInvalidRecordBlock(uint64 recordBlock, uint256 current);
    /// @notice The expiry must be at least 30 days and at most 3,650 days away.
    error IncomeInvalidExpiry(uint48 expiry);
    error IncomeUnknownPayment(bytes32 paymentId);
    error IncomeNotActive(bytes32 paymentId);
    error IncomeExpired(bytes32 paymentId, uint48 expiry);
    error IncomeNotExpired(bytes32 paymentId, uint48 expiry);
    error IncomeAlreadyClaimed(bytes32 paymentId, uint256 index);
    error IncomeInvalidProof(bytes32 paymentId, uint256 index);
    error IncomeClosed(bytes32 paymentId);
    /// @notice The payment's root is active and final: claims may have been paid by it.
    error IncomeActive(bytes32 paymentId);
    /// @notice The root promises more than was paid in; `left` is what is still there.
    error IncomeExhausted(bytes32 paymentId, uint256 amount, uint256 left);

    /// @notice Issuer of the asset. Pays `amount` of listed money in and proposes its root.
    /// @param root Merkle root over the claims, whose amounts together are `total`, at most `amount`.
    /// @param uri How to compute or where to read the claims.
    /// @return paymentId `paymentIdOf(asset, paymentCount(asset))` before the call, so the tree can be built before.
    function payIncome(
        address asset,
        IERC20 money,
        uint256 amount,
        uint64 recordBlock,
        uint48 expiry,
        bytes32 root,
        uint256 total,
        string calldata uri
    ) external returns (bytes32 paymentId);

    /// @notice Issuer of the payment, after a veto. The full timelock runs again.
    function proposeRoot(bytes32 paymentId, bytes32 root, uint256 total, string calldata uri) external;

    /// @notice Anyone, for the holder: pays the account, or its successor when the account was recovered.
    function claimIncome(
        bytes32 paymentId,
        uint256 index,
        address account,
        uint256 amount,
        bytes32[] calldata proof
    ) external;

    /// @notice Anyone from the expiry on; the issuer also while no root is active and none is pending (after a veto).
    function returnIncome(bytes32 paymentId) external;

    function paymentCount(address asset) external view returns (uint256);

    /// @notice keccak256(abi.encode(asset, number)), number from 0.
    function paymentIdOf(address asset, uint256 number) external pure returns (bytes32);

    function paymentOf(bytes32 paymentId) external view returns (IncomePayment memory);

    function isClaimed(bytes32 paymentId, uint256 index) external view returns (bool);

    function leafOf(
        bytes32 paymentId,
        uint256 index,
        address account,
        uint256 amount
    ) external view returns (bytes32);
}
