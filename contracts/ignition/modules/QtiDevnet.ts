import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import { handOver } from "../handover.ts";
import { DevnetModule } from "./devnet.ts";
import { DomainsModule } from "./Qti.ts";

/** QTI for a development chain. How to deploy it stands in `Qti.ts`. */
export default buildModule("QtiDevnet", (m) => {
  const domains = m.useModule(DomainsModule);
  const devnet = m.useModule(DevnetModule);
  handOver(m, {
    accessManager: domains.accessManager,
    contracts: { ...domains, ...devnet },
    holders: [["ISSUER_DESK", devnet.demoDesk]],
    after: [DomainsModule, DevnetModule],
  });
  return { ...domains, ...devnet };
});
