import type { Metadata } from "next";
import { CompliancePage } from "@/components/compliance/compliance-page";

export const metadata: Metadata = { title: "Compliance desk" };

export default function Page() {
  return <CompliancePage />;
}
