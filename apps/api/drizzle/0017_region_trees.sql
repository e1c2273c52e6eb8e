CREATE TABLE "erased_blobs" (
	"hash" text PRIMARY KEY NOT NULL,
	"erased_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "region_leaves" (
	"region" text NOT NULL,
	"prefix" text NOT NULL,
	"node" text NOT NULL,
	CONSTRAINT "region_leaves_region_prefix_pk" PRIMARY KEY("region","prefix")
);
--> statement-breakpoint
CREATE TABLE "region_trees" (
	"region" text PRIMARY KEY NOT NULL,
	"root" text,
	"whole_at" timestamp with time zone,
	"scrubbed_to" text DEFAULT '' NOT NULL,
	"replayed_to" text
);
--> statement-breakpoint
CREATE INDEX "erased_blobs_erased_at" ON "erased_blobs" USING btree ("erased_at");--> statement-breakpoint
CREATE INDEX "region_outbox_region" ON "region_outbox" USING btree ("region","hash");