import Link from "next/link";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";

export default function NotFound() {
  return (
    <>
      <PageHead title="There is no such page" lead="The address may be mistyped, or the page has moved." />
      <Button asChild look="primary">
        <Link href="/">Go home</Link>
      </Button>
    </>
  );
}
