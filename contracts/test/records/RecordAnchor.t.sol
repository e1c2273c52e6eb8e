// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Anchor, IRecordAnchor} from "../../src/interfaces/records/IRecordAnchor.sol";
import {RecordAnchor} from "../../src/records/RecordAnchor.sol";
import {Rfc6962} from "../../src/records/Rfc6962.sol";
import {QtiAccessManager} from "../../src/shared/QtiAccessManager.sol";
import {Handler} from "../shared/Handler.sol";
import {Test, vm} from "../shared/Test.sol";
import {LogTree} from "./LogTree.sol";

contract RecordAnchorTest is Test {
    bytes32 private constant ROOT = keccak256("root");

    RecordAnchor private _anchors;

    function setUp() public {
        vm.warp(1_000_000);
        _anchors = new RecordAnchor(address(new QtiAccessManager(address(this))));
    }

    function test_anchorsANewestRoot() public {
        bytes32 root = LogTree.root(0, 5);
        vm.expectEmit(address(_anchors));
        emit IRecordAnchor.RootAnchored(0, root, 5, 1_000_000);
        assertEq(_anchors.anchor(root, 5), 0);
        assertEq(_anchors.anchorCount(), 1);
        Anchor memory found = _anchors.anchorAt(0);
        assertEq(found.root, root);
        assertEq(found.size, 5);
        assertEq(found.time, 1_000_000);
    }

    function test_keepsAPreservedAnchorForEver() public {
        bytes32 root = LogTree.root(0, 5);
        _anchors.anchor(root, 5);
        vm.expectEmit(address(_anchors));
        emit IRecordAnchor.AnchorPreserved(0);
        vm.prank(makeAddr("anyone"));
        assertEq(_anchors.preserve(), 0);
        assertEq(_anchors.preserve(), 0, "a second time does no harm");
        skip(1);
        _anchors.anchor(LogTree.root(0, 9), 9);
        skip(1);
        _anchors.anchor(LogTree.root(0, 12), 12);

        assertEq(_anchors.anchorAt(0).root, root);
        assertEq(_anchors.anchorAt(0).time, 1_000_000);
        assertTrue(_anchors.verify(0, LogTree.leaf(3), 3, LogTree.proof(3, 5)));
        vm.expectRevert(abi.encodeWithSelector(IRecordAnchor.AnchorUnknown.selector, 1));
        _anchors.anchorAt(1);
        assertEq(_anchors.anchorAt(2).size, 12);
    }

    function test_whatWasUnderAReplacedRootIsUnderTheNewest() public {
        _anchors.anchor(LogTree.root(0, 5), 5);
        skip(1);
        _anchors.anchor(LogTree.root(0, 9), 9);
        assertTrue(_anchors.verify(1, LogTree.leaf(3), 3, LogTree.proof(3, 9)));
    }

    function test_N1_sizesMustRise() public {
        vm.expectRevert(abi.encodeWithSelector(IRecordAnchor.AnchorSizeNotRising.selector, 0, 0));
        _anchors.anchor(ROOT, 0);
        _anchors.anchor(ROOT, 5);
        skip(1);
        vm.expectRevert(abi.encodeWithSelector(IRecordAnchor.AnchorSizeNotRising.selector, 5, 5));
        _anchors.anchor(ROOT, 5);
        vm.expectRevert(abi.encodeWithSelector(IRecordAnchor.AnchorSizeNotRising.selector, 4, 5));
        _anchors.anchor(ROOT, 4);
    }

    function test_N1_timesMustRise() public {
        _anchors.anchor(ROOT, 5);
        vm.expectRevert(abi.encodeWithSelector(IRecordAnchor.AnchorTimeNotRising.selector, 1_000_000, 1_000_000));
        _anchors.anchor(ROOT, 6);
    }

    function test_unknownAnchorsAreRefused() public {
        uint256[2] memory indexes = [uint256(0), type(uint256).max];
        for (uint256 i = 0; i < indexes.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IRecordAnchor.AnchorUnknown.selector, indexes[i]));
            _anchors.anchorAt(indexes[i]);
        }
        vm.expectRevert(abi.encodeWithSelector(IRecordAnchor.AnchorUnknown.selector, 0));
        _anchors.verify(0, 0, 0, new bytes32[](0));
        vm.expectRevert(abi.encodeWithSelector(IRecordAnchor.AnchorUnknown.selector, 0));
        _anchors.preserve();
        _anchors.anchor(ROOT, 5);
        vm.expectRevert(abi.encodeWithSelector(IRecordAnchor.AnchorUnknown.selector, type(uint256).max));
        _anchors.anchorAt(type(uint256).max);
    }

    function test_strangersAnchorNothing() public {
        address eve = makeAddr("eve");
        vm.prank(eve);
        vm.expectRevert(abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, eve));
        _anchors.anchor(ROOT, 5);
    }

    // --- N2 a leaf proves exactly if committed

    function test_N2_everyLeafOfEveryTreeUpToFortyLeavesProves() public {
        for (uint256 size = 1; size <= 40; ++size) {
            skip(1);
            uint256 index = _anchors.anchor(LogTree.root(0, size), uint64(size));
            for (uint256 i = 0; i < size; ++i) {
                assertTrue(_anchors.verify(index, LogTree.leaf(i), uint64(i), LogTree.proof(i, size)));
            }
        }
    }

    function testFuzz_N2_nothingElseProves(uint8 size, uint8 which, uint8 other, uint256 kind, bytes32 junk) public {
        uint256 leaves = bound(size, 2, 64);
        uint256 i = bound(which, 0, leaves - 1);
        uint256 j = bound(other, 0, leaves + 3);
        uint256 index = _anchors.anchor(LogTree.root(0, leaves), uint64(leaves));
        bytes32 hash = LogTree.leaf(i);
        bytes32[] memory proof = LogTree.proof(i, leaves);
        kind = kind % 6;
        if (kind == 0) {
            vm.assume(j != i);
            assertFalse(_anchors.verify(index, hash, uint64(j), proof), "another index");
        } else if (kind == 1) {
            vm.assume(j != i);
            assertFalse(_anchors.verify(index, LogTree.leaf(j), uint64(i), proof), "another leaf");
        } else if (kind == 2) {
            uint256 step = j % proof.length;
            vm.assume(proof[step] != junk);
            proof[step] = junk;
            assertFalse(_anchors.verify(index, hash, uint64(i), proof), "a changed proof");
        } else if (kind == 3) {
            bytes32[] memory longer = new bytes32[](proof.length + 1);
            for (uint256 k = 0; k < proof.length; ++k) longer[k] = proof[k];
            longer[proof.length] = junk;
            assertFalse(_anchors.verify(index, hash, uint64(i), longer), "a longer proof");
        } else if (kind == 4) {
            bytes32[] memory shorter = new bytes32[](proof.length - 1);
            for (uint256 k = 0; k < shorter.length; ++k) shorter[k] = proof[k];
            assertFalse(_anchors.verify(index, hash, uint64(i), shorter), "a shorter proof");
        } else {
            // Second pre-image: an inner node passed off as a leaf.
            bytes32 node = Rfc6962.hashNode(LogTree.leaf(0), LogTree.leaf(1));
            bytes32 asLeaf = Rfc6962.hashLeaf(abi.encodePacked(LogTree.leaf(0), LogTree.leaf(1)));
            assertTrue(node != asLeaf);
            assertFalse(_anchors.verify(index, asLeaf, 0, LogTree.proof(0, leaves)), "a node as a leaf");
        }
    }

    function test_N2_aProofOfAnotherSizeProvesNothing() public {
        _anchors.anchor(LogTree.root(0, 7), 8);
        assertFalse(_anchors.verify(0, LogTree.leaf(6), 6, LogTree.proof(6, 7)));
        assertFalse(_anchors.verify(0, LogTree.leaf(0), 7, LogTree.proof(0, 7)));
    }

    function test_N2_anInnerNodeIsNoLeaf() public {
        _anchors.anchor(LogTree.root(0, 8), 8);
        bytes32[] memory above = new bytes32[](2);
        above[0] = LogTree.root(2, 4);
        above[1] = LogTree.root(4, 8);
        assertFalse(_anchors.verify(0, LogTree.root(0, 2), 0, above));
    }

    function test_N2_aTreeDeeperThanItsSizeProvesNothing() public {
        _anchors.anchor(LogTree.root(0, 2), 1);
        bytes32[] memory proof = new bytes32[](1);
        proof[0] = LogTree.leaf(0);
        assertFalse(_anchors.verify(0, LogTree.leaf(1), 0, proof));
    }

    function test_N2_theEmptyProofIsOfATreeOfOneLeaf() public {
        _anchors.anchor(LogTree.leaf(0), 1);
        assertTrue(_anchors.verify(0, LogTree.leaf(0), 0, new bytes32[](0)));
        assertFalse(_anchors.verify(0, LogTree.leaf(0), 1, new bytes32[](0)));
        assertFalse(_anchors.verify(0, LogTree.leaf(1), 0, new bytes32[](0)));
    }
}

