"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { answerStepUp, StepUpDeclinedError } from "@/lib/session/step-up";

const StepUpDialog = dynamic(() => import("./step-up-dialog").then((module) => module.StepUpDialog), {
  ssr: false,
});

type Asked = { given: () => void; declined: (reason: StepUpDeclinedError) => void };

/** The one place where the app asks for a second factor, whatever on the page needs it. */
export function StepUpDesk() {
  const [asked, setAsked] = useState<Asked>();
  useEffect(() => {
    let open: Promise<void> | undefined;
    return answerStepUp(() => {
      // Two who ask at once get the one answer.
      open ??= new Promise<void>((given, declined) => setAsked({ given, declined })).finally(() => {
        open = undefined;
        setAsked(undefined);
      });
      return open;
    });
  }, []);
  return (
    asked && <StepUpDialog onGiven={asked.given} onClose={() => asked.declined(new StepUpDeclinedError())} />
  );
}
