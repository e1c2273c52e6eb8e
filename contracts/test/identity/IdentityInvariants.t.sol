// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {
    Attestation,
    IIdentityRegistry,
    Recovery,
    Standing,
    WalletLink
} from "../../src/interfaces/identity/IIdentityRegistry.sol";
import {Test, vm} from "../shared/Test.sol";
import {IdentityBase} from "./IdentityBase.sol";

/// @notice Random attestations, links, recoveries and decisions of the desk over many accounts and four people, beside a
/// plain model of who belongs to whom and what bars them. Never reverts.
contract IdentityHandler is IdentityBase {
    uint256 public constant ACCOUNTS = 20;
    uint256 private constant PEOPLE = 4;

    address[] public accounts;
    uint256[] private _keys;

    mapping(address => bytes32) public belongsTo;
    mapping(bytes32 => address[]) private _members;
    mapping(address => uint256) public highestNonce;
    mapping(address => address) public replacedBy;
    mapping(bytes32 => bool) public frozen;
    mapping(bytes32 => bool) public revoked;

    mapping(bytes4 handler => uint256) public succeeded;
    bool public modelDisagreed;
    bool public oldSignatureCounted;
    bool public nonceFell;

    Attestation private _kept;
    bytes private _keptProof;

    modifier watched() {
        _;
        for (uint256 i = 0; i < ACCOUNTS; ++i) {
            uint256 nonce = identities.nonces(accounts[i]);
            if (nonce < highestNonce[accounts[i]]) nonceFell = true;
            highestNonce[accounts[i]] = nonce;
        }
    }

    constructor() {
        _deployIdentities();
        for (uint256 i = 0; i < ACCOUNTS; ++i) {
            (address account, uint256 key) = makeAddrAndKey(string.concat("account ", vm.toString(i)));
            accounts.push(account);
            _keys.push(key);
        }
    }

    /// @dev Often of somebody by what they are, for strangers rarely fit.
    function attest(uint256 who, uint256 person, uint8 tier) external watched {
        Attestation memory attestation = _attestation(who, person, tier);
        if (person % 2 == 0 && belongsTo[accounts[_known(who)]] != 0) {
            attestation.account = accounts[_known(who)];
            attestation.identity = belongsTo[attestation.account];
            attestation.nonce = identities.nonces(attestation.account);
        }
        (address account, bytes32 hash) = (attestation.account, attestation.identity);
        bool expected = (belongsTo[account] == hash && replacedBy[account] == address(0)) ||
            (belongsTo[account] == 0 && _members[hash].length == 0);
        bool happened = _try(attestation, signature(attesterKey, _digest(attestation)));
        if (happened != expected) modelDisagreed = true;
        if (!happened) return;
        _attested(attestation);
        ++succeeded[this.attest.selector];
    }

    function link(uint256 who, uint256 whom) external watched {
        (uint256 i, uint256 j) = (_known(who), whom % 2 == 0 ? _fresh(whom) : whom % ACCOUNTS);
        (address account, address newAccount) = (accounts[i], accounts[j]);
        bytes32 hash = belongsTo[account];
        bool expected = i != j &&
            identities.canReceive(account) &&
            belongsTo[newAccount] == 0 &&
            _members[hash].length < 8;
        WalletLink memory wallets = _linkOf(account, newAccount);
        bytes32 digest = _digest(wallets);
        (bool happened, ) = address(identities).call(
            abi.encodeCall(
                IIdentityRegistry.linkWallet,
                (
                    wallets,
                    signature(_keys[i], digest),
                    signature(_keys[j], digest),
                    signature(attesterKey, digest)
                )
            )
        );
        if (happened != expected) modelDisagreed = true;
        if (!happened) return;
        belongsTo[newAccount] = hash;
        _members[hash].push(newAccount);
        ++succeeded[this.link.selector];
    }

    /// @dev An attester signs and the signature stays in a drawer.
    function keep(uint256 who, uint256 person, uint8 tier) external watched {
        _kept = _attestation(who, person, tier);
        if (belongsTo[_kept.account] != 0) _kept.identity = belongsTo[_kept.account];
        _kept.deadline += 3650 days;
        _keptProof = signature(attesterKey, _digest(_kept));
        ++succeeded[this.keep.selector];
    }

    /// @dev What was signed before any later word on the account counts no more.
    function submitKept() external watched {
        if (_kept.account == address(0)) return;
        bool stale = identities.nonces(_kept.account) != _kept.nonce;
        bool happened = _try(_kept, _keptProof);
        if (happened && stale) oldSignatureCounted = true;
        if (happened) _attested(_kept);
        if (stale) ++succeeded[this.submitKept.selector];
    }

    function revoke(uint256 who, uint256 chance) external watched {
        address account = accounts[who % ACCOUNTS];
        if (chance % 3 != 0 || belongsTo[account] == 0) return;
        identities.revoke(account);
        revoked[belongsTo[account]] = true;
        ++succeeded[this.revoke.selector];
    }

    function freeze(uint256 who, bool on) external watched {
        address account = accounts[_known(who)];
        if (belongsTo[account] == 0) return;
        if (on && (who >> 8) % 2 == 0) return;
        if (on) identities.freeze(account);
        else identities.unfreeze(account);
        frozen[belongsTo[account]] = on;
        ++succeeded[this.freeze.selector];
    }

    function propose(uint256 who, uint256 whom) external watched {
        (address lost, uint256 j) = (accounts[_known(who)], _fresh(whom));
        address successor = accounts[j];
        bool expected = belongsTo[lost] != 0 &&
            replacedBy[lost] == address(0) &&
            identities.recoveryOf(lost).successor == address(0) &&
            belongsTo[successor] == 0;
        uint256 deadline = vm.getBlockTimestamp();
        bytes32 digest = _recoveryDigest(lost, successor, identities.nonces(successor), deadline);
        (bool happened, ) = address(identities).call(
            abi.encodeCall(
                IIdentityRegistry.proposeRecovery,
                (lost, successor, deadline, signature(_keys[j], digest))
            )
        );
        if (happened != expected) modelDisagreed = true;
        if (happened) ++succeeded[this.propose.selector];
    }

    function object(uint256 who, uint256 chance) external watched {
        address lost = _pendingOne(who);
        if (chance % 3 != 0) return;
        bool expected = identities.recoveryOf(lost).successor != address(0);
        vm.prank(lost);
        (bool happened, ) = address(identities).call(
            abi.encodeCall(IIdentityRegistry.objectToRecovery, (lost, ""))
        );
        if (happened != expected) modelDisagreed = true;
        if (happened) ++succeeded[this.object.selector];
    }

    function complete(uint256 who) external watched {
        address lost = _pendingOne(who);
        Recovery memory pending = identities.recoveryOf(lost);
        bool expected = pending.successor != address(0) &&
            vm.getBlockTimestamp() >= pending.readyAt &&
            belongsTo[pending.successor] == 0;
        (bool happened, ) = address(identities).call(
            abi.encodeCall(IIdentityRegistry.completeRecovery, (lost))
        );
        if (happened != expected) modelDisagreed = true;
        if (!happened) return;
        bytes32 hash = belongsTo[lost];
        address[] storage members = _members[hash];
        for (uint256 i = 0; i < members.length; ++i) {
            if (members[i] == lost) members[i] = pending.successor;
        }
        belongsTo[pending.successor] = hash;
        replacedBy[lost] = pending.successor;
        ++succeeded[this.complete.selector];
    }

    function pass(uint256 time) external watched {
        skip(bound(time, 1, 30 days));
        ++succeeded[this.pass.selector];
    }

    function actions() external pure returns (bytes4[] memory selectors) {
        selectors = new bytes4[](10);
        selectors[0] = this.attest.selector;
        selectors[1] = this.link.selector;
        selectors[2] = this.keep.selector;
        selectors[3] = this.submitKept.selector;
        selectors[4] = this.revoke.selector;
        selectors[5] = this.freeze.selector;
        selectors[6] = this.pass.selector;
        selectors[7] = this.propose.selector;
        selectors[8] = this.object.selector;
        selectors[9] = this.complete.selector;
    }

    function membersOf(bytes32 hash) external view returns (address[] memory) {
        return _members[hash];
    }

    function registryOf() external view returns (IIdentityRegistry) {
        return identities;
    }

    function personAt(uint256 person) public pure returns (bytes32) {
        return keccak256(abi.encode("person", person % PEOPLE));
    }

    function _attested(Attestation memory attestation) private {
        (address account, bytes32 hash) = (attestation.account, attestation.identity);
        revoked[hash] = false;
        if (belongsTo[account] != 0) return;
        belongsTo[account] = hash;
        _members[hash].push(account);
    }

    /// @dev Number of an account that belongs to somebody, if any does.
    function _known(uint256 seed) private view returns (uint256 index) {
        for (uint256 i = 0; i < ACCOUNTS; ++i) {
            index = (seed % ACCOUNTS + i) % ACCOUNTS;
            if (belongsTo[accounts[index]] != 0) return index;
        }
    }

    /// @dev Number of an account that belongs to nobody, if any does not.
    function _fresh(uint256 seed) private view returns (uint256 index) {
        for (uint256 i = 0; i < ACCOUNTS; ++i) {
            index = (seed % ACCOUNTS + i) % ACCOUNTS;
            if (belongsTo[accounts[index]] == 0) return index;
        }
    }

    /// @dev An account that somebody says is lost, if any is.
    function _pendingOne(uint256 seed) private view returns (address account) {
        for (uint256 i = 0; i < ACCOUNTS; ++i) {
            account = accounts[(seed % ACCOUNTS + i) % ACCOUNTS];
            if (identities.recoveryOf(account).successor != address(0)) return account;
        }
    }

    function _attestation(uint256 who, uint256 person, uint8 tier) private view returns (Attestation memory made) {
        made = _person(accounts[who % ACCOUNTS]);
        made.identity = personAt(person);
        made.tier = uint8(bound(tier, 1, 3));
    }

    function _try(Attestation memory attestation, bytes memory proof) private returns (bool happened) {
        (happened, ) = address(identities).call(
            abi.encodeCall(IIdentityRegistry.attest, (attestation, proof))
        );
    }
}

