// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {AssetToken} from "../../src/assets/AssetToken.sol";
import {TestDollar} from "../../src/devnet/TestDollar.sol";
import {RateTerms} from "../../src/interfaces/loans/IInterestRateModel.sol";
import {Market, MarketParams, MarketPosition} from "../../src/interfaces/loans/ILendingMarkets.sol";
import {IPriceOracle} from "../../src/interfaces/loans/IPriceOracle.sol";
import {InterestRateModel} from "../../src/loans/InterestRateModel.sol";
import {LendingMarkets} from "../../src/loans/LendingMarkets.sol";
import {AssetsBase} from "../assets/AssetsBase.sol";
import {vm} from "../shared/Test.sol";

/// @notice Collateral that asks nobody.
contract Gold is ERC20 {
    constructor() ERC20("Gold", "GOLD") {}

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }
}

/// @notice Says what it is told.
contract SetOracle is IPriceOracle {
    uint256 private _borrowPrice;
    uint256 private _liquidationPrice;

    function set(uint256 borrowPrice, uint256 liquidationPrice) external {
        (_borrowPrice, _liquidationPrice) = (borrowPrice, liquidationPrice);
    }

    function prices(address, address) external view returns (uint256, uint256) {
        return (_borrowPrice, _liquidationPrice);
    }
}

/// @notice A market of gold and one of flats. Sam lends; Ben and Cleo, who are verified, borrow or liquidate.
abstract contract MarketsBase is AssetsBase {
    uint256 internal constant USD = 1e6;
    uint256 internal constant WAD = 1e18;
    uint256 internal constant LLTV = 0.8e18;
    /// @dev One whole unit of collateral is worth 100 dollars.
    uint256 internal constant PRICE = 100e6 * 1e18;
    /// @dev 1 + 0.3 * (1 - 0.8).
    uint256 internal constant INCENTIVE = 1.06e18;

    TestDollar internal money;
    Gold internal gold;
    AssetToken internal flats;
    SetOracle internal oracle;
    InterestRateModel internal model;
    LendingMarkets internal markets;
    MarketParams internal plain;
    MarketParams internal regulated;
    bytes32 internal plainId;
    bytes32 internal regulatedId;
    address internal sam;

    function _deployMarkets() internal {
        _deployAssets();
        money = new TestDollar(address(this));
        gold = new Gold();
        oracle = new SetOracle();
        oracle.set(PRICE, PRICE);
        model = new InterestRateModel(_rates());
        markets = new LendingMarkets(registry, identities, address(manager));
        identities.setSystemContract(address(markets), true);
        rulebook.setPledges(markets);
        money.approve(address(markets), 1);
        markets.listMoney(money, 1);
        markets.listOracle(oracle, true);
        markets.listRateModel(model, true);
        flats = _active(_terms());

        plain = MarketParams(money, gold, oracle, model, LLTV, 10 * USD);
        regulated = MarketParams(money, IERC20(flats), oracle, model, LLTV, 10 * USD);
        plainId = markets.createMarket(plain, type(uint96).max, type(uint96).max);
        regulatedId = markets.createMarket(regulated, type(uint96).max, type(uint96).max);

        sam = makeAddr("sam");
        _equip(sam);
        _equip(ben);
        _equip(cleo);
        _give(flats, ben, 100 * UNIT);
        _give(flats, cleo, 10 * UNIT);
    }

    function _rates() internal pure returns (RateTerms memory) {
        return
            RateTerms({
                target: 0.9e18,
                initial: uint64(uint256(0.04e18) / 365 days),
                min: uint64(uint256(0.001e18) / 365 days),
                max: uint64(uint256(1e18) / 365 days),
                steepness: 4e18,
                speed: uint64(uint256(50e18) / 365 days)
            });
    }

    function _equip(address account) internal {
        money.transfer(account, 1_000_000 * USD);
        gold.mint(account, 10_000 * UNIT);
        vm.startPrank(account);
        money.approve(address(markets), type(uint256).max);
        gold.approve(address(markets), type(uint256).max);
        flats.approve(address(markets), type(uint256).max);
        vm.stopPrank();
    }

    function _lend(MarketParams memory params, uint256 amount) internal {
        vm.prank(sam);
        markets.supply(params, amount, 0, sam, "");
    }

    function _pledge(MarketParams memory params, address account, uint256 amount) internal {
        vm.prank(account);
        markets.supplyCollateral(params, amount, account, "");
    }

    function _borrow(MarketParams memory params, address account, uint256 amount) internal {
        vm.prank(account);
        markets.borrow(params, amount, 0, account, account);
    }

    function _liquidate(
        MarketParams memory params,
        address caller,
        address borrower,
        uint256 shares
    ) internal returns (uint256 repaid, uint256 seized) {
        vm.prank(caller);
        return markets.liquidate(params, borrower, shares, "");
    }

    function _setPrice(uint256 price) internal {
        oracle.set(price, price);
    }

    function _position(MarketParams memory params, address account) internal view returns (MarketPosition memory) {
        return markets.positionOf(keccak256(abi.encode(params)), account);
    }

    function _market(MarketParams memory params) internal view returns (Market memory) {
        return markets.marketOf(keccak256(abi.encode(params)));
    }

    function _debt(MarketParams memory params, address account) internal view returns (uint256 debt) {
        (debt, , ) = markets.healthOf(params, account);
    }
}
