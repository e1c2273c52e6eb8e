import { getBlock } from "viem/actions";
import type { ContractsOption } from "../../core/addresses.ts";
import type { QtiClient } from "../../core/client.ts";
import { toQtiError } from "../../core/toQtiError.ts";
import { KeyHistoryTooLongError } from "../../errors/keyHistory.ts";
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
    directoryOf: (account) =>
      getKeys(client, { account, contracts }).then(
        ({ history }) => history,
        (error: unknown) => {
          // Their own doing: it keeps nobody else from what is sealed. Everything else that fails says nothing of them.
          if (error instanceof KeyHistoryTooLongError) return undefined;
          throw error;
        },
      ),
    now: Number(timestamp),
  };
}
