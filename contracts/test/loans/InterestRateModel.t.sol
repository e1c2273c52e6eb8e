// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IInterestRateModel, RateTerms} from "../../src/interfaces/loans/IInterestRateModel.sol";
import {InterestRateModel} from "../../src/loans/InterestRateModel.sol";
import {MarketMath} from "../../src/loans/MarketMath.sol";
import {Test, vm} from "../shared/Test.sol";

contract InterestRateModelTest is Test {
    uint256 private constant WAD = 1e18;
    bytes32 private constant ID = keccak256("a market");
    uint256 private constant INITIAL = uint256(0.04e18) / 365 days;
    uint256 private constant MIN = uint256(0.001e18) / 365 days;
    uint256 private constant MAX = uint256(1e18) / 365 days;
    uint256 private constant SPEED = uint256(50e18) / 365 days;

    InterestRateModel private model;

    function setUp() public {
        model = new InterestRateModel(_terms());
    }

    function _terms() private pure returns (RateTerms memory) {
        return RateTerms(0.9e18, uint64(INITIAL), uint64(MIN), uint64(MAX), 4e18, uint64(SPEED));
    }

    function _rate(uint256 borrowed, uint256 elapsed) private view returns (uint256) {
        return model.preview(address(this), ID, borrowed, WAD, elapsed);
    }

    function test_atTheTargetTheRateStays() public {
        assertEq(_rate(0.9e18, 5 days), INITIAL);
        assertEq(model.move(ID, 0.9e18, WAD, 5 days), INITIAL);
        assertEq(model.rateAtTargetOf(address(this), ID), INITIAL);
    }

    function test_fullAndIdleMarketsPayBySteepness() public view {
        assertEq(_rate(WAD, 0), INITIAL * 4);
        assertEq(_rate(0, 0), INITIAL / 4);
        assertApproxEqAbs(_rate(0.45e18, 0), (INITIAL * 625) / 1000, 1);
        assertApproxEqAbs(_rate(0.95e18, 0), (INITIAL * 25) / 10, 1);
        assertEq(model.preview(address(this), ID, 0, 0, 0), INITIAL / 4);
        // More debt than supply, by a rounding, counts as all of it.
        assertEq(model.preview(address(this), ID, 2, 1, 0), INITIAL * 4);
    }

    function test_theRateMovesWithDistanceAndTimeAndOneStepAtMost() public {
        uint256 factor = WAD + SPEED * 5 days;
        vm.expectEmit(address(model));
        emit IInterestRateModel.RateMoved(address(this), ID, (INITIAL * factor) / WAD);
        uint256 rate = model.move(ID, WAD, WAD, 5 days);
        uint256 moved = model.rateAtTargetOf(address(this), ID);
        assertEq(moved, (INITIAL * factor) / WAD);
        assertEq(rate, ((INITIAL + moved) * 4) / 2);
        uint256 snapshot = vm.snapshotState();
        model.move(ID, WAD, WAD, 5 days);
        uint256 fiveDays = model.rateAtTargetOf(address(this), ID);
        vm.revertToState(snapshot);
        model.move(ID, WAD, WAD, 5_000 days);
        assertEq(model.rateAtTargetOf(address(this), ID), fiveDays);
    }

    function test_movesBackTheWayItCame() public {
        model.move(ID, WAD, WAD, 2 days);
        model.move(ID, 0, WAD, 2 days);
        assertApproxEqAbs(model.rateAtTargetOf(address(this), ID), INITIAL, 1);
    }

    function test_staysWithinItsBounds() public {
        for (uint256 i = 0; i < 20; ++i) model.move(ID, WAD, WAD, 5 days);
        assertEq(model.rateAtTargetOf(address(this), ID), MAX);
        assertEq(_rate(WAD, 1 days), MAX * 4);
        for (uint256 i = 0; i < 40; ++i) model.move(ID, 0, WAD, 5 days);
        assertEq(model.rateAtTargetOf(address(this), ID), MIN);
    }

    function test_nobodyMovesTheRateOfAnothersMarket() public {
        vm.prank(makeAddr("stranger"));
        model.move(ID, WAD, WAD, 5 days);
        assertEq(model.rateAtTargetOf(address(this), ID), INITIAL);
    }

    function test_termsAreBoundedAndReadBack() public {
        RateTerms memory terms = _terms();
        assertEq(keccak256(abi.encode(model.terms())), keccak256(abi.encode(terms)));
        terms.target = 0;
        _refuses(terms, "target");
        terms.target = 1e18;
        _refuses(terms, "target");
        terms = _terms();
        terms.min = 0;
        _refuses(terms, "min");
        terms.min = terms.initial + 1;
        _refuses(terms, "min");
        terms = _terms();
        terms.max = terms.initial - 1;
        _refuses(terms, "max");
        terms.max = uint64(uint256(2e18) / 365 days) + 1;
        _refuses(terms, "max");
        terms = _terms();
        terms.steepness = 1e18 - 1;
        _refuses(terms, "steepness");
        terms.steepness = 10e18 + 1;
        _refuses(terms, "steepness");
        terms = _terms();
        terms.speed = uint64(uint256(100e18) / 365 days) + 1;
        _refuses(terms, "speed");
    }

    function _refuses(RateTerms memory terms, bytes32 field) private {
        vm.expectRevert(abi.encodeWithSelector(IInterestRateModel.RateInvalidTerms.selector, field));
        new InterestRateModel(terms);
    }

    function testFuzz_theRateIsAlwaysWithinItsBounds(uint256 borrowed, uint256 supplied, uint256 elapsed) public {
        supplied = bound(supplied, 0, type(uint128).max);
        borrowed = bound(borrowed, 0, supplied);
        uint256 rate = model.move(ID, borrowed, supplied, bound(elapsed, 0, 1_000 days));
        assertGe(rate, MIN / 4);
        assertLe(rate, MAX * 4);
    }

    // --- MarketMath

    function testFuzz_sharesNeverProfitWhoTurnsThem(uint128 assets, uint128 total, uint128 shares) public pure {
        uint256 got = MarketMath.toSharesDown(assets, total, shares);
        assertLe(MarketMath.toAssetsDown(got, total, shares), assets);
        uint256 owed = MarketMath.toSharesUp(assets, total, shares);
        assertGe(MarketMath.toAssetsUp(owed, total, shares), assets);
        assertGe(owed, got);
    }

    function test_interestIsACompoundedRateFromBelow() public pure {
        // e^0.1 - 1 = 0.10517...; three terms say 0.10516...
        assertEq(MarketMath.interestDown(1e18, 0.1e18, 1), 0.105166666666666666e18);
        assertEq(MarketMath.interestDown(1e18, 0, 1_000), 0);
    }

    function test_theIncentiveIsBoundedAndRisesWhenFlagged() public pure {
        assertEq(MarketMath.incentive(0.8e18, 0, 1e9), 1.06e18);
        assertEq(MarketMath.incentive(0.3e18, 0, 1e9), 1.15e18);
        uint256 flagged = 1e9;
        assertEq(MarketMath.incentive(0.8e18, flagged, flagged + 1 days), 1.06e18);
        assertEq(MarketMath.incentive(0.8e18, flagged, flagged + 6 days), 1.53e18);
        assertEq(MarketMath.incentive(0.8e18, flagged, flagged + 11 days), 2e18);
        assertEq(MarketMath.incentive(0.8e18, flagged, flagged + 14 days - 1), 2e18);
        assertEq(MarketMath.incentive(0.8e18, flagged, flagged + 14 days), 1.06e18);
    }
}