/// @notice A log that grows, is anchored now and then, and preserved by whoever likes.
contract AnchorHandler is Handler {
    RecordAnchor private immutable ANCHORS;
    uint64 public size;
    Anchor[] private _all;
    mapping(uint256 index => bool) public preserved;

    constructor(RecordAnchor anchors) {
        ANCHORS = anchors;
    }

    function grow(uint8 leaves) external counted("grow") {
        size += uint64(bound(leaves, 1, 20));
        skip(1 hours);
        uint256 index = ANCHORS.anchor(keccak256(abi.encode(size)), size);
        assertEq(index, _all.length, "N1 indexes rise by one");
        _all.push(ANCHORS.anchorAt(index));
        _success("grow");
    }

    function shrink(uint64 to) external counted("shrink") {
        skip(1 hours);
        to = uint64(bound(to, 0, size));
        vm.expectRevert(
            abi.encodeWithSelector(IRecordAnchor.AnchorSizeNotRising.selector, to, size)
        );
        ANCHORS.anchor(keccak256("fork"), to);
        _success("shrink");
    }

    function preserve() external counted("preserve") {
        _success("preserve");
        if (_all.length != 0) preserved[ANCHORS.preserve()] = true;
    }

    function count() external view returns (uint256) {
        return _all.length;
    }

    function anchorAt(uint256 index) external view returns (Anchor memory) {
        return _all[index];
    }
}

