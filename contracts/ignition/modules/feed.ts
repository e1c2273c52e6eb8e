/**
 * The price of one pair from a feed that the network publishes. Deployed by itself, once for each pair, after which RISK lists
 * the oracle on the lending markets:
 *
 *   hardhat ignition deploy ignition/modules/feed.ts --network public --build-profile production --parameters FILE
 *
 * Parameters as in `FeedTerms` of src/interfaces/loans/IFeedOracle.sol; `sequencer` is the zero address where the chain has none.
 */
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";

export default buildModule("Feed", (m) => ({
  feedOracle: m.contract("FeedOracle", [
    {
      collateral: m.getParameter<string>("collateral"),
      loanToken: m.getParameter<string>("loanToken"),
      feed: m.getParameter<string>("feed"),
      sequencer: m.getParameter<string>("sequencer"),
      heartbeat: m.getParameter<number>("heartbeat"),
      min: m.getParameter<bigint>("min"),
      max: m.getParameter<bigint>("max"),
    },
  ]),
}));
