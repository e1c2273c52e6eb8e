import { Check, CircleAlert, CircleDashed } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

const looks = {
  proven: { icon: Check, style: "text-gain", said: "records.proof.proven" },
  open: { icon: CircleDashed, style: "text-muted", said: "records.proof.notProven" },
  broken: { icon: CircleAlert, style: "text-loss", said: "records.proof.notProven" },
} as const;

/** One thing that is proven of a record, or not. */
export function ProofLine({
  state,
  title,
  children,
}: {
  state: keyof typeof looks;
  title: string;
  children: ReactNode;
}) {
  const t = useTranslations();
  const { icon: Icon, style, said } = looks[state];
  return (
    <li className="flex gap-3 border-rule border-b py-3">
      <Icon aria-hidden className={`mt-1 size-4 shrink-0 ${style}`} />
      <div className="min-w-0">
        <p className="font-medium">
          <span className="sr-only">{t(said)}</span>
          {title}
        </p>
        <div className="text-muted text-sm">{children}</div>
      </div>
    </li>
  );
}
