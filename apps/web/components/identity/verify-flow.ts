import { type AttestParameters, attest } from "@qti/sdk";
import { countryName } from "@/lib/domain/countries";
import { tierName } from "@/lib/domain/words";
import type { Translator } from "@/lib/i18n/translator";
import { signInSteps } from "@/lib/session/sign-in-step";
import { type Flow, writeStep } from "@/lib/transactions/flow";
import { requestAttestation, type Statement } from "./attestation";

/** Signs in where needed, has the demo attester sign, and puts its attestation on the chain. */
export function verifyFlow(apiUrl: string, statement: Statement, onSession: () => void, t: Translator): Flow {
  let signed: AttestParameters | undefined;
  return {
    title: t("identity.verify.title"),
    verb: t("identity.verify.verb"),
    changes: [
      { label: t("identity.verify.country"), value: countryName(statement.country, t) },
      { label: t("identity.verify.tier"), value: tierName(statement.tier, t) },
      { label: t("identity.verify.onChain"), value: t("identity.verify.onChainValue") },
    ],
    plan: async ({ account }) => {
      const steps = await signInSteps(apiUrl, account, onSession, t);
      steps.push(
        {
          id: "attest",
          kind: "task",
          title: t("identity.verify.ask"),
          run: async () => {
            signed = await requestAttestation(apiUrl, statement);
          },
        },
        writeStep({ id: "record", title: t("identity.verify.record") }, attest, () => {
          if (!signed) throw new AttestationMissingError();
          return signed;
        }),
      );
      return steps;
    },
    done: t("identity.verify.done"),
    doneLink: () => ({ href: "/assets", title: t("identity.verify.next") }),
  };
}

/** The steps ran in another order than planned: the attestation is recorded before it was signed. */
export class AttestationMissingError extends Error {
  override readonly name = "AttestationMissingError";
}
