"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { AmountInput, Input, TextArea } from "@/components/ui/input";
import { SignerGate } from "@/components/wallet/signer-gate";
import { plainAmount } from "@/lib/format/amount";
import { parseAmount } from "@/lib/format/parse-amount";
import type { Translator } from "@/lib/i18n/translator";
import type { StoreItemNow } from "@/lib/query/store";
import { textLimits } from "./create-campaign-form";
import type { ItemNow } from "./operator-flows";

/** Most of an item that a person may be allowed, as the contract counts it. */
const mostLimit = 2n ** 32n - 1n;

/** An item with a name and a description, also where its own cannot be read. */
export function itemNow(item: StoreItemNow, t: Translator): ItemNow {
  return {
    ...item,
    name: item.name ?? t("store.items.unnamed", { number: String(item.itemId) }),
    description: item.description ?? "",
  };
}

/** Puts an item into the store, or changes what one costs and how many there are. */
export function ItemForm({
  item,
  itemId,
  onOpened,
}: {
  /** The item to change; `undefined` for a new one. */
  item: StoreItemNow | undefined;
  itemId: bigint;
  onOpened: () => void;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const before = item && itemNow(item, t);
  const [texts, setTexts] = useState({
    name: before?.name ?? "",
    description: before?.description ?? "",
    price: before ? plainAmount(before.price, 6) : "",
    stock: before ? String(before.stock) : "",
    limit: before && before.limit > 0n ? String(before.limit) : "",
  });
  const [tried, setTried] = useState(false);
  const price = parseAmount(texts.price, 6, t);
  const stock = parseAmount(texts.stock, 0, t);
  const limit = texts.limit.trim() === "" ? { ok: true as const, value: 0n } : parseAmount(texts.limit, 0, t);
  const problems = {
    name: texts.name.trim() === "" ? t("operator.item.nameMissing") : undefined,
    price: !price.ok ? price.reason : price.value === 0n ? t("words.amount.zero") : undefined,
    stock: stock.ok ? undefined : stock.reason,
    limit: !limit.ok ? limit.reason : limit.value > mostLimit ? t("words.amount.large") : undefined,
  };
  const change = (name: keyof typeof texts) => (event: { target: { value: string } }) =>
    setTexts({ ...texts, [name]: event.target.value });
  const shown = (name: keyof typeof problems) => (tried || texts[name] !== "" ? problems[name] : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.values(problems).some(Boolean) || !price.ok || !stock.ok || !limit.ok) return;
    const { itemFlow } = await import("./operator-flows");
    const terms = {
      name: texts.name.trim(),
      description: texts.description.trim(),
      price: price.value,
      stock: stock.value,
      limit: Number(limit.value),
    };
    transact(itemFlow({ itemId, before, terms }, t));
    onOpened();
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid grid-cols-1 gap-6">
      <Field id="item-name" label={t("operator.item.name")} required error={shown("name")}>
        {(control) => (
          <Input
            {...control}
            value={texts.name}
            maxLength={textLimits.name}
            autoComplete="off"
            onChange={change("name")}
          />
        )}
      </Field>
      <Field id="item-description" label={t("operator.item.description")}>
        {(control) => (
          <TextArea
            {...control}
            rows={3}
            value={texts.description}
            maxLength={textLimits.description}
            onChange={change("description")}
          />
        )}
      </Field>
      <Field id="item-price" label={t("operator.item.price")} required error={shown("price")}>
        {(control) => (
          <AmountInput
            {...control}
            unit={t("words.points")}
            placeholder="0"
            value={texts.price}
            onChange={change("price")}
          />
        )}
      </Field>
      <Field
        id="item-stock"
        label={t("operator.item.stock")}
        required
        hint={t("operator.item.stockHint")}
        error={shown("stock")}
      >
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            placeholder="0"
            value={texts.stock}
            onChange={change("stock")}
          />
        )}
      </Field>
      <Field id="item-limit" label={t("operator.item.limit")} error={shown("limit")}>
        {(control) => (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            placeholder={t("desks.form.noLimit")}
            value={texts.limit}
            onChange={change("limit")}
          />
        )}
      </Field>
      <SignerGate>
        <Button type="submit" look="primary" size="large" className="w-full">
          {t("desks.form.review")}
        </Button>
      </SignerGate>
    </form>
  );
}
