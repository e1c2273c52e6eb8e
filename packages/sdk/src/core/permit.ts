import { type Address, type Hex, hexToNumber, size, slice } from "viem";
import { PermitSignatureError } from "../errors/permit.ts";
import { eip712DomainFunction, noncesFunction } from "../generated/abi/qtiToken.ts";
import { contractCall, read } from "./call.ts";
import type { QtiClient } from "./client.ts";

/** A signed ERC-2612 permit, in the shape contracts take. */
export type PermitSignature = { deadline: bigint; v: number; r: Hex; s: Hex };

/** A permit together with what it is about, for actions whose amount is known only when they run. */
export type PermitWithValue = PermitSignature & {
  /** Smallest units of the token. */
  value: bigint;
};

/** Parameters of {@link permitTypedData}. */
export type PermitTypedDataParameters = {
  /** Any token of QTI with ERC-2612. */
  token: Address;
  owner: Address;
  spender: Address;
  /** Smallest units of the token. */
  value: bigint;
  /** Unix seconds. */
  deadline: bigint;
};

/**
 * EIP-712 message of an ERC-2612 permit. Domain and nonce are read from the token, so a wrong name cannot slip in.
 *
 * @param client - Any viem client.
 * @param parameters - {@link PermitTypedDataParameters}
 * @returns Typed data for viem's `signTypedData`.
 * @throws {@link WalletError} when the node cannot be reached or refuses.
 *
 * @example
 * ```ts
 * const signature = await client.signTypedData(await permitTypedData(client, { token, owner, spender, value, deadline }));
 * ```
 */
export async function permitTypedData(client: QtiClient, parameters: PermitTypedDataParameters) {
  const { token, owner, spender, value, deadline } = parameters;
  const [[, name, version, chainId, verifyingContract], nonce] = await Promise.all([
    read(client, contractCall(token, eip712DomainFunction, [])),
    read(client, contractCall(token, noncesFunction, [owner])),
  ]);
  return {
    domain: { name, version, chainId: Number(chainId), verifyingContract },
    primaryType: "Permit",
    types: {
      Permit: [
        { name: "owner", type: "address" },
        { name: "spender", type: "address" },
        { name: "value", type: "uint256" },
        { name: "nonce", type: "uint256" },
        { name: "deadline", type: "uint256" },
      ],
    },
    message: { owner, spender, value, nonce, deadline },
  } as const;
}

/**
 * Splits a signature over `permitTypedData` into what contracts take. Pure.
 *
 * @throws {@link PermitSignatureError} when it is no ECDSA signature of 65 bytes, as smart accounts make.
 */
export function toPermit(signature: Hex, deadline: bigint): PermitSignature {
  // viem's parseSignature would bring the whole curve along to tell apart what stands at fixed places.
  if (size(signature) !== 65) throw new PermitSignatureError(size(signature));
  const last = hexToNumber(slice(signature, 64));
  return {
    deadline,
    v: last < 27 ? last + 27 : last,
    r: slice(signature, 0, 32),
    s: slice(signature, 32, 64),
  };
}
