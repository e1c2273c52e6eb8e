// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {QtiToken} from "../../src/staking/QtiToken.sol";
import {Test, vm} from "../shared/Test.sol";

contract QtiTokenTest is Test {
    bytes32 private constant TYPEHASH =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    QtiToken private _qti;
    address private _ada;
    uint256 private _adaKey;

    function setUp() public {
        (_ada, _adaKey) = makeAddrAndKey("ada");
        _qti = new QtiToken(_ada);
    }

    function test_wholeSupplyIsMintedToTheNamedHolder() public view {
        assertEq(_qti.totalSupply(), 1_000_000_000e18);
        assertEq(_qti.balanceOf(_ada), _qti.MAX_SUPPLY());
        assertEq(_qti.symbol(), "QTI");
        assertEq(_qti.decimals(), 18);
    }

    function test_refusesToMintToNobody() public {
        vm.expectRevert(abi.encodeWithSelector(QtiToken.QtiInvalidHolder.selector, address(0)));
        new QtiToken(address(0));
    }

    function test_permitAllowsOnceUntilTheDeadline() public {
        (uint8 v, bytes32 r, bytes32 s) = _sign(address(this), 5, 100);
        _qti.permit(_ada, address(this), 5, 100, v, r, s);
        assertEq(_qti.allowance(_ada, address(this)), 5);
        // The nonce moved on, so the signature now recovers to someone else.
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        _qti.permit(_ada, address(this), 5, 100, v, r, s);

        vm.warp(101);
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612ExpiredSignature.selector, 100));
        _qti.permit(_ada, address(this), 5, 100, v, r, s);
    }

    function test_permitIsOfOneChainAndOneToken() public {
        (uint8 v, bytes32 r, bytes32 s) = _sign(address(this), 5, 100);
        QtiToken other = new QtiToken(_ada);
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        other.permit(_ada, address(this), 5, 100, v, r, s);
        vm.chainId(1);
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        _qti.permit(_ada, address(this), 5, 100, v, r, s);
    }

    function test_domainIsReadable() public view {
        (, string memory name, string memory version, uint256 chainId, address verifier, , ) = _qti.eip712Domain();
        assertEq(name, "Quantum Transaction Interface");
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(verifier, address(_qti));
    }

    function _sign(address spender, uint256 value, uint256 deadline) private view returns (uint8, bytes32, bytes32) {
        bytes32 content = keccak256(abi.encode(TYPEHASH, _ada, spender, value, _qti.nonces(_ada), deadline));
        return vm.sign(_adaKey, keccak256(abi.encodePacked("\x19\x01", _qti.DOMAIN_SEPARATOR(), content)));
    }
}
