"use client";

import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";

/** The page broke. Nothing that was signed or sent is lost by it. */
export default function PageError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <>
      <PageHead
        title="This page broke"
        lead="It was not able to draw what it read. Whatever you sent is on its way all the same: the activity in your account shows it."
      />
      <Button look="primary" onClick={retry}>
        Draw it again
      </Button>
    </>
  );
}
