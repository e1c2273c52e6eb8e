import type { Metadata } from "next";
import { IssuerPage } from "@/components/issuer/issuer-page";

export const metadata: Metadata = { title: "Issuer's desk" };

export default function Page() {
  return <IssuerPage />;
}
