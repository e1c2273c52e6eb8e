import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { roles } from "@qti/sdk";
import { accessManagerAbi } from "@qti/sdk/abis";
import { type StaffRole, serviceRoles } from "@qti/sdk/identity/sign-in";
import { type Address, concatHex, encodeAbiParameters, encodeFunctionData, type Hex } from "viem";
import { inject } from "vitest";
import { World } from "./market.ts";

const contracts = createRequire(new URL("../../../../contracts/package.json", import.meta.url));
const { bytecode } = JSON.parse(
  readFileSync(contracts.resolve("@openzeppelin/contracts/build/contracts/AccessManager.json"), "utf8"),
) as { bytecode: Hex };

const numbers: Record<StaffRole, bigint> = {
  REWARDS_OPERATOR: roles.rewardsOperator,
  UNDERWRITER: roles.underwriter,
  APPRAISER: roles.appraiser,
  ...serviceRoles,
};

/** An access manager of one's own, which grants without delay. */
export async function ownAccessManager() {
  const { wallet } = await new World(inject("rpcUrl"), inject("contracts")).stranger();
  const admin = encodeAbiParameters([{ type: "address" }], [wallet.account.address]);
  const hash = await wallet.sendTransaction({ data: concatHex([bytecode, admin]) });
  const { contractAddress } = await wallet.waitForTransactionReceipt({ hash, pollingInterval: 20 });
  if (!contractAddress) throw new Error("the access manager was not deployed");
  const send = async (calls: Hex[]) => {
    const sent = await wallet.writeContract({
      address: contractAddress,
      abi: accessManagerAbi,
      functionName: "multicall",
      args: [calls],
    });
    await wallet.waitForTransactionReceipt({ hash: sent, pollingInterval: 20 });
  };
  const abi = accessManagerAbi;
  return {
    address: contractAddress,
    grant: (held: { role: StaffRole; account: Address }[]) =>
      send(
        held.map(({ role, account }) =>
          encodeFunctionData({ abi, functionName: "grantRole", args: [numbers[role], account, 0] }),
        ),
      ),
    revoke: (role: StaffRole, account: Address) =>
      send([encodeFunctionData({ abi, functionName: "revokeRole", args: [numbers[role], account] })]),
  };
}
