"use client";

import { serviceRoles } from "@qti/sdk/identity/sign-in";
import { useKycSpace } from "@/lib/records/use-spaces";
import { KycForm } from "./kyc-form";
import { OwnPapers } from "./own-papers";

/** A person's own identity papers. */
export function KycPapers() {
  return (
    <OwnPapers
      space="kyc"
      query={useKycSpace()}
      role={serviceRoles.KYC_OFFICER}
      form={(props) => <KycForm {...props} />}
    />
  );
}
