CREATE TABLE "referral_codes" (
	"code" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "referral_codes_account_unique" UNIQUE("account")
);
--> statement-breakpoint
CREATE TABLE "relays" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"subject" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tap_batches" (
	"session" text NOT NULL,
	"sequence" integer NOT NULL,
	"person" bigint NOT NULL,
	"digest" "bytea" NOT NULL,
	"taps" smallint NOT NULL,
	"counted" smallint NOT NULL,
	"points" numeric(78, 0) NOT NULL,
	"issue" text NOT NULL,
	"receipt" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tap_batches_session_sequence_pk" PRIMARY KEY("session","sequence")
);
--> statement-breakpoint
CREATE TABLE "tap_days" (
	"person" bigint NOT NULL,
	"day" integer NOT NULL,
	"points" numeric(78, 0) NOT NULL,
	CONSTRAINT "tap_days_person_day_pk" PRIMARY KEY("person","day")
);
--> statement-breakpoint
CREATE TABLE "tap_names" (
	"person" bigint PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tap_names_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "tap_people" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "tap_people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"identity" bigint,
	"wallet" text,
	"merged_into" bigint,
	"adopted" boolean DEFAULT false NOT NULL,
	"at" bigint NOT NULL,
	"energy_ms" integer NOT NULL,
	"credit_ms" integer NOT NULL,
	"run" integer NOT NULL,
	"busy_ms" integer NOT NULL,
	"intervals" integer[] NOT NULL,
	"day" integer NOT NULL,
	"today" numeric(78, 0) NOT NULL,
	"streak" integer NOT NULL,
	"streak_day" integer NOT NULL,
	"earned" numeric(78, 0) NOT NULL,
	"restored" numeric(78, 0) DEFAULT 0 NOT NULL,
	"session" text,
	"issued_at" bigint DEFAULT 0 NOT NULL,
	"voucher_sequence" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "tap_people_identity_unique" UNIQUE("identity"),
	CONSTRAINT "tap_people_wallet_unique" UNIQUE("wallet"),
	CONSTRAINT "tap_people_identity_or_wallet" CHECK (("tap_people"."identity" is null) <> ("tap_people"."wallet" is null))
);
--> statement-breakpoint
CREATE TABLE "tap_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person" bigint NOT NULL,
	"account" text NOT NULL,
	"key" "bytea" NOT NULL,
	"issued_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"sequence" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tap_batches" ADD CONSTRAINT "tap_batches_session_tap_sessions_id_fk" FOREIGN KEY ("session") REFERENCES "public"."tap_sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tap_batches" ADD CONSTRAINT "tap_batches_person_tap_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."tap_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tap_days" ADD CONSTRAINT "tap_days_person_tap_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."tap_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tap_names" ADD CONSTRAINT "tap_names_person_tap_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."tap_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tap_people" ADD CONSTRAINT "tap_people_merged_into_tap_people_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."tap_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tap_sessions" ADD CONSTRAINT "tap_sessions_person_tap_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."tap_people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "relays_subject" ON "relays" USING btree ("subject","created_at");--> statement-breakpoint
CREATE INDEX "relays_created_at" ON "relays" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "tap_batches_person" ON "tap_batches" USING btree ("person");--> statement-breakpoint
CREATE INDEX "tap_days_day" ON "tap_days" USING btree ("day");--> statement-breakpoint
CREATE INDEX "tap_people_merged_into" ON "tap_people" USING btree ("merged_into");--> statement-breakpoint
CREATE INDEX "tap_sessions_person" ON "tap_sessions" USING btree ("person");--> statement-breakpoint
CREATE INDEX "tap_sessions_expires_at" ON "tap_sessions" USING btree ("expires_at");