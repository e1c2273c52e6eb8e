"use client";

import dynamic from "next/dynamic";
import { useAddress } from "@/lib/wallet/use-account";

/** It asks the chain for a credit line: nobody loads that before there is an account. */
const DueNotice = dynamic(() => import("./due-notice").then((module) => module.DueNotice), { ssr: false });

/** Says on every page what of a credit line is to be paid soon, or was missed. */
export function DueBanner() {
  const account = useAddress();
  return account && <DueNotice account={account} />;
}
