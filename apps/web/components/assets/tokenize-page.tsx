import { PageHead } from "@/components/shell/page-head";
import { TokenizeForm } from "./tokenize-form";

/** How do I turn something that I own into shares? */
export function TokenizePage() {
  return (
    <>
      <PageHead
        title="Tokenize an asset"
        lead="Describe what it is, how many shares it has, and what you say it is worth. The shares are yours first; you pass them on."
      />
      <TokenizeForm />
    </>
  );
}
