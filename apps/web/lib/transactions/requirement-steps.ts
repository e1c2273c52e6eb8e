import type { PermitSignature, Requirement } from "@qti/sdk";
import { QtiError } from "@qti/sdk/errors";
import type { Abi, Address } from "viem";
import { signTypedData, simulateContract, writeContract } from "viem/actions";
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
  onPermit: (permit: PermitSignature) => void = () => undefined,
): Step[] {
  return missing.map((requirement) => stepOf(requirement, onPermit));
}

function stepOf(requirement: Requirement, onPermit: (permit: PermitSignature) => void): Step {
  switch (requirement.type) {
    case "approval":
      return callStep(
        {
          id: "approval",
          title: "Allow the contract to take the amount",
          detail: "Once for this amount: a transaction of its own",
        },
        requirement.call,
      );
    case "permit":
      return {
        id: "permit",
        kind: "signature",
        title: "Sign the permission",
        detail: "A message, not a transaction: it costs nothing",
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
          title: "Become an issuer",
          detail: "Once: the demo desk gives the role to verified accounts",
        },
        requirement.call,
      );
  }
}
