// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAccessManaged} from "@openzeppelin/contracts/access/manager/IAccessManaged.sol";
import {Referral, ReferralTerms} from "../../src/interfaces/rewards/IReferralRegistry.sol";
import {StoreItem} from "../../src/interfaces/rewards/IRewardStore.sol";
import {TapTally, Voucher} from "../../src/interfaces/rewards/ITapRewards.sol";
import {MerkleDistributor} from "../../src/rewards/MerkleDistributor.sol";
import {QtiPoints} from "../../src/rewards/QtiPoints.sol";
import {ReferralRegistry} from "../../src/rewards/ReferralRegistry.sol";
import {RewardStore} from "../../src/rewards/RewardStore.sol";
import {RewardsTreasury} from "../../src/rewards/RewardsTreasury.sol";
import {TapRewards} from "../../src/rewards/TapRewards.sol";
import {QtiToken} from "../../src/staking/QtiToken.sol";
import {StakingPool} from "../../src/staking/StakingPool.sol";
import {IdentityBase} from "../identity/IdentityBase.sol";
import {vm} from "../shared/Test.sol";

/// @notice All contracts of rewards with the figures of a deployment; the test itself is the administrator. Ada is verified
/// and was here first; Nia is nobody yet.
/// @dev Type strings and domains are written out again here, so that a slip in a contract cannot agree with itself.
abstract contract RewardsBase is IdentityBase {
    uint256 internal constant QTI = 1e18;
    uint256 internal constant POINT = 1e6;
    uint256 internal constant CAP = 1_000 * POINT;
    uint32 internal constant DAY = 1 days;
    uint8 internal constant MONTH_LOCK = 1;
    uint16 internal constant BONUS_BPS = 1_000;
    uint256 internal constant MIN_STAKE = 100 * QTI;

    bytes32 internal constant VOUCHER =
        keccak256("Voucher(address account,uint256 earned,uint64 sequence,uint256 deadline)");
    bytes32 internal constant REFERRAL =
        keccak256("Referral(address newcomer,address referrer,uint256 nonce,uint256 deadline)");

    QtiToken internal qti;
    RewardsTreasury internal treasury;
    StakingPool internal pool;
    QtiPoints internal points;
    TapRewards internal taps;
    ReferralRegistry internal referrals;
    RewardStore internal store;
    MerkleDistributor internal campaigns;
    address internal oracle;
    uint256 internal oracleKey;
    address internal ada;
    address internal nia;
    uint256 internal niaKey;

    function setUp() public virtual {
        _deployIdentities();
        qti = new QtiToken(address(this));
        treasury = new RewardsTreasury(qti, address(manager));
        pool = new StakingPool(qti, address(treasury), address(manager));
        points = new QtiPoints(address(manager));
        taps = new TapRewards(address(manager), identities, points);
        referrals = new ReferralRegistry(address(manager), identities, pool, taps, points);
        store = new RewardStore(address(manager), identities, points, treasury);
        campaigns = new MerkleDistributor(address(manager), identities, treasury);

        (oracle, oracleKey) = makeAddrAndKey("oracle");
        taps.setOracle(oracle);
        taps.setDailyCap(CAP);
        points.setChannel(address(taps), 1_000_000 * POINT, DAY);
        points.setChannel(address(referrals), 200_000 * POINT, DAY);
        referrals.setTerms(_terms());
        points.setRedeemer(address(store), true);
        store.setRate(QTI / 100);
        treasury.setBudget(address(store), 20_000 * QTI, DAY);
        treasury.setBudget(address(campaigns), 200_000 * QTI, DAY);
        qti.transfer(address(treasury), 400_000_000 * QTI);

        ada = makeAddr("ada");
        _attest(ada);
        (nia, niaKey) = makeAddrAndKey("nia");
    }

    function _terms() internal pure returns (ReferralTerms memory) {
        return
            ReferralTerms({
                bonusBps: BONUS_BPS,
                newcomerCap: uint64(2_000 * POINT),
                referrerCap: uint64(50_000 * POINT),
                minStake: uint128(MIN_STAKE)
            });
    }

    function _item(uint96 price, uint64 stock, uint32 limit) internal pure returns (StoreItem memory) {
        return StoreItem({price: price, stock: stock, limit: limit, uri: "data:,mug"});
    }

    // --- taps

    function _voucher(address account, uint256 earned, uint64 sequence) internal view returns (Voucher memory) {
        return Voucher(account, earned, sequence, vm.getBlockTimestamp() + 1 hours);
    }

    function _digest(Voucher memory v) internal view returns (bytes32) {
        return
            _typedFor(
                "QTI Taps",
                address(taps),
                keccak256(abi.encode(VOUCHER, v.account, v.earned, v.sequence, v.deadline))
            );
    }

    function _signed(Voucher memory voucher) internal view returns (bytes memory) {
        return signature(oracleKey, _digest(voucher));
    }

    function _claimTaps(address account, uint256 earned, uint64 sequence) internal returns (uint256) {
        Voucher memory voucher = _voucher(account, earned, sequence);
        return taps.claim(voucher, _signed(voucher));
    }

    function _claimCall(Voucher memory voucher) internal view returns (bytes memory) {
        return abi.encodeCall(taps.claim, (voucher, _signed(voucher)));
    }

    function _tallyOf(address account) internal view returns (TapTally memory) {
        return taps.tallyOf(_indexOf(account));
    }

    function _indexOf(address account) internal view returns (uint64) {
        return identities.standingOf(account).index;
    }

    /// @dev Points of a person, by as many days of taps as the cap asks for. Later calls say more than the sum so far.
    function _earn(address account, uint256 amount) internal {
        TapTally memory tally = _tallyOf(account);
        uint256 earned = tally.total + amount;
        for (uint64 i = 1; _tallyOf(account).total < earned; ++i) {
            skip(DAY);
            _claimTaps(account, earned, tally.sequence + i);
        }
    }

    // --- referrals

    function _referral(address newcomer, address referrer) internal view returns (Referral memory) {
        return
            Referral(newcomer, referrer, referrals.nonces(newcomer), vm.getBlockTimestamp() + 1 hours);
    }

    function _digest(Referral memory r) internal view returns (bytes32) {
        return
            _typedFor(
                "QTI Referrals",
                address(referrals),
                keccak256(abi.encode(REFERRAL, r.newcomer, r.referrer, r.nonce, r.deadline))
            );
    }

    function _bind(address newcomer, address referrer) internal {
        Referral memory referral = _referral(newcomer, referrer);
        vm.prank(newcomer);
        referrals.bind(referral, "");
    }

    function _stake(address account, uint256 amount, uint8 lock) internal returns (uint256 positionId) {
        qti.transfer(account, amount);
        vm.startPrank(account);
        qti.approve(address(pool), amount);
        positionId = pool.stake(amount, lock);
        vm.stopPrank();
    }

    /// @dev From nobody to a vested referral.
    function _bringIn(address newcomer, address referrer) internal returns (uint256 positionId) {
        _bind(newcomer, referrer);
        _attest(newcomer);
        positionId = _stake(newcomer, MIN_STAKE, MONTH_LOCK);
        skip(30 days);
        referrals.vest(newcomer, positionId);
    }

    // --- shared

    function _refusal(address caller) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(IAccessManaged.AccessManagedUnauthorized.selector, caller);
    }

    function _typedFor(string memory name, address verifier, bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(DOMAIN, keccak256(bytes(name)), keccak256("1"), block.chainid, verifier)
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
