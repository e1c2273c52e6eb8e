// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {IncomeDistributor} from "../../src/assets/IncomeDistributor.sol";
import {IIncomeDistributor, IncomePayment} from "../../src/interfaces/assets/IIncomeDistributor.sol";
import {IMoneyList} from "../../src/interfaces/shared/IMoneyList.sol";
import {IRootTimelock} from "../../src/interfaces/shared/IRootTimelock.sol";
import {FeeToken} from "../shared/FeeToken.sol";
import {vm} from "../shared/Test.sol";
import {HookedToken} from "../staking/HookedToken.sol";
import {ClaimTree} from "./ClaimTree.sol";
import {MoneyBase} from "./MoneyBase.sol";

/// @notice Income is paid in, waits, is claimed once by each holder, and returns when nobody claims it.
contract IncomeTest is MoneyBase {
    uint256 private constant AMOUNT = 100 * DOLLAR;

    /// @dev What somebody tries to pay in.
    struct Offer {
        address caller;
        address asset;
        IERC20 money;
        uint256 amount;
        uint64 recordBlock;
        uint256 time;
        uint256 total;
    }

    AssetToken private _token;
    address private _asset;

    function setUp() public {
        _deployMoney();
        _token = _active(_terms());
        _asset = address(_token);
        _give(_token, ben, 300 * UNIT);
        _give(_token, cleo, 100 * UNIT);
    }

    // --- paying in

    function test_theIssuerPaysInAndProposesTheRoot() public {
        Claim[] memory claims = _claims();
        bytes32 id = income.paymentIdOf(_asset, 0);
        bytes32 root = ClaimTree.root(_leaves(id, claims));
        uint48 expiry = uint48(vm.getBlockTimestamp()) + 30 days;
        vm.expectEmit(address(income));
        emit IIncomeDistributor.IncomePaid(id, _asset, ada, dollar, AMOUNT, 99, expiry);
        vm.expectEmit(address(income));
        emit IRootTimelock.RootProposed(id, root, AMOUNT, uint48(vm.getBlockTimestamp()) + 24 hours, "qti:income/v1");
        vm.expectEmit(address(dollar));
        emit IERC20.Transfer(ada, address(income), AMOUNT);
        vm.prank(ada);
        assertEq(income.payIncome(_asset, dollar, AMOUNT, 99, expiry, root, AMOUNT, "qti:income/v1"), id);

        IncomePayment memory payment = income.paymentOf(id);
        assertEq(payment.asset, _asset);
        assertEq(payment.issuer, ada);
        assertEq(address(payment.money), address(dollar));
        assertEq(payment.amount, AMOUNT);
        assertEq(payment.claimed, 0);
        assertEq(payment.recordBlock, 99);
        assertEq(payment.expiry, expiry);
        assertEq(payment.root, 0);
        assertFalse(payment.closed);
        assertEq(income.paymentCount(_asset), 1);
        assertEq(dollar.balanceOf(address(income)), AMOUNT);
    }

    function test_paymentsOfAnAssetAreNumbered() public {
        assertEq(_pay(_token, AMOUNT, _claims()), keccak256(abi.encode(_asset, uint256(0))));
        assertEq(_pay(_token, AMOUNT, _claims()), keccak256(abi.encode(_asset, uint256(1))));
        assertEq(income.paymentCount(_asset), 2);
    }

    function test_onlyTheIssuerPaysIncomeOfItsAsset() public {
        bytes4 notIssuer = IIncomeDistributor.IncomeNotIssuer.selector;
        Offer memory offer = _offer();
        offer.caller = ben;
        _refuse(offer, abi.encodeWithSelector(notIssuer, _asset, ben));
        offer = _offer();
        offer.asset = ben;
        _refuse(offer, abi.encodeWithSelector(notIssuer, ben, ada));
    }

    function test_moneyAndAmountAreChecked() public {
        Offer memory offer = _offer();
        offer.money = IERC20(_asset);
        _refuse(offer, abi.encodeWithSelector(IMoneyList.MoneyNotListed.selector, _asset));
        offer = _offer();
        offer.amount = 0;
        _refuse(offer, abi.encodeWithSelector(IIncomeDistributor.IncomeInvalidAmount.selector));
        offer.amount = 1 << 128;
        _refuse(offer, abi.encodeWithSelector(IIncomeDistributor.IncomeInvalidAmount.selector));
    }

    function test_theRecordBlockIsMinedAlready() public {
        bytes4 invalid = IIncomeDistributor.IncomeInvalidRecordBlock.selector;
        Offer memory offer = _offer();
        offer.recordBlock = 100;
        _refuse(offer, abi.encodeWithSelector(invalid, 100, 100));
        offer.recordBlock = 101;
        _refuse(offer, abi.encodeWithSelector(invalid, 101, 100));
    }

    function test_theExpiryIsThirtyDaysToTenYearsAway() public {
        bytes4 invalid = IIncomeDistributor.IncomeInvalidExpiry.selector;
        uint256 now_ = vm.getBlockTimestamp();
        Offer memory offer = _offer();
        offer.time = 30 days - 1;
        _refuse(offer, abi.encodeWithSelector(invalid, now_ + 30 days - 1));
        offer.time = 3650 days + 1;
        _refuse(offer, abi.encodeWithSelector(invalid, now_ + 3650 days + 1));
    }

    function test_theLimitsOfTheExpiryAreIn() public {
        bytes32 root = ClaimTree.root(_leaves(_nextId(_token), _claims()));
        uint48 now_ = uint48(vm.getBlockTimestamp());
        vm.startPrank(ada);
        income.payIncome(_asset, dollar, AMOUNT, 99, now_ + 30 days, root, AMOUNT, "");
        income.payIncome(_asset, dollar, AMOUNT, 99, now_ + 3650 days, root, AMOUNT, "");
    }

    function test_aRootThatPromisesMoreThanIsPaidInIsNotProposed() public {
        bytes32 id = _nextId(_token);
        Offer memory offer = _offer();
        offer.total = AMOUNT + 1;
        _refuse(
            offer,
            abi.encodeWithSelector(IRootTimelock.RootNotFunded.selector, id, AMOUNT + 1, AMOUNT)
        );
        offer.total = 0;
        _refuse(offer, abi.encodeWithSelector(IRootTimelock.RootInvalid.selector, id));
    }

    function test_feeOnTransferMoneyIsNotTaken() public {
        FeeToken fee = new FeeToken();
        fee.mint(address(this), 1);
        _list(fee);
        fee.mint(ada, AMOUNT);
        _approve(ada, fee);
        fee.setFee(FeeToken.Fee.FromArrival, address(0));
        Offer memory offer = _offer();
        offer.money = fee;
        _refuse(
            offer,
            abi.encodeWithSelector(IMoneyList.MoneyTransferInexact.selector, fee, AMOUNT, AMOUNT - 7)
        );
    }

    // --- claiming

    function test_anybodyClaimsForAHolderWhoIsPaid() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        _activate(id);
        vm.expectEmit(address(income));
        emit IIncomeDistributor.IncomeClaimed(id, 0, ben, ben, 75 * DOLLAR);
        vm.prank(stranger);
        _claim(id, claims, 0);
        assertEq(dollar.balanceOf(ben), 75 * DOLLAR);
        assertEq(income.paymentOf(id).claimed, 75 * DOLLAR);
        assertTrue(income.isClaimed(id, 0));
        assertFalse(income.isClaimed(id, 1));
        _claim(id, claims, 1);
        assertEq(dollar.balanceOf(cleo), 25 * DOLLAR);
        assertEq(dollar.balanceOf(address(income)), 0);
    }

    function test_aClaimIsPaidOnce() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        _activate(id);
        _claim(id, claims, 0);
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, claims), 0);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeAlreadyClaimed.selector, id, 0));
        income.claimIncome(id, 0, ben, 75 * DOLLAR, proof);
    }

    function testFuzz_everyClaimOfATreeOfAnySizeIsPaidOnceAndNoOther(uint256 count, uint256 seed) public {
        Claim[] memory claims = new Claim[](bound(count, 1, 33));
        for (uint256 i = 0; i < claims.length; ++i) {
            claims[i] = Claim(vm.addr(i + 1), 1 + (uint256(keccak256(abi.encode(seed, i))) % DOLLAR));
        }
        bytes32 id = _pay(_token, _total(claims), claims);
        _activate(id);
        bytes32[] memory leaves = _leaves(id, claims);
        for (uint256 i = 0; i < claims.length; ++i) {
            bytes32[] memory proof = ClaimTree.proof(leaves, i);
            vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeInvalidProof.selector, id, i));
            income.claimIncome(id, i, claims[i].account, claims[i].amount + 1, proof);
            income.claimIncome(id, i, claims[i].account, claims[i].amount, proof);
            assertEq(dollar.balanceOf(claims[i].account), claims[i].amount);
            vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeAlreadyClaimed.selector, id, i));
            income.claimIncome(id, i, claims[i].account, claims[i].amount, proof);
        }
        assertEq(dollar.balanceOf(address(income)), 0);
    }

    function test_nothingIsClaimedBeforeTheRootIsActive() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, claims), 0);
        skip(2 days);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeNotActive.selector, id));
        income.claimIncome(id, 0, ben, 75 * DOLLAR, proof);
        bytes32 unknown = income.paymentIdOf(_asset, 1);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeUnknownPayment.selector, unknown));
        income.claimIncome(unknown, 0, ben, 75 * DOLLAR, proof);
    }

    function test_aProofIsForThisIndexAccountAndAmount() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        _activate(id);
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, claims), 0);
        _refuseClaim(id, 1, ben, 75 * DOLLAR, proof);
        _refuseClaim(id, 0, stranger, 75 * DOLLAR, proof);
        _refuseClaim(id, 0, ben, 75 * DOLLAR - 1, proof);
        _refuseClaim(id, 0, ben, 75 * DOLLAR, new bytes32[](0));
        _refuseClaim(id, 2, ben, 75 * DOLLAR, proof);
    }

    function test_voucherReplayAcrossChainsContractsAndPayments() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        bytes32 second = _pay(_token, AMOUNT, claims);
        _activate(id);
        income.activateRoot(second);
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, claims), 0);
        _refuseClaim(second, 0, ben, 75 * DOLLAR, proof);

        uint256 home = block.chainid;
        vm.chainId(31_338);
        _refuseClaim(id, 0, ben, 75 * DOLLAR, proof);
        vm.chainId(home);

        // The same root and the same id in another distributor.
        IncomeDistributor other = new IncomeDistributor(address(manager), registry);
        dollar.approve(address(other), 1);
        other.listMoney(dollar, 1);
        bytes32 root = ClaimTree.root(_leaves(id, claims));
        uint48 expiry = uint48(vm.getBlockTimestamp()) + 90 days;
        vm.startPrank(ada);
        dollar.approve(address(other), AMOUNT);
        assertEq(other.payIncome(_asset, dollar, AMOUNT, 99, expiry, root, AMOUNT, ""), id);
        vm.stopPrank();
        skip(24 hours);
        other.activateRoot(id);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeInvalidProof.selector, id, 0));
        other.claimIncome(id, 0, ben, 75 * DOLLAR, proof);
        income.claimIncome(id, 0, ben, 75 * DOLLAR, proof);
    }

    /// @dev An inner node is the hash of 64 bytes, a leaf the hash of a hash: what hashes to a node is no claim.
    function test_leafSecondPreimage() public {
        Claim[] memory claims = new Claim[](4);
        claims[0] = Claim(ben, 25 * DOLLAR);
        claims[1] = Claim(cleo, 25 * DOLLAR);
        claims[2] = Claim(ben, 25 * DOLLAR);
        claims[3] = Claim(cleo, 25 * DOLLAR);
        bytes32 id = _pay(_token, AMOUNT, claims);
        _activate(id);
        bytes32[] memory leaves = _leaves(id, claims);
        bytes32[] memory above = new bytes32[](1);
        above[0] = ClaimTree.proof(leaves, 0)[1];
        // The children of the left node as index and account, its sibling as proof.
        for (uint256 i = 0; i < 2; ++i) {
            _refuseClaim(id, uint256(leaves[i]), address(uint160(uint256(leaves[1 - i]))), 25 * DOLLAR, above);
        }
        // A leaf, hashed once less, is what leafOf hashes; the root itself is no leaf either.
        _refuseClaim(id, 0, ben, 25 * DOLLAR, new bytes32[](0));
        bytes32 once = keccak256(abi.encode(block.chainid, address(income), id, uint256(0), ben, 25 * DOLLAR));
        assertEq(income.leafOf(id, 0, ben, 25 * DOLLAR), keccak256(abi.encode(once)));
        assertNotEq(once, leaves[0]);
    }

    function test_aTreeOfOneLeafNeedsNoProof() public {
        Claim[] memory claims = new Claim[](1);
        claims[0] = Claim(ben, AMOUNT);
        bytes32 id = _pay(_token, AMOUNT, claims);
        _activate(id);
        _claim(id, claims, 0);
        assertEq(dollar.balanceOf(ben), AMOUNT);
    }

    /// @dev The issuer writes a total into the proposal that its leaves do not keep.
    function test_aLyingRootTakesNothingFromOtherPayments() public {
        Claim[] memory claims = _claims();
        bytes32 honest = _pay(_token, AMOUNT, claims);
        Claim[] memory lies = new Claim[](3);
        lies[0] = Claim(ada, 60 * DOLLAR);
        lies[1] = Claim(ada, 60 * DOLLAR);
        lies[2] = Claim(stranger, type(uint256).max);
        bytes32 id = _nextId(_token);
        bytes32 root = ClaimTree.root(_leaves(id, lies));
        uint48 expiry = uint48(vm.getBlockTimestamp()) + 90 days;
        vm.prank(ada);
        income.payIncome(_asset, dollar, AMOUNT, 99, expiry, root, AMOUNT, "");
        _activate(id);
        income.activateRoot(honest);

        _claim(id, lies, 0);
        _refuseExhausted(id, lies, 1, 40 * DOLLAR);
        _refuseExhausted(id, lies, 2, 40 * DOLLAR);
        _claim(honest, claims, 0);
        _claim(honest, claims, 1);
        assertEq(dollar.balanceOf(address(income)), 40 * DOLLAR);
    }

    function test_incomeOfALostAccountIsPaidToItsSuccessor() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        address next = _recover(ben, "ben-next");
        address last = _recover(next, "ben-last");
        income.activateRoot(id);
        vm.expectEmit(address(income));
        emit IIncomeDistributor.IncomeClaimed(id, 0, ben, last, 75 * DOLLAR);
        _claim(id, claims, 0);
        assertEq(dollar.balanceOf(last), 75 * DOLLAR);
        assertEq(dollar.balanceOf(ben), 0);
    }

    /// @dev Income is money: what stops shares does not stop it.
    function test_seizedPledgedFrozenShares_incomeOfTheRecordBlockIsStillPaid() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        registry.setFrozenTokens(_asset, ben, 300 * UNIT);
        registry.pause(_asset);
        registry.forcedTransfer(_asset, cleo, ada, 100 * UNIT);
        _activate(id);
        _claim(id, claims, 0);
        _claim(id, claims, 1);
        assertEq(dollar.balanceOf(ben) + dollar.balanceOf(cleo), AMOUNT);
    }

    function test_delistedMoneyIsStillPaidOutAndNotTaken() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        income.delistMoney(dollar);
        _activate(id);
        _claim(id, claims, 0);
        skip(90 days);
        income.returnIncome(id);
        assertEq(dollar.balanceOf(address(income)), 0);
        _refuse(_offer(), abi.encodeWithSelector(IMoneyList.MoneyNotListed.selector, dollar));
    }

    // --- what nobody claims

    function test_fromTheExpiryOnTheRestReturnsToTheIssuer() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        uint48 expiry = income.paymentOf(id).expiry;
        _activate(id);
        _claim(id, claims, 1);
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, claims), 0);
        vm.warp(expiry - 1);
        bytes memory tooEarly = abi.encodeWithSelector(IIncomeDistributor.IncomeNotExpired.selector, id, expiry);
        vm.expectRevert(tooEarly);
        income.returnIncome(id);
        vm.prank(ada);
        vm.expectRevert(tooEarly);
        income.returnIncome(id);

        vm.warp(expiry);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeExpired.selector, id, expiry));
        income.claimIncome(id, 0, ben, 75 * DOLLAR, proof);
        vm.expectEmit(address(income));
        emit IIncomeDistributor.IncomeReturned(id, ada, 75 * DOLLAR);
        vm.prank(stranger);
        income.returnIncome(id);
        assertEq(dollar.balanceOf(ada), (1_000_000 - 25) * DOLLAR);
        assertTrue(income.paymentOf(id).closed);

        bytes memory closed = abi.encodeWithSelector(IIncomeDistributor.IncomeClosed.selector, id);
        vm.expectRevert(closed);
        income.returnIncome(id);
        vm.expectRevert(closed);
        income.claimIncome(id, 0, ben, 75 * DOLLAR, proof);
    }

    function test_nothingReturnsWhenAllWasClaimed() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        _activate(id);
        _claim(id, claims, 0);
        _claim(id, claims, 1);
        skip(90 days);
        vm.expectEmit(address(income));
        emit IIncomeDistributor.IncomeReturned(id, ada, 0);
        income.returnIncome(id);
        assertTrue(income.paymentOf(id).closed);
    }

    function test_moneyThatNeverMovesNothingReturnsNothingAndTheLastUnit() public {
        FeeToken strict = new FeeToken();
        strict.mint(address(this), 1);
        _list(strict);
        strict.mint(ada, 5);
        _approve(ada, strict);
        Claim[] memory claims = new Claim[](1);
        claims[0] = Claim(ben, 2);
        uint48 expiry = uint48(vm.getBlockTimestamp()) + 90 days;
        bytes32[2] memory ids;
        for (uint256 i = 0; i < 2; ++i) {
            bytes32 root = ClaimTree.root(_leaves(_nextId(_token), claims));
            vm.prank(ada);
            ids[i] = income.payIncome(_asset, strict, 2 + i, 99, expiry, root, 2, "");
        }
        skip(24 hours);
        for (uint256 i = 0; i < 2; ++i) {
            income.activateRoot(ids[i]);
            _claim(ids[i], claims, 0);
        }
        vm.warp(expiry);
        income.returnIncome(ids[0]);
        assertEq(strict.balanceOf(ada), 0);
        income.returnIncome(ids[1]);
        assertEq(strict.balanceOf(ada), 1);
    }

    function test_theLargestIncomeIsPaid() public {
        HookedToken money = new HookedToken();
        money.mint(address(this), 1);
        _list(money);
        money.mint(ada, type(uint128).max);
        _approve(ada, money);
        Claim[] memory claims = new Claim[](1);
        claims[0] = Claim(ben, type(uint128).max);
        bytes32 root = ClaimTree.root(_leaves(_nextId(_token), claims));
        uint48 expiry = uint48(vm.getBlockTimestamp()) + 90 days;
        vm.prank(ada);
        bytes32 id = income.payIncome(_asset, money, type(uint128).max, 99, expiry, root, type(uint128).max, "");
        _activate(id);
        _claim(id, claims, 0);
        assertEq(money.balanceOf(ben), type(uint128).max);
    }

    function test_theRestReturnsToTheSuccessorOfALostIssuer() public {
        bytes32 id = _pay(_token, AMOUNT, _claims());
        address next = _recover(ada, "ada-next");
        skip(90 days);
        vm.expectEmit(address(income));
        emit IIncomeDistributor.IncomeReturned(id, next, AMOUNT);
        income.returnIncome(id);
        assertEq(dollar.balanceOf(next), AMOUNT);
    }

    function test_ninetyDaysOfSilence_whoeverIsThereActivatesClaimsAndReturns() public {
        identities.setAttester(attester, false);
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        skip(90 days - 1);
        vm.startPrank(stranger);
        income.activateRoot(id);
        _claim(id, claims, 0);
        skip(1);
        income.returnIncome(id);
        assertEq(dollar.balanceOf(address(income)), 0);
    }

    function test_aRootThatNobodyActivatedInTimeNeverPays() public {
        bytes32 id = _pay(_token, AMOUNT, _claims());
        uint48 expiry = income.paymentOf(id).expiry;
        vm.warp(expiry);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeExpired.selector, id, expiry));
        income.activateRoot(id);
        income.returnIncome(id);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeClosed.selector, id));
        income.activateRoot(id);
    }

    function test_anUnknownPaymentReturnsNothing() public {
        bytes32 unknown = keccak256("unknown");
        bytes memory reason = abi.encodeWithSelector(IIncomeDistributor.IncomeUnknownPayment.selector, unknown);
        vm.expectRevert(reason);
        income.returnIncome(unknown);
        vm.prank(ada);
        vm.expectRevert(reason);
        income.proposeRoot(unknown, "root", 1, "");
    }

    // --- vetoes

    function test_afterAVetoTheIssuerProposesAgainAndTheFullTimeRuns() public {
        Claim[] memory claims = _claims();
        bytes32 id = _pay(_token, AMOUNT, claims);
        bytes32 root = ClaimTree.root(_leaves(id, claims));
        skip(23 hours);
        income.vetoRoot(id);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeNotIssuer.selector, _asset, ben));
        income.proposeRoot(id, root, AMOUNT, "");
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootNotFunded.selector, id, AMOUNT + 1, AMOUNT));
        income.proposeRoot(id, root, AMOUNT + 1, "");
        income.proposeRoot(id, root, AMOUNT, "");
        vm.stopPrank();
        uint48 readyAt = uint48(vm.getBlockTimestamp()) + 24 hours;
        skip(2 hours);
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootTooEarly.selector, id, readyAt));
        income.activateRoot(id);
        vm.warp(readyAt);
        income.activateRoot(id);
        _claim(id, claims, 0);
    }

    function test_timelockRestartedForEver_theIssuerCannotReplaceItsRoot() public {
        bytes32 id = _pay(_token, AMOUNT, _claims());
        uint48 readyAt = income.pendingRootOf(id).readyAt;
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootPending.selector, id, readyAt));
        income.proposeRoot(id, "other", AMOUNT, "");
        vm.expectRevert(
            abi.encodeWithSelector(IIncomeDistributor.IncomeNotExpired.selector, id, income.paymentOf(id).expiry)
        );
        income.returnIncome(id);
        vm.stopPrank();
        vm.warp(readyAt);
        income.activateRoot(id);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeActive.selector, id));
        income.proposeRoot(id, "other", AMOUNT, "");
    }

    function test_afterAVetoOnlyTheIssuerTakesTheMoneyBackEarly() public {
        bytes32 id = _pay(_token, AMOUNT, _claims());
        uint48 expiry = income.paymentOf(id).expiry;
        income.vetoRoot(id);
        vm.prank(ben);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeNotExpired.selector, id, expiry));
        income.returnIncome(id);
        vm.startPrank(ada);
        income.returnIncome(id);
        assertEq(dollar.balanceOf(ada), 1_000_000 * DOLLAR);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeClosed.selector, id));
        income.proposeRoot(id, "root", AMOUNT, "");
    }

    function test_afterTheExpiryNoRootIsProposed() public {
        bytes32 id = _pay(_token, AMOUNT, _claims());
        uint48 expiry = income.paymentOf(id).expiry;
        income.vetoRoot(id);
        vm.warp(expiry);
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeExpired.selector, id, expiry));
        income.proposeRoot(id, "root", AMOUNT, "");
    }

    function test_theSuccessorOfALostIssuerProposesAndTakesBackAndTheLostAccountDoesNot() public {
        bytes32 id = _pay(_token, AMOUNT, _claims());
        income.vetoRoot(id);
        address next = _recover(ada, "ada-next");
        vm.startPrank(ada);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeNotIssuer.selector, _asset, ada));
        income.proposeRoot(id, "root", AMOUNT, "");
        vm.expectRevert(
            abi.encodeWithSelector(IIncomeDistributor.IncomeNotExpired.selector, id, income.paymentOf(id).expiry)
        );
        income.returnIncome(id);
        vm.startPrank(next);
        income.proposeRoot(id, "root", AMOUNT, "");
        vm.stopPrank();
        income.vetoRoot(id);
        vm.prank(next);
        income.returnIncome(id);
        assertEq(dollar.balanceOf(next), AMOUNT);
    }

    function test_onlyTheGuardianVetoes() public {
        bytes32 id = _pay(_token, AMOUNT, _claims());
        vm.prank(stranger);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger));
        income.vetoRoot(id);
    }

    // --- reentrancy through money

    function test_reentrancyThroughMoney_noClaimInAClaim() public {
        (bytes32 id, HookedToken hooked, Claim[] memory claims) = _hookedPayment();
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, claims), 0);
        hooked.arm(address(income), abi.encodeCall(income.claimIncome, (id, 0, ben, 75 * DOLLAR, proof)));
        income.claimIncome(id, 0, ben, 75 * DOLLAR, proof);
        _blocked(hooked);
        assertEq(hooked.balanceOf(ben), 75 * DOLLAR);
    }

    function test_reentrancyThroughMoney_noReturnInAReturn() public {
        (bytes32 id, HookedToken hooked, ) = _hookedPayment();
        skip(90 days);
        hooked.arm(address(income), abi.encodeCall(income.returnIncome, (id)));
        income.returnIncome(id);
        _blocked(hooked);
        assertEq(hooked.balanceOf(ada), AMOUNT);
    }

    /// @dev The hook would make the balance grow by another's payment: it may not run.
    function test_reentrancyThroughMoney_noPaymentInAPayment() public {
        (, HookedToken hooked, ) = _hookedPayment();
        uint48 expiry = uint48(vm.getBlockTimestamp()) + 90 days;
        hooked.mint(ada, AMOUNT);
        bytes memory again = abi.encodeCall(
            income.payIncome,
            (_asset, hooked, AMOUNT, 99, expiry, bytes32("root"), AMOUNT, "")
        );
        hooked.arm(address(income), again);
        vm.prank(ada);
        income.payIncome(_asset, hooked, AMOUNT, 99, expiry, "root", AMOUNT, "");
        _blocked(hooked);
        assertEq(hooked.balanceOf(address(income)), 2 * AMOUNT);
    }

    function _hookedPayment() private returns (bytes32 id, HookedToken hooked, Claim[] memory claims) {
        hooked = new HookedToken();
        hooked.mint(address(this), 1);
        _list(hooked);
        hooked.mint(ada, AMOUNT);
        _approve(ada, hooked);
        claims = _claims();
        bytes32 root = ClaimTree.root(_leaves(_nextId(_token), claims));
        uint48 expiry = uint48(vm.getBlockTimestamp()) + 90 days;
        vm.prank(ada);
        id = income.payIncome(_asset, hooked, AMOUNT, 99, expiry, root, AMOUNT, "");
        _activate(id);
    }

    function _blocked(HookedToken hooked) private view {
        assertTrue(hooked.called());
        assertFalse(hooked.succeeded());
        assertEq(
            bytes32(hooked.result()),
            bytes32(ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector)
        );
    }

    function _claims() private view returns (Claim[] memory claims) {
        claims = new Claim[](2);
        claims[0] = Claim(ben, 75 * DOLLAR);
        claims[1] = Claim(cleo, 25 * DOLLAR);
    }

    function _offer() private view returns (Offer memory) {
        return Offer(ada, _asset, dollar, AMOUNT, 99, 90 days, AMOUNT);
    }

    function _refuse(Offer memory offer, bytes memory reason) private {
        uint48 expiry = uint48(vm.getBlockTimestamp() + offer.time);
        vm.prank(offer.caller);
        vm.expectRevert(reason);
        income.payIncome(
            offer.asset,
            offer.money,
            offer.amount,
            offer.recordBlock,
            expiry,
            "root",
            offer.total,
            ""
        );
    }

    function _refuseClaim(
        bytes32 id,
        uint256 index,
        address account,
        uint256 amount,
        bytes32[] memory proof
    ) private {
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeInvalidProof.selector, id, index));
        income.claimIncome(id, index, account, amount, proof);
    }

    function _refuseExhausted(bytes32 id, Claim[] memory claims, uint256 index, uint256 left) private {
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, claims), index);
        (address account, uint256 amount) = (claims[index].account, claims[index].amount);
        vm.expectRevert(abi.encodeWithSelector(IIncomeDistributor.IncomeExhausted.selector, id, amount, left));
        income.claimIncome(id, index, account, amount, proof);
    }
}
