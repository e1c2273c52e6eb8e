import type { Address } from "viem";
import { signMessage } from "viem/actions";
import type { Translator } from "@/lib/i18n/translator";
import type { Step } from "@/lib/transactions/flow";
import { getSession, signIn } from "./api";

/** The step in which an account signs in to the service; none when it is signed in already. */
export async function signInSteps(
  apiUrl: string,
  account: Address,
  onSession: () => void,
  t: Translator,
): Promise<Step[]> {
  const session = await getSession(apiUrl);
  if (session?.account.toLowerCase() === account.toLowerCase()) return [];
  return [
    {
      id: "sign-in",
      kind: "signature",
      title: t("wallet.signIn.title"),
      detail: t("wallet.signIn.detail"),
      run: async (wallet) => {
        await signIn(
          apiUrl,
          account,
          (message) => signMessage(wallet, { account: wallet.account, message }),
          t,
        );
        onSession();
      },
    },
  ];
}
