import { revokeKeys } from "@qti/sdk";
import type { Translator } from "@/lib/i18n/translator";
import { type Flow, writeStep } from "@/lib/transactions/flow";

/** Revokes an entry of the key directory: what that does, and what it does not, is said before it is signed. */
export function revokeKeysFlow(index: bigint, t: Translator): Flow {
  return {
    title: t("settings.published.flow.title"),
    verb: t("settings.published.flow.verb"),
    changes: [
      {
        label: t("settings.published.flow.directory"),
        value: t("settings.published.flow.directoryValue"),
      },
      { label: t("settings.published.flow.sharers"), value: t("settings.published.flow.sharersValue") },
      { label: t("settings.published.flow.before"), value: t("settings.published.flow.beforeValue") },
    ],
    risk: t("settings.published.flow.risk"),
    plan: async () => [
      writeStep({ id: "revoke", title: t("settings.published.flow.step") }, revokeKeys, () => ({ index })),
    ],
    estimateGas: ({ client, account }) => revokeKeys.estimateGas(client, { index, account }),
    done: t("settings.published.flow.done"),
  };
}
