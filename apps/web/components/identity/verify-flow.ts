import { type AttestParameters, attest } from "@qti/sdk";
import { countryName } from "@/lib/domain/countries";
import { tierName } from "@/lib/domain/words";
import { signInSteps } from "@/lib/session/sign-in-step";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requestAttestation, type Statement } from "./attestation";

/** Signs in where needed, has the demo attester sign, and puts its attestation on the chain. */
export function verifyFlow(apiUrl: string, statement: Statement, onSession: () => void): Flow {
  let signed: AttestParameters | undefined;
  return {
    title: "Verify this account",
    verb: "Verify",
    changes: [
      { label: "Country", value: countryName(statement.country) },
      { label: "Tier", value: tierName(statement.tier) },
      { label: "On the chain from then on", value: "country, tier, end date, and a keyed hash" },
    ],
    plan: async ({ account }) => {
      const steps = await signInSteps(apiUrl, account, onSession);
      steps.push(
        {
          id: "attest",
          kind: "task",
          title: "Ask the demo attester",
          run: async () => {
            signed = await requestAttestation(apiUrl, statement);
          },
        },
        writeStep({ id: "record", title: "Record the attestation" }, attest, () => {
          if (!signed) throw new AttestationMissingError();
          return signed;
        }),
      );
      return steps;
    },
    done: "This account is verified",
    doneLink: () => ({ href: "/assets", title: "Look at the assets" }),
  };
}

/** The steps ran in another order than planned: the attestation is recorded before it was signed. */
export class AttestationMissingError extends Error {
  override readonly name = "AttestationMissingError";
}
