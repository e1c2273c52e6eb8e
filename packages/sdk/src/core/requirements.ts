import type { Address, Hex } from "viem";
import { getBlock, getCode } from "viem/actions";
import { allowanceFunction } from "../generated/abi/qtiToken.ts";
import * as addresses from "../generated/addressTables.ts";
import { enrolIssuer } from "../identity/enrolIssuer.ts";
import { getStanding } from "../identity/getStanding.ts";
import { isIssuer } from "../identity/isIssuer.ts";
import { approve } from "../tokens/approve.ts";
import { type ContractsOption, resolveContracts } from "./addresses.ts";
import { contractCall, read } from "./call.ts";
import type { QtiClient } from "./client.ts";
import { type PermitSignature, permitTypedData, toPermit } from "./permit.ts";
import { toQtiError } from "./toQtiError.ts";

/** Parameters of {@link requirements}: what is to be done, by whom. */
export type RequirementsParameters = ContractsOption & { owner: Address } & (
    | {
        action: "deposit";
        /** QTI units (18 decimals). */
        assets: bigint;
        /** How to allow the vault to take QTI. By default a permit, and an approval for contracts, which cannot sign one. */
        prefer?: "permit" | "approval" | undefined;
        /** Unix seconds until which a permit can be used; one hour after the latest block when left out. */
        deadline?: bigint | undefined;
      }
    | { action: "tokenize" }
  );

/** Something that must happen before an action can succeed, as data. */
export type Requirement =
  /** Send this call first. */
  | { type: "approval"; call: ReturnType<typeof approve.call> }
  /** Let the owner sign `typedData`; what `apply` answers goes into the action's parameters. */
  | {
      type: "permit";
      typedData: Awaited<ReturnType<typeof permitTypedData>>;
      apply(signature: Hex): { permit: PermitSignature };
    }
  /** The account must be attested first. */
  | { type: "identity"; account: Address }
  /** The account needs the ISSUER role; `call` gives it on development chains, elsewhere the compliance desk does. */
  | { type: "issuerRole"; call: ReturnType<typeof enrolIssuer.call> | undefined };

/**
 * Says what is missing before an action can succeed: an approval to send, a message to sign, a role to get. Empty when
 * nothing is.
 *
 * @param client - Any viem client.
 * @param parameters - {@link RequirementsParameters}
 * @returns {@link Requirement} in the order in which to meet them.
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * for (const requirement of await requirements(client, { action: "deposit", assets, owner })) console.log(requirement.type);
 * ```
 */
export async function requirements(
  client: QtiClient,
  parameters: RequirementsParameters,
): Promise<Requirement[]> {
  return parameters.action === "deposit" ? ofDeposit(client, parameters) : ofTokenize(client, parameters);
}

async function ofDeposit(
  client: QtiClient,
  parameters: Extract<RequirementsParameters, { action: "deposit" }>,
): Promise<Requirement[]> {
  const { owner, assets, contracts } = parameters;
  const { qtiToken: token, stakingVault: spender } = await resolveContracts(
    client,
    { qtiToken: addresses.qtiToken, stakingVault: addresses.stakingVault },
    contracts,
  );
  const allowance = await read(client, contractCall(token, allowanceFunction, [owner, spender]));
  if (allowance >= assets) return [];
  if ((parameters.prefer ?? (await preferred(client, owner))) === "approval") {
    return [{ type: "approval", call: approve.call({ token, spender, amount: assets, account: owner }) }];
  }
  const deadline = parameters.deadline ?? (await chainTime(client)) + 3600n;
  const typedData = await permitTypedData(client, { token, owner, spender, value: assets, deadline });
  return [{ type: "permit", typedData, apply: (signature) => ({ permit: toPermit(signature, deadline) }) }];
}

/** ERC-2612 takes ECDSA only. An account with code of its own cannot sign that way, one delegated by EIP-7702 still can. */
async function preferred(client: QtiClient, owner: Address): Promise<"permit" | "approval"> {
  try {
    const code = await getCode(client, { address: owner });
    return code === undefined || code.startsWith("0xef0100") ? "permit" : "approval";
  } catch (error) {
    throw await toQtiError(error);
  }
}

/** The chain's clock decides about deadlines, and a development chain's may be far from ours. */
async function chainTime(client: QtiClient): Promise<bigint> {
  try {
    return (await getBlock(client)).timestamp;
  } catch (error) {
    throw await toQtiError(error);
  }
}

async function ofTokenize(
  client: QtiClient,
  { owner, contracts }: Extract<RequirementsParameters, { action: "tokenize" }>,
): Promise<Requirement[]> {
  const [standing, issuer] = await Promise.all([
    getStanding(client, { account: owner, contracts }),
    isIssuer(client, { account: owner, contracts }),
  ]);
  const missing: Requirement[] = standing.canReceive ? [] : [{ type: "identity", account: owner }];
  if (issuer) return missing;
  // Public networks have no demo desk: the requirement stands, only without a call that meets it.
  const desk = await resolveContracts(client, { demoDesk: addresses.demoDesk }, contracts).catch(
    () => undefined,
  );
  return [...missing, { type: "issuerRole", call: desk && enrolIssuer.call({ ...desk, account: owner }) }];
}
