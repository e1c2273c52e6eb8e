"use client";

import { useTranslations } from "next-intl";
import { useDeferredValue, useId, useState } from "react";
import { type Address, getAddress, isAddress } from "viem";
import type { FieldControlProps } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useAssets, useIndexedAsset } from "@/lib/query/graph";

/** How an asset is called in the list, where every entry must be another text. */
const labelOf = ({ name, symbol }: { name: string; symbol: string }) => `${name} (${symbol})`;

/**
 * Chooses an asset by typing a part of its name; its address does as well. The browser's own list shows what fits, so that it
 * works by keyboard, by touch and by voice as people know it.
 */
export function AssetPicker({
  asset,
  onPick,
  placeholder,
  ...control
}: Partial<FieldControlProps> & {
  asset: Address | undefined;
  onPick: (asset: Address | undefined) => void;
  placeholder?: string;
}) {
  const t = useTranslations();
  const listId = useId();
  const [typed, setTyped] = useState<string>();
  const search = useDeferredValue(typed?.trim() ?? "");
  const options = useAssets({ first: 20, search: isAddress(search) ? "" : search });
  const chosen = useIndexedAsset(asset);
  const shown = typed ?? (asset === undefined ? "" : chosen.data ? labelOf(chosen.data) : asset);

  function change(text: string) {
    setTyped(text);
    const trimmed = text.trim();
    const found = options.data?.find((option) => labelOf(option) === trimmed);
    if (found) pick(found.asset);
    else if (isAddress(trimmed, { strict: false })) pick(getAddress(trimmed));
    else if (asset !== undefined) onPick(undefined);
  }

  function pick(found: Address) {
    onPick(found);
    // From here on the name of what was chosen is shown.
    setTyped(undefined);
  }

  return (
    <>
      <Input
        {...control}
        list={listId}
        value={shown}
        placeholder={placeholder ?? t("assets.any")}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change(event.target.value)}
      />
      <datalist id={listId}>
        {options.data?.map((option) => (
          <option key={option.asset} value={labelOf(option)} />
        ))}
      </datalist>
    </>
  );
}
