CREATE TABLE "wallet_shares" (
	"account" text NOT NULL,
	"fingerprint" text NOT NULL,
	"key_id" uuid NOT NULL,
	"sealed" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "wallet_shares_account_fingerprint_pk" PRIMARY KEY("account","fingerprint")
);
--> statement-breakpoint
ALTER TABLE "wallet_shares" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own_rows" ON "wallet_shares" AS PERMISSIVE FOR ALL TO "qti_person" USING ("wallet_shares"."account" = current_setting('qti.account', true)) WITH CHECK ("wallet_shares"."account" = current_setting('qti.account', true));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "wallet_shares" TO "qti_person";