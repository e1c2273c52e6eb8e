-- They look past the policies, because records and readers say of each other who sees them, which policies cannot do without end.
CREATE FUNCTION "qti_owns_record"("id" uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM public.records
    WHERE records.id = $1 AND records.owner = nullif(current_setting('qti.account', true), '')
  );
END $$;
--> statement-breakpoint
CREATE FUNCTION "qti_sees_record"("id" uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  RETURN EXISTS (
    SELECT FROM public.records
    WHERE records.id = $1 AND (
      records.owner = nullif(current_setting('qti.account', true), '')
      OR current_setting('qti.spaces', true) = '*'
      OR records.space = ANY (string_to_array(current_setting('qti.spaces', true), ','))
      OR EXISTS (
        SELECT FROM public.record_readers
        JOIN public.published_keys ON published_keys.fingerprint = record_readers.fingerprint
        WHERE record_readers.record_id = $1
          AND published_keys.account = nullif(current_setting('qti.account', true), '')
      )
    )
  );
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "qti_owns_record"(uuid), "qti_sees_record"(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION "qti_owns_record"(uuid), "qti_sees_record"(uuid) TO "qti_person";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "sessions", "records", "record_headers", "record_readers", "record_blobs", "blob_holders" TO "qti_person";
--> statement-breakpoint
GRANT SELECT ON "published_keys", "blobs", "log_state" TO "qti_person";
--> statement-breakpoint
ALTER TABLE "sessions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "blob_holders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "record_blobs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "record_headers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "record_readers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "records" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "own_rows" ON "sessions" AS PERMISSIVE FOR ALL TO "qti_person" USING ("sessions"."account" = nullif(current_setting('qti.account', true), '')) WITH CHECK ("sessions"."account" = nullif(current_setting('qti.account', true), ''));--> statement-breakpoint
CREATE POLICY "row_of_token" ON "sessions" AS PERMISSIVE FOR ALL TO "qti_person" USING ("sessions"."token_hash" = current_setting('qti.session', true)) WITH CHECK ("sessions"."account" = nullif(current_setting('qti.account', true), ''));--> statement-breakpoint
CREATE POLICY "own_rows" ON "blob_holders" AS PERMISSIVE FOR ALL TO "qti_person" USING ("blob_holders"."account" = nullif(current_setting('qti.account', true), '')) WITH CHECK ("blob_holders"."account" = nullif(current_setting('qti.account', true), ''));--> statement-breakpoint
CREATE POLICY "if_record_is_own" ON "record_blobs" AS PERMISSIVE FOR ALL TO "qti_person" USING (qti_owns_record("record_blobs"."record_id")) WITH CHECK (qti_owns_record("record_blobs"."record_id"));--> statement-breakpoint
CREATE POLICY "if_record_is_seen" ON "record_blobs" AS PERMISSIVE FOR SELECT TO "qti_person" USING (qti_sees_record("record_blobs"."record_id"));--> statement-breakpoint
CREATE POLICY "if_record_is_own" ON "record_headers" AS PERMISSIVE FOR ALL TO "qti_person" USING (qti_owns_record("record_headers"."record_id")) WITH CHECK (qti_owns_record("record_headers"."record_id"));--> statement-breakpoint
CREATE POLICY "if_record_is_seen" ON "record_headers" AS PERMISSIVE FOR SELECT TO "qti_person" USING (qti_sees_record("record_headers"."record_id"));--> statement-breakpoint
CREATE POLICY "if_record_is_own" ON "record_readers" AS PERMISSIVE FOR ALL TO "qti_person" USING (qti_owns_record("record_readers"."record_id")) WITH CHECK (qti_owns_record("record_readers"."record_id"));--> statement-breakpoint
CREATE POLICY "if_record_is_seen" ON "record_readers" AS PERMISSIVE FOR SELECT TO "qti_person" USING (qti_sees_record("record_readers"."record_id"));--> statement-breakpoint
CREATE POLICY "keyed_rows" ON "record_readers" AS PERMISSIVE FOR SELECT TO "qti_person" USING ("record_readers"."fingerprint" in (select fingerprint from published_keys where account = nullif(current_setting('qti.account', true), '')));--> statement-breakpoint
CREATE POLICY "own_rows" ON "records" AS PERMISSIVE FOR ALL TO "qti_person" USING ("records"."owner" = nullif(current_setting('qti.account', true), '')) WITH CHECK ("records"."owner" = nullif(current_setting('qti.account', true), ''));--> statement-breakpoint
CREATE POLICY "rows_in_reach" ON "records" AS PERMISSIVE FOR SELECT TO "qti_person" USING (current_setting('qti.spaces', true) = '*' or "records"."space" = any(string_to_array(current_setting('qti.spaces', true), ',')));--> statement-breakpoint
CREATE POLICY "keyed_rows" ON "records" AS PERMISSIVE FOR SELECT TO "qti_person" USING (exists (
        select from record_readers join published_keys using (fingerprint)
        where record_readers.record_id = "records"."id" and published_keys.account = nullif(current_setting('qti.account', true), '')
      ));--> statement-breakpoint
ALTER POLICY "own_rows" ON "factor_tries" TO qti_person USING ("factor_tries"."account" = nullif(current_setting('qti.account', true), '')) WITH CHECK ("factor_tries"."account" = nullif(current_setting('qti.account', true), ''));--> statement-breakpoint
ALTER POLICY "own_rows" ON "passkeys" TO qti_person USING ("passkeys"."account" = nullif(current_setting('qti.account', true), '')) WITH CHECK ("passkeys"."account" = nullif(current_setting('qti.account', true), ''));--> statement-breakpoint
ALTER POLICY "own_rows" ON "recovery_codes" TO qti_person USING ("recovery_codes"."account" = nullif(current_setting('qti.account', true), '')) WITH CHECK ("recovery_codes"."account" = nullif(current_setting('qti.account', true), ''));--> statement-breakpoint
ALTER POLICY "own_rows" ON "totp_secrets" TO qti_person USING ("totp_secrets"."account" = nullif(current_setting('qti.account', true), '')) WITH CHECK ("totp_secrets"."account" = nullif(current_setting('qti.account', true), ''));--> statement-breakpoint
ALTER POLICY "own_rows" ON "wallet_shares" TO qti_person USING ("wallet_shares"."account" = nullif(current_setting('qti.account', true), '')) WITH CHECK ("wallet_shares"."account" = nullif(current_setting('qti.account', true), ''));