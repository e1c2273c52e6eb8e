import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

/** One of two choices that stand side by side; the chosen one is marked. */
export function ChooseButton({
  chosen,
  onChoose,
  children,
}: {
  chosen: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <Button
      look={chosen ? "primary" : "secondary"}
      aria-pressed={chosen}
      onClick={onChoose}
      className="h-auto min-h-11 w-full whitespace-normal py-2 sm:w-auto"
    >
      {chosen && <Check aria-hidden />}
      {children}
    </Button>
  );
}
