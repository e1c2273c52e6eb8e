// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {AppraisalTerms, IAppraisalOracle} from "../../src/interfaces/loans/IAppraisalOracle.sol";
import {FeedTerms, IAggregatorV3, IFeedOracle} from "../../src/interfaces/loans/IFeedOracle.sol";
import {IPriceOracle} from "../../src/interfaces/loans/IPriceOracle.sol";
import {AppraisalOracle} from "../../src/loans/AppraisalOracle.sol";
import {FeedOracle} from "../../src/loans/FeedOracle.sol";
import {AssetsBase} from "../assets/AssetsBase.sol";
import {vm} from "../shared/Test.sol";
import {Gold} from "./MarketsBase.sol";

contract AppraisalOracleTest is AssetsBase {
    uint256 private constant USD = 1e6;
    /// @dev 2.5 million dollars over 1,000 shares of 18 decimals, in units of a token of 6, times 1e36.
    uint256 private constant PRICE = 2_500e6 * 1e18;

    AppraisalOracle private oracle;
    AssetToken private flats;
    TestDollar private money;

    function setUp() public {
        _deployAssets();
        money = new TestDollar(address(this));
        oracle = new AppraisalOracle(registry, address(manager));
        flats = _active(_terms());
        oracle.setTerms(address(flats), AppraisalTerms({dailyBps: 100, borrowMaxAge: 90 days}));
        oracle.appraise(address(flats), 2_500_000 * USD);
    }

    function _prices() private view returns (uint256, uint256) {
        return oracle.prices(address(flats), address(money));
    }

    function _glide() private view returns (uint256) {
        return oracle.glideOf(address(flats));
    }

    function test_theFirstAppraisalIsThePriceAtOnce() public view {
        (uint256 borrowPrice, uint256 price) = _prices();
        assertEq(borrowPrice, PRICE);
        assertEq(price, PRICE);
    }

    function test_hurt_anAppraisalJumpGlidesAndIsNotBorrowedAgainst() public {
        vm.expectEmit(address(oracle));
        emit IAppraisalOracle.Appraised(address(flats), address(this), 5_000_000 * USD, 2_500_000 * USD);
        oracle.appraise(address(flats), 5_000_000 * USD);
        assertEq(_glide(), 2_500_000 * USD);
        skip(1 days);
        assertLe(_glide(), 2_525_000 * USD);
        assertGt(_glide(), 2_524_000 * USD);
        (uint256 borrowPrice, uint256 price) = _prices();
        assertEq(borrowPrice, price);
        skip(200 days);
        assertEq(_glide(), 5_000_000 * USD);
    }

    function test_aFallIsBorrowedAgainstAtOnceAndLiquidatedByTheGlide() public {
        oracle.appraise(address(flats), 1_250_000 * USD);
        (uint256 borrowPrice, uint256 price) = _prices();
        assertEq(borrowPrice, PRICE / 2);
        assertEq(price, PRICE);
        skip(10 days);
        assertEq(_glide(), 2_250_000 * USD);
        skip(40 days);
        assertEq(_glide(), 1_250_000 * USD);
    }

    function testFuzz_noSeriesOfAppraisalsMovesThePriceFasterThanItsPace(uint256 seed) public {
        uint256 before = _glide();
        for (uint256 i = 0; i < 24; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            oracle.appraise(address(flats), seed % 2 == 0 ? 100_000_000 * USD : bound(seed, 1, 1e15));
            skip(1 hours);
        }
        assertLe(_glide(), before + before / 100);
        assertGe(_glide(), before - before / 100);
    }

    function test_hurt_anAppraisalWithheldStopsBorrowingAndNoLiquidation() public {
        oracle.appraise(address(flats), 2_400_000 * USD);
        skip(90 days);
        (uint256 borrowPrice, uint256 price) = _prices();
        assertGt(borrowPrice, 0);
        skip(1);
        (borrowPrice, price) = _prices();
        assertEq(borrowPrice, 0);
        assertEq(price, (PRICE * 24) / 25);
        skip(1_000 days);
        (, uint256 later) = _prices();
        assertEq(later, price);
    }

    function test_newTermsChangeHowItGlidesFromNowOnAndMakeNoAppraisalYounger() public {
        oracle.appraise(address(flats), 1_000_000 * USD);
        skip(10 days);
        uint256 glide = _glide();
        oracle.setTerms(address(flats), AppraisalTerms({dailyBps: 1_000, borrowMaxAge: 10 days}));
        AppraisalTerms memory terms = oracle.termsOf(address(flats));
        assertEq(terms.dailyBps, 1_000);
        assertEq(terms.borrowMaxAge, 10 days);
        assertEq(_glide(), glide);
        (uint256 borrowPrice, ) = _prices();
        assertGt(borrowPrice, 0);
        skip(1);
        (borrowPrice, ) = _prices();
        assertEq(borrowPrice, 0);
        skip(1 days - 1);
        assertEq(_glide(), glide - glide / 10);
    }

    function test_burningSharesRaisesNoPrice() public {
        (, uint256 before) = _prices();
        vm.prank(ada);
        registry.burn(address(flats), 500 * UNIT);
        (, uint256 price) = _prices();
        assertEq(price, before);
    }

    function test_saysNothingOfWhatItDoesNotKnow() public {
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracle.OraclePairUnknown.selector, stranger, address(money))
        );
        oracle.prices(stranger, address(money));
        bytes memory unknown = abi.encodeWithSelector(IAppraisalOracle.AppraisalUnknownAsset.selector, stranger);
        vm.expectRevert(unknown);
        oracle.setTerms(stranger, AppraisalTerms(100, 1 days));
        vm.expectRevert(unknown);
        oracle.appraise(stranger, 1);
    }

    function test_termsAndValuesAreBounded() public {
        _refuses(AppraisalTerms(0, 1 days), "dailyBps");
        _refuses(AppraisalTerms(2_001, 1 days), "dailyBps");
        _refuses(AppraisalTerms(1, 0), "borrowMaxAge");
        _refuses(AppraisalTerms(1, 731 days), "borrowMaxAge");
        vm.expectRevert(abi.encodeWithSelector(IAppraisalOracle.AppraisalInvalidValue.selector, 0));
        oracle.appraise(address(flats), 0);
        uint256 most = type(uint96).max;
        oracle.appraise(address(flats), most);
        vm.expectRevert(abi.encodeWithSelector(IAppraisalOracle.AppraisalInvalidValue.selector, most + 1));
        oracle.appraise(address(flats), most + 1);
    }

    function _refuses(AppraisalTerms memory terms, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(IAppraisalOracle.AppraisalInvalidTerms.selector, field));
        oracle.setTerms(address(flats), terms);
    }

    function test_onlyRiskAndTheAppraiserHaveAWord() public {
        vm.startPrank(stranger);
        bytes memory denied = abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, stranger);
        vm.expectRevert(denied);
        oracle.setTerms(address(flats), AppraisalTerms(100, 1 days));
        vm.expectRevert(denied);
        oracle.appraise(address(flats), 1);
        vm.stopPrank();
    }
}

