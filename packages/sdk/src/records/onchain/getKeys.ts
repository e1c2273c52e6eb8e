import type { Address, Hex } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { KeyHistoryTooLongError } from "../../errors/keyHistory.ts";
import { currentKeysFunction, keysAtFunction, keysCountFunction } from "../../generated/abi/keyDirectory.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getKeys}. */
export type GetKeysParameters = ContractsOption &
  ReadOptions & {
    account: Address;
    /**
     * How long a history may be: each entry is a question to the node, and anybody can name keys without end. 256 when left out; whoever
     * takes new keys every month needs twenty years for so many.
     */
    most?: number | undefined;
  };

/** Fingerprints of an account's post-quantum keys. */
export type KeyEntry = {
  /** SHA-256 fingerprint of the X-Wing recipient. */
  recipient: Hex;
  /** SHA-256 fingerprint of the ML-DSA-65 public key. */
  verifier: Hex;
  /** Unix seconds. */
  validFrom: number;
  /** Unix seconds; 0 for no end. */
  validUntil: number;
  /** Unix seconds; 0 when not revoked. */
  revokedAt: number;
};

/** The keys that are valid now, and all there ever were, oldest first. */
export type GetKeysReturnType = { current: KeyEntry | undefined; history: readonly KeyEntry[] };

/**
 * Reads which post-quantum keys an account says are its own.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetKeysParameters}
 * @returns {@link GetKeysReturnType}
 * @throws {@link AddressUnknownError} when the directory's address is not known on the chain.
 * @throws {@link KeyHistoryTooLongError} when there are more than `most`.
 *
 * @example
 * ```ts
 * const { current } = await getKeys(client, { account });
 * if (current?.recipient !== fingerprint) refuseToShare();
 * ```
 */
export async function getKeys(client: QtiClient, parameters: GetKeysParameters): Promise<GetKeysReturnType> {
  const { account, contracts, most = 256 } = parameters;
  const { keyDirectory } = await resolveContracts(
    client,
    { keyDirectory: addresses.keyDirectory },
    contracts,
  );
  const [current, count] = await Promise.all([
    read(client, contractCall(keyDirectory, currentKeysFunction, [account]), parameters),
    read(client, contractCall(keyDirectory, keysCountFunction, [account]), parameters),
  ]);
  if (count > most) throw new KeyHistoryTooLongError({ account, count, most });
  const history = await Promise.all(
    Array.from({ length: Number(count) }, (_, index) =>
      read(client, contractCall(keyDirectory, keysAtFunction, [account, BigInt(index)]), parameters),
    ),
  );
  // The directory answers "none" with an entry of zeros; a valid one always has a start.
  return { current: current.validFrom === 0 ? undefined : current, history };
}
