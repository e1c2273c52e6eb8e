import type { Address, Hex } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import {
  canReceiveFunction,
  canSendFunction,
  identityOfFunction,
  standingOfFunction,
} from "../generated/abi/identityRegistry.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getStanding}. */
export type GetStandingParameters = ContractsOption & ReadOptions & { account: Address };

/** Who an account is, as far as rules need to know. */
export type GetStandingReturnType = {
  /** Unix seconds; after it the account may send but not receive. */
  validUntil: number;
  /** ISO 3166-1 numeric. */
  country: number;
  /** 0 none, 1 basic, 2 full, 3 accredited. */
  tier: number;
  frozen: boolean;
  revoked: boolean;
  retired: boolean;
  /** A contract that holds pledged shares; no person. */
  system: boolean;
  /** Accounts of the identity. */
  accounts: number;
  /** Number of the identity from 1; 0n when the account was never attested. */
  index: bigint;
  /** Keyed hash of the identity; `undefined` when the account has none. */
  identity: Hex | undefined;
  canSend: boolean;
  canReceive: boolean;
};

/**
 * Reads what the identity registry says of an account.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetStandingParameters}
 * @returns {@link GetStandingReturnType}
 * @throws {@link AddressUnknownError} when the registry's address is not known on the chain.
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const { canReceive, tier } = await getStanding(client, { account });
 * ```
 */
export async function getStanding(
  client: QtiClient,
  parameters: GetStandingParameters,
): Promise<GetStandingReturnType> {
  const { account, contracts } = parameters;
  const { identityRegistry } = await resolveContracts(
    client,
    { identityRegistry: addresses.identityRegistry },
    contracts,
  );
  const [standing, identity, canSend, canReceive] = await Promise.all([
    read(client, contractCall(identityRegistry, standingOfFunction, [account]), parameters),
    read(client, contractCall(identityRegistry, identityOfFunction, [account]), parameters),
    read(client, contractCall(identityRegistry, canSendFunction, [account]), parameters),
    read(client, contractCall(identityRegistry, canReceiveFunction, [account]), parameters),
  ]);
  return { ...standing, identity: /^0x0+$/.test(identity) ? undefined : identity, canSend, canReceive };
}
