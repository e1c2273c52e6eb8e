CREATE TABLE "shred_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"wrapped" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shred_keys_subject_unique" UNIQUE("subject")
);
--> statement-breakpoint
CREATE TABLE "shred_tombstones" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"destroyed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "shred_tombstones_destroyed_at" ON "shred_tombstones" USING btree ("destroyed_at");