import { PortfolioPage } from "@/components/portfolio/portfolio-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("portfolio");

export default function Page() {
  return (
    <PageMessages of={["loans", "portfolio"]}>
      <PortfolioPage />
    </PageMessages>
  );
}
