"use client";

import type { PublishedKeys as Published } from "@qti/sdk/records/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Fingerprint } from "@/components/records/fingerprint";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Time } from "@/components/ui/time";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useReadClient } from "@/lib/query/read-client";
import { useRecords } from "@/lib/records/context";
import { type DirectoryState, listDirectoryKeys, mergeKeys } from "@/lib/records/directory";
import { withStepUp } from "@/lib/session/step-up";
import { useSession } from "@/lib/session/use-session";
import { useAddress } from "@/lib/wallet/use-account";
import { revokeKeysFlow } from "./revoke-keys-flow";

/**
 * All keys that this account ever published or registered: those that are not open here can be revoked, with the service and on the
 * chain, wherever they are.
 */
export function PublishedKeys({ current }: { current: string }) {
  const t = useTranslations();
  const { load } = useRecords();
  const { session } = useSession();
  const queryClient = useQueryClient();
  const client = useReadClient();
  const transact = useTransact();
  // What the chain says needs no session: a service that signs nobody in hides nothing of it.
  const account = useAddress();
  const listed = useQuery({
    queryKey: ["records", "published-keys", session?.account, current],
    enabled: Boolean(session),
    queryFn: async () => {
      const { client: records, api } = await load();
      return session ? records.listKeys(api, { account: session.account }) : [];
    },
  });
  const revoke = useMutation({
    mutationFn: async ({ fingerprint }: Published) => {
      const { client: records, api } = await load();
      return withStepUp(() => records.revokePublishedKeys(api, { fingerprint }));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["records"] }),
  });
  const directory = useQuery({
    queryKey: ["chain", "keyDirectory", account, "all"],
    enabled: account !== undefined,
    queryFn: async () => (account ? listDirectoryKeys(await load(), client, account) : []),
  });
  const problem = useErrorText(revoke.error ?? listed.error);
  const others = mergeKeys(listed.data ?? [], directory.data ?? []).filter(
    ({ fingerprint }) => fingerprint !== current,
  );
  if (others.length === 0 && !problem) return null;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="font-medium">{t("settings.published.title")}</p>
      <p className="text-muted text-sm">{t("settings.published.text")}</p>
      <ul className="grid w-full border-rule border-t" aria-label={t("settings.published.title")}>
        {others.map(({ fingerprint, published, registered }) => (
          <li key={fingerprint} className="grid justify-items-start gap-2 border-rule border-b py-3">
            <Fingerprint value={fingerprint} />
            {published && (
              <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
                {published.revokedAt !== null && <Badge>{t("settings.published.revoked")}</Badge>}
                {t.rich("settings.published.since", {
                  time: () => <Time at={Date.parse(published.createdAt) / 1000} />,
                })}
              </span>
            )}
            {registered && <Registered state={registered} />}
            <span className="flex flex-wrap gap-2">
              {published?.revokedAt === null && (
                <Revoke
                  busy={revoke.isPending && revoke.variables === published}
                  onRevoke={() => revoke.mutate(published)}
                />
              )}
              {registered?.revokedAt === 0 && (
                <Button size="small" onClick={() => transact(revokeKeysFlow(registered.index, t))}>
                  {t("settings.published.revokeOnChain")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {directory.error && <p className="text-muted text-sm">{t("records.readers.directory.unknown")}</p>}
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
  );
}

/** What the chain says of keys. */
function Registered({ state: { since, revokedAt } }: { state: DirectoryState }) {
  const t = useTranslations();
  return (
    <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
      {revokedAt === 0 ? (
        t.rich("settings.published.registered", { time: () => <Time at={since} /> })
      ) : (
        <>
          <Badge>{t("settings.published.revokedOnChain")}</Badge>
          {t.rich("settings.published.revokedSince", { time: () => <Time at={revokedAt} /> })}
        </>
      )}
    </span>
  );
}

function Revoke({ busy, onRevoke }: { busy: boolean; onRevoke: () => void }) {
  const t = useTranslations();
  const [asked, setAsked] = useState(false);
  return (
    <Button
      size="small"
      look={asked ? "danger" : "secondary"}
      busy={busy}
      onBlur={() => setAsked(false)}
      onClick={() => {
        setAsked(!asked);
        if (asked) onRevoke();
      }}
    >
      {asked ? t("settings.published.revokeSure") : t("settings.published.revoke")}
    </Button>
  );
}
