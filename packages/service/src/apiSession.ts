import type { Address } from "viem";
import { createSiweMessage } from "viem/siwe";
import { z } from "zod";

/** The api, as the clients of the SDK take it. */
export interface SignedInApi {
  readonly url: string;
  readonly fetch: typeof fetch;
}

/** Who signs in: a local account of viem is one. */
export interface Signer {
  readonly address: Address;
  signMessage(parameters: { message: string }): Promise<`0x${string}`>;
}

/** The api did not sign an account in. */
export class SignInError extends Error {
  override name = "SignInError";

  constructor(url: string, status: number) {
    super(
      `The api at ${url} did not sign the account in: it answered ${status}. Check that its address and its chain belong together.`,
    );
  }
}

const nonceSchema = z.object({ nonce: z.string(), domain: z.string(), uri: z.url(), chainId: z.int() });

/**
 * The api for an account that signs in by itself when it is not, or no longer, signed in. Writes carry the origin that the api
 * expects, which it says with the nonce.
 *
 * @param statement - What the account signs in for, in a sentence.
 */
export function signedInApi(url: string, account: Signer, statement: string): SignedInApi {
  let session: { cookie: string; origin: string } | undefined;

  async function signIn(): Promise<{ cookie: string; origin: string }> {
    const { nonce, domain, uri, chainId } = nonceSchema.parse(
      await (await fetch(new URL("/v1/session/nonce", url))).json(),
    );
    const message = createSiweMessage({
      address: account.address,
      chainId,
      domain,
      nonce,
      uri,
      version: "1",
      statement,
    });
    const signature = await account.signMessage({ message });
    const origin = new URL(uri).origin;
    const answer = await fetch(new URL("/v1/session", url), {
      method: "POST",
      headers: { "content-type": "application/json", origin },
      body: JSON.stringify({ message, signature }),
    });
    const [cookie] = answer.headers.getSetCookie();
    if (!answer.ok || cookie === undefined) {
      throw new SignInError(url, answer.status);
    }
    return { cookie: cookie.split(";")[0] ?? "", origin };
  }

  const attempt = async (input: Parameters<typeof fetch>[0], init: RequestInit = {}) => {
    session ??= await signIn();
    const headers = new Headers(init.headers);
    headers.set("cookie", session.cookie);
    headers.set("origin", session.origin);
    return fetch(input, { ...init, headers });
  };

  return {
    url,
    fetch: async (input, init) => {
      const answer = await attempt(input, init);
      if (answer.status !== 401) return answer;
      await answer.body?.cancel();
      session = undefined;
      return attempt(input, init);
    },
  };
}
