import type { Address } from "viem";
import { signMessage } from "viem/actions";
import type { Step } from "@/lib/transactions/flow";
import { getSession, signIn } from "./api";

/** The step in which an account signs in to the service; none when it is signed in already. */
export async function signInSteps(apiUrl: string, account: Address, onSession: () => void): Promise<Step[]> {
  const session = await getSession(apiUrl);
  if (session?.account.toLowerCase() === account.toLowerCase()) return [];
  return [
    {
      id: "sign-in",
      kind: "signature",
      title: "Sign in",
      detail: "A message that says this account is yours",
      run: async (wallet) => {
        await signIn(apiUrl, account, (message) => signMessage(wallet, { account: wallet.account, message }));
        onSession();
      },
    },
  ];
}
