import "@/lib/no-eval";
import type { Attestation } from "@qti/sdk";
import type { Address, Hex } from "viem";
import * as z from "zod/mini";
import { askApi } from "@/lib/session/api";

const hex = (bytes: number) =>
  z.templateLiteral(["0x", z.string().check(z.regex(new RegExp(`^[0-9a-fA-F]{${bytes * 2}}$`)))]);

const signedSchema = z.object({
  attestation: z.object({
    account: hex(20),
    identity: hex(32),
    country: z.number(),
    tier: z.number(),
    validUntil: z.number(),
    nonce: z.string(),
    deadline: z.string(),
  }),
  signature: hex(65),
});

/** What a person states about themselves to the demo attester. */
export type Statement = { country: number; tier: number; person?: string };

/** Asks the demo attester to sign what was stated, for the signed-in account. */
export async function requestAttestation(
  apiUrl: string,
  statement: Statement,
): Promise<{ attestation: Attestation; signature: Hex }> {
  const { attestation, signature } = await askApi(apiUrl, "/v1/identity/attestations", signedSchema, {
    method: "POST",
    body: statement,
  });
  const account: Address = attestation.account;
  return {
    attestation: {
      ...attestation,
      account,
      nonce: BigInt(attestation.nonce),
      deadline: BigInt(attestation.deadline),
    },
    signature,
  };
}
