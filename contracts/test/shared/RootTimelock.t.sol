// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {IRootTimelock, PendingRoot} from "../../src/interfaces/shared/IRootTimelock.sol";
import {QtiAccessManager} from "../../src/shared/QtiAccessManager.sol";
import {Roles} from "../../src/shared/Roles.sol";
import {RootTimelock} from "../../src/shared/RootTimelock.sol";
import {Test, vm} from "./Test.sol";

/// @dev Pays out of whatever it is told that it has.
contract Payer is RootTimelock {
    mapping(bytes32 subject => bytes32) public rootOf;
    uint256 public funded = 100;

    constructor(address authority) AccessManaged(authority) {}

    function setFunded(uint256 funded_) external {
        funded = funded_;
    }

    function propose(bytes32 subject, bytes32 root, uint256 total, string calldata uri) external {
        _proposeRoot(subject, root, total, uri);
    }

    function isPending(bytes32 subject) external view returns (bool) {
        return _isPending(subject);
    }

    function _setRoot(bytes32 subject, bytes32 root) internal override {
        rootOf[subject] = root;
    }

    function _fundedFor(bytes32) internal view override returns (uint256) {
        return funded;
    }
}

/// @notice Roots wait for a day in which everybody can check them.
contract RootTimelockTest is Test {
    bytes32 private constant SUBJECT = "subject";
    bytes32 private constant ROOT = "root";
    uint48 private constant WAIT = 24 hours;

    Payer private _payer;
    address private _guardian;
    address private _stranger;

    function setUp() public {
        vm.warp(1_760_000_000);
        QtiAccessManager manager = new QtiAccessManager(address(this));
        _payer = new Payer(address(manager));
        _guardian = makeAddr("guardian");
        _stranger = makeAddr("stranger");
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = _payer.vetoRoot.selector;
        manager.setTargetFunctionRole(address(_payer), selectors, Roles.GUARDIAN);
        manager.grantRole(Roles.GUARDIAN, _guardian, 0);
    }

    function test_aRootWaitsADayAndThenAnybodyActivatesIt() public {
        uint48 readyAt = uint48(vm.getBlockTimestamp()) + WAIT;
        vm.expectEmit(address(_payer));
        emit IRootTimelock.RootProposed(SUBJECT, ROOT, 100, readyAt, "ipfs://leaves");
        _payer.propose(SUBJECT, ROOT, 100, "ipfs://leaves");
        PendingRoot memory pending = _payer.pendingRootOf(SUBJECT);
        assertEq(pending.root, ROOT);
        assertEq(pending.total, 100);
        assertEq(pending.readyAt, readyAt);
        assertEq(pending.uri, "ipfs://leaves");
        assertTrue(_payer.isPending(SUBJECT));

        vm.warp(readyAt - 1);
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootTooEarly.selector, SUBJECT, readyAt));
        _payer.activateRoot(SUBJECT);
        vm.warp(readyAt);
        vm.expectEmit(address(_payer));
        emit IRootTimelock.RootActivated(SUBJECT, ROOT, 100);
        vm.prank(_stranger);
        _payer.activateRoot(SUBJECT);
        assertEq(_payer.rootOf(SUBJECT), ROOT);
        assertEq(_payer.pendingRootOf(SUBJECT).root, 0);
        assertFalse(_payer.isPending(SUBJECT));
    }

    function test_timelockRestartedForEver_aPendingRootIsNotReplaced() public {
        _payer.propose(SUBJECT, ROOT, 100, "");
        uint48 readyAt = _payer.pendingRootOf(SUBJECT).readyAt;
        bytes memory reason = abi.encodeWithSelector(IRootTimelock.RootPending.selector, SUBJECT, readyAt);
        for (uint256 day = 0; day < 3; ++day) {
            vm.expectRevert(reason);
            _payer.propose(SUBJECT, "other", 100, "");
            vm.expectRevert(reason);
            _payer.propose(SUBJECT, ROOT, 100, "");
            skip(1 days);
        }
        _payer.activateRoot(SUBJECT);
        assertEq(_payer.rootOf(SUBJECT), ROOT);
    }

    function test_afterAVetoTheFullTimeRunsAgain() public {
        _payer.propose(SUBJECT, ROOT, 100, "long enough to take more than a slot of storage");
        skip(2 days);
        vm.expectEmit(address(_payer));
        emit IRootTimelock.RootVetoed(SUBJECT, ROOT);
        vm.prank(_guardian);
        _payer.vetoRoot(SUBJECT);
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootNotPending.selector, SUBJECT));
        _payer.activateRoot(SUBJECT);

        _payer.propose(SUBJECT, ROOT, 100, "");
        assertEq(_payer.pendingRootOf(SUBJECT).uri, "");
        uint48 readyAt = uint48(vm.getBlockTimestamp()) + WAIT;
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootTooEarly.selector, SUBJECT, readyAt));
        _payer.activateRoot(SUBJECT);
    }

    function test_aRootActivatesOnceAndIsNotVetoedAfterwards() public {
        _payer.propose(SUBJECT, ROOT, 100, "");
        skip(WAIT);
        _payer.activateRoot(SUBJECT);
        bytes memory reason = abi.encodeWithSelector(IRootTimelock.RootNotPending.selector, SUBJECT);
        vm.expectRevert(reason);
        _payer.activateRoot(SUBJECT);
        vm.prank(_guardian);
        vm.expectRevert(reason);
        _payer.vetoRoot(SUBJECT);
    }

    function test_aRootThatIsNotFundedWaitsUntilItIs() public {
        _payer.propose(SUBJECT, ROOT, 101, "");
        skip(WAIT);
        vm.expectRevert(abi.encodeWithSelector(IRootTimelock.RootNotFunded.selector, SUBJECT, 101, 100));
        _payer.activateRoot(SUBJECT);
        _payer.setFunded(101);
        _payer.activateRoot(SUBJECT);
    }

    function test_aRootIsSomethingAndPaysSomething() public {
        bytes memory reason = abi.encodeWithSelector(IRootTimelock.RootInvalid.selector, SUBJECT);
        vm.expectRevert(reason);
        _payer.propose(SUBJECT, 0, 100, "");
        vm.expectRevert(reason);
        _payer.propose(SUBJECT, ROOT, 0, "");
    }

    function test_subjectsDoNotMeet() public {
        _payer.propose(SUBJECT, ROOT, 100, "");
        _payer.propose("other", "second", 50, "");
        vm.prank(_guardian);
        _payer.vetoRoot("other");
        skip(WAIT);
        _payer.activateRoot(SUBJECT);
        assertEq(_payer.rootOf("other"), 0);
    }

    function test_onlyTheGuardianVetoes() public {
        _payer.propose(SUBJECT, ROOT, 100, "");
        vm.prank(_stranger);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, _stranger));
        _payer.vetoRoot(SUBJECT);
    }
}
