import "@/lib/no-eval";
import type { WalletLink } from "@qti/sdk";
import { type Address, getAddress, type Hex } from "viem";
import * as z from "zod/mini";
import type { Translator } from "@/lib/i18n/translator";
import { askApi } from "@/lib/session/api";

/** A link as the verified account and the attester signed it; the new account signs last and submits it. */
export type PreparedLink = { link: WalletLink; accountSignature: Hex; attesterSignature: Hex };

const hexText = (pattern: RegExp) => z.templateLiteral(["0x", z.string().check(z.regex(pattern))]);
const address = hexText(/^[0-9a-fA-F]{40}$/);
const bytes = hexText(/^([0-9a-fA-F]{2}){1,4096}$/);
const decimal = z.string().check(z.regex(/^\d{1,78}$/));
const linkSchema = z.object({
  account: address,
  newAccount: address,
  nonce: decimal,
  newNonce: decimal,
  deadline: decimal,
});
const answerSchema = z.object({ link: linkSchema, signature: bytes });
const preparedSchema = z.object({ link: linkSchema, accountSignature: bytes, attesterSignature: bytes });

function linkOf(given: z.infer<typeof linkSchema>): WalletLink {
  return {
    account: getAddress(given.account),
    newAccount: getAddress(given.newAccount),
    nonce: BigInt(given.nonce),
    newNonce: BigInt(given.newNonce),
    deadline: BigInt(given.deadline),
  };
}

/** Asks the demo attester to sign that another account joins the identity of the signed-in one. */
export async function requestLink(
  apiUrl: string,
  newAccount: Address,
): Promise<{ link: WalletLink; signature: Hex }> {
  const { link, signature } = await askApi(apiUrl, "/v1/identity/wallet-links", answerSchema, {
    method: "POST",
    body: { newAccount },
  });
  return { link: linkOf(link), signature };
}

/** Writes a link as text that can be carried to the other wallet. */
export function writeLink({ link, ...signatures }: PreparedLink): string {
  const { account, newAccount, nonce, newNonce, deadline } = link;
  const plain = {
    account,
    newAccount,
    nonce: String(nonce),
    newNonce: String(newNonce),
    deadline: String(deadline),
  };
  return JSON.stringify({ link: plain, ...signatures }, null, 2);
}

/** Reads a link that was carried over; a sentence says what to do where it is none. */
export function readLink(
  text: string,
  t: Translator,
): { ok: true; prepared: PreparedLink } | { ok: false; problem: string } {
  try {
    const parsed = preparedSchema.safeParse(JSON.parse(text));
    if (!parsed.success) return { ok: false, problem: t("identity.link.wrong") };
    const { link, accountSignature, attesterSignature } = parsed.data;
    return { ok: true, prepared: { link: linkOf(link), accountSignature, attesterSignature } };
  } catch {
    return { ok: false, problem: t("identity.link.incomplete") };
  }
}
