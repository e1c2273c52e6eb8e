// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {RewardsTreasury} from "../../src/rewards/RewardsTreasury.sol";
import {QtiToken} from "../../src/staking/QtiToken.sol";
import {StakingVault} from "../../src/staking/StakingVault.sol";
import {Handler} from "../shared/Handler.sol";
import {vm} from "../shared/Test.sol";
import {StakingFixture} from "./StakingFixture.sol";

/// @notice Three people who stake, leave, give and wait, and a treasurer who streams.
contract VaultHandler is Handler {
    uint256 private constant QTI = 1e18;

    QtiToken private immutable QTI_TOKEN;
    StakingVault private immutable VAULT;
    RewardsTreasury private immutable TREASURY;
    address[3] public people;

    /// @dev What the vault should have, from what this handler did to it.
    uint256 public deposited;
    uint256 public withdrawn;
    uint256 public notified;
    uint256 public donated;
    uint256 public skimmed;

    /// @dev Whether the clock of the stream could ever run.
    bool public everStaked;

    uint256 private _lastAssets;
    uint256 private _lastShares;

    constructor(QtiToken qti, StakingVault vault, RewardsTreasury treasury, address[3] memory people_) {
        QTI_TOKEN = qti;
        VAULT = vault;
        TREASURY = treasury;
        people = people_;
    }

    modifier priceNeverFalls() {
        _;
        uint256 assets = VAULT.totalAssets() + 1;
        uint256 shares = VAULT.totalSupply() + 1e6;
        if (_lastShares != 0) {
            // 200 bits at most: the supply of QTI has 90, that of shares 110.
            assertGe(assets * _lastShares, _lastAssets * shares, "V11 the price fell");
        }
        (_lastAssets, _lastShares) = (assets, shares);
    }

    function deposit(uint256 who, uint256 assets) external counted("deposit") priceNeverFalls {
        address person = people[who % 3];
        assets = bound(assets, 0, QTI_TOKEN.balanceOf(person));
        uint256 expected = VAULT.previewDeposit(assets);
        vm.prank(person);
        assertEq(VAULT.deposit(assets, person), expected, "deposit gives what was previewed");
        deposited += assets;
        _success("deposit");
    }

    function mint(uint256 who, uint256 shares) external counted("mint") priceNeverFalls {
        address person = people[who % 3];
        shares = bound(shares, 0, VAULT.convertToShares(QTI_TOKEN.balanceOf(person) / 2));
        uint256 expected = VAULT.previewMint(shares);
        vm.prank(person);
        uint256 assets = VAULT.mint(shares, person);
        assertEq(assets, expected, "mint costs what was previewed");
        deposited += assets;
        _success("mint");
    }

    function withdraw(uint256 who, uint256 assets) external counted("withdraw") priceNeverFalls {
        address person = people[who % 3];
        assets = bound(assets, 0, VAULT.maxWithdraw(person));
        uint256 expected = VAULT.previewWithdraw(assets);
        vm.prank(person);
        assertEq(VAULT.withdraw(assets, person, person), expected, "withdraw burns what was previewed");
        withdrawn += assets;
        _success("withdraw");
    }

    function redeem(uint256 who, uint256 shares) external counted("redeem") priceNeverFalls {
        address person = people[who % 3];
        shares = bound(shares, 0, VAULT.maxRedeem(person));
        uint256 expected = VAULT.previewRedeem(shares);
        vm.prank(person);
        uint256 assets = VAULT.redeem(shares, person, person);
        assertEq(assets, expected, "redeem pays what was previewed");
        withdrawn += assets;
        _success("redeem");
    }

    function leaveAll(uint256 who) external counted("leave") priceNeverFalls {
        address person = people[who % 3];
        uint256 shares = VAULT.balanceOf(person);
        vm.prank(person);
        withdrawn += VAULT.redeem(shares, person, person);
        _success("leave");
    }

    function give(uint256 from, uint256 to, uint256 shares) external counted("give") priceNeverFalls {
        address giver = people[from % 3];
        shares = bound(shares, 0, VAULT.balanceOf(giver));
        vm.prank(giver);
        VAULT.transfer(people[to % 3], shares);
        _success("give");
    }

    function notify(uint256 amount) external counted("notify") priceNeverFalls {
        amount = bound(amount, 0, 10_000 * QTI);
        uint256 before = VAULT.totalAssets();
        TREASURY.fundStream(address(VAULT), amount);
        notified += amount;
        assertEq(VAULT.totalAssets(), before, "a notified reward is no one's yet");
        _success("notify");
    }

    function donate(uint256 who, uint256 amount) external counted("donate") priceNeverFalls {
        address person = people[who % 3];
        amount = bound(amount, 0, QTI_TOKEN.balanceOf(person) / 10);
        (uint256 assets, uint256 oneQti, uint256 oneShare) = prices();
        vm.prank(person);
        QTI_TOKEN.transfer(address(VAULT), amount);
        donated += amount;
        (uint256 assetsAfter, uint256 oneQtiAfter, uint256 oneShareAfter) = prices();
        assertEq(assetsAfter, assets, "V12 assets");
        assertEq(oneQtiAfter, oneQti, "V12 price of a deposit");
        assertEq(oneShareAfter, oneShare, "V12 price of a share");
        _success("donate");
    }

    function skim() external counted("skim") priceNeverFalls {
        (uint256 assets, , ) = prices();
        skimmed += VAULT.skim();
        (uint256 assetsAfter, , ) = prices();
        assertEq(assetsAfter, assets, "V12 skimming changes no price");
        _success("skim");
    }

    function wait(uint256 time) external counted("wait") priceNeverFalls {
        uint256 assets = VAULT.totalAssets();
        uint256 shares = VAULT.totalSupply();
        skip(bound(time, 1, 3 days));
        if (assets >= QTI && shares >= 1e12) everStaked = true;
        else assertEq(VAULT.totalAssets(), assets, "S7 something flowed to nobody");
        _success("wait");
    }

    function prices() public view returns (uint256, uint256, uint256) {
        return (VAULT.totalAssets(), VAULT.previewDeposit(QTI), VAULT.previewRedeem(1e24));
    }
}