contract RecordAnchorInvariants is Test {
    RecordAnchor private _anchors;
    AnchorHandler private _handler;

    function setUp() public {
        vm.warp(1_000_000);
        QtiAccessManager manager = new QtiAccessManager(address(this));
        _anchors = new RecordAnchor(address(manager));
        _handler = new AnchorHandler(_anchors);
        manager.grantRole(0, address(_handler), 0);
        bytes4[] memory selectors = new bytes4[](3);
        selectors[0] = AnchorHandler.grow.selector;
        selectors[1] = AnchorHandler.shrink.selector;
        selectors[2] = AnchorHandler.preserve.selector;
        targetContract(address(_handler));
        targetSelector(address(_handler), selectors);
    }

    function invariant_N1_indexSizeAndTimeOfRootsRise() public view {
        uint256 count = _handler.count();
        assertEq(_anchors.anchorCount(), count);
        for (uint256 i = 1; i < count; ++i) {
            assertGt(_handler.anchorAt(i).size, _handler.anchorAt(i - 1).size);
            assertGt(_handler.anchorAt(i).time, _handler.anchorAt(i - 1).time);
        }
    }

    function invariant_N1_theNewestAndThePreservedAnchorsStayAsTheyWere() public view {
        uint256 count = _handler.count();
        for (uint256 i = 0; i < count; ++i) {
            if (i + 1 != count && !_handler.preserved(i)) continue;
            Anchor memory found = _anchors.anchorAt(i);
            assertEq(found.root, _handler.anchorAt(i).root);
            assertEq(found.size, _handler.anchorAt(i).size);
            assertEq(found.time, _handler.anchorAt(i).time);
        }
    }

    function afterInvariant() public view {
        _handler.assertActionsWork();
    }
}
