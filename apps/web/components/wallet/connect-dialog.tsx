"use client";

import { Flame, Wallet } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { type Connector, useConnect, useConnectors } from "wagmi";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { cn } from "@/lib/cn";
import { useErrorText } from "@/lib/errors/use-error-text";
import { burnerConnectorId, watchConnectorId } from "@/lib/wallet/config";
import { useWallets } from "@/lib/wallet/context";
import { DemoPeople } from "./demo-people";
import { WatchForm } from "./watch-form";

/** Arrow keys move through the list, as in a menu; Tab works as well. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const at = buttons.findIndex((button) => button.matches(":focus"));
  const next = buttons[(at + (event.key === "ArrowDown" ? 1 : -1) + buttons.length) % buttons.length];
  event.preventDefault();
  next?.focus();
}

function WalletRow({
  icon,
  name,
  detail,
  onClick,
  busy,
  first = false,
}: {
  icon: ReactNode;
  name: string;
  detail?: string;
  onClick: () => void;
  busy: boolean;
  first?: boolean;
}) {
  const t = useTranslations();
  return (
    <li>
      <button
        type="button"
        onClick={onClick}
        // The dialog was opened to choose a wallet: the first one is one Enter away.
        // biome-ignore lint/a11y/noAutofocus: inside a modal dialog that the person just opened
        autoFocus={first}
        className={cn(
          "flex min-h-16 w-full items-center gap-4 rounded-md px-3 py-2 text-left hover:bg-sunken",
          busy && "bg-sunken",
        )}
      >
        <span className="grid size-10 shrink-0 place-items-center overflow-hidden rounded-md bg-sunken">
          {icon}
        </span>
        <span className="min-w-0">
          <span className="block font-medium">{name}</span>
          {detail && <span className="block text-muted text-sm">{detail}</span>}
        </span>
        {busy && <span className="ml-auto text-muted text-sm">{t("wallet.dialog.confirm")}</span>}
      </button>
    </li>
  );
}

/** An icon that a wallet announced. Only pictures inside the announcement are shown: nothing is loaded from afar. */
function WalletIcon({ connector }: { connector: Connector }) {
  const icon = connector.icon?.trim();
  if (!icon?.startsWith("data:image/")) return <Wallet aria-hidden className="size-5 text-muted" />;
  // biome-ignore lint/performance/noImgElement: a data URI gains nothing from an image service
  return <img src={icon} alt="" width={40} height={40} className="size-10" />;
}

/** The list of wallets: those of this browser, the burner on a local chain, and an address to watch. */
export function ConnectDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations();
  const connectors = useConnectors();
  const connect = useConnect();
  const { burner } = useWallets();
  const problem = useErrorText(connect.error);

  const installed = connectors.filter(({ id }) => id !== burnerConnectorId && id !== watchConnectorId);
  const burnerConnector = connectors.find(({ id }) => id === burnerConnectorId);
  const watchConnector = connectors.find(({ id }) => id === watchConnectorId);
  const connecting = (connector: Connector) =>
    connect.isPending && connect.variables?.connector === connector;
  const choose = (connector: Connector) => connect.mutate({ connector });

  return (
    <Dialog open onClose={onClose} title={t("wallet.connect")} description={t("wallet.dialog.description")}>
      {problem && (
        <Callout live tone={problem.isRejection ? "note" : "problem"} className="mb-4">
          {problem.sentence} {problem.next}
        </Callout>
      )}
      <ul className="-mx-3 grid gap-1" onKeyDown={moveFocus} aria-label={t("wallet.dialog.wallets")}>
        {installed.map((connector, index) => (
          <WalletRow
            key={connector.uid}
            first={index === 0}
            icon={<WalletIcon connector={connector} />}
            name={connector.name}
            busy={connecting(connector)}
            onClick={() => choose(connector)}
          />
        ))}
        {burnerConnector && (
          <WalletRow
            first={installed.length === 0}
            icon={<Flame aria-hidden className="size-5 text-muted" />}
            name={t("wallet.dialog.burner")}
            detail={t("wallet.dialog.burnerDetail")}
            busy={connecting(burnerConnector)}
            onClick={() => choose(burnerConnector)}
          />
        )}
      </ul>
      {installed.length === 0 && (
        <p className="mt-4 text-muted text-sm">
          {burner ? t("wallet.dialog.noneButBurner") : t("wallet.dialog.none")}
        </p>
      )}
      {burner && burnerConnector && <DemoPeople connector={burnerConnector} />}
      {watchConnector && <WatchForm connector={watchConnector} />}
    </Dialog>
  );
}
