"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { SkeletonLines } from "@/components/ui/skeleton";
import type { Access } from "@/lib/access/access";
import type { Texts } from "@/lib/desks/fields";
import type { OperationId } from "@/lib/desks/operation-names";

const OperationForm = dynamic(() => import("./operation-form").then((module) => module.OperationForm), {
  ssr: false,
  loading: () => <SkeletonLines lines={4} />,
});

/** An operation that was chosen, with what the page around knows of it already. */
export type ChosenOperation = {
  id: OperationId;
  access: Access;
  initial?: Texts;
  fixed?: readonly string[];
  target?: `0x${string}` | undefined;
};

/** The form of an operation, in a window of its own. */
export function OperationDialog({
  chosen,
  onClose,
}: {
  chosen: ChosenOperation | undefined;
  onClose: () => void;
}) {
  const t = useTranslations();
  return (
    <Dialog
      open={chosen !== undefined}
      onClose={onClose}
      title={chosen ? t(`desks.operations.${chosen.id}.title`) : ""}
    >
      {chosen && (
        <OperationForm
          key={chosen.id}
          id={chosen.id}
          access={chosen.access}
          initial={chosen.initial ?? {}}
          fixed={chosen.fixed ?? []}
          target={chosen.target}
          onOpened={onClose}
        />
      )}
    </Dialog>
  );
}