contract IdentityInvariants is Test {
    IdentityHandler private _handler;
    IIdentityRegistry private _identities;

    function setUp() public {
        _handler = new IdentityHandler();
        _identities = _handler.registryOf();
        targetContract(address(_handler));
        targetSelector(address(_handler), _handler.actions());
    }

    function invariant_anAccountBelongsToOneIdentityForEver() public view {
        assertFalse(_handler.modelDisagreed());
        for (uint256 i = 0; i < _handler.ACCOUNTS(); ++i) {
            address account = _handler.accounts(i);
            assertEq(_identities.identityOf(account), _handler.belongsTo(account));
        }
    }

    function invariant_theAccountsOfAnIdentityAreAtMostEightAndStandAlike() public view {
        for (uint256 person = 0; person < 4; ++person) {
            bytes32 hash = _handler.personAt(person);
            address[] memory members = _identities.accountsOf(hash);
            assertEq(abi.encode(members), abi.encode(_handler.membersOf(hash)));
            assertLe(members.length, 8);
            for (uint256 i = 0; i < members.length; ++i) {
                (uint256 first, uint256 each) = _identities.pair(members[0], members[i]);
                assertEq(first, each);
                Standing memory standing = _identities.standingOf(members[i]);
                assertEq(standing.accounts, members.length);
            }
        }
    }

    /// @dev A freeze goes by the desk alone, a revocation by a new attestation alone: never by a recovery.
    function invariant_aRecoveryLiftsNothing() public view {
        for (uint256 i = 0; i < _handler.ACCOUNTS(); ++i) {
            address account = _handler.accounts(i);
            bytes32 hash = _handler.belongsTo(account);
            Standing memory standing = _identities.standingOf(account);
            assertEq(standing.retired, _handler.replacedBy(account) != address(0));
            if (hash == 0 || standing.retired) continue;
            assertEq(standing.frozen, _handler.frozen(hash));
            assertEq(standing.revoked, _handler.revoked(hash));
        }
    }

    function invariant_whoWasReplacedIsFoundAtAnAccountOfTheSameIdentity() public view {
        for (uint256 i = 0; i < _handler.ACCOUNTS(); ++i) {
            address account = _handler.accounts(i);
            address expected = account;
            while (_handler.replacedBy(expected) != address(0)) expected = _handler.replacedBy(expected);
            assertEq(_identities.successorOf(account), expected);
            assertEq(_identities.identityOf(expected), _identities.identityOf(account));
            if (expected != account) assertFalse(_identities.canSend(account));
        }
    }

    function invariant_noncesOnlyRiseAndOldSignaturesStayOld() public view {
        assertFalse(_handler.nonceFell());
        assertFalse(_handler.oldSignatureCounted());
    }

    /// @dev A handler that never succeeds would make the invariants above say nothing.
    function test_everyActionSucceedsInALongLife() public {
        bytes4[] memory actions = _handler.actions();
        for (uint256 step = 0; step < 400; ++step) {
            uint256 seed = uint256(keccak256(abi.encode(step)));
            bytes4 action = actions[seed % actions.length];
            bytes memory arguments = abi.encode(seed >> 200, seed >> 128, (seed >> 64) & 0xff);
            if (action == _handler.freeze.selector) arguments = abi.encode(seed >> 200, seed & (1 << 100) != 0);
            (bool ran, ) = address(_handler).call(bytes.concat(action, arguments));
            assertTrue(ran);
        }
        for (uint256 i = 0; i < actions.length; ++i) {
            assertGt(_handler.succeeded(actions[i]), 4, vm.toString(i));
        }
        invariant_anAccountBelongsToOneIdentityForEver();
        invariant_theAccountsOfAnIdentityAreAtMostEightAndStandAlike();
        invariant_aRecoveryLiftsNothing();
        invariant_whoWasReplacedIsFoundAtAnAccountOfTheSameIdentity();
        invariant_noncesOnlyRiseAndOldSignaturesStayOld();
    }
}
