import type { PermitWithValue, Requirement } from "@qti/sdk";
import { QtiError } from "@qti/sdk/errors";
import type { Abi, Address } from "viem";
import { signTypedData, simulateContract, writeContract } from "viem/actions";
import type { Translator } from "@/lib/i18n/translator";
import type { Step } from "./flow";

/** The account must be verified first, which is an action of its own. */
export class VerificationRequiredError extends QtiError {
  constructor() {
    super("This account is not verified.", {
      name: "VerificationRequiredError",
      code: "verification-required",
      next: "Verify it on the identity page, then come back.",
    });
  }
}

/** The account needs a role that no button can give on this network. */
export class IssuerRoleRequiredError extends QtiError {
  constructor() {
    super("This account may not issue assets.", {
      name: "IssuerRoleRequiredError",
      code: "issuer-role-required",
      next: "Ask the compliance desk of this network for the role of an issuer.",
    });
  }
}

/** A transaction step from a call as data. */
export function callStep(
  words: { id: string; title: string; detail?: string },
  call: { address: Address; abi: Abi; functionName: string; args: readonly unknown[] },
): Step {
  return {
    ...words,
    kind: "transaction",
    // Where the transaction will stand: at the next block's time, not at that of the last one.
    simulate: (client, account) => simulateContract(client, { ...call, account, blockTag: "pending" }),
    send: (wallet) => writeContract(wallet, { ...call, account: wallet.account, chain: wallet.chain }),
  };
}

/** The steps that meet what is missing. A signed permit is handed to `onPermit`, for the action that follows. */
export function requirementSteps(
  missing: readonly Requirement[],
  t: Translator,
  onPermit: (permit: PermitWithValue) => void = () => undefined,
): Step[] {
  return missing.map((requirement) => stepOf(requirement, t, onPermit));
}

function stepOf(requirement: Requirement, t: Translator, onPermit: (permit: PermitWithValue) => void): Step {
  switch (requirement.type) {
    case "approval":
      return callStep(
        {
          id: "approval",
          title: t("transactions.requirements.approval"),
          detail: t("transactions.requirements.approvalDetail"),
        },
        requirement.call,
      );
    case "permit":
      return {
        id: "permit",
        kind: "signature",
        title: t("transactions.requirements.permit"),
        detail: t("wallet.signing.detail"),
        run: async (wallet) => {
          const signature = await signTypedData(wallet, {
            account: wallet.account,
            ...requirement.typedData,
          });
          onPermit(requirement.apply(signature).permit);
        },
      };
    case "identity":
      throw new VerificationRequiredError();
    case "issuerRole":
      if (!requirement.call) throw new IssuerRoleRequiredError();
      return callStep(
        {
          id: "issuer",
          title: t("transactions.requirements.issuer"),
          detail: t("transactions.requirements.issuerDetail"),
        },
        requirement.call,
      );
  }
}
