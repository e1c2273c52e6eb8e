"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { getAddress, isAddress } from "viem";
import { AssetPicker } from "@/components/assets/asset-picker";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { domainWords, kindsByDomain, transactionWords } from "@/lib/domain/transaction-words";
import type { HistoryFilter } from "@/lib/history/filter";

type Names = keyof HistoryFilter;

/** Chooses a part of the history. Each choice shows at once and stands in the address of the page. */
export function HistoryFilters({
  filter,
  onChange,
}: {
  filter: HistoryFilter;
  onChange: (filter: HistoryFilter) => void;
}) {
  const t = useTranslations();
  const [whose, setWhose] = useState(ownerOf(filter));
  const [typed, setTyped] = useState(filter.account === "mine" ? "" : (filter.account ?? ""));
  const groups = filter.domain
    ? kindsByDomain.filter(({ domain }) => domain === filter.domain)
    : kindsByDomain;
  const addressProblem =
    typed !== "" && !isAddress(typed.trim(), { strict: false }) ? t("history.filters.address") : undefined;

  /** Leaves a filter out where the choice is "any". */
  function set(changes: { [name in Names]?: HistoryFilter[name] | undefined }) {
    const next = Object.entries({ ...filter, ...changes }).filter(([, value]) => value);
    onChange(Object.fromEntries(next));
  }

  function setDomain(value: string) {
    const group = kindsByDomain.find(({ domain }) => domain === value);
    const keeps = !group || group.kinds.some((kind) => kind === filter.kind);
    set({ domain: group?.domain, kind: keeps ? filter.kind : undefined });
  }

  function setOwner(value: string) {
    setWhose(value);
    const address = isAddress(typed.trim(), { strict: false }) ? getAddress(typed.trim()) : undefined;
    set({ account: value === "mine" ? "mine" : value === "one" ? address : undefined });
  }

  function setAddress(text: string) {
    setTyped(text);
    if (isAddress(text.trim(), { strict: false })) set({ account: getAddress(text.trim()) });
    else if (filter.account) set({ account: undefined });
  }

  return (
    <search className="mb-8 block">
      <div className="grid grid-cols-2 items-start gap-x-4 gap-y-4 lg:grid-cols-[repeat(4,minmax(0,1fr))_repeat(2,152px)]">
        <Field id="history-domain" label={t("history.filters.domain")} required>
          {(control) => (
            <Select
              id={control.id}
              value={filter.domain ?? ""}
              onChange={(event) => setDomain(event.target.value)}
            >
              <option value="">{t("history.filters.all")}</option>
              {kindsByDomain.map(({ domain }) => (
                <option key={domain} value={domain}>
                  {domainWords(domain, t)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field id="history-kind" label={t("history.filters.kind")} required>
          {(control) => (
            <Select
              id={control.id}
              value={filter.kind ?? ""}
              onChange={(event) => set({ kind: kindOf(event.target.value) })}
            >
              <option value="">{t("history.filters.anything")}</option>
              {groups.map(({ domain, kinds }) => (
                <optgroup key={domain} label={domainWords(domain, t)}>
                  {kinds.map((kind) => (
                    <option key={kind} value={kind}>
                      {transactionWords(kind, t)}
                    </option>
                  ))}
                </optgroup>
              ))}
            </Select>
          )}
        </Field>
        <Field id="history-whose" label={t("history.filters.whose")} required>
          {(control) => (
            <Select id={control.id} value={whose} onChange={(event) => setOwner(event.target.value)}>
              <option value="any">{t("history.filters.any")}</option>
              <option value="mine">{t("history.filters.mine")}</option>
              <option value="one">{t("history.filters.one")}</option>
            </Select>
          )}
        </Field>
        <Field id="history-asset" label={t("history.filters.asset")} required>
          {(control) => (
            <AssetPicker id={control.id} asset={filter.asset} onPick={(asset) => set({ asset })} />
          )}
        </Field>
        <Field id="history-from" label={t("history.filters.from")} required>
          {(control) => (
            <Input
              id={control.id}
              type="date"
              value={filter.from ?? ""}
              max={filter.until}
              onChange={(event) => set({ from: event.target.value })}
            />
          )}
        </Field>
        <Field id="history-until" label={t("history.filters.until")} required>
          {(control) => (
            <Input
              id={control.id}
              type="date"
              value={filter.until ?? ""}
              min={filter.from}
              onChange={(event) => set({ until: event.target.value })}
            />
          )}
        </Field>
        {whose === "one" && (
          <div className="col-span-2 lg:col-span-3">
            <Field id="history-account" label={t("history.filters.account")} required error={addressProblem}>
              {(control) => (
                <Input
                  {...control}
                  value={typed}
                  placeholder="0x…"
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => setAddress(event.target.value)}
                />
              )}
            </Field>
          </div>
        )}
      </div>
      {Object.keys(filter).length > 0 && (
        <Button
          look="quiet"
          size="small"
          className="mt-3 -ml-3"
          onClick={() => {
            setWhose("any");
            setTyped("");
            onChange({});
          }}
        >
          {t("history.filters.clear")}
        </Button>
      )}
    </search>
  );
}

function ownerOf({ account }: HistoryFilter): string {
  if (account === undefined) return "any";
  return account === "mine" ? "mine" : "one";
}

function kindOf(value: string): HistoryFilter["kind"] {
  return kindsByDomain.flatMap(({ kinds }) => kinds).find((kind) => kind === value);
}
