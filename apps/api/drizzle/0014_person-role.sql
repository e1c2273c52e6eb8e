-- Roles belong to the whole cluster: another database may have made it, or may be making it at this moment.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'qti_person') THEN
    CREATE ROLE "qti_person" NOLOGIN NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  IF NOT pg_has_role(current_user, 'qti_person', 'SET') THEN
    GRANT "qti_person" TO CURRENT_USER;
  END IF;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "passkeys", "totp_secrets", "recovery_codes", "factor_tries" TO "qti_person";
