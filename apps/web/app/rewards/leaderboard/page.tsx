import { LeaderboardPage } from "@/components/rewards/leaderboard-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("leaderboard");

export default function Page() {
  return (
    <PageMessages of={["rewards"]}>
      <LeaderboardPage />
    </PageMessages>
  );
}
