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
  return (
    <Callout
      live
      tone="problem"
      title={text.sentence}
      action={
        <Button size="small" busy={busy} onClick={() => void onRetry()}>
          Try again
        </Button>
      }
      {...(className === undefined ? {} : { className })}
    >
      {text.next}
    </Callout>
  );
}
