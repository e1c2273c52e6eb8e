import { InvitePage } from "@/components/rewards/invite-page";
import { PageMessages, titled } from "@/lib/i18n/page";

export const generateMetadata = titled("invite");

export default async function Page({ params }: PageProps<"/rewards/invite/[code]">) {
  const { code } = await params;
  return (
    <PageMessages of={["rewards"]}>
      <InvitePage code={decodeURIComponent(code)} />
    </PageMessages>
  );
}
