CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account" text,
	"asked" text NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "records" ALTER COLUMN "leaf_salt" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "record_headers" ADD COLUMN "key_id" uuid;--> statement-breakpoint
CREATE INDEX "erasures_account" ON "erasures" USING btree ("account");--> statement-breakpoint
CREATE INDEX "record_headers_unsealed" ON "record_headers" USING btree ("record_id") WHERE "record_headers"."key_id" is null;