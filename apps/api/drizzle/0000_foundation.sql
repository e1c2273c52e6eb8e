CREATE TABLE "attested_people" (
	"identity" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "attested_people_account_unique" UNIQUE("account")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"chain_id" integer NOT NULL,
	"level" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_nonces" (
	"nonce_hash" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blob_holders" (
	"account" text NOT NULL,
	"hash" text NOT NULL,
	"touched_at" timestamp with time zone NOT NULL,
	CONSTRAINT "blob_holders_account_hash_pk" PRIMARY KEY("account","hash")
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"hash" text PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"stored_at" timestamp with time zone,
	"touched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deleted_records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"deleted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_keys" (
	"fingerprint" text PRIMARY KEY NOT NULL,
	"account" text NOT NULL,
	"chain_id" integer NOT NULL,
	"recipient" text NOT NULL,
	"verifier" text NOT NULL,
	"signature" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "record_blobs" (
	"record_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"hash" text NOT NULL,
	"size" bigint NOT NULL,
	CONSTRAINT "record_blobs_record_id_position_pk" PRIMARY KEY("record_id","position")
);
--> statement-breakpoint
CREATE TABLE "record_headers" (
	"record_id" uuid PRIMARY KEY NOT NULL,
	"header" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "record_readers" (
	"record_id" uuid NOT NULL,
	"fingerprint" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "record_readers_record_id_fingerprint_pk" PRIMARY KEY("record_id","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "records" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner" text NOT NULL,
	"space" text NOT NULL,
	"version" integer NOT NULL,
	"revision" integer NOT NULL,
	"author" text NOT NULL,
	"manifest_hash" text NOT NULL,
	"leaf_salt" text NOT NULL,
	"header_bytes" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "records_version_positive" CHECK ("records"."version" >= 1 and "records"."revision" >= 0)
);
--> statement-breakpoint
CREATE TABLE "region_outbox" (
	"hash" text NOT NULL,
	"region" text NOT NULL,
	"action" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone NOT NULL,
	CONSTRAINT "region_outbox_hash_region_pk" PRIMARY KEY("hash","region")
);
--> statement-breakpoint
ALTER TABLE "blob_holders" ADD CONSTRAINT "blob_holders_hash_blobs_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."blobs"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_blobs" ADD CONSTRAINT "record_blobs_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_blobs" ADD CONSTRAINT "record_blobs_hash_blobs_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."blobs"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_headers" ADD CONSTRAINT "record_headers_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_readers" ADD CONSTRAINT "record_readers_record_id_records_id_fk" FOREIGN KEY ("record_id") REFERENCES "public"."records"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "record_readers" ADD CONSTRAINT "record_readers_fingerprint_published_keys_fingerprint_fk" FOREIGN KEY ("fingerprint") REFERENCES "public"."published_keys"("fingerprint") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account","created_at");--> statement-breakpoint
CREATE INDEX "sessions_expires_at" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_nonces_expires_at" ON "sign_in_nonces" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "blob_holders_hash" ON "blob_holders" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "blob_holders_touched_at" ON "blob_holders" USING btree ("touched_at");--> statement-breakpoint
CREATE INDEX "blobs_touched_at" ON "blobs" USING btree ("touched_at");--> statement-breakpoint
CREATE INDEX "published_keys_account" ON "published_keys" USING btree ("account","created_at");--> statement-breakpoint
CREATE INDEX "record_blobs_hash" ON "record_blobs" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "record_readers_fingerprint" ON "record_readers" USING btree ("fingerprint");--> statement-breakpoint
CREATE INDEX "records_owner" ON "records" USING btree ("owner","updated_at","id");--> statement-breakpoint
CREATE INDEX "region_outbox_next_at" ON "region_outbox" USING btree ("next_at");