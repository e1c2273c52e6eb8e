"use client";

import type { ItemCodes } from "@qti/sdk/rewards/store";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { Empty } from "@/components/ui/empty";
import { Problem } from "@/components/ui/problem";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { useErrorText } from "@/lib/errors/use-error-text";
import { formatAmount, formatCount } from "@/lib/format/amount";
import { missingCodes } from "@/lib/operator/read-codes";
import { useHoldsRole, useItemCodes } from "@/lib/query/operator";
import { type StoreItemNow, useStoreItems } from "@/lib/query/store";
import { useSession } from "@/lib/session/use-session";
import { useAccountState } from "@/lib/wallet/use-account";
import { CodesForm } from "./codes-form";
import { ItemForm, itemNow } from "./item-form";

/** What is on offer, whether its codes are there, and what is to be put beside it. */
export function StoreDesk() {
  const t = useTranslations();
  const items = useStoreItems();
  const operates = useHoldsRole("rewardsOperator").data === true;
  const session = useSession();
  const signer = useAccountState();
  const canSign = signer.status === "connected" && signer.canSign;
  const inOrder = items.data && [...items.data].sort((a, b) => Number(a.itemId - b.itemId));
  const codes = useItemCodes(
    inOrder?.map(({ itemId }) => itemId),
    operates && session.session != null,
  );
  const codesProblem = useErrorText(codes.error);
  const [open, setOpen] = useState<{ form: "item" | "codes"; item: StoreItemNow | undefined }>();
  const close = () => setOpen(undefined);
  const next = BigInt(inOrder?.length ?? 0);
  return (
    <div className="grid grid-cols-1 gap-8">
      {operates && items.data && (
        <Button
          look="primary"
          className="justify-self-start"
          onClick={() => setOpen({ form: "item", item: undefined })}
        >
          {t("operator.item.add")}
        </Button>
      )}
      {operates && canSign && session.session === null && (
        <Callout
          action={
            <Button size="small" busy={session.begin.isPending} onClick={() => session.begin.mutate()}>
              {t("store.orders.signInVerb")}
            </Button>
          }
        >
          {t("operator.codes.signIn")}
        </Callout>
      )}
      {codesProblem && <Problem text={codesProblem} onRetry={codes.refetch} busy={codes.isFetching} />}
      <QueryPanel
        query={{ ...items, data: inOrder }}
        meanwhile={indexMeanwhile}
        isEmpty={(found) => found.length === 0}
        empty={<Empty title={t("store.items.none")}>{t("operator.item.noneText")}</Empty>}
      >
        {(found) => (
          <ul className="grid grid-cols-1 border-rule border-t">
            {found.map((item) => (
              <ItemRow
                key={String(item.itemId)}
                item={item}
                codes={codes.data?.get(item.itemId)}
                operates={operates}
                mayUpload={session.session != null}
                onOpen={(form) => setOpen({ form, item })}
              />
            ))}
          </ul>
        )}
      </QueryPanel>
      <Dialog
        open={open?.form === "item"}
        onClose={close}
        title={
          open?.item
            ? t("operator.item.changeTitle", { name: itemNow(open.item, t).name })
            : t("operator.item.add")
        }
      >
        {open?.form === "item" && (
          <ItemForm item={open.item} itemId={open.item?.itemId ?? next} onOpened={close} />
        )}
      </Dialog>
      <Dialog
        open={open?.form === "codes"}
        onClose={close}
        title={t("operator.codes.title", { name: open?.item ? itemNow(open.item, t).name : "" })}
      >
        {open?.form === "codes" && open.item && <CodesForm itemId={open.item.itemId} onDone={close} />}
      </Dialog>
    </div>
  );
}

function ItemRow({
  item,
  codes,
  operates,
  mayUpload,
  onOpen,
}: {
  item: StoreItemNow;
  codes: ItemCodes | undefined;
  operates: boolean;
  mayUpload: boolean;
  onOpen: (form: "item" | "codes") => void;
}) {
  const t = useTranslations();
  const transact = useTransact();
  const now = itemNow(item, t);
  const price = formatAmount(item.price, { decimals: 6, maximum: 2 }, t);
  const missing = codes ? missingCodes({ ...codes, stock: item.stock }) : 0n;

  async function takeOffSale() {
    const { itemFlow } = await import("./operator-flows");
    const terms = { ...now, stock: 0n, limit: Number(item.limit) };
    transact(itemFlow({ itemId: item.itemId, before: now, terms }, t));
  }

  return (
    <li className="grid grid-cols-1 gap-3 border-rule border-b py-5" data-item={String(item.itemId)}>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1">
        <h2 className="font-medium">{now.name}</h2>
        {item.stock === 0n ? (
          <Badge>{t("operator.item.offSale")}</Badge>
        ) : (
          <Badge tone="gain">
            {t("store.items.stock", { count: Number(item.stock), n: formatCount(item.stock, t) })}
          </Badge>
        )}
      </div>
      <p className="flex flex-wrap gap-x-4 text-sm">
        <span>{t("store.items.price", { points: price })}</span>
        <span className="text-muted">
          {item.limit > 0n
            ? t("store.items.limit", { count: Number(item.limit), n: formatCount(item.limit, t) })
            : t("operator.item.noLimit")}
        </span>
        {codes && <CodesText codes={codes} />}
      </p>
      {missing > 0n && (
        <Callout tone="warning">
          {t("operator.codes.short", { count: Number(missing), n: formatCount(missing, t) })}
        </Callout>
      )}
      {operates && (
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            aria-label={`${t("operator.item.change")}: ${now.name}`}
            onClick={() => onOpen("item")}
          >
            {t("operator.item.change")}
          </Button>
          {item.stock > 0n && (
            <Button
              size="small"
              aria-label={`${t("operator.item.verb.take")}: ${now.name}`}
              onClick={() => void takeOffSale()}
            >
              {t("operator.item.verb.take")}
            </Button>
          )}
          {mayUpload && (
            <Button
              size="small"
              aria-label={`${t("operator.codes.add")}: ${now.name}`}
              onClick={() => onOpen("codes")}
            >
              {t("operator.codes.add")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function CodesText({ codes: { available, given, wanted } }: { codes: ItemCodes }) {
  const t = useTranslations();
  return (
    <>
      <span>{t("operator.codes.atHand", { count: available, n: formatCount(available, t) })}</span>
      <span className="text-muted">
        {t("operator.codes.given", { count: given, n: formatCount(given, t) })}
      </span>
      {wanted > 0n && (
        <span className="text-warn">
          {t("operator.codes.wanted", { count: Number(wanted), n: formatCount(wanted, t) })}
        </span>
      )}
    </>
  );
}
