import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { AccessModule } from "./access.ts";
import { IdentityModule } from "./identity.ts";
import { RewardsModule } from "./rewards.ts";

const FAUCET_QTI = 50_000_000n * 10n ** 18n;
const FAUCET_DOLLARS = 500_000_000_000n * 10n ** 6n;
/** Hardhat's account that is the `qtiHolder` of parameters/devnet.json. */
const HOLDER = 9;

/** Test money and a desk that admits issuers by itself: for development chains only. */
export const DevnetModule = buildModule("Devnet", (m) => {
  const { accessManager } = m.useModule(AccessModule);
  const { identityRegistry } = m.useModule(IdentityModule);
  const { qtiToken } = m.useModule(RewardsModule);
  const holder = m.getAccount(HOLDER);
  const testDollar = m.contract("TestDollar", [holder]);
  const demoFaucet = m.contract("DemoFaucet", [qtiToken, testDollar]);
  const demoDesk = m.contract("DemoDesk", [accessManager, identityRegistry]);
  m.call(qtiToken, "transfer", [demoFaucet, FAUCET_QTI], {
    id: "FillFaucetQti",
    from: holder,
    after: [RewardsModule],
  });
  m.call(testDollar, "transfer", [demoFaucet, FAUCET_DOLLARS], { id: "FillFaucetDollars", from: holder });
  return { testDollar, demoFaucet, demoDesk };
});
