import type { AssetPaperKind, KeepProgress, KycPaperKind, LoanPaperKind } from "@qti/sdk/records/spaces";
import type { Translator } from "@/lib/i18n/translator";

/** What a paper of any space can be. */
export type PaperKind = AssetPaperKind | KycPaperKind | LoanPaperKind;

/** Where the work on papers stands, for the person who waits. */
export function progressWords(progress: KeepProgress | undefined, t: Translator): string {
  if (progress === undefined) return t("spaces.papers.preparing");
  if (progress.doing === "storing") return t("spaces.papers.storing");
  const part = Math.min(100, Math.round((progress.bytes / Math.max(progress.size, 1)) * 100));
  return t("spaces.papers.sealing", { name: progress.name, part: `${part}` });
}
