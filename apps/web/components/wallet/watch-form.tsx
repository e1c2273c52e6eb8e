"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { isAddress } from "viem";
import { type Connector, useConnect } from "wagmi";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { writeWatched } from "@/lib/wallet/watch-provider";

/** Shows what any address owns, without a wallet. */
export function WatchForm({ connector }: { connector: Connector }) {
  const t = useTranslations();
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState(false);
  const connect = useConnect();
  const valid = isAddress(typed.trim());
  return (
    <details className="mt-6 border-rule border-t pt-4">
      <summary className="disclosure text-sm">{t("wallet.watch.summary")}</summary>
      <form
        className="mt-4 grid gap-3"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isAddress(typed.trim())) return;
          const address = typed.trim();
          if (!isAddress(address)) return;
          writeWatched(address);
          connect.mutate({ connector });
        }}
      >
        <Field
          id="watch-address"
          label={t("wallet.watch.address")}
          required
          error={tried && !valid ? t("wallet.watch.wrong") : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              placeholder="0x…"
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <Button type="submit" busy={connect.isPending}>
          {t("wallet.watch.go")}
        </Button>
      </form>
    </details>
  );
}
