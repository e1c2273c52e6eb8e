import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { roles } from "@qti/sdk";
import { accessManagerAbi } from "@qti/sdk/abis";
import { type StaffRole, serviceRoles } from "@qti/sdk/identity/sign-in";
import { type Address, concatHex, encodeAbiParameters, encodeFunctionData, type Hex } from "viem";
import { inject } from "vitest";
import { World } from "./market.ts";
import { startService } from "./service.ts";

const contractsPackage = createRequire(new URL("../../../../contracts/package.json", import.meta.url));
const { bytecode } = JSON.parse(
  readFileSync(
    contractsPackage.resolve("@openzeppelin/contracts/build/contracts/AccessManager.json"),
    "utf8",
  ),
) as { bytecode: Hex };

const numbers: Record<StaffRole, bigint> = {
  REWARDS_OPERATOR: roles.rewardsOperator,
  UNDERWRITER: roles.underwriter,
  APPRAISER: roles.appraiser,
  ...serviceRoles,
};

/** How long the service goes by what the chain said before. */
const untilSeenMs = 2_000;

export type AccessManager = Awaited<ReturnType<typeof startStaffedService>>["manager"];

/** A service with an access manager of its own, which grants without delay: what it does, the service knows when it is done. */
export async function startStaffedService() {
  const { wallet } = await new World(inject("rpcUrl"), inject("contracts")).stranger();
  const admin = encodeAbiParameters([{ type: "address" }], [wallet.account.address]);
  const hash = await wallet.sendTransaction({ data: concatHex([bytecode, admin]) });
  const { contractAddress: address } = await wallet.waitForTransactionReceipt({ hash, pollingInterval: 20 });
  if (!address) throw new Error("the access manager was not deployed");
  const contracts = { ...inject("contracts"), accessManager: address };
  const service = await startService({ environment: { QTI_CONTRACTS: JSON.stringify(contracts) } });
  const abi = accessManagerAbi;
  const send = async (calls: Hex[]) => {
    const sent = await wallet.writeContract({ address, abi, functionName: "multicall", args: [calls] });
    await wallet.waitForTransactionReceipt({ hash: sent, pollingInterval: 20 });
    service.clock.advance(untilSeenMs);
  };
  const manager = {
    grant: (held: { role: StaffRole; account: Address }[]) =>
      send(
        held.map(({ role, account }) =>
          encodeFunctionData({ abi, functionName: "grantRole", args: [numbers[role], account, 0] }),
        ),
      ),
    revoke: (role: StaffRole, account: Address) =>
      send([encodeFunctionData({ abi, functionName: "revokeRole", args: [numbers[role], account] })]),
  };
  return { service, manager };
}
