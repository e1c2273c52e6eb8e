import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { nonceOfFunction } from "../../generated/abi/creditLines.ts";
import * as addresses from "../../generated/addressTables.ts";
import { identityNumber } from "../../rewards/identityNumber.ts";

/** Parameters of {@link getCreditNonce}. */
export type GetCreditNonceParameters = ContractsOption &
  ReadOptions & {
    /** Any account of the identity. */
    account: Address;
  };

/**
 * Nonce that the next attestation of a person's credit line must carry.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetCreditNonceParameters}
 * @returns The nonce.
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const nonce = await getCreditNonce(client, { account });
 * ```
 */
export async function getCreditNonce(
  client: QtiClient,
  parameters: GetCreditNonceParameters,
): Promise<bigint> {
  const { creditLines } = await resolveContracts(
    client,
    { creditLines: addresses.creditLines },
    parameters.contracts,
  );
  const identity = await identityNumber(client, parameters);
  return read(client, contractCall(creditLines, nonceOfFunction, [identity]), parameters);
}
