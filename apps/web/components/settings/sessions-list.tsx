"use client";

import { endOtherSessions, endSession, getSessions, type SessionEntry } from "@qti/sdk/identity/sign-in";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Problem } from "@/components/ui/problem";
import { SkeletonLines } from "@/components/ui/skeleton";
import { Time } from "@/components/ui/time";
import { useRuntimeConfig } from "@/lib/config/context";
import { useErrorText } from "@/lib/errors/use-error-text";
import { personApi } from "@/lib/session/person-api";
import { useAddress } from "@/lib/wallet/use-account";

const seconds = (time: string) => Date.parse(time) / 1000;

/** Where this account is signed in, and the way to end what one does not know or no longer needs. */
export function SessionsList() {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const queryKey = ["sessions", useAddress()];
  const queryClient = useQueryClient();
  const sessions = useQuery({
    queryKey,
    refetchOnWindowFocus: "always",
    queryFn: ({ signal }) => getSessions(personApi(apiUrl), { signal }),
  });
  const looked = { onSettled: () => queryClient.invalidateQueries({ queryKey }) };
  const end = useMutation({ mutationFn: (id: string) => endSession({ url: apiUrl }, { id }), ...looked });
  const endOthers = useMutation({ mutationFn: () => endOtherSessions({ url: apiUrl }), ...looked });
  const problem = useErrorText(end.error ?? endOthers.error ?? sessions.error);
  const others = sessions.data?.filter(({ current }) => !current) ?? [];
  return (
    <div className="grid justify-items-start gap-3">
      <h3 className="font-medium">{t("settings.sessions.title")}</h3>
      {problem && <Problem text={problem} onRetry={sessions.refetch} busy={sessions.isFetching} />}
      {sessions.isPending && !problem && <SkeletonLines lines={2} />}
      {sessions.data && (
        <ul className="grid w-full border-rule border-t">
          {sessions.data.map((session) => (
            <Session
              key={session.id}
              session={session}
              busy={end.isPending && end.variables === session.id}
              onEnd={() => end.mutate(session.id)}
            />
          ))}
        </ul>
      )}
      {others.length > 1 && (
        <Button size="small" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t("settings.sessions.endOthers")}
        </Button>
      )}
    </div>
  );
}

function Session({
  session: { browser, system, level, current, lastUsedAt, createdAt },
  busy,
  onEnd,
}: {
  session: SessionEntry;
  busy: boolean;
  onEnd: () => void;
}) {
  const t = useTranslations();
  const name = t("settings.sessions.name", {
    browser: t(`settings.sessions.browsers.${browser}`),
    system: t(`settings.sessions.systems.${system}`),
  });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-rule border-b py-3">
      <div>
        <p className="flex flex-wrap items-center gap-2">
          {name}
          {current && <Badge tone="gain">{t("settings.sessions.here")}</Badge>}
          {level === 2 && <Badge>{t("settings.sessions.factor")}</Badge>}
        </p>
        <p className="text-muted text-sm">
          {t.rich("settings.sessions.used", {
            used: () => <Time at={seconds(lastUsedAt)} />,
            begun: () => <Time at={seconds(createdAt)} />,
          })}
        </p>
      </div>
      {!current && (
        <Button size="small" busy={busy} aria-label={t("settings.sessions.endOf", { name })} onClick={onEnd}>
          {t("settings.sessions.end")}
        </Button>
      )}
    </li>
  );
}
