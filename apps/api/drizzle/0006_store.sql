CREATE TABLE "store_blocks" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "store_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"place" bigint GENERATED ALWAYS AS IDENTITY (sequence name "store_codes_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"item_id" numeric(78, 0) NOT NULL,
	"mac" text NOT NULL,
	"sealed" "bytea",
	"order_place" bigint,
	"uploader" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "store_keys" (
	"verifier" text PRIMARY KEY NOT NULL,
	"recipient" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "store_orders" (
	"place" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "store_orders_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"order_id" numeric(78, 0) NOT NULL,
	"account" text NOT NULL,
	"item_id" numeric(78, 0) NOT NULL,
	"quantity" numeric(78, 0) NOT NULL,
	"block" bigint NOT NULL,
	"confirmed" boolean NOT NULL,
	"undone" boolean DEFAULT false NOT NULL,
	"record_id" uuid,
	"delivered_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "store_codes" ADD CONSTRAINT "store_codes_order_place_store_orders_place_fk" FOREIGN KEY ("order_place") REFERENCES "public"."store_orders"("place") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "store_codes_mac" ON "store_codes" USING btree ("item_id","mac");--> statement-breakpoint
CREATE INDEX "store_codes_free" ON "store_codes" USING btree ("item_id","place") WHERE "store_codes"."order_place" is null;--> statement-breakpoint
CREATE INDEX "store_codes_order" ON "store_codes" USING btree ("order_place");--> statement-breakpoint
CREATE INDEX "store_codes_uploader" ON "store_codes" USING btree ("uploader","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "store_orders_purchase" ON "store_orders" USING btree ("order_id","account","item_id","quantity");--> statement-breakpoint
CREATE INDEX "store_orders_account" ON "store_orders" USING btree ("account","order_id");--> statement-breakpoint
CREATE INDEX "store_orders_owed" ON "store_orders" USING btree ("order_id") WHERE "store_orders"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX "store_orders_block" ON "store_orders" USING btree ("block");