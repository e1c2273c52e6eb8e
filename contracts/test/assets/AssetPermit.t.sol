// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {AssetTerms} from "../../src/interfaces/assets/IAssetRegistry.sol";
import {vm} from "../shared/Test.sol";
import {AssetsBase} from "./AssetsBase.sol";

/// @notice ERC-2612 on clones: one signature, one token, one chain, one owner, once.
contract AssetPermitTest is AssetsBase {
    bytes32 private constant PERMIT =
        keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");

    AssetToken private _token;
    uint256 private _benKey;
    uint256 private _deadline;

    function setUp() public {
        _deployAssets();
        _token = _active(_terms());
        (, _benKey) = makeAddrAndKey("ben");
        _deadline = vm.getBlockTimestamp() + 1 hours;
    }

    function test_theDomainIsTheClonesOwn() public view {
        assertEq(_token.DOMAIN_SEPARATOR(), _domain(address(_token), block.chainid));
        (bytes1 fields, string memory name, string memory version, uint256 chainId, address verifying, , ) = _token
            .eip712Domain();
        assertEq(uint8(fields), 0x0f);
        assertEq(name, "QTI Asset");
        assertEq(version, "1");
        assertEq(chainId, block.chainid);
        assertEq(verifying, address(_token));
    }

    function test_aPermitSetsTheAllowanceOnce() public {
        (uint8 v, bytes32 r, bytes32 s) = _sign(_digest(ben, 7, 0));
        vm.prank(stranger);
        _token.permit(ben, cleo, 7, _deadline, v, r, s);
        assertEq(_token.allowance(ben, cleo), 7);
        assertEq(_token.nonces(ben), 1);
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        _token.permit(ben, cleo, 7, _deadline, v, r, s);
    }

    function test_anExpiredPermitIsRefused() public {
        (uint8 v, bytes32 r, bytes32 s) = _sign(_digest(ben, 7, 0));
        vm.warp(_deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(ERC20Permit.ERC2612ExpiredSignature.selector, _deadline));
        _token.permit(ben, cleo, 7, _deadline, v, r, s);
    }

    function test_theNonceOfTheWrongOwnerIsRefused() public {
        // Ada used her first nonce; Ben's permit must count Ben's.
        (, uint256 adaKey) = makeAddrAndKey("ada");
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(adaKey, _digest(ada, 7, 0));
        _token.permit(ada, cleo, 7, _deadline, v, r, s);
        (v, r, s) = _sign(_digest(ben, 7, 1));
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        _token.permit(ben, cleo, 7, _deadline, v, r, s);
        assertEq(_token.nonces(ben), 0);
    }

    function test_aPermitOfAnotherAssetIsRefused() public {
        AssetTerms memory terms = _terms();
        terms.salt = keccak256("second");
        AssetToken second = _active(terms);
        (uint8 v, bytes32 r, bytes32 s) = _sign(_digest(ben, 7, 0));
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        second.permit(ben, cleo, 7, _deadline, v, r, s);
        AssetToken implementation = AssetToken(registry.implementation());
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        implementation.permit(ben, cleo, 7, _deadline, v, r, s);
    }

    function test_aPermitOfAnotherChainIsRefused() public {
        (uint8 v, bytes32 r, bytes32 s) = _sign(_digest(ben, 7, 0));
        vm.chainId(31338);
        vm.expectPartialRevert(ERC20Permit.ERC2612InvalidSigner.selector);
        _token.permit(ben, cleo, 7, _deadline, v, r, s);
        assertEq(_token.DOMAIN_SEPARATOR(), _domain(address(_token), 31338));
    }

    function test_aMalleablePermitIsRefused() public {
        (uint8 v, bytes32 r, bytes32 s) = _sign(_digest(ben, 7, 0));
        bytes32 otherS = bytes32(SECP256K1_N - uint256(s));
        vm.expectRevert(abi.encodeWithSelector(ECDSA.ECDSAInvalidSignatureS.selector, otherS));
        _token.permit(ben, cleo, 7, _deadline, v == 27 ? 28 : 27, r, otherS);
    }

    function _sign(bytes32 digest) private view returns (uint8 v, bytes32 r, bytes32 s) {
        return vm.sign(_benKey, digest);
    }

    function _digest(address owner, uint256 value, uint256 nonce) private view returns (bytes32) {
        bytes32 structHash = keccak256(abi.encode(PERMIT, owner, cleo, value, nonce, _deadline));
        return
            keccak256(abi.encodePacked(hex"1901", _domain(address(_token), block.chainid), structHash));
    }

    function _domain(address verifying, uint256 chainId) private pure returns (bytes32) {
        return keccak256(abi.encode(DOMAIN, keccak256("QTI Asset"), keccak256("1"), chainId, verifying));
    }
}
