"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { SignerGate } from "@/components/wallet/signer-gate";
import { type Access, delayWords } from "@/lib/access/access";
import { phraseText } from "@/lib/calls/phrase";
import { useRuntimeConfig } from "@/lib/config/context";
import type { Texts } from "@/lib/desks/fields";
import { type OperationId, operationRisk } from "@/lib/desks/operation-names";
import { operations } from "@/lib/desks/operations";
import { useNameOf } from "@/lib/query/names";
import { OperationContext } from "./operation-context";
import { OperationField } from "./operation-field";

/**
 * Asks what an operation needs, says what it would change, and hands it to the engine. Loaded when an operation is opened:
 * the ABIs come along.
 */
export function OperationForm({
  id,
  access,
  initial,
  fixed = [],
  target,
  onOpened,
}: {
  id: OperationId;
  access: Access;
  initial: Texts;
  /** Fields whose value the page around has chosen. */
  fixed?: readonly string[];
  /** The contract, where it is another than the deployment's own. */
  target?: `0x${string}` | undefined;
  /** The review is open. */
  onOpened: () => void;
}) {
  const t = useTranslations();
  const formId = useId();
  const transact = useTransact();
  const nameOf = useNameOf();
  const { contracts } = useRuntimeConfig();
  const [texts, setTexts] = useState(initial);
  const [tried, setTried] = useState(false);
  const operation = operations[id];
  const form = operation.read(texts, t);
  const problems = form.ok ? {} : form.problems;
  const asked = Object.entries(operation.fields).filter(([name]) => !fixed.includes(name));

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    const address = target ?? contracts[operation.contract];
    const manager = contracts.accessManager;
    if (!form.ok || !address || !manager) return;
    const call = form.call(address);
    const [{ operationFlow }, { callWords }] = await Promise.all([
      import("@/lib/desks/operation-flow"),
      import("@/lib/calls/call-words"),
    ]);
    const phrase = callWords({ target: address, data: call.data }, contracts, t);
    transact(
      operationFlow(
        {
          manager,
          call,
          access,
          title: t(`desks.operations.${id}.title`),
          verb: t(`desks.operations.${id}.verb`),
          changes: [{ label: t("desks.form.happens"), value: phraseText(phrase, nameOf) }],
          risk: operationRisk(id, t),
        },
        t,
      ),
    );
    onOpened();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-6">
      <p className="text-muted">{t(`desks.operations.${id}.what`)}</p>
      {asked.map(([name, spec]) => (
        <OperationField
          key={name}
          id={`${formId}-${name}`}
          spec={spec}
          value={texts[name] ?? ""}
          error={tried || (texts[name] ?? "") !== "" ? problems[name] : undefined}
          onChange={(value) => setTexts({ ...texts, [name]: value })}
        />
      ))}
      <OperationContext texts={texts} fields={operation.fields} />
      {access.may === "later" && <p className="text-muted text-sm">{delayWords(access, t)}</p>}
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t("desks.form.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
