"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SkeletonLines } from "@/components/ui/skeleton";
import { useToast } from "@/components/ui/toast";
import { SignerGate } from "@/components/wallet/signer-gate";
import { useRuntimeConfig } from "@/lib/config/context";
import { isLeaderboardName } from "@/lib/domain/leaderboard";
import { useErrorText } from "@/lib/errors/use-error-text";
import { tapKeys, useLeaderboardName } from "@/lib/query/taps";
import { useSession } from "@/lib/session/use-session";

const loadTaps = () => import("@/lib/sdk/taps");

/** Being shown, or not: only whoever asks for it is, and is gone as soon as they ask for that. */
export function LeaderboardMe() {
  const t = useTranslations();
  const { session, begin, error } = useSession();
  const me = useLeaderboardName();
  const problem = useErrorText(begin.error ?? error ?? me.error);
  const words = <p className="mb-4 text-muted">{t("rewards.leaderboard.joinText")}</p>;
  const trouble = problem && (
    <Callout live tone={problem.isRejection ? "note" : "problem"} title={problem.sentence} className="mb-4">
      {problem.next}
    </Callout>
  );
  if (session && me.data !== undefined) return <Shown name={me.data}>{words}</Shown>;
  return (
    <>
      {words}
      {trouble}
      <SignerGate>
        {session && !problem ? (
          <SkeletonLines lines={2} />
        ) : (
          <Button
            look="primary"
            size="large"
            className="w-full"
            busy={begin.isPending}
            onClick={() => begin.mutate()}
          >
            {t("rewards.leaderboard.signIn")}
          </Button>
        )}
      </SignerGate>
    </>
  );
}

function Shown({ name, children }: { name: string | null; children: React.ReactNode }) {
  const t = useTranslations();
  const { apiUrl } = useRuntimeConfig();
  const showToast = useToast();
  const queries = useQueryClient();
  const { session } = useSession();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);

  const changed = (now: string | null) => {
    queries.setQueryData(tapKeys.me(session?.account), now);
    void queries.invalidateQueries({ queryKey: tapKeys.leaderboard });
  };
  const join = useMutation({
    mutationFn: async (wanted: string) =>
      (await loadTaps()).joinLeaderboard({ url: apiUrl }, { name: wanted }),
    onSuccess: (shown) => {
      changed(shown.name);
      setTyped("");
      setTried(false);
      showToast("done", t("rewards.leaderboard.joined"));
    },
  });
  const leave = useMutation({
    mutationFn: async () => (await loadTaps()).leaveLeaderboard({ url: apiUrl }),
    onSuccess: () => {
      changed(null);
      showToast("done", t("rewards.leaderboard.left"));
    },
  });
  const problem = useErrorText(join.error ?? leave.error);
  const wrong = tried && !isLeaderboardName(typed) ? t("rewards.leaderboard.nameWrong") : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isLeaderboardName(typed)) join.mutate(typed.trim());
  }

  return (
    <>
      {name === null ? (
        children
      ) : (
        <Callout
          className="mb-6 sm:flex-col sm:items-start"
          title={t("rewards.leaderboard.shown", { name })}
          action={
            <Button size="small" busy={leave.isPending} onClick={() => leave.mutate()}>
              {t("rewards.leaderboard.leave")}
            </Button>
          }
        >
          {t("rewards.leaderboard.shownText")}
        </Callout>
      )}
      {problem && (
        <Callout live tone="problem" title={problem.sentence} className="mb-4">
          {problem.next}
        </Callout>
      )}
      <form onSubmit={submit} noValidate className="grid gap-4">
        <Field
          id="leaderboard-name"
          label={t("rewards.leaderboard.nameLabel")}
          required
          hint={t("rewards.leaderboard.nameHint")}
          error={wrong}
        >
          {(control) => (
            <Input
              {...control}
              autoComplete="nickname"
              maxLength={60}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" look={name === null ? "primary" : "secondary"} busy={join.isPending}>
          {name === null ? t("rewards.leaderboard.show") : t("rewards.leaderboard.rename")}
        </Button>
      </form>
    </>
  );
}
