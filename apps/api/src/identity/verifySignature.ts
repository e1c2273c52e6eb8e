import type { TypedDataDefinition } from "viem";
import { assertChain, type ChainClient } from "../core/chain.ts";

/**
 * Whether `account` signed `message`: an ordinary key, a deployed smart account (ERC-1271) or one that is not deployed yet
 * (ERC-6492). An ordinary key needs no chain, so people can sign in while it is down.
 *
 * @throws ProblemError `chain-unreachable` when only the chain could tell and it does not answer.
 */
export async function verifySignature(
  client: ChainClient,
  { account, message, signature }: { account: `0x${string}`; message: string; signature: `0x${string}` },
): Promise<boolean> {
  const valid = await client.verifyMessage({ address: account, message, signature, mode: "eoa" });
  // viem answers false both for a wrong signature and for a call that failed; only an answering node makes it a refusal.
  if (!valid) await assertChain(client);
  return valid;
}

/**
 * Whether `account` signed typed data, by the same rules.
 *
 * @throws ProblemError `chain-unreachable` when only the chain could tell and it does not answer.
 */
export async function verifyTypedData(
  client: ChainClient,
  {
    account,
    typedData,
    signature,
  }: { account: `0x${string}`; typedData: TypedDataDefinition; signature: `0x${string}` },
): Promise<boolean> {
  const valid = await client.verifyTypedData({ ...typedData, address: account, signature, mode: "eoa" });
  if (!valid) await assertChain(client);
  return valid;
}
