import { parseSiweMessage, validateSiweMessage } from "viem/siwe";
import { ProblemError } from "../core/problem.ts";

/** Why a sign-in message was refused; the web app words its own sentence from it. */
export type SignInRefusal = "format" | "domain" | "uri" | "chain" | "time" | "nonce" | "signature";

export function refuseSignIn(reason: SignInRefusal, detail: string): ProblemError {
  return new ProblemError("sign-in-refused", { detail, extensions: { reason } });
}

/** What a message must say to be one of ours. */
export type SignInExpectation = { webOrigin: string; chainId: number; now: Date };

/**
 * EIP-4361 in full and nothing else. The parser of viem looks for the fields anywhere in the text; anchoring the whole message
 * keeps a crafted one from carrying two readings, one for the person who signs and one for the server.
 */
const wholeMessage =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?[^\s/]+ wants you to sign in with your Ethereum account:\n0x[0-9a-fA-F]{40}\n\n(?:[^\n]+\n)?\nURI: [^\n]+\nVersion: 1\nChain ID: \d{1,16}\nNonce: [a-zA-Z0-9]{8,128}\nIssued At: [^\n]+(?:\nExpiration Time: [^\n]+)?(?:\nNot Before: [^\n]+)?(?:\nRequest ID: [^\n]*)?(?:\nResources:(?:\n- [^\n]+)*)?$/;

/**
 * Reads a sign-in message and checks everything that can be checked without a database or a chain.
 *
 * @throws {@link ProblemError} `sign-in-refused` with the reason.
 */
export function readSignInMessage(
  message: string,
  expected: SignInExpectation,
): { account: `0x${string}`; nonce: string } {
  if (!wholeMessage.test(message)) {
    throw refuseSignIn("format", "The message is not a Sign-In with Ethereum message (EIP-4361).");
  }
  const parsed = parseSiweMessage(message);
  const { address, nonce, uri, scheme } = parsed;
  if (address === undefined || nonce === undefined || uri === undefined) {
    throw refuseSignIn("format", "The message is not a Sign-In with Ethereum message (EIP-4361).");
  }
  const web = new URL(expected.webOrigin);
  if (parsed.domain !== web.host || (scheme !== undefined && `${scheme}:` !== web.protocol)) {
    throw refuseSignIn("domain", `The message was made for another site than ${web.host}.`);
  }
  if (!URL.canParse(uri) || new URL(uri).origin !== web.origin) {
    throw refuseSignIn("uri", `The message names another address than ${web.origin}.`);
  }
  if (parsed.chainId !== expected.chainId) {
    throw refuseSignIn(
      "chain",
      `The message is for another network; this service is on chain ${expected.chainId}.`,
    );
  }
  if (!validateSiweMessage({ message: parsed, time: expected.now })) {
    throw refuseSignIn("time", "The message has expired or is not valid yet.");
  }
  return { account: address.toLowerCase() as `0x${string}`, nonce };
}