/// @notice A feed that says what it is told.
contract SetFeed is IAggregatorV3 {
    uint8 public immutable decimals;
    int256 public answer;
    uint256 public startedAt;
    uint256 public updatedAt;

    constructor(uint8 decimals_) {
        decimals = decimals_;
    }

    function set(int256 answer_, uint256 startedAt_, uint256 updatedAt_) external {
        (answer, startedAt, updatedAt) = (answer_, startedAt_, updatedAt_);
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (1, answer, startedAt, updatedAt, 1);
    }
}

contract FeedOracleTest is AssetsBase {
    Gold private gold;
    TestDollar private money;
    SetFeed private feed;
    SetFeed private sequencer;
    FeedOracle private oracle;
    uint256 private time;

    function setUp() public {
        vm.warp(1_760_000_000);
        time = vm.getBlockTimestamp();
        gold = new Gold();
        money = new TestDollar(address(this));
        feed = new SetFeed(8);
        sequencer = new SetFeed(0);
        sequencer.set(0, time - 1 days, time);
        feed.set(4_000e8, time, time);
        oracle = new FeedOracle(_feedTerms());
    }

    function _feedTerms() private view returns (FeedTerms memory) {
        return FeedTerms(address(gold), address(money), feed, sequencer, 1 hours, 100e8, 100_000e8);
    }

    function _expect(uint256 borrowPrice, uint256 price) private view {
        (uint256 gotBorrow, uint256 got) = oracle.prices(address(gold), address(money));
        assertEq(gotBorrow, borrowPrice);
        assertEq(got, price);
    }

    function test_scalesByTheDecimalsOfFeedAndTokens() public {
        _expect(4_000e6 * 1e18, 4_000e6 * 1e18);
        // Answers at the very bounds are prices.
        feed.set(100e8, time, time);
        _expect(100e6 * 1e18, 100e6 * 1e18);
        feed.set(100_000e8, time, time);
        _expect(100_000e6 * 1e18, 100_000e6 * 1e18);
        assertEq(oracle.terms().heartbeat, 1 hours);
    }

    function test_pastItsHeartbeatNobodyBorrowsAndLiquidationGoesOn() public {
        vm.warp(time + 1 hours);
        _expect(4_000e6 * 1e18, 4_000e6 * 1e18);
        vm.warp(time + 1 hours + 1);
        _expect(0, 4_000e6 * 1e18);
    }

    function test_anAnswerOutOfBoundsIsNoPrice() public {
        feed.set(100e8 - 1, time, time);
        _expect(0, 0);
        feed.set(100_000e8 + 1, time, time);
        _expect(0, 0);
        feed.set(0, time, time);
        _expect(0, 0);
        feed.set(-4_000e8, time, time);
        _expect(0, 0);
    }

    function test_L5_thereIsNoPriceWhileTheSequencerIsDownOrJustUp() public {
        sequencer.set(1, time - 1 days, time);
        _expect(0, 0);
        sequencer.set(0, time - 1 hours + 1, time);
        _expect(0, 0);
        sequencer.set(0, time - 1 hours, time);
        _expect(4_000e6 * 1e18, 4_000e6 * 1e18);
        sequencer.set(0, 0, time);
        _expect(0, 0);
    }

    function test_aChainWithoutSequencerNeedsNone() public {
        FeedTerms memory terms = _feedTerms();
        terms.sequencer = IAggregatorV3(address(0));
        oracle = new FeedOracle(terms);
        _expect(4_000e6 * 1e18, 4_000e6 * 1e18);
    }

    function test_knowsItsPairOnly() public {
        vm.expectRevert(
            abi.encodeWithSelector(IPriceOracle.OraclePairUnknown.selector, address(money), address(gold))
        );
        oracle.prices(address(money), address(gold));
        vm.expectPartialRevert(IPriceOracle.OraclePairUnknown.selector);
        oracle.prices(address(gold), address(gold));
    }

    function test_termsThatMakeNoSenseAreRefused() public {
        FeedTerms memory terms = _feedTerms();
        terms.heartbeat = 0;
        _refuses(terms, "heartbeat");
        terms = _feedTerms();
        terms.min = 0;
        _refuses(terms, "min");
        terms.min = terms.max;
        _refuses(terms, "min");
        terms = _feedTerms();
        terms.max = type(uint256).max;
        _refuses(terms, "max");
        terms = _feedTerms();
        terms.feed = new SetFeed(19);
        _refuses(terms, "decimals");
    }

    function _refuses(FeedTerms memory terms, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(IFeedOracle.FeedInvalidTerms.selector, field));
        new FeedOracle(terms);
    }
}
