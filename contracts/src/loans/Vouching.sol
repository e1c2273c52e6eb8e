// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {StandingLib} from "../identity/StandingLib.sol";
import {IIdentityRegistry} from "../interfaces/identity/IIdentityRegistry.sol";
import {ICreditBook} from "../interfaces/loans/ICreditBook.sol";
import {ICreditLines, Line, LineState} from "../interfaces/loans/ICreditLines.sol";
import {IFirstLossPool} from "../interfaces/loans/IFirstLossPool.sol";
import {IVouching, Vouch} from "../interfaces/loans/IVouching.sol";

/// @title Vouching for credit lines with first-loss shares
contract Vouching is IVouching, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;
    using StandingLib for IIdentityRegistry;
    using StandingLib for uint256;

    uint256 private constant BPS = 10_000;
    uint256 private constant WORTH_BPS = 8_000;
    uint256 private constant MAX_VOUCHERS = 8;
    uint256 private constant MAX_LINES = 8;

    ICreditBook private immutable BOOK;
    ICreditLines private immutable LINES;
    IFirstLossPool private immutable POOL;
    IIdentityRegistry private immutable IDENTITIES;

    mapping(uint64 identity => mapping(uint64 voucher => Vouch)) private _vouches;
    mapping(uint64 identity => uint64[]) private _vouchers;
    /// @inheritdoc IVouching
    mapping(uint64 voucher => uint256) public linesVouchedBy;
    /// @inheritdoc IVouching
    mapping(uint64 identity => mapping(uint64 voucher => bool)) public isInvited;

    constructor(ICreditBook book, ICreditLines lines, IFirstLossPool pool, IIdentityRegistry identities) {
        BOOK = book;
        LINES = lines;
        POOL = pool;
        IDENTITIES = identities;
    }

    /// @inheritdoc IVouching
    function invite(address voucher, bool invited) external {
        uint64 identity = _known(msg.sender);
        uint64 other = _known(voucher);
        isInvited[identity][other] = invited;
        emit VoucherInvited(identity, other, invited);
    }

    /// @inheritdoc IVouching
    function vouch(address borrower, uint256 shares, uint256 limit) external nonReentrant {
        uint48 until = BOOK.pausedUntil();
        if (block.timestamp < until) revert VouchingPaused(until);
        if (shares == 0) revert VouchingZeroShares();
        uint256 word = IDENTITIES.standingWordOf(msg.sender);
        if (!word.canReceive()) revert VouchingNotInGoodStanding(msg.sender);
        uint64 voucher = word.indexOf();
        uint64 identity = _known(borrower);
        _checkPair(identity, voucher);

        Vouch memory own = _vouches[identity][voucher];
        if (own.owner == address(0)) _join(identity, voucher);
        else if (own.owner != msg.sender) revert VouchingNotOwner(identity, msg.sender, own.owner);
        own.owner = msg.sender;
        own.shares += shares;
        own.limit += limit;
        uint256 most = (POOL.convertToAssets(own.shares) * WORTH_BPS) / BPS;
        if (own.limit > most) revert VouchingAboveWorth(own.limit, most);
        _vouches[identity][voucher] = own;
        emit Vouched(identity, voucher, msg.sender, shares, own.shares, own.limit);
        IERC20(POOL).safeTransferFrom(msg.sender, address(this), shares);
        LINES.raiseLimit(borrower, limit);
    }

    /// @inheritdoc IVouching
    function end(uint64 identity) external nonReentrant {
        (uint64 voucher, Vouch storage own) = _own(identity);
        uint256 limit = own.limit;
        own.limit = 0;
        emit VouchEnded(identity, voucher, limit);
        LINES.lowerLimit(identity, limit);
        Line memory line = LINES.lineOfIdentity(identity);
        if (_isFree(line)) _unlock(identity, voucher, own);
    }

    /// @inheritdoc IVouching
    function unlock(uint64 identity) external nonReentrant {
        (uint64 voucher, Vouch storage own) = _own(identity);
        Line memory line = LINES.lineOfIdentity(identity);
        if (own.limit != 0 || !_isFree(line)) {
            revert VouchingStillNeeded(identity, line.principal + line.interest, line.limit);
        }
        _unlock(identity, voucher, own);
    }

    /// @inheritdoc IVouching
    /// @dev Burning a part b of all shares T raises what the others hold of J by b * J / T: exactly the loss, if enough is locked.
    function burnFor(uint64 identity, uint256 amount) external nonReentrant returns (uint256 burnt) {
        if (msg.sender != address(LINES)) revert VouchingOnlyLines(msg.sender);
        uint64[] storage vouchers = _vouchers[identity];
        uint256 count = vouchers.length;
        uint256 total;
        for (uint256 i = 0; i < count; ++i) total += _vouches[identity][vouchers[i]].shares;
        if (total == 0) return 0;

        uint256 wanted = Math.min(total, POOL.convertToShares(amount) + 1);
        for (uint256 i = 0; i < count; ++i) {
            uint64 voucher = vouchers[i];
            Vouch storage each = _vouches[identity][voucher];
            uint256 part = Math.mulDiv(each.shares, wanted, total, Math.Rounding.Ceil);
            each.shares -= part;
            each.limit = 0;
            burnt += part;
            emit VouchBurnt(identity, voucher, part, each.shares);
        }
        POOL.forgo(burnt);
    }

    /// @inheritdoc IVouching
    function vouchOf(uint64 identity, uint64 voucher) external view returns (Vouch memory) {
        return _vouches[identity][voucher];
    }

    /// @inheritdoc IVouching
    function vouchersOf(uint64 identity) external view returns (uint64[] memory) {
        return _vouchers[identity];
    }

    function _join(uint64 identity, uint64 voucher) private {
        if (!isInvited[identity][voucher]) revert VouchingNotInvited(identity, voucher);
        if (_vouchers[identity].length == MAX_VOUCHERS) revert VouchingTooManyVouchers(identity, MAX_VOUCHERS);
        if (linesVouchedBy[voucher] == MAX_LINES) revert VouchingTooManyLines(voucher, MAX_LINES);
        _vouchers[identity].push(voucher);
        ++linesVouchedBy[voucher];
    }

    function _unlock(uint64 identity, uint64 voucher, Vouch storage own) private {
        (address owner, uint256 shares) = (own.owner, own.shares);
        delete _vouches[identity][voucher];
        --linesVouchedBy[voucher];
        uint64[] storage vouchers = _vouchers[identity];
        uint256 last = vouchers.length - 1;
        for (uint256 i = 0; i < last; ++i) {
            if (vouchers[i] == voucher) vouchers[i] = vouchers[last];
        }
        vouchers.pop();
        emit VouchUnlocked(identity, voucher, owner, shares);
        if (shares != 0) IERC20(POOL).safeTransfer(owner, shares);
    }

    function _checkPair(uint64 identity, uint64 voucher) private view {
        if (identity == voucher) revert VouchingOwnLine(identity);
        if (_vouchers[voucher].length != 0) revert VouchingVouchedFor(voucher);
        if (linesVouchedBy[identity] != 0) revert VouchingBorrowerVouches(identity);
        uint256 debt = LINES.debtOf(voucher);
        if (debt != 0) revert VouchingOwes(voucher, debt);
    }

    function _known(address account) private view returns (uint64 identity) {
        identity = IDENTITIES.standingWordOf(account).indexOf();
        if (identity == 0) revert VouchingUnknownIdentity(account);
    }

    /// @dev The caller's own vouch, also when its standing has lapsed: an exit.
    function _own(uint64 identity) private view returns (uint64 voucher, Vouch storage own) {
        voucher = _known(msg.sender);
        own = _vouches[identity][voucher];
        if (own.owner == address(0)) revert VouchingNone(identity, voucher);
        if (own.owner != msg.sender) revert VouchingNotOwner(identity, msg.sender, own.owner);
    }

    /// @dev Whether a line does without an ended vouch: it was written off already, or no statement is open and its debt fits.
    function _isFree(Line memory line) private pure returns (bool) {
        if (line.writtenOff || line.state == LineState.Settled) return true;
        return line.due == 0 && line.principal + line.interest <= line.limit;
    }
}
