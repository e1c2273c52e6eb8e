import type { Metadata } from "next";
import { IdentityPage } from "@/components/identity/identity-page";

export const metadata: Metadata = { title: "Identity" };

export default function Page() {
  return <IdentityPage />;
}
