import type { Address, Hex } from "viem";
import { getBlock, getCode } from "viem/actions";
import { QtiError } from "../errors/base.ts";
import { allowanceFunction } from "../generated/abi/qtiToken.ts";
import { approve } from "../tokens/approve.ts";
import { contractCall, read } from "./call.ts";
import type { QtiClient } from "./client.ts";
import { type PermitWithValue, permitTypedData, toPermit } from "./permit.ts";
import { toQtiError } from "./toQtiError.ts";

/** What must happen before a contract may take tokens. */
export type AllowanceRequirement =
  /** Send this call first. */
  | { type: "approval"; call: ReturnType<typeof approve.call> }
  /** Let the owner sign `typedData`; what `apply` answers goes into the action's parameters. */
  | {
      type: "permit";
      typedData: Awaited<ReturnType<typeof permitTypedData>>;
      apply(signature: Hex): { permit: PermitWithValue };
    };

/** How to allow a contract to take tokens. */
export type AllowanceOptions = {
  /** By default a permit; an approval for contracts, which cannot sign one, and for tokens that take none. */
  prefer?: "permit" | "approval" | undefined;
  /** Unix seconds until which a permit can be used; one hour after the latest block when left out. */
  deadline?: bigint | undefined;
};

type Needed = AllowanceOptions & { token: Address; owner: Address; spender: Address; value: bigint };

/** An approval or a permit where the allowance is too small; nothing where it is not. */
export async function allowanceFor(client: QtiClient, needed: Needed): Promise<AllowanceRequirement[]> {
  const { token, owner, spender, value } = needed;
  const allowance = await read(client, contractCall(token, allowanceFunction, [owner, spender]));
  if (allowance >= value) return [];
  const approval: AllowanceRequirement[] = [
    { type: "approval", call: approve.call({ token, spender, amount: value, account: owner }) },
  ];
  if ((needed.prefer ?? (await preferred(client, owner))) === "approval") return approval;
  const deadline = needed.deadline ?? (await chainTime(client)) + 3600n;
  try {
    const typedData = await permitTypedData(client, { token, owner, spender, value, deadline });
    const apply = (signature: Hex) => ({ permit: { ...toPermit(signature, deadline), value } });
    return [{ type: "permit", typedData, apply }];
  } catch (error) {
    if (needed.prefer === undefined && isRefusal(error)) return approval;
    throw error;
  }
}

/** A token that takes no permits, or does not say what they look like, refuses to be asked. */
function isRefusal(error: unknown): boolean {
  return error instanceof QtiError && error.code === "unknown-revert";
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
