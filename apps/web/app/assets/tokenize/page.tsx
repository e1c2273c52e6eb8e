import type { Metadata } from "next";
import { TokenizePage } from "@/components/assets/tokenize-page";

export const metadata: Metadata = { title: "Tokenize an asset" };

export default function Page() {
  return <TokenizePage />;
}
