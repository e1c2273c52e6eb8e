// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Campaign} from "../../src/interfaces/rewards/IMerkleDistributor.sol";
import {ClaimTree} from "../assets/ClaimTree.sol";
import {Test, vm} from "../shared/Test.sol";
import {Handler} from "../shared/Handler.sol";
import {CampaignBase} from "./CampaignBase.sol";

/// @notice Random campaigns of honest and lying operators, vetoes, claims (also again, and of others), returns and donations.
/// Never reverts.
contract CampaignHandler is CampaignBase, Handler {
    uint256 private constant MAX_CAMPAIGNS = 8;

    /// @dev Lines of the active root and of the one that waits.
    mapping(uint256 campaignId => Line[]) private _active;
    mapping(uint256 campaignId => Line[]) private _waiting;
    mapping(uint256 campaignId => uint256) private _readyAt;
    mapping(uint256 campaignId => uint256) public put;
    mapping(uint256 campaignId => uint256) public paid;
    mapping(uint256 campaignId => uint256) public returned;
    mapping(uint256 campaignId => mapping(address account => uint256)) private _had;
    mapping(uint256 day => uint256) private _putOn;
    uint256 public count;
    uint256 public donated;
    bool public answerWasWrong;
    bool public activatedEarly;
    bool public budgetBroken;
    bool public paidTheWrongAccount;

    constructor() {
        setUp();
        treasury.setBudget(address(campaigns), 1_000 * QTI, DAY);
    }

    function create(uint256 length) external counted("create") {
        if (count == MAX_CAMPAIGNS) return;
        uint48 endsAt = uint48(vm.getBlockTimestamp() + bound(length, 30 days, 90 days));
        if (campaigns.createCampaign(endsAt, "") != count++) answerWasWrong = true;
        _success("create");
    }

    function fund(uint256 which, uint256 amount) external counted("fund") {
        if (count == 0) return;
        which %= count;
        amount = bound(amount, 1, 400 * QTI);
        (bool done, ) = address(campaigns).call(abi.encodeCall(campaigns.fundCampaign, (which, amount)));
        if (!done) return;
        put[which] += amount;
        uint256 day = vm.getBlockTimestamp() / DAY;
        _putOn[day] += amount;
        if (_putOn[day] > 1_000 * QTI || !_isOpen(which)) budgetBroken = true;
        _success("fund");
    }

    function extend(uint256 which, uint256 by) external counted("extend") {
        if (count == 0) return;
        which %= count;
        uint48 endsAt = uint48(campaigns.campaignOf(which).endsAt + bound(by, 0, 20 days));
        bool expected = _isOpen(which) &&
            endsAt > campaigns.campaignOf(which).endsAt &&
            endsAt >= vm.getBlockTimestamp() + 30 days;
        (bool done, ) = address(campaigns).call(abi.encodeCall(campaigns.extendCampaign, (which, endsAt)));
        if (done != expected) answerWasWrong = true;
        if (done) _success("extend");
    }

    /// @dev Every third tree promises more than its total says.
    function propose(uint256 which, uint256 seed) external counted("propose") {
        if (count == 0) return;
        which %= count;
        bool expected = _isOpen(which) && campaigns.pendingRootOf(bytes32(which)).readyAt == 0 && put[which] > 8;
        Line[] memory lines = _linesFor(which, seed);
        bytes32 root = ClaimTree.root(_leaves(which, lines));
        uint256 total = _sum(lines);
        if (seed % 3 == 0 && total > put[which]) total = put[which];
        (bool done, ) = address(campaigns).call(abi.encodeCall(campaigns.proposeRoot, (which, root, total, "")));
        if (put[which] > 8 && done != expected) answerWasWrong = true;
        if (!done) return;
        delete _waiting[which];
        for (uint256 i = 0; i < lines.length; ++i) _waiting[which].push(lines[i]);
        _readyAt[which] = vm.getBlockTimestamp() + WAIT;
        _success("propose");
    }

    function veto(uint256 which, uint256 chance) external counted("veto") {
        if (count == 0 || chance % 3 != 0) return;
        which %= count;
        (bool done, ) = address(campaigns).call(abi.encodeCall(campaigns.vetoRoot, (bytes32(which))));
        if (!done) return;
        _readyAt[which] = 0;
        _success("veto");
    }

    function activate(uint256 which) external counted("activate") {
        if (count == 0) return;
        which %= count;
        bool early = _readyAt[which] == 0 || vm.getBlockTimestamp() < _readyAt[which];
        uint256 total = campaigns.pendingRootOf(bytes32(which)).total;
        vm.prank(stranger);
        (bool done, ) = address(campaigns).call(abi.encodeCall(campaigns.activateRoot, (bytes32(which))));
        if (!done) return;
        if (early) activatedEarly = true;
        Campaign memory campaign = campaigns.campaignOf(which);
        if (total > put[which] || campaign.endsAt < vm.getBlockTimestamp() + 30 days) answerWasWrong = true;
        (_active[which], _readyAt[which]) = (_waiting[which], 0);
        _success("activate");
    }

    function claim(uint256 which, uint256 index) external counted("claim") {
        if (count == 0) return;
        which %= count;
        for (uint256 i = 0; i < count && _active[which].length == 0; ++i) which = (which + 1) % count;
        Line[] memory lines = _active[which];
        if (lines.length == 0) return;
        index %= lines.length;
        address account = lines[index].account;
        uint256 due = lines[index].cumulative > _had[which][account]
            ? lines[index].cumulative - _had[which][account]
            : 0;
        bool expected = _isOpen(which) && due != 0 && due <= put[which] - paid[which];
        address recipient = identities.successorOf(account);
        uint256 before = qti.balanceOf(recipient);
        vm.prank(stranger);
        (bool done, ) = address(campaigns).call(_claimCall(which, lines, index));
        if (done != expected) answerWasWrong = true;
        if (!done) return;
        paid[which] += due;
        _had[which][account] += due;
        if (qti.balanceOf(recipient) != before + due) paidTheWrongAccount = true;
        if (campaigns.claimedBy(which, account) != _had[which][account]) answerWasWrong = true;
        _success("claim");
    }

    /// @dev The proof of one campaign, brought to another.
    function claimElsewhere(uint256 which, uint256 index) external counted("claimElsewhere") {
        if (count < 2) return;
        which %= count;
        Line[] memory lines = _active[which];
        if (lines.length == 0) return;
        index %= lines.length;
        bytes32[] memory proof = ClaimTree.proof(_leaves(which, lines), index);
        (bool done, ) = address(campaigns).call(
            abi.encodeCall(
                campaigns.claim,
                ((which + 1) % count, lines[index].account, lines[index].cumulative, proof)
            )
        );
        if (done) answerWasWrong = true;
        else _success("claimElsewhere");
    }

    function giveBack(uint256 which) external counted("giveBack") {
        if (count == 0) return;
        which %= count;
        Campaign memory campaign = campaigns.campaignOf(which);
        bool expected = !campaign.closed && vm.getBlockTimestamp() >= campaign.endsAt;
        uint256 before = qti.balanceOf(address(treasury));
        vm.prank(stranger);
        (bool done, ) = address(campaigns).call(abi.encodeCall(campaigns.returnUnclaimed, (which)));
        if (done != expected) answerWasWrong = true;
        if (!done) return;
        returned[which] = qti.balanceOf(address(treasury)) - before;
        _success("giveBack");
    }

    function donate(uint256 amount) external counted("donate") {
        amount = bound(amount, 1, QTI);
        qti.transfer(address(campaigns), amount);
        donated += amount;
        _success("donate");
    }

    function pass(uint256 time) external counted("pass") {
        skip(bound(time, 1 hours, 4 days));
        _success("pass");
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](11);
        selectors[0] = this.create.selector;
        selectors[1] = this.fund.selector;
        selectors[2] = this.extend.selector;
        selectors[3] = this.propose.selector;
        selectors[4] = this.veto.selector;
        selectors[5] = this.activate.selector;
        selectors[6] = this.claim.selector;
        selectors[7] = this.claimElsewhere.selector;
        selectors[8] = this.giveBack.selector;
        selectors[9] = this.donate.selector;
        selectors[10] = this.pass.selector;
    }

    function held() external view returns (uint256) {
        return qti.balanceOf(address(campaigns));
    }

    function campaignOf(uint256 campaignId) external view returns (Campaign memory) {
        return campaigns.campaignOf(campaignId);
    }

    function _linesFor(uint256 which, uint256 seed) private view returns (Line[] memory) {
        uint256 part = put[which] / (seed % 3 == 0 ? 2 : 4) + 1;
        return _lines(part - (seed % 2), part / 2, part);
    }

    function _isOpen(uint256 which) private view returns (bool) {
        Campaign memory campaign = campaigns.campaignOf(which);
        return !campaign.closed && vm.getBlockTimestamp() < campaign.endsAt;
    }
}

