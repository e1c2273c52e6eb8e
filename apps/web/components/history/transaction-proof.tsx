"use client";

import type { IndexedTransaction } from "@qti/sdk/subgraph";
import { useMutation } from "@tanstack/react-query";
import { CircleCheck, CircleX, Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Hash } from "viem";
import { useConfig, useConnection } from "wagmi";
import { getConnectorClient } from "wagmi/actions";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { CopyText } from "@/components/ui/copy";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/input";
import { transactionWords } from "@/lib/domain/transaction-words";
import { useErrorText } from "@/lib/errors/use-error-text";
import { shortAddress } from "@/lib/format/address";
import { formatBytes } from "@/lib/format/bytes";
import type { CheckedProof, ProofLine } from "@/lib/history/prove";
import { useTransactionRows } from "@/lib/query/graph";
import { useReadClient } from "@/lib/query/read-client";
import { saveBlob } from "@/lib/save-blob";
import { burnerConnectorId, watchConnectorId } from "@/lib/wallet/config";

/** Has the browser itself check that the chain holds a transaction, and hands the proof out as a file. */
export function TransactionProof({ hash }: { hash: Hash }) {
  const t = useTranslations();
  const client = useReadClient();
  const rows = useTransactionRows(hash);
  const askWallet = useWalletWitness();
  const [chosen, setChosen] = useState(0);
  const row = rows.data?.[chosen];
  const check = useMutation({
    mutationFn: async (of: IndexedTransaction | undefined) => {
      const [{ prove }, witnesses] = await Promise.all([import("@/lib/history/prove"), askWallet()]);
      return prove(client, of ?? { transactionHash: hash }, witnesses, t);
    },
  });
  const problem = useErrorText(check.error);
  const several = (rows.data?.length ?? 0) > 1;

  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-muted">{t("history.proof.lead")}</p>
      {several && (
        <Field id="proof-event" label={t("history.proof.what")} required>
          {(control) => (
            <Select
              {...control}
              value={chosen}
              onChange={(event) => {
                setChosen(Number(event.target.value));
                check.reset();
              }}
            >
              {rows.data?.map(({ id, kind }, index) => (
                <option key={id} value={index}>
                  {index + 1}. {transactionWords(kind, t)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Button
        className="justify-self-start"
        busy={check.isPending || rows.isPending}
        onClick={() => check.mutate(row)}
      >
        {t("history.proof.check")}
      </Button>
      {problem && (
        <Callout live tone="problem" title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
      {check.data && <Checked proof={check.data} hash={hash} />}
    </div>
  );
}

/** The node behind the connected wallet, which is another than this app's: it may say which hash a block has. */
function useWalletWitness() {
  const wagmi = useConfig();
  const { connector } = useConnection();
  return async () => {
    if (!connector || connector.id === burnerConnectorId || connector.id === watchConnectorId) return [];
    try {
      return [{ name: connector.name, client: await getConnectorClient(wagmi) }];
    } catch {
      // On another network, or locked: then it is no witness.
      return [];
    }
  };
}

function Checked({ proof, hash }: { proof: CheckedProof; hash: Hash }) {
  const t = useTranslations();
  return (
    <div className="grid gap-6">
      <Callout
        live
        tone={proof.proven ? "done" : "problem"}
        title={proof.proven ? t("history.proof.proven") : t("history.proof.notProven")}
      >
        {proof.proven ? t("history.proof.provenText") : t("history.proof.notProvenText")}
      </Callout>
      <ol aria-label={t("history.proof.steps")} className="grid border-rule border-t">
        {proof.lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      <details>
        <summary className="disclosure">
          {t("history.proof.way", { count: proof.path.length, n: `${proof.path.length}` })}
        </summary>
        <ol className="mt-3 grid border-rule border-t">
          {proof.path.map(({ hash: node, bytes }, index) => (
            <li
              key={node}
              className="flex items-baseline justify-between gap-4 border-rule border-b py-2 text-sm"
            >
              <span>
                {index === 0 ? t("history.proof.root") : t("history.proof.step", { number: `${index}` })}
              </span>
              <span className="flex items-baseline gap-4 text-muted">
                {formatBytes(bytes)}
                <CopyText text={node} label={t("history.proof.nodeHash")}>
                  {shortAddress(node)}
                </CopyText>
              </span>
            </li>
          ))}
        </ol>
      </details>
      <Button
        className="justify-self-start"
        onClick={() =>
          void import("@/lib/history/prove").then(({ proofFileName }) =>
            saveBlob(proof.file, proofFileName(hash)),
          )
        }
      >
        <Download aria-hidden />
        {t("history.proof.save")}
      </Button>
    </div>
  );
}

function Line({ line }: { line: ProofLine }) {
  const t = useTranslations();
  const { expected } = line;
  const Icon = line.holds ? CircleCheck : CircleX;
  return (
    <li className="flex gap-3 border-rule border-b py-3">
      <Icon
        aria-label={line.holds ? t("history.proof.holds") : t("history.proof.fails")}
        className={line.holds ? "mt-0.5 size-5 shrink-0 text-gain" : "mt-0.5 size-5 shrink-0 text-loss"}
      />
      <div className="min-w-0">
        <p>{line.sentence}</p>
        {line.computed && (
          <p className="text-muted text-sm">
            <Computed text={line.computed} />
          </p>
        )}
        {expected && (
          <p className="text-loss text-sm">
            {t.rich("history.proof.shouldBe", { value: () => <Computed text={expected} /> })}
          </p>
        )}
      </div>
    </li>
  );
}

/** A hash in its short form, anything else as it is. */
function Computed({ text }: { text: string }) {
  const t = useTranslations();
  if (!/^0x[0-9a-fA-F]{40,}$/.test(text)) return text;
  return (
    <CopyText text={text} label={t("history.proof.value")}>
      {shortAddress(text)}
    </CopyText>
  );
}
