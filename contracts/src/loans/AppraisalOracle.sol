// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {AccessManaged} from "@openzeppelin/contracts/access/manager/AccessManaged.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {IAssetRegistry} from "../interfaces/assets/IAssetRegistry.sol";
import {Appraisal, AppraisalTerms, IAppraisalOracle} from "../interfaces/loans/IAppraisalOracle.sol";
import {IPriceOracle} from "../interfaces/loans/IPriceOracle.sol";

/// @title Prices of tokenized assets from appraisals
contract AppraisalOracle is IAppraisalOracle, AccessManaged {
    uint256 private constant BPS = 10_000;
    uint256 private constant MAX_DAILY = 2_000;
    uint256 private constant MAX_AGE = 730 days;
    /// @dev 1e36 of a price, by 1e6 of the dollars and 1e18 of a share.
    uint256 private constant SCALE = 1e36 / (1e6 * 1e18);

    IAssetRegistry private immutable REGISTRY;

    mapping(address asset => AppraisalTerms) private _terms;
    mapping(address asset => Appraisal) private _appraisals;

    constructor(IAssetRegistry registry, address authority) AccessManaged(authority) {
        REGISTRY = registry;
    }

    /// @inheritdoc IAppraisalOracle
    function setTerms(address asset, AppraisalTerms calldata terms) external restricted {
        if (!REGISTRY.isAsset(asset)) revert AppraisalUnknownAsset(asset);
        if (terms.dailyBps == 0 || terms.dailyBps > MAX_DAILY) revert AppraisalInvalidTerms("dailyBps");
        if (terms.borrowMaxAge == 0 || terms.borrowMaxAge > MAX_AGE) revert AppraisalInvalidTerms("borrowMaxAge");
        // What glided so far glided by the old terms. The appraisal itself gets no younger.
        Appraisal storage last = _appraisals[asset];
        if (last.at != 0) (last.from, last.since) = (uint96(_glide(asset, last)), uint32(block.timestamp));
        _terms[asset] = terms;
        emit AppraisalTermsSet(asset, terms);
    }

    /// @inheritdoc IAppraisalOracle
    function appraise(address asset, uint256 value) external restricted {
        if (_terms[asset].dailyBps == 0) revert AppraisalUnknownAsset(asset);
        if (value == 0 || value > type(uint96).max) revert AppraisalInvalidValue(value);
        Appraisal storage last = _appraisals[asset];
        uint256 from = last.at == 0 ? value : _glide(asset, last);
        uint32 time = uint32(block.timestamp);
        _appraisals[asset] = Appraisal(uint96(from), uint96(value), time, time);
        emit Appraised(asset, msg.sender, value, from);
    }

    /// @inheritdoc IPriceOracle
    function prices(
        address collateral,
        address loanToken
    ) external view returns (uint256 borrowPrice, uint256 liquidationPrice) {
        Appraisal memory last = _appraisals[collateral];
        if (last.at == 0) revert OraclePairUnknown(collateral, loanToken);
        uint256 glide = _glide(collateral, last);
        liquidationPrice = _price(collateral, loanToken, glide);
        if (block.timestamp > uint256(last.at) + _terms[collateral].borrowMaxAge) return (0, liquidationPrice);
        borrowPrice = _price(collateral, loanToken, Math.min(glide, last.target));
    }

    /// @inheritdoc IAppraisalOracle
    function glideOf(address asset) external view returns (uint256) {
        return _glide(asset, _appraisals[asset]);
    }

    /// @inheritdoc IAppraisalOracle
    function appraisalOf(address asset) external view returns (Appraisal memory) {
        return _appraisals[asset];
    }

    /// @inheritdoc IAppraisalOracle
    function termsOf(address asset) external view returns (AppraisalTerms memory) {
        return _terms[asset];
    }

    /// @dev A rise is reckoned at g / (1 + g) a day: however often it is begun anew in between, it never makes more than g in one.
    function _glide(address asset, Appraisal memory last) private view returns (uint256) {
        uint256 daily = _terms[asset].dailyBps;
        uint256 elapsed = block.timestamp - last.since;
        (uint256 from, uint256 target) = (last.from, last.target);
        if (target < from) {
            uint256 fall = Math.min(from, (from * daily * elapsed) / (BPS * 1 days));
            return Math.max(target, from - fall);
        }
        uint256 rise = (from * daily * elapsed) / ((BPS + daily) * 1 days);
        return Math.min(target, from + rise);
    }

    function _price(address asset, address loanToken, uint256 value) private view returns (uint256) {
        uint256 units = 10 ** IERC20Metadata(loanToken).decimals();
        return (value * units * SCALE) / REGISTRY.sharesOf(asset);
    }
}
