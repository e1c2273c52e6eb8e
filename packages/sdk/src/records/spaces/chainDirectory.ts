import { getBlock } from "viem/actions";
import type { ContractsOption } from "../../core/addresses.ts";
import type { QtiClient } from "../../core/client.ts";
import { toQtiError } from "../../core/toQtiError.ts";
import { getKeys } from "../onchain/getKeys.ts";
import type { FindReadersParameters } from "./findReaders.ts";

/** `KeyDirectory` as a chain has it, by the chain's own clock: entries are valid by that one. */
export async function chainDirectory(
  client: QtiClient,
  { contracts }: ContractsOption,
): Promise<Pick<FindReadersParameters, "directoryOf" | "now">> {
  const { timestamp } = await getBlock(client).catch(async (error: unknown) => {
    throw await toQtiError(error);
  });
  return {
    directoryOf: async (account) => (await getKeys(client, { account, contracts })).history,
    now: Number(timestamp),
  };
}
