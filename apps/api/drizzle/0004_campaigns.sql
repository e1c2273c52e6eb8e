CREATE TABLE "campaign_leaves" (
	"root" text NOT NULL,
	"account" text NOT NULL,
	"cumulative" numeric(78, 0) NOT NULL,
	"proof" "bytea" NOT NULL,
	CONSTRAINT "campaign_leaves_root_account_pk" PRIMARY KEY("root","account")
);
--> statement-breakpoint
CREATE TABLE "campaign_trees" (
	"root" text PRIMARY KEY NOT NULL,
	"campaign_id" numeric(78, 0) NOT NULL,
	"total" numeric(78, 0) NOT NULL,
	"count" integer NOT NULL,
	"publisher" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaign_leaves" ADD CONSTRAINT "campaign_leaves_root_campaign_trees_root_fk" FOREIGN KEY ("root") REFERENCES "public"."campaign_trees"("root") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_trees_publisher" ON "campaign_trees" USING btree ("publisher","created_at");