/**
 * Deploys QTI. Two root modules, because a module's shape cannot depend on its parameters:
 * - `Qti.ts`: public networks;
 * - `QtiDevnet.ts`: the same and test money, a faucet and a desk that admits issuers, for development chains.
 *
 * Development chain, already running at QTI_RPC_URL (default http://127.0.0.1:8545), from contracts/:
 *
 *   QTI_RPC_URL=http://127.0.0.1:PORT hardhat ignition deploy ignition/modules/QtiDevnet.ts --network localhost \
 *     --build-profile default --parameters ignition/parameters/devnet.json --deployment-id NAME
 *
 * writes ignition/deployments/NAME/deployed_addresses.json: "Staking#StakingVault": "0x...". What stands behind the #,
 * with a small first letter, is the name of the contract in every other layer (stakingVault). Ignition's default build
 * profile is `production`, so name the profile. On another chain id than 31337 set
 * HARDHAT_IGNITION_CONFIRM_DEPLOYMENT=false, and give each new chain a new NAME.
 *
 * The chain itself: `QTI_CHAIN_START=2026-01-31T00:00:00Z hardhat node --port PORT` starts it in the past. Nothing here
 * reads a clock.
 *
 * Public network: fill a copy of ignition/parameters/public.example.json (no role may go to the deployer), put QTI_PUBLIC_RPC_URL and QTI_DEPLOYER_KEY into the
 * keystore (`hardhat keystore set`), then
 *
 *   hardhat ignition deploy ignition/modules/Qti.ts --network public --build-profile production --parameters FILE
 *
 * Then, each by itself: `feed.ts` for each price feed that markets are to ask, `liquidator.ts` for who liquidates.
 *
 * In a test: `connection.ignition.deploy(QtiDevnet, { parameters })`.
 */
import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { handOver } from "../handover.ts";
import { AccessModule } from "./access.ts";
import { AssetsModule } from "./assets.ts";
import { CreditModule } from "./credit.ts";
import { EarningModule } from "./earning.ts";
import { ExchangeModule } from "./exchange.ts";
import { IdentityModule } from "./identity.ts";
import { LoansModule } from "./loans.ts";
import { RecordsModule } from "./records.ts";
import { ReferralsModule } from "./referrals.ts";
import { RewardsModule } from "./rewards.ts";
import { StakingModule } from "./staking.ts";

/** All domains, without who may do what and without credit lines, whose money is another one on a development chain. */
export const DomainsModule = buildModule("Domains", (m) => ({
  ...m.useModule(AccessModule),
  ...m.useModule(IdentityModule),
  ...m.useModule(AssetsModule),
  ...m.useModule(ExchangeModule),
  ...m.useModule(RewardsModule),
  ...m.useModule(StakingModule),
  ...m.useModule(EarningModule),
  ...m.useModule(ReferralsModule),
  ...m.useModule(LoansModule),
  ...m.useModule(RecordsModule),
}));

export default buildModule("Qti", (m) => {
  const contracts = { ...m.useModule(DomainsModule), ...m.useModule(CreditModule) };
  handOver(m, { accessManager: contracts.accessManager, contracts, after: [DomainsModule, CreditModule] });
  return contracts;
});
