import { useTranslations } from "next-intl";
import type { ErrorText } from "@/lib/errors/error-text";
import { Button } from "./button";
import { Callout } from "./callout";

/** What could not be read, what to do about it, and the button that tries it again. */
export function Problem({
  text,
  onRetry,
  busy,
  className,
}: {
  text: ErrorText;
  onRetry: () => unknown;
  busy: boolean;
  className?: string;
}) {
  const t = useTranslations();
  return (
    <Callout
      live
      tone="problem"
      title={text.sentence}
      action={
        <Button size="small" busy={busy} onClick={() => void onRetry()}>
          {t("ui.again")}
        </Button>
      }
      {...(className === undefined ? {} : { className })}
    >
      {text.next}
    </Callout>
  );
}
