// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IAssetRegistry} from "../interfaces/assets/IAssetRegistry.sol";
import {IInterestRateModel} from "../interfaces/loans/IInterestRateModel.sol";
import {ILendingMarkets, Market, MarketParams} from "../interfaces/loans/ILendingMarkets.sol";
import {IPriceOracle} from "../interfaces/loans/IPriceOracle.sol";
import {LapsingPause} from "../shared/LapsingPause.sol";
import {MoneyList} from "../shared/MoneyList.sol";
import {MarketMath} from "./MarketMath.sol";

/// @title Which lending markets there are
abstract contract MarketDesk is ILendingMarkets, MoneyList, LapsingPause {
    IAssetRegistry private immutable ASSETS;

    /// @inheritdoc ILendingMarkets
    mapping(IPriceOracle oracle => bool) public isOracle;
    /// @inheritdoc ILendingMarkets
    mapping(IInterestRateModel rateModel => bool) public isRateModel;
    mapping(bytes32 id => Market) internal _markets;
    mapping(bytes32 id => MarketParams) private _params;

    constructor(IAssetRegistry assets) {
        ASSETS = assets;
    }

    /// @inheritdoc ILendingMarkets
    function listOracle(IPriceOracle oracle, bool listed) external restricted {
        isOracle[oracle] = listed;
        emit OracleListed(oracle, listed);
    }

    /// @inheritdoc ILendingMarkets
    function listRateModel(IInterestRateModel rateModel, bool listed) external restricted {
        isRateModel[rateModel] = listed;
        emit RateModelListed(rateModel, listed);
    }

    /// @inheritdoc ILendingMarkets
    function createMarket(
        MarketParams calldata params,
        uint96 supplyCap,
        uint96 borrowCap
    ) external restricted whenNotPaused returns (bytes32 id) {
        id = _idOf(params);
        Market storage market = _markets[id];
        if (market.updated != 0) revert MarketExists(id);
        _checkMoney(params.loanToken);
        if (!isOracle[params.oracle]) revert MarketNotListed(address(params.oracle));
        if (!isRateModel[params.rateModel]) revert MarketNotListed(address(params.rateModel));
        if (params.lltv == 0 || params.lltv >= MarketMath.WAD) revert MarketInvalidParams("lltv");
        // Without it collateral could be used up while debt is left (L4).
        if (params.dust == 0) revert MarketInvalidParams("dust");
        if (address(params.collateral) == address(params.loanToken)) revert MarketInvalidParams("collateral");
        // An oracle that does not know the pair says so now.
        params.oracle.prices(address(params.collateral), address(params.loanToken));

        market.updated = uint40(block.timestamp);
        market.regulated = ASSETS.isAsset(address(params.collateral));
        _params[id] = params;
        emit MarketCreated(id, params, market.regulated);
        _setCaps(id, supplyCap, borrowCap);
    }

    /// @inheritdoc ILendingMarkets
    function setCaps(bytes32 id, uint96 supplyCap, uint96 borrowCap) external restricted {
        if (_markets[id].updated == 0) revert MarketUnknown(id);
        _setCaps(id, supplyCap, borrowCap);
    }

    /// @inheritdoc ILendingMarkets
    function marketOf(bytes32 id) external view returns (Market memory) {
        return _markets[id];
    }

    /// @inheritdoc ILendingMarkets
    function paramsOf(bytes32 id) external view returns (MarketParams memory) {
        return _params[id];
    }

    function _known(MarketParams calldata params) internal view returns (bytes32 id, Market storage market) {
        id = _idOf(params);
        market = _markets[id];
        if (market.updated == 0) revert MarketUnknown(id);
    }

    function _idOf(MarketParams calldata params) internal pure returns (bytes32) {
        return keccak256(abi.encode(params));
    }

    function _setCaps(bytes32 id, uint96 supplyCap, uint96 borrowCap) private {
        (_markets[id].supplyCap, _markets[id].borrowCap) = (supplyCap, borrowCap);
        emit CapsSet(id, supplyCap, borrowCap);
    }
}
