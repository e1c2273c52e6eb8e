CREATE TABLE "log_nodes" (
	"level" smallint NOT NULL,
	"index" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "log_nodes_level_index_pk" PRIMARY KEY("level","index")
);
--> statement-breakpoint
CREATE TABLE "log_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	CONSTRAINT "log_state_one" CHECK ("log_state"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "records" ADD COLUMN "leaf_index" bigint;--> statement-breakpoint
CREATE INDEX "log_leaves" ON "log_nodes" USING btree ("hash") WHERE "log_nodes"."level" = 0;--> statement-breakpoint
CREATE INDEX "records_unlogged" ON "records" USING btree ("created_at","id") WHERE "records"."leaf_index" is null;