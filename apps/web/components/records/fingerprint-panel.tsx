"use client";

import { getKeys, registerKeys } from "@qti/sdk";
import type { KeyPublic } from "@qti/sdk/records/client";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { useReadClient } from "@/lib/query/read-client";
import { useRecords } from "@/lib/records/context";
import { directoryState } from "@/lib/records/directory";
import { writeStep } from "@/lib/transactions/flow";
import { useAddress } from "@/lib/wallet/use-account";
import { Fingerprint } from "./fingerprint";

/** The person's own fingerprint: what they give to others, and what the chain can confirm. */
export function FingerprintPanel({ keys }: { keys: KeyPublic }) {
  const t = useTranslations();
  const account = useAddress();
  const client = useReadClient();
  const { load } = useRecords();
  const transact = useTransact();
  const registered = useQuery({
    queryKey: ["chain", "keyDirectory", account, keys.fingerprint],
    queryFn: async () => {
      if (!account) return null;
      const records = await load();
      const [entries, prints] = await Promise.all([
        getKeys(client, { account, most: Number.POSITIVE_INFINITY }),
        records.client.keyFingerprints(keys),
      ]);
      return {
        prints,
        state: directoryState(prints, entries.history),
      };
    },
  });

  return (
    <aside aria-labelledby="own-fingerprint" className="grid content-start gap-4 border-ink border-t pt-4">
      <h2 id="own-fingerprint" className="font-semibold text-lg">
        {t("records.fingerprint.title")}
      </h2>
      <p className="text-muted text-sm">{t("records.fingerprint.text")}</p>
      <Fingerprint value={keys.fingerprint} />
      {registered.data?.state?.revokedAt === 0 && (
        <p className="text-gain text-sm">{t("records.fingerprint.registered")}</p>
      )}
      {registered.data?.state && registered.data.state.revokedAt !== 0 && (
        <Callout tone="warning" title={t("records.fingerprint.revoked")}>
          {t("records.fingerprint.revokedText")}{" "}
          <Link href="/settings" className="underline">
            {t("records.fingerprint.settings")}
          </Link>
        </Callout>
      )}
      {registered.data && !registered.data.state && (
        <div className="grid justify-items-start gap-2">
          <p className="text-muted text-sm">{t("records.fingerprint.unregistered")}</p>
          <Button
            size="small"
            onClick={() => {
              const prints = registered.data?.prints;
              if (!prints) return;
              const parameters = { recipient: prints.recipient, verifier: prints.verifier };
              transact({
                title: t("records.fingerprint.flow.title"),
                verb: t("records.fingerprint.flow.verb"),
                changes: [
                  {
                    label: t("records.fingerprint.flow.directory"),
                    value: t("records.fingerprint.flow.directoryValue"),
                  },
                  {
                    label: t("records.fingerprint.flow.public"),
                    value: t("records.fingerprint.flow.publicValue"),
                  },
                ],
                plan: async () => [
                  writeStep(
                    { id: "register", title: t("records.fingerprint.flow.step") },
                    registerKeys,
                    () => parameters,
                  ),
                ],
                estimateGas: (context) =>
                  registerKeys.estimateGas(context.client, { ...parameters, account: context.account }),
                done: t("records.fingerprint.flow.done"),
              });
            }}
          >
            {t("records.fingerprint.register")}
          </Button>
        </div>
      )}
    </aside>
  );
}
