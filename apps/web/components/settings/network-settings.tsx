"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { getBlockNumber } from "viem/actions";
import { Badge } from "@/components/ui/badge";
import { CopyText } from "@/components/ui/copy";
import { useRuntimeConfig } from "@/lib/config/context";
import { shortAddress } from "@/lib/format/address";
import type { Translator } from "@/lib/i18n/translator";
import { useIndexedBlock } from "@/lib/query/graph";
import { useReadClient } from "@/lib/query/read-client";
import { useWallets } from "@/lib/wallet/context";

type Asked<answer> = { data: answer | undefined; isPending: boolean; isError: boolean };

/** What a service said last; a service that stopped answering is down, whatever it said before. */
function answerWords<answer>(
  { data, isPending, isError }: Asked<answer>,
  words: (data: answer) => string,
  t: Translator,
) {
  if (isPending) return t("settings.network.asking");
  return isError || data === undefined ? t("settings.network.silent") : words(data);
}

function answered({ data, isPending, isError }: Asked<unknown>): boolean | undefined {
  return isPending ? undefined : !isError && data !== undefined;
}

/** Which chain this is, whether its services answer, and where the contracts are. */
export function NetworkSettings() {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const { chain } = useWallets();
  const client = useReadClient();
  const head = useQuery({
    queryKey: ["chain", "head"],
    refetchInterval: 4_000,
    queryFn: () => getBlockNumber(client, { cacheTime: 0 }),
  });
  const indexed = useIndexedBlock();
  const health = useQuery({
    queryKey: ["api", "health"],
    retry: false,
    queryFn: async () => {
      const { getSession } = await import("@/lib/session/api");
      await getSession(config.apiUrl);
      return true;
    },
  });
  return (
    <div className="grid gap-6">
      <dl className="grid">
        {[
          {
            label: t("settings.network.label"),
            value: t("settings.network.value", { name: chain.name, id: `${chain.id}` }),
            ok: undefined,
          },
          {
            label: t("settings.network.node"),
            value: answerWords(head, (block) => t("settings.network.block", { number: `${block}` }), t),
            ok: answered(head),
          },
          {
            label: t("settings.network.index"),
            value: answerWords(
              indexed,
              ({ number }) => t("settings.network.block", { number: `${number}` }),
              t,
            ),
            ok: answered(indexed),
          },
          {
            label: t("settings.network.records"),
            value: answerWords(health, () => t("settings.network.answers"), t),
            ok: answered(health),
          },
        ].map(({ label, value, ok }) => (
          <div key={label} className="flex items-center justify-between gap-4 border-rule border-b py-3">
            <dt className="text-muted">{label}</dt>
            <dd className="flex items-center gap-3">
              {value}
              {ok !== undefined && (
                <Badge tone={ok ? "gain" : "warn"}>
                  {ok ? t("settings.network.up") : t("settings.network.down")}
                </Badge>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <details>
        <summary className="disclosure text-sm">{t("settings.network.contracts")}</summary>
        <dl className="mt-3 grid text-sm">
          {Object.entries(config.contracts).map(([name, address]) => (
            <div key={name} className="flex justify-between gap-4 border-rule border-b py-2">
              <dt className="text-muted">{name}</dt>
              <dd>
                <CopyText text={address} label={t("settings.network.addressOf", { name })}>
                  {shortAddress(address)}
                </CopyText>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
