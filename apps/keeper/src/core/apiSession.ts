import type { Api } from "@qti/sdk/exchange/book";
import type { PrivateKeyAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { z } from "zod";
import { KeeperError } from "./errors.ts";

const nonceSchema = z.object({ nonce: z.string(), domain: z.string(), uri: z.url(), chainId: z.int() });

/**
 * The api as an account that signs in by itself when it is not, or no longer, signed in. Writes carry the origin that the api
 * expects, which it says with the nonce.
 */
export function signedInApi(url: string, account: PrivateKeyAccount): Api {
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
      statement: "The keeper publishes what it pays.",
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
      throw new KeeperError(
        `The api did not sign the keeper in: it answered ${answer.status}. Check that QTI_API_URL and QTI_CHAIN_ID belong together.`,
      );
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
