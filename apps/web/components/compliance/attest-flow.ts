import {
  type AttestParameters,
  attest,
  attestationTypedData,
  getContracts,
  getIdentityNonce,
} from "@qti/sdk";
import type { Address, Hex } from "viem";
import { getBlock, signTypedData } from "viem/actions";
import { countryName } from "@/lib/domain/countries";
import { tierName } from "@/lib/domain/words";
import { longDay } from "@/lib/format/time";
import { type Flow, writeStep } from "@/lib/transactions/flow";

/** What an attester vouches for. */
export type Vouched = {
  account: Address;
  identity: Hex;
  country: number;
  tier: number;
  /** Unix seconds. */
  validUntil: number;
};

/** How long the signed attestation can be submitted: it is submitted at once. Seconds. */
const patience = 3_600n;

/** The attester signs what it vouches for, and records it itself. */
export function attestFlow(vouched: Vouched, isNew: boolean, onConfirmed: () => void): Flow {
  let signed: AttestParameters | undefined;
  const parameters = () => {
    if (!signed) throw new AttestationUnsignedError();
    return signed;
  };
  return {
    title: isNew ? "Verify this account" : "Renew the verification",
    verb: isNew ? "Verify" : "Renew",
    changes: [
      { label: "Account", value: vouched.account },
      { label: "Country", value: countryName(vouched.country) },
      { label: "Tier", value: tierName(vouched.tier) },
      { label: "In force until", value: longDay(vouched.validUntil) },
    ],
    risk: isNew
      ? "An account belongs to its identity for ever. Make sure that the hash is that of this person."
      : "It changes tier, country and end for every account of the identity, and lifts a revocation.",
    plan: async ({ account, client }) => {
      const [{ identityRegistry }, nonce, { timestamp }] = await Promise.all([
        getContracts(client, { names: ["identityRegistry"] }),
        getIdentityNonce(client, { account: vouched.account }),
        getBlock(client),
      ]);
      const attestation = { ...vouched, nonce, deadline: timestamp + patience };
      const typedData = attestationTypedData({
        chainId: client.chain.id,
        registry: identityRegistry,
        attestation,
      });
      return [
        {
          id: "sign",
          kind: "signature",
          title: "Sign the attestation",
          detail: "A message, not a transaction: it costs nothing",
          run: async (wallet) => {
            signed = { attestation, signature: await signTypedData(wallet, { account, ...typedData }) };
          },
        },
        writeStep({ id: "record", title: "Record the attestation" }, attest, parameters),
      ];
    },
    done: isNew ? "The account is verified" : "The verification is renewed",
    onConfirmed,
  };
}

/** The steps ran in another order than planned: the attestation is recorded before it was signed. */
export class AttestationUnsignedError extends Error {
  override readonly name = "AttestationUnsignedError";
}