contract StakingVaultInvariants is StakingFixture {
    VaultHandler private _handler;

    function setUp() public override {
        super.setUp();
        address cleo = makeAddr("cleo");
        _fund(cleo, 2 * QTI);
        _handler = new VaultHandler(qti, vault, treasury, [ada, ben, cleo]);
        manager.grantRole(8, address(_handler), 0);
        bytes4[] memory selectors = new bytes4[](1);
        selectors[0] = treasury.fundStream.selector;
        manager.setTargetFunctionRole(address(treasury), selectors, 8);

        selectors = new bytes4[](10);
        selectors[0] = VaultHandler.deposit.selector;
        selectors[1] = VaultHandler.mint.selector;
        selectors[2] = VaultHandler.withdraw.selector;
        selectors[3] = VaultHandler.redeem.selector;
        selectors[4] = VaultHandler.leaveAll.selector;
        selectors[5] = VaultHandler.give.selector;
        selectors[6] = VaultHandler.notify.selector;
        selectors[7] = VaultHandler.donate.selector;
        selectors[8] = VaultHandler.skim.selector;
        selectors[9] = VaultHandler.wait.selector;
        targetContract(address(_handler));
        targetSelector(address(_handler), selectors);
    }

    function invariant_V9_convertAndPreviewWorkForEveryAmountAndMaxAlways() public view {
        uint256 most = type(uint128).max;
        vault.convertToShares(most);
        vault.convertToAssets(most);
        vault.previewDeposit(most);
        vault.previewMint(most);
        vault.previewWithdraw(most);
        vault.previewRedeem(most);
        for (uint256 i = 0; i < 3; ++i) {
            address person = _handler.people(i);
            assertLe(vault.maxWithdraw(person), vault.totalAssets());
            assertEq(vault.maxRedeem(person), vault.balanceOf(person));
            assertEq(vault.maxDeposit(person), type(uint256).max);
            assertEq(vault.maxMint(person), type(uint256).max);
        }
    }

    function invariant_V10_cashIsExactlyWhatIsAccountedAndDonated() public view {
        (uint256 left, , ) = vault.stream();
        uint256 held = qti.balanceOf(address(vault));
        uint256 uncounted = _handler.donated() - _handler.skimmed();
        // `left` is of the last accrual, like the book it is stored with.
        uint256 booked = _handler.deposited() + _handler.notified() - _handler.withdrawn();
        assertEq(held, booked + uncounted);
        assertGe(booked, left, "the stream is backed");
        assertLe(vault.totalAssets(), booked, "the shares are backed");
        assertGe(vault.totalAssets() + left, booked, "what is not streamed belongs to the shares");
    }

    function invariant_V11_thePriceFallsOnlyWithARecordedLoss() public view {
        // The vault records no losses: the handler compares the price after each action with the one before. Here, that it
        // never is below the first price of one QTI a share.
        assertGe((vault.totalAssets() + 1) * 1e6, vault.totalSupply() + 1e6);
    }

    function invariant_V12_donationChangesNoPrice() public {
        (uint256 assets, uint256 oneQti, uint256 oneShare) = _handler.prices();
        qti.transfer(address(vault), 12_345 * QTI);
        (uint256 assetsAfter, uint256 oneQtiAfter, uint256 oneShareAfter) = _handler.prices();
        assertEq(assetsAfter, assets);
        assertEq(oneQtiAfter, oneQti);
        assertEq(oneShareAfter, oneShare);
    }

    function invariant_S7_nothingStreamsToNobody() public view {
        uint256 flowed = vault.totalAssets() + _handler.withdrawn() - _handler.deposited();
        assertLe(flowed, _handler.notified());
        if (!_handler.everStaked()) assertEq(flowed, 0);
        // All of it belongs to people, but for the virtual shares' part.
        uint256 worth;
        for (uint256 i = 0; i < 3; ++i) worth += vault.maxWithdraw(_handler.people(i));
        uint256 virtualPart = Math.mulDiv(vault.totalAssets() + 1, 1e6, vault.totalSupply() + 1e6);
        assertApproxEqAbs(worth + virtualPart, vault.totalAssets(), 5);
    }

    function afterInvariant() public view {
        _handler.assertActionsWork();
    }
}