contract CampaignInvariants is Test {
    CampaignHandler private _handler;

    function setUp() public {
        _handler = new CampaignHandler();
        targetContract(address(_handler));
        targetSelector(address(_handler), _handler.actions());
    }

    function invariant_R3_cumulativeClaimsOnlyGrowAndReachTheirOwner() public view {
        assertFalse(_handler.answerWasWrong());
        assertFalse(_handler.paidTheWrongAccount());
    }

    function invariant_R6_noCampaignGivesOutMoreThanWasPutInAndNoDayMoreThanTheBudget() public view {
        uint256 owed;
        for (uint256 id = 0; id < _handler.count(); ++id) {
            Campaign memory campaign = _handler.campaignOf(id);
            assertEq(campaign.funded, _handler.put(id));
            assertEq(campaign.claimed, _handler.paid(id));
            assertLe(_handler.paid(id) + _handler.returned(id), _handler.put(id));
            if (campaign.closed) assertEq(_handler.paid(id) + _handler.returned(id), _handler.put(id));
            else owed += campaign.funded - campaign.claimed;
        }
        assertEq(_handler.held(), owed + _handler.donated());
        assertFalse(_handler.budgetBroken());
    }

    function invariant_noRootIsActiveBeforeItsDay() public view {
        assertFalse(_handler.activatedEarly());
    }

    /// @dev A handler that never succeeds would make the invariants above say nothing.
    function test_everyActionSucceedsInALongLife() public {
        bytes4[] memory actions = _handler.actions();
        for (uint256 step = 0; step < 700; ++step) {
            uint256 seed = uint256(keccak256(abi.encode(step)));
            (bool ran, ) = address(_handler).call(
                bytes.concat(actions[seed % actions.length], abi.encode(seed >> 200, seed >> 128))
            );
            assertTrue(ran);
        }
        _handler.assertActionsWork();
        invariant_R3_cumulativeClaimsOnlyGrowAndReachTheirOwner();
        invariant_R6_noCampaignGivesOutMoreThanWasPutInAndNoDayMoreThanTheBudget();
        invariant_noRootIsActiveBeforeItsDay();
    }
}
