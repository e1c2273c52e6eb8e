"use client";

import { useTranslations } from "next-intl";
import type { Address, Hex } from "viem";
import { PhraseText } from "@/components/ui/phrase";
import { callWords } from "@/lib/calls/call-words";
import { useRuntimeConfig } from "@/lib/config/context";

/** What a call does, in a sentence. The ABIs come along: load it when there is a call to show. */
export function CallSentence({ target, data }: { target: Address; data: Hex }) {
  const t = useTranslations();
  const { contracts } = useRuntimeConfig();
  return <PhraseText phrase={callWords({ target, data }, contracts, t)} />;
}
