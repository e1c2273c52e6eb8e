// SPDX-License-Identifier: MIT
pragma solidity ^0.8.37;

import {IPriceOracle} from "./IPriceOracle.sol";

/// @notice How the appraisals of an asset are used.
/// @param dailyBps Most that the price moves in a day, both ways, in 1/10,000.
/// @param borrowMaxAge Seconds after an appraisal until which one may borrow by it.
struct AppraisalTerms {
    uint16 dailyBps;
    uint40 borrowMaxAge;
}

/// @notice Last word on an asset, in US dollars with 6 decimals for all its shares.
/// @param from Where the glide began, at Unix second `since`. @param target What was appraised, at Unix second `at`.
struct Appraisal {
    uint96 from;
    uint96 target;
    uint32 since;
    uint32 at;
}

/// @title Prices of tokenized assets from appraisals
/// @notice An appraisal is always recorded; the price glides to it by at most `dailyBps` a day both ways. A high one cannot be borrowed
/// against before others had time to object, and a fall is never refused, which would keep a false high price. Borrowing uses the
/// lower of glide and target, liquidation the glide. When the appraiser is silent for longer than `borrowMaxAge` nobody borrows or takes
/// collateral while in debt; liquidation goes on at the last price, as silence must not shield borrowers.
///
/// Price a share = value / shares issued, the number of the registry, never a supply that burns and bridges change.
/// Invariant: L5 nobody's act but an appraisal moves a price; without one time moves it only toward the last.
/// @dev Warning: takes the loan token for a dollar; RISK says so by creating the market.
interface IAppraisalOracle is IPriceOracle {
    event AppraisalTermsSet(address indexed asset, AppraisalTerms terms);
    /// @param value What was appraised. @param from Where the price stood and glides from.
    event Appraised(address indexed asset, address indexed appraiser, uint256 value, uint256 from);

    error AppraisalUnknownAsset(address asset);
    error AppraisalInvalidTerms(bytes32 field);
    error AppraisalInvalidValue(uint256 value);

    /// @notice RISK. From then on the asset can be appraised.
    /// @dev Warning: changes how the glide runs from its present value on.
    function setTerms(address asset, AppraisalTerms calldata terms) external;

    /// @notice APPRAISER. The first appraisal is the price at once.
    /// @param value US dollars with 6 decimals for all shares issued, not zero: a price of nothing would never rise again.
    function appraise(address asset, uint256 value) external;

    /// @notice Value now on its way to the target, US dollars with 6 decimals for all shares issued.
    function glideOf(address asset) external view returns (uint256);
    function appraisalOf(address asset) external view returns (Appraisal memory);
    function termsOf(address asset) external view returns (AppraisalTerms memory);
}
