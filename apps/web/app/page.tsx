import { HydrationBoundary } from "@tanstack/react-query";
import { HomePage } from "@/components/home/home-page";
import { getRuntimeConfig } from "@/lib/config/server";
import { PageMessages } from "@/lib/i18n/page";
import { firstFigures } from "@/lib/server/first-figures";

export default async function Page() {
  const runtime = await getRuntimeConfig();
  return (
    <HydrationBoundary state={runtime.ok ? await firstFigures(runtime.config) : undefined}>
      <PageMessages of={["assets", "home", "staking"]}>
        <HomePage />
      </PageMessages>
    </HydrationBoundary>
  );
}
