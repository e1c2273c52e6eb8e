// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {Balance, CreditTerms} from "../../src/interfaces/loans/ICreditBook.sol";
import {CreditAttestation, Line} from "../../src/interfaces/loans/ICreditLines.sol";
import {CreditBook} from "../../src/loans/CreditBook.sol";
import {CreditLines} from "../../src/loans/CreditLines.sol";
import {FirstLossPool} from "../../src/loans/FirstLossPool.sol";
import {SeniorPool} from "../../src/loans/SeniorPool.sol";
import {Vouching} from "../../src/loans/Vouching.sol";
import {Roles} from "../../src/shared/Roles.sol";
import {IdentityBase} from "../identity/IdentityBase.sol";
import {vm} from "../shared/Test.sol";

/// @notice Credit lines with everything around them: Ada and Ben may borrow, Sam lends, Vic bears the first loss and vouches.
abstract contract CreditBase is IdentityBase {
    uint256 internal constant USD = 1e6;
    uint256 internal constant CYCLE = 30 days;
    bytes32 internal constant LIMIT =
        keccak256("CreditAttestation(address account,uint256 limit,uint256 nonce,uint256 deadline)");

    TestDollar internal money;
    CreditBook internal book;
    CreditLines internal lines;
    SeniorPool internal senior;
    FirstLossPool internal junior;
    Vouching internal vouching;
    address internal treasury;
    address internal underwriter;
    uint256 internal underwriterKey;
    address internal ada;
    address internal ben;
    address internal sam;
    address internal vic;
    uint64 internal adaId;
    uint64 internal benId;
    uint64 internal vicId;
    uint256 internal start;

    function _deployCredit() internal {
        _deployIdentities();
        money = new TestDollar(address(this));
        treasury = makeAddr("treasury");
        book = new CreditBook(money, treasury, _creditTerms(), address(manager));
        start = book.start();
        lines = new CreditLines(book, identities, address(manager));
        senior = new SeniorPool(book);
        junior = new FirstLossPool(book);
        vouching = new Vouching(book, lines, junior, identities);
        book.bind(address(lines), address(senior), address(junior));
        lines.bindVouching(address(vouching));
        lines.setTierCap(1, 1_000 * USD);
        lines.setTierCap(2, 5_000 * USD);
        lines.setTierCap(3, 20_000 * USD);
        lines.setUnderwritingQuota(50_000 * USD, 1 days);
        (underwriter, underwriterKey) = makeAddrAndKey("underwriter");
        manager.grantRole(Roles.UNDERWRITER, underwriter, 0);

        (ada, ben, sam, vic) = (makeAddr("ada"), makeAddr("ben"), makeAddr("sam"), makeAddr("vic"));
        (adaId, benId, vicId) = (_person("ada"), _person("ben"), _person("vic"));
        _purse(sam);
    }

    function _creditTerms() internal pure returns (CreditTerms memory) {
        return
            CreditTerms({
                rateBps: 1_800,
                lateBps: 600,
                minimumBps: 1_000,
                growthBps: 2_000,
                seniorBps: 6_000,
                leverageBps: 40_000,
                floor: uint64(20 * USD)
            });
    }

    /// @dev Sam's 900 senior and Vic's 600 first loss carry 1,500 of debt in all.
    function _fund() internal {
        _fund(900 * USD, 600 * USD);
    }

    function _fund(uint256 seniorAmount, uint256 juniorAmount) internal {
        vm.prank(sam);
        senior.deposit(seniorAmount, sam);
        vm.prank(vic);
        junior.deposit(juniorAmount, vic);
    }

    function _person(string memory name) internal returns (uint64) {
        address account = makeAddr(name);
        _attest(account);
        _purse(account);
        return identities.standingOf(account).index;
    }

    function _purse(address account) internal {
        money.transfer(account, 100_000 * USD);
        vm.startPrank(account);
        money.approve(address(lines), type(uint256).max);
        money.approve(address(senior), type(uint256).max);
        money.approve(address(junior), type(uint256).max);
        junior.approve(address(vouching), type(uint256).max);
        vm.stopPrank();
    }

    function _limit(address account, uint256 limit) internal {
        CreditAttestation memory attestation = _limitOf(account, limit);
        lines.attest(attestation, underwriter, signature(underwriterKey, _digest(attestation)));
    }

    function _limitOf(address account, uint256 limit) internal view returns (CreditAttestation memory) {
        uint64 identity = identities.standingOf(account).index;
        return CreditAttestation(account, limit, lines.nonceOf(identity), vm.getBlockTimestamp() + 1 hours);
    }

    function _digest(CreditAttestation memory a) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN, keccak256("QTI Credit"), keccak256("1"), block.chainid, address(lines))
        );
        bytes32 content = keccak256(abi.encode(LIMIT, a.account, a.limit, a.nonce, a.deadline));
        return keccak256(abi.encodePacked(hex"1901", domain, content));
    }

    function _draw(address account, uint256 amount) internal {
        vm.prank(account);
        lines.draw(amount, account);
    }

    function _repay(address account, uint256 amount) internal returns (uint256) {
        vm.prank(account);
        return lines.repay(account, amount);
    }

    function _lineOf(address account) internal view returns (Line memory) {
        return lines.lineOf(account);
    }

    function _now() internal view returns (Balance memory) {
        return book.balance();
    }

    /// @dev To a time of the calendar: `cycle` statements after its start and some more.
    function _to(uint256 cycle, uint256 more) internal {
        vm.warp(start + cycle * CYCLE + more);
    }
}
