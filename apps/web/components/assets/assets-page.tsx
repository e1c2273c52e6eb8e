"use client";

import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { AssetRows } from "./asset-rows";

/** What can I hold? */
export function AssetsPage() {
  const [search, setSearch] = useState("");
  const deferred = useDeferredValue(search.trim());
  return (
    <>
      <PageHead
        title="Assets"
        lead="What people and companies have put into shares here. Values are what the issuers state; nobody vouches for them."
        action={
          <Button asChild look="primary">
            <Link href="/assets/tokenize">Tokenize an asset</Link>
          </Button>
        }
      />
      <search className="mb-6 block max-w-sm">
        <Input
          type="search"
          aria-label="Search by name"
          placeholder="Search by name"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </search>
      <AssetRows search={deferred} />
    </>
  );
}
