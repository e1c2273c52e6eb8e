import type { Address } from "viem";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { transferRefusalFunction } from "../generated/abi/assetToken.ts";
import { type Refusal, refusals } from "./refusals.ts";

/** Parameters of {@link transferRefusal}. */
export type TransferRefusalParameters = ReadOptions & {
  /** Address of the asset's token. */
  asset: Address;
  from: Address;
  to: Address;
  /** Share units (18 decimals). */
  amount: bigint;
};

/** Which rule refuses, with a sentence and a next step; `refusal` is `none` when the transfer would pass. */
export type TransferRefusalReturnType = { refusal: Refusal; fact: string; next: string };

/**
 * Asks the rules of an asset about a transfer, before anyone signs. Says nothing about the balance.
 *
 * @param client - Any viem client.
 * @param parameters - {@link TransferRefusalParameters}
 * @returns {@link TransferRefusalReturnType}
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const { refusal, fact } = await transferRefusal(client, { asset, from, to, amount });
 * if (refusal !== "none") show(fact);
 * ```
 */
export async function transferRefusal(
  client: QtiClient,
  parameters: TransferRefusalParameters,
): Promise<TransferRefusalReturnType> {
  const { asset, from, to, amount } = parameters;
  const index = await read(
    client,
    contractCall(asset, transferRefusalFunction, [from, to, amount]),
    parameters,
  );
  // A reason that this version does not know yet still is a refusal.
  const refusal = refusals[index] ?? "moduleFailed";
  // Sentences travel with those of the errors, apart from the actions.
  const { describeRefusal } = await import("../errors/decode.ts");
  return { refusal, ...describeRefusal(refusal) };
}
