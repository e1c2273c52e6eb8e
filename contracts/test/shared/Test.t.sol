// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Test, vm} from "./Test.sol";

contract Counter {
    uint256 public count;

    function up(uint256 by) external {
        count += by % 4;
    }

    function forbidden() external {
        count = type(uint256).max;
    }
}

contract TestBaseTest is Test {
    Counter private _counter;

    function setUp() public {
        _counter = new Counter();
        targetContract(address(_counter));
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = Counter.up.selector;
        targetSelector(address(_counter), selectors);
    }

    function testFuzz_boundStaysInside(uint256 x, uint256 min, uint256 max) public pure {
        vm.assume(min <= max);
        uint256 bounded = bound(x, min, max);
        assertGe(bounded, min);
        assertLe(bounded, max);
    }

    function test_signatureRecoversToTheNamedAccount() public {
        (address account, uint256 key) = makeAddrAndKey("ada");
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, keccak256("x"));
        assertEq(ecrecover(keccak256("x"), v, r, s), account);
        assertEq(signature(key, keccak256("x")), abi.encodePacked(r, s, v));
    }

    function test_skipMovesTheClock() public {
        uint256 start = vm.getBlockTimestamp();
        skip(3 days);
        skip(1 days);
        assertEq(block.timestamp, start + 4 days);
    }

    function test_anAssertionThatFailsIsSeen() public {
        vm.expectRevert();
        this.fails();
    }

    function fails() external pure {
        assertEq(uint256(1), uint256(2));
    }

    function invariant_onlyTargetedSelectorsAreCalled() public view {
        assertNotEq(_counter.count(), type(uint256).max);
    }
}
