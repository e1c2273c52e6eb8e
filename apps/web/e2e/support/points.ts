import { claimTapsSync, getContracts, getTapTally, tapVoucherTypedData } from "@qti/sdk";
import type { Hex } from "viem";
import { outsider } from "./chain.ts";
import { desks, privateKeyOf } from "./people.ts";
import type { E2eStack } from "./stack.ts";

/** Points of a verified account: the oracle's voucher for so many whole ones, claimed by whom they are for. */
export async function earnPoints(stack: E2eStack, key: Hex, points: bigint): Promise<void> {
  const client = outsider(stack, key);
  const { address: account } = client.account;
  const [{ total, sequence }, { timestamp }, { tapRewards }] = await Promise.all([
    getTapTally(client, { account }),
    client.getBlock({ blockTag: "pending" }),
    getContracts(client, { names: ["tapRewards"] }),
  ]);
  const voucher = {
    account,
    earned: total + points * 1_000_000n,
    sequence: BigInt(sequence) + 1n,
    deadline: timestamp + 3_600n,
  };
  const signature = await outsider(stack, privateKeyOf(desks.tapOracle)).signTypedData(
    tapVoucherTypedData({ chainId: stack.chainId, tapRewards, voucher }),
  );
  await claimTapsSync(client, { voucher, signature });
}
