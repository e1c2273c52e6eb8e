ALTER TABLE "factor_tries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "passkeys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "recovery_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "totp_secrets" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own_rows" ON "factor_tries" AS PERMISSIVE FOR ALL TO "qti_person" USING ("factor_tries"."account" = current_setting('qti.account', true)) WITH CHECK ("factor_tries"."account" = current_setting('qti.account', true));--> statement-breakpoint
CREATE POLICY "own_rows" ON "passkeys" AS PERMISSIVE FOR ALL TO "qti_person" USING ("passkeys"."account" = current_setting('qti.account', true)) WITH CHECK ("passkeys"."account" = current_setting('qti.account', true));--> statement-breakpoint
CREATE POLICY "own_rows" ON "recovery_codes" AS PERMISSIVE FOR ALL TO "qti_person" USING ("recovery_codes"."account" = current_setting('qti.account', true)) WITH CHECK ("recovery_codes"."account" = current_setting('qti.account', true));--> statement-breakpoint
CREATE POLICY "own_rows" ON "totp_secrets" AS PERMISSIVE FOR ALL TO "qti_person" USING ("totp_secrets"."account" = current_setting('qti.account', true)) WITH CHECK ("totp_secrets"."account" = current_setting('qti.account', true));