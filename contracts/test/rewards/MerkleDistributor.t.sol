// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Campaign, IMerkleDistributor} from "../../src/interfaces/rewards/IMerkleDistributor.sol";
import {IRewardsTreasury} from "../../src/interfaces/rewards/IRewardsTreasury.sol";
import {ILapsingPause} from "../../src/interfaces/shared/ILapsingPause.sol";
import {IRootTimelock} from "../../src/interfaces/shared/IRootTimelock.sol";
import {MerkleDistributor} from "../../src/rewards/MerkleDistributor.sol";
import {ClaimTree} from "../assets/ClaimTree.sol";
import {vm} from "../shared/Test.sol";
import {CampaignBase} from "./CampaignBase.sol";

contract MerkleDistributorTest is CampaignBase {
    // --- life of a campaign

    function test_createsCampaignsFromZeroOn() public {
        uint48 endsAt = uint48(vm.getBlockTimestamp()) + SEASON;
        vm.expectEmit(address(campaigns));
        emit IMerkleDistributor.CampaignCreated(0, endsAt, "data:,a");
        assertEq(campaigns.createCampaign(endsAt, "data:,a"), 0);
        assertEq(campaigns.createCampaign(endsAt + 1, "data:,b"), 1);
        assertEq(campaigns.campaignCount(), 2);
        Campaign memory campaign = campaigns.campaignOf(1);
        assertEq(campaign.endsAt, endsAt + 1);
        assertEq(campaign.uri, "data:,b");
        assertEq(campaign.funded + campaign.claimed, 0);
        assertEq(campaign.root, bytes32(0));
        assertFalse(campaign.closed);
    }

    function test_anEndIsThirtyDaysToTenYearsAway() public {
        uint48 now_ = uint48(vm.getBlockTimestamp());
        uint48[2] memory bad = [now_ + 30 days - 1, now_ + 3650 days + 1];
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IMerkleDistributor.CampaignInvalidEnd.selector, bad[i]));
            campaigns.createCampaign(bad[i], "");
        }
        campaigns.createCampaign(now_ + 30 days, "");
        campaigns.createCampaign(now_ + 3650 days, "");
    }

    function test_isFundedFromTheTreasuryWithinItsBudget() public {
        uint256 id = _create(0);
        vm.expectEmit(address(campaigns));
        emit IMerkleDistributor.CampaignFunded(id, 150_000 * QTI, 150_000 * QTI);
        campaigns.fundCampaign(id, 150_000 * QTI);
        assertEq(qti.balanceOf(address(campaigns)), 150_000 * QTI);
        uint256 resetsAt = (vm.getBlockTimestamp() / DAY + 1) * DAY;
        vm.expectRevert(
            abi.encodeWithSelector(
                IRewardsTreasury.TreasuryBudgetExceeded.selector,
                address(campaigns),
                50_001 * QTI,
                50_000 * QTI,
                resetsAt
            )
        );
        campaigns.fundCampaign(id, 50_001 * QTI);
        campaigns.fundCampaign(id, 50_000 * QTI);
        assertEq(campaigns.campaignOf(id).funded, 200_000 * QTI);
    }

    function test_whatDoesNotFitIsNoFunding() public {
        uint256 id = _create(0);
        vm.expectRevert(IMerkleDistributor.CampaignZeroAmount.selector);
        campaigns.fundCampaign(id, 0);
        // Cut to 96 bits it would be 1.
        vm.expectPartialRevert(IRewardsTreasury.TreasuryBudgetExceeded.selector);
        campaigns.fundCampaign(id, 2 ** 96 + 1);
        assertEq(campaigns.campaignOf(id).funded, 0);
    }

    function test_isExtendedOnly() public {
        uint256 id = _create(QTI);
        uint48 endsAt = campaigns.campaignOf(id).endsAt;
        for (uint48 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IMerkleDistributor.CampaignInvalidEnd.selector, endsAt - i));
            campaigns.extendCampaign(id, endsAt - i);
        }
        uint48 tooFar = uint48(vm.getBlockTimestamp()) + 3650 days + 1;
        vm.expectRevert(abi.encodeWithSelector(IMerkleDistributor.CampaignInvalidEnd.selector, tooFar));
        campaigns.extendCampaign(id, tooFar);
        vm.expectEmit(address(campaigns));
        emit IMerkleDistributor.CampaignExtended(id, endsAt + 1);
        campaigns.extendCampaign(id, endsAt + 1);
        assertEq(campaigns.campaignOf(id).endsAt, endsAt + 1);

        vm.warp(endsAt - 10 days);
        vm.expectRevert(abi.encodeWithSelector(IMerkleDistributor.CampaignInvalidEnd.selector, endsAt + 2));
        campaigns.extendCampaign(id, endsAt + 2);
    }

    function test_nothingIsKnownOfACampaignThatIsNot() public {
        bytes memory unknown = abi.encodeWithSelector(IMerkleDistributor.CampaignUnknown.selector, 0);
        vm.expectRevert(unknown);
        campaigns.campaignOf(0);
        vm.expectRevert(unknown);
        campaigns.fundCampaign(0, 1);
        vm.expectRevert(unknown);
        campaigns.extendCampaign(0, type(uint48).max);
        vm.expectRevert(unknown);
        campaigns.proposeRoot(0, bytes32(uint256(1)), 1, "");
        vm.expectRevert(unknown);
        campaigns.claim(0, ada, 1, new bytes32[](0));
        vm.expectRevert(unknown);
        campaigns.returnUnclaimed(0);
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootNotPending.selector, bytes32(0)));
        campaigns.activateRoot(0);
    }

    // --- roots

    function test_aRootPaysAfterADay() public {
        uint256 id = _create(60 * QTI);
        Line[] memory lines = _lines(10 * QTI, 20 * QTI, 30 * QTI);
        bytes32 root = ClaimTree.root(_leaves(id, lines));
        uint48 readyAt = uint48(vm.getBlockTimestamp()) + WAIT;
        vm.expectEmit(address(campaigns));
        emit IRootTimelock.RootProposed(bytes32(id), root, 60 * QTI, readyAt, "data:,tree");
        _propose(id, lines);
        assertEq(campaigns.campaignOf(id).root, bytes32(0));
        bytes memory early = _claimCall(id, lines, 0);
        vm.expectRevert(abi.encodeWithSelector(IMerkleDistributor.CampaignNotActive.selector, id));
        _run(early);

        vm.warp(readyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootTooEarly.selector, bytes32(id), readyAt));
        campaigns.activateRoot(bytes32(id));
        vm.warp(readyAt);
        vm.prank(stranger);
        campaigns.activateRoot(bytes32(id));
        assertEq(campaigns.campaignOf(id).root, root);

        vm.expectEmit(address(campaigns));
        emit IMerkleDistributor.CampaignClaimed(id, nia, nia, 20 * QTI, 20 * QTI);
        vm.prank(stranger);
        assertEq(_claim(id, lines, 1), 20 * QTI);
        assertEq(qti.balanceOf(nia), 20 * QTI);
        assertEq(campaigns.claimedBy(id, nia), 20 * QTI);
        assertEq(campaigns.campaignOf(id).claimed, 20 * QTI);
    }

    function test_theLastUnitOfACampaignIsPaid() public {
        uint256 id = _create(60 * QTI);
        Line[] memory lines = _lines(10 * QTI, 20 * QTI, 30 * QTI);
        _publish(id, lines);
        for (uint256 i = 0; i < 3; ++i) _claim(id, lines, i);
        assertEq(campaigns.campaignOf(id).claimed, 60 * QTI);
        assertEq(qti.balanceOf(address(campaigns)), 0);
    }

    function test_R3_aLaterRootAddsToEarlierClaims() public {
        uint256 id = _create(100 * QTI);
        Line[] memory first = _lines(10 * QTI, 20 * QTI, 30 * QTI);
        _publish(id, first);
        _claim(id, first, 0);
        Line[] memory second = _lines(15 * QTI, 45 * QTI, 30 * QTI);
        _publish(id, second);
        assertEq(_claim(id, second, 0), 5 * QTI);
        // Nia did not come for the first: nothing of it expired.
        assertEq(_claim(id, second, 1), 45 * QTI);
        bytes memory again = _claimCall(id, second, 1);
        vm.expectRevert(
            abi.encodeWithSelector(IMerkleDistributor.CampaignNothingToClaim.selector, id, nia, 45 * QTI)
        );
        _run(again);
        // A proof for the first root is none for the second.
        bytes memory old = _claimCall(id, first, 2);
        vm.expectRevert(abi.encodeWithSelector(IMerkleDistributor.CampaignInvalidProof.selector, id, stranger));
        _run(old);
    }

    function test_aLeafBelowWhatWasClaimedPaysNothing() public {
        uint256 id = _create(100 * QTI);
        Line[] memory lines = _lines(50 * QTI, QTI, QTI);
        _publish(id, lines);
        _claim(id, lines, 0);
        lines[0].cumulative = 10 * QTI;
        _publish(id, lines);
        bytes memory call = _claimCall(id, lines, 0);
        vm.expectRevert(
            abi.encodeWithSelector(IMerkleDistributor.CampaignNothingToClaim.selector, id, ada, 50 * QTI)
        );
        _run(call);
        assertEq(campaigns.claimedBy(id, ada), 50 * QTI);
    }

    function test_aRootActivatesOnlyWhileItIsFunded() public {
        uint256 id = _create(59 * QTI);
        _propose(id, _lines(10 * QTI, 20 * QTI, 30 * QTI));
        skip(WAIT);
        vm.expectRevert(
            abi.encodeWithSelector(IRootTimelock.RootNotFunded.selector, bytes32(id), 60 * QTI, 59 * QTI)
        );
        campaigns.activateRoot(bytes32(id));
        campaigns.fundCampaign(id, QTI);
        campaigns.activateRoot(bytes32(id));
    }

    function test_aRootActivatesOnlyWhileThirtyDaysAreLeft() public {
        uint256 id = _create(60 * QTI);
        uint48 endsAt = campaigns.campaignOf(id).endsAt;
        vm.warp(endsAt - 40 days);
        _propose(id, _lines(10 * QTI, 20 * QTI, 30 * QTI));
        vm.warp(endsAt - 30 days + 1);
        vm.expectRevert(abi.encodeWithSelector(IMerkleDistributor.CampaignInvalidEnd.selector, endsAt));
        campaigns.activateRoot(bytes32(id));
        campaigns.extendCampaign(id, endsAt + 1);
        campaigns.activateRoot(bytes32(id));
    }

    function test_aVetoedRootNeverPays() public {
        uint256 id = _create(60 * QTI);
        Line[] memory lines = _lines(60 * QTI, 0, 0);
        _propose(id, lines);
        vm.expectEmit(address(campaigns));
        emit IRootTimelock.RootVetoed(bytes32(id), ClaimTree.root(_leaves(id, lines)));
        campaigns.vetoRoot(bytes32(id));
        skip(WAIT);
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootNotPending.selector, bytes32(id)));
        campaigns.activateRoot(bytes32(id));
        _publish(id, _lines(10 * QTI, 20 * QTI, 30 * QTI));
    }

    // --- who is paid

    function test_theSuccessorOfALostAccountIsPaid() public {
        uint256 id = _create(60 * QTI);
        Line[] memory lines = _lines(10 * QTI, 20 * QTI, 30 * QTI);
        _publish(id, lines);
        address second = _recover(ada, "second");
        vm.expectEmit(address(campaigns));
        emit IMerkleDistributor.CampaignClaimed(id, ada, second, 10 * QTI, 10 * QTI);
        _claim(id, lines, 0);
        assertEq(qti.balanceOf(second), 10 * QTI);
        assertEq(campaigns.claimedBy(id, ada), 10 * QTI);
    }

    // --- the end

    function test_afterTheEndTheRestReturnsAndNothingElseHappens() public {
        uint256 id = _create(60 * QTI);
        Line[] memory lines = _lines(10 * QTI, 20 * QTI, 30 * QTI);
        _publish(id, lines);
        _claim(id, lines, 0);
        _propose(id, _lines(10 * QTI, 20 * QTI, 30 * QTI));
        uint48 endsAt = campaigns.campaignOf(id).endsAt;
        vm.warp(endsAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IMerkleDistributor.CampaignNotOver.selector, id, endsAt));
        campaigns.returnUnclaimed(id);
        _claim(id, lines, 1);

        vm.warp(endsAt);
        _expectNothingGoesOn(id, lines, abi.encodeWithSelector(IMerkleDistributor.CampaignOver.selector, id, endsAt));
        uint256 held = qti.balanceOf(address(treasury));
        vm.expectEmit(address(campaigns));
        emit IMerkleDistributor.CampaignReturned(id, 30 * QTI);
        vm.prank(stranger);
        assertEq(campaigns.returnUnclaimed(id), 30 * QTI);
        assertEq(qti.balanceOf(address(treasury)), held + 30 * QTI);
        assertTrue(campaigns.campaignOf(id).closed);

        bytes memory closed = abi.encodeWithSelector(IMerkleDistributor.CampaignClosed.selector, id);
        _expectNothingGoesOn(id, lines, closed);
        vm.expectRevert(closed);
        campaigns.returnUnclaimed(id);
    }

    function test_nothingLeftReturnsToo() public {
        uint256 id = _create(0);
        skip(SEASON);
        assertEq(campaigns.returnUnclaimed(id), 0);
    }

    function test_oneCampaignNeverPaysWithTheMoneyOfAnother() public {
        uint256 rich = _create(100 * QTI);
        uint256 poor = _create(QTI);
        Line[] memory lines = _lines(60 * QTI, 20 * QTI, 20 * QTI);
        // The operator lies about the total.
        campaigns.proposeRoot(poor, ClaimTree.root(_leaves(poor, lines)), QTI, "");
        skip(WAIT);
        campaigns.activateRoot(bytes32(poor));
        bytes memory call = _claimCall(poor, lines, 0);
        vm.expectRevert(
            abi.encodeWithSelector(IMerkleDistributor.CampaignExhausted.selector, poor, 60 * QTI, QTI)
        );
        _run(call);
        skip(SEASON);
        assertEq(campaigns.returnUnclaimed(poor), QTI);
        assertEq(campaigns.returnUnclaimed(rich), 100 * QTI);
        assertEq(qti.balanceOf(address(campaigns)), 0);
    }

    function test_whatWasGivenIsNobodysAndPaysNothing() public {
        uint256 id = _create(QTI);
        qti.transfer(address(campaigns), 100 * QTI);
        Line[] memory lines = _lines(2 * QTI, 0, 0);
        _propose(id, lines);
        skip(WAIT);
        vm.expectPartialRevert(IRootTimelock.RootNotFunded.selector);
        campaigns.activateRoot(bytes32(id));
        skip(SEASON);
        assertEq(campaigns.returnUnclaimed(id), QTI);
    }

    // --- pause and roles

    function test_pausingStopsClaimsAndActivationAndReturnsGoOn() public {
        uint256 id = _create(60 * QTI);
        Line[] memory lines = _lines(10 * QTI, 20 * QTI, 30 * QTI);
        _publish(id, lines);
        _propose(id, lines);
        skip(SEASON - 20 days);
        campaigns.extendCampaign(id, uint48(vm.getBlockTimestamp()) + 40 days);
        campaigns.pause();
        bytes memory call = _claimCall(id, lines, 0);
        vm.expectPartialRevert(ILapsingPause.PauseActive.selector);
        _run(call);
        vm.expectPartialRevert(ILapsingPause.PauseActive.selector);
        campaigns.activateRoot(bytes32(id));
        skip(14 days);
        _claim(id, lines, 0);

        uint256 rest = 50 * QTI;
        vm.warp(campaigns.campaignOf(id).endsAt);
        campaigns.pause();
        assertEq(campaigns.returnUnclaimed(id), rest);
    }

    function test_strangersRunNoCampaign() public {
        uint256 id = _create(QTI);
        bytes[5] memory calls = [
            abi.encodeCall(campaigns.createCampaign, (uint48(vm.getBlockTimestamp()) + SEASON, "")),
            abi.encodeCall(campaigns.fundCampaign, (id, 1)),
            abi.encodeCall(campaigns.extendCampaign, (id, type(uint48).max)),
            abi.encodeCall(campaigns.proposeRoot, (id, bytes32(uint256(1)), 1, "")),
            abi.encodeCall(campaigns.vetoRoot, (bytes32(id)))
        ];
        for (uint256 i = 0; i < 5; ++i) {
            vm.prank(ada);
            vm.expectRevert(_refusal(ada));
            _run(calls[i]);
        }
    }

    // --- how others were hurt

    function test_hurt_theTimelockIsNeverStartedAnew() public {
        uint256 id = _create(60 * QTI);
        uint48 readyAt = uint48(vm.getBlockTimestamp()) + WAIT;
        _propose(id, _lines(10 * QTI, 20 * QTI, 30 * QTI));
        skip(WAIT - 1);
        for (uint256 i = 0; i < 2; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootPending.selector, bytes32(id), readyAt));
            campaigns.proposeRoot(id, bytes32(uint256(1)), 1, "");
            skip(1);
        }
        campaigns.activateRoot(bytes32(id));
    }

    function test_hurt_afterAVetoTheFullTimeRunsAgain() public {
        uint256 id = _create(60 * QTI);
        _propose(id, _lines(60 * QTI, 0, 0));
        skip(WAIT - 1);
        campaigns.vetoRoot(bytes32(id));
        _propose(id, _lines(10 * QTI, 20 * QTI, 30 * QTI));
        skip(1);
        vm.expectPartialRevert(IRootTimelock.RootTooEarly.selector);
        campaigns.activateRoot(bytes32(id));
    }

    /// @dev An inner node taken for a leaf: 64 bytes that hash to it are no leaf, as leaves are hashed twice.
    function test_hurt_leafSecondPreimage() public {
        uint256 id = _create(60 * QTI);
        Line[] memory lines = _lines(10 * QTI, 20 * QTI, 30 * QTI);
        _publish(id, lines);
        bytes32[] memory leaves = _leaves(id, lines);
        // The node above the first two leaves, as if it were the leaf of somebody: its proof is the third.
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = leaves[2];
        vm.expectRevert(abi.encodeWithSelector(IMerkleDistributor.CampaignInvalidProof.selector, id, ada));
        campaigns.claim(id, ada, 60 * QTI, proof);
        // A proof that is too short or too long proves nothing either.
        vm.expectPartialRevert(IMerkleDistributor.CampaignInvalidProof.selector);
        campaigns.claim(id, ada, 10 * QTI, proof);
        vm.expectPartialRevert(IMerkleDistributor.CampaignInvalidProof.selector);
        campaigns.claim(id, ada, 10 * QTI, new bytes32[](0));
    }

    function test_hurt_aProofIsForOneAccountAmountCampaignChainAndContract() public {
        uint256 id = _create(60 * QTI);
        uint256 twin = _create(60 * QTI);
        Line[] memory lines = _lines(10 * QTI, 20 * QTI, 30 * QTI);
        _publish(id, lines);
        bytes32 root = campaigns.campaignOf(id).root;
        campaigns.proposeRoot(twin, root, 60 * QTI, "");
        skip(WAIT);
        campaigns.activateRoot(bytes32(twin));
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, lines), 0);

        vm.expectPartialRevert(IMerkleDistributor.CampaignInvalidProof.selector);
        campaigns.claim(id, nia, 10 * QTI, proof);
        vm.expectPartialRevert(IMerkleDistributor.CampaignInvalidProof.selector);
        campaigns.claim(id, ada, 11 * QTI, proof);
        vm.expectPartialRevert(IMerkleDistributor.CampaignInvalidProof.selector);
        campaigns.claim(twin, ada, 10 * QTI, proof);

        MerkleDistributor other = new MerkleDistributor(address(manager), identities, treasury);
        treasury.setBudget(address(other), 60 * QTI, DAY);
        other.createCampaign(uint48(vm.getBlockTimestamp()) + SEASON, "");
        other.fundCampaign(0, 60 * QTI);
        other.proposeRoot(0, root, 60 * QTI, "");
        skip(WAIT);
        other.activateRoot(0);
        vm.expectPartialRevert(IMerkleDistributor.CampaignInvalidProof.selector);
        other.claim(0, ada, 10 * QTI, proof);

        uint256 home = block.chainid;
        vm.chainId(31_338);
        vm.expectPartialRevert(IMerkleDistributor.CampaignInvalidProof.selector);
        campaigns.claim(id, ada, 10 * QTI, proof);
        vm.chainId(home);
        campaigns.claim(id, ada, 10 * QTI, proof);
    }

    function test_saysTheLeaf() public view {
        Line memory line = Line(ada, 7);
        assertEq(campaigns.leafOf(3, ada, 7), _leaf(3, line));
    }

    // --- fuzz

    function testFuzz_everyLeafOfATreeClaimsOnceAndNoOther(uint256 seed, uint256 size) public {
        size = bound(size, 1, 33);
        uint256 id = _create(200_000 * QTI);
        Line[] memory lines = new Line[](size);
        for (uint256 i = 0; i < size; ++i) {
            lines[i] = Line(address(uint160(1_000 + i)), 1 + (uint256(keccak256(abi.encode(seed, i))) % (1_000 * QTI)));
        }
        _publish(id, lines);
        for (uint256 i = 0; i < size; ++i) {
            assertEq(_claim(id, lines, i), lines[i].cumulative);
            assertEq(qti.balanceOf(lines[i].account), lines[i].cumulative);
            (bool twice, ) = address(campaigns).call(_claimCall(id, lines, i));
            assertFalse(twice);
        }
        assertEq(campaigns.campaignOf(id).claimed, _sum(lines));
        uint256 other = uint256(keccak256(abi.encode(seed))) % size;
        bytes32[] memory proof = ClaimTree.proof(_leaves(id, lines), other);
        (bool more, ) = address(campaigns).call(
            abi.encodeCall(campaigns.claim, (id, lines[other].account, lines[other].cumulative + 1, proof))
        );
        assertFalse(more);
    }

    function _expectNothingGoesOn(uint256 id, Line[] memory lines, bytes memory refusal) private {
        bytes memory call = _claimCall(id, lines, 2);
        vm.expectRevert(refusal);
        _run(call);
        vm.expectRevert(refusal);
        campaigns.fundCampaign(id, QTI);
        vm.expectRevert(refusal);
        campaigns.extendCampaign(id, uint48(vm.getBlockTimestamp()) + SEASON);
        vm.expectRevert(refusal);
        campaigns.proposeRoot(id, bytes32(uint256(1)), 1, "");
        vm.expectRevert(refusal);
        campaigns.activateRoot(bytes32(id));
    }

    /// @dev Reverts as the call does.
    function _run(bytes memory call) private {
        (bool ok, bytes memory data) = address(campaigns).call(call);
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(data, 32), mload(data))
        }
    }
}
