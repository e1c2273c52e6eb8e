"use client";

import type { PublishedKeys as Published } from "@qti/sdk/records/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Fingerprint } from "@/components/records/fingerprint";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Time } from "@/components/ui/time";
import { useErrorText } from "@/lib/errors/use-error-text";
import { useRecords } from "@/lib/records/context";
import { withStepUp } from "@/lib/session/step-up";
import { useSession } from "@/lib/session/use-session";

/** All keys that this account ever published: those that are not open here can be revoked, wherever they are. */
export function PublishedKeys({ current }: { current: string }) {
  const t = useTranslations();
  const { load } = useRecords();
  const { session } = useSession();
  const queryClient = useQueryClient();
  const account = session?.account;
  const listed = useQuery({
    queryKey: ["records", "published-keys", account, current],
    enabled: account !== undefined,
    queryFn: async () => {
      const { client, api } = await load();
      return account ? client.listKeys(api, { account }) : [];
    },
  });
  const revoke = useMutation({
    mutationFn: async ({ fingerprint }: Published) => {
      const { client, api } = await load();
      return withStepUp(() => client.revokePublishedKeys(api, { fingerprint }));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["records"] }),
  });
  const problem = useErrorText(revoke.error ?? listed.error);
  const others = listed.data?.filter(({ fingerprint }) => fingerprint !== current) ?? [];
  if (others.length === 0 && !problem) return null;
  return (
    <div className="grid justify-items-start gap-3">
      <p className="font-medium">{t("settings.published.title")}</p>
      <p className="text-muted text-sm">{t("settings.published.text")}</p>
      <ul className="grid w-full border-rule border-t" aria-label={t("settings.published.title")}>
        {others.map((keys) => (
          <li key={keys.fingerprint} className="grid justify-items-start gap-2 border-rule border-b py-3">
            <Fingerprint value={keys.fingerprint} />
            <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
              {keys.revokedAt !== null && <Badge>{t("settings.published.revoked")}</Badge>}
              {t.rich("settings.published.since", {
                time: () => <Time at={Date.parse(keys.createdAt) / 1000} />,
              })}
            </span>
            {keys.revokedAt === null && (
              <Revoke
                busy={revoke.isPending && revoke.variables === keys}
                onRevoke={() => revoke.mutate(keys)}
              />
            )}
          </li>
        ))}
      </ul>
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence}>
          {problem.next}
        </Callout>
      )}
    </div>
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
