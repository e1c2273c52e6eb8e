import { useTranslations } from "next-intl";

/** Shown instead of the app when the server was started without the addresses that it needs. */
export function ConfigurationProblem({ wrong }: { wrong: string[] }) {
  const t = useTranslations();
  return (
    <main className="mx-auto grid min-h-dvh max-w-xl content-center gap-4 px-4">
      <h1 className="font-semibold text-2xl">{t("shell.configuration.title")}</h1>
      <p className="text-muted">
        {t.rich("shell.configuration.text", {
          names: wrong.join(", "),
          code: (name) => <code className="text-ink">{name}</code>,
        })}
      </p>
    </main>
  );
}
