CREATE TABLE "deployments" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deployments_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"chain_id" bigint NOT NULL,
	"genesis" text NOT NULL,
	"contracts" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deployments_place" UNIQUE("chain_id","genesis","contracts")
);
--> statement-breakpoint
ALTER TABLE "referral_codes" DROP CONSTRAINT "referral_codes_account_unique";--> statement-breakpoint
ALTER TABLE "tap_names" DROP CONSTRAINT "tap_names_key_unique";--> statement-breakpoint
ALTER TABLE "tap_people" DROP CONSTRAINT "tap_people_identity_unique";--> statement-breakpoint
ALTER TABLE "tap_people" DROP CONSTRAINT "tap_people_wallet_unique";--> statement-breakpoint
DROP INDEX "store_codes_mac";--> statement-breakpoint
DROP INDEX "store_codes_free";--> statement-breakpoint
DROP INDEX "store_orders_purchase";--> statement-breakpoint
DROP INDEX "store_orders_account";--> statement-breakpoint
DROP INDEX "store_orders_owed";--> statement-breakpoint
DROP INDEX "store_orders_block";--> statement-breakpoint
DROP INDEX "relays_subject";--> statement-breakpoint
ALTER TABLE "book_blocks" DROP CONSTRAINT "book_blocks_pkey";--> statement-breakpoint
ALTER TABLE "store_blocks" DROP CONSTRAINT "store_blocks_pkey";--> statement-breakpoint
ALTER TABLE "relays" DROP CONSTRAINT "relays_pkey";--> statement-breakpoint
ALTER TABLE "book_blocks" ADD COLUMN "deployment" integer;--> statement-breakpoint
ALTER TABLE "store_blocks" ADD COLUMN "deployment" integer;--> statement-breakpoint
ALTER TABLE "store_codes" ADD COLUMN "deployment" integer;--> statement-breakpoint
ALTER TABLE "store_orders" ADD COLUMN "deployment" integer;--> statement-breakpoint
ALTER TABLE "referral_codes" ADD COLUMN "deployment" integer;--> statement-breakpoint
ALTER TABLE "relays" ADD COLUMN "deployment" integer;--> statement-breakpoint
ALTER TABLE "tap_names" ADD COLUMN "deployment" integer;--> statement-breakpoint
ALTER TABLE "tap_people" ADD COLUMN "deployment" integer;--> statement-breakpoint
-- Written by hand: what was kept before deployments were told apart is of none that is known, and stays for whoever knows which one it was.
INSERT INTO "deployments" ("chain_id", "genesis", "contracts", "created_at")
SELECT 0, '', 'taps', now() WHERE EXISTS (SELECT FROM "tap_people") OR EXISTS (SELECT FROM "relays")
UNION ALL SELECT 0, '', 'codes', now() WHERE EXISTS (SELECT FROM "referral_codes")
UNION ALL SELECT 0, '', 'store', now() WHERE EXISTS (SELECT FROM "store_orders") OR EXISTS (SELECT FROM "store_codes") OR EXISTS (SELECT FROM "store_blocks");--> statement-breakpoint
-- Where the book stands is found again, and asks about every order.
DELETE FROM "book_blocks";--> statement-breakpoint
UPDATE "store_blocks" SET "deployment" = (SELECT "id" FROM "deployments" WHERE "contracts" = 'store');--> statement-breakpoint
UPDATE "store_codes" SET "deployment" = (SELECT "id" FROM "deployments" WHERE "contracts" = 'store');--> statement-breakpoint
UPDATE "store_orders" SET "deployment" = (SELECT "id" FROM "deployments" WHERE "contracts" = 'store');--> statement-breakpoint
UPDATE "referral_codes" SET "deployment" = (SELECT "id" FROM "deployments" WHERE "contracts" = 'codes');--> statement-breakpoint
UPDATE "relays" SET "deployment" = (SELECT "id" FROM "deployments" WHERE "contracts" = 'taps');--> statement-breakpoint
UPDATE "tap_names" SET "deployment" = (SELECT "id" FROM "deployments" WHERE "contracts" = 'taps');--> statement-breakpoint
UPDATE "tap_people" SET "deployment" = (SELECT "id" FROM "deployments" WHERE "contracts" = 'taps');--> statement-breakpoint
ALTER TABLE "book_blocks" ALTER COLUMN "deployment" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "store_blocks" ALTER COLUMN "deployment" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "store_codes" ALTER COLUMN "deployment" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "store_orders" ALTER COLUMN "deployment" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "referral_codes" ALTER COLUMN "deployment" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "relays" ALTER COLUMN "deployment" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "tap_names" ALTER COLUMN "deployment" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "tap_people" ALTER COLUMN "deployment" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "book_blocks" ADD CONSTRAINT "book_blocks_deployment_number_pk" PRIMARY KEY("deployment","number");--> statement-breakpoint
ALTER TABLE "store_blocks" ADD CONSTRAINT "store_blocks_deployment_number_pk" PRIMARY KEY("deployment","number");--> statement-breakpoint
ALTER TABLE "relays" ADD CONSTRAINT "relays_deployment_id_pk" PRIMARY KEY("deployment","id");--> statement-breakpoint
ALTER TABLE "book_blocks" ADD CONSTRAINT "book_blocks_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_blocks" ADD CONSTRAINT "store_blocks_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_codes" ADD CONSTRAINT "store_codes_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "store_orders" ADD CONSTRAINT "store_orders_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_codes" ADD CONSTRAINT "referral_codes_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relays" ADD CONSTRAINT "relays_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tap_names" ADD CONSTRAINT "tap_names_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tap_people" ADD CONSTRAINT "tap_people_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "store_codes_mac" ON "store_codes" USING btree ("deployment","item_id","mac");--> statement-breakpoint
CREATE INDEX "store_codes_free" ON "store_codes" USING btree ("deployment","item_id","place") WHERE "store_codes"."order_place" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "store_orders_purchase" ON "store_orders" USING btree ("deployment","order_id","account","item_id","quantity");--> statement-breakpoint
CREATE INDEX "store_orders_account" ON "store_orders" USING btree ("deployment","account","order_id");--> statement-breakpoint
CREATE INDEX "store_orders_owed" ON "store_orders" USING btree ("deployment","order_id") WHERE "store_orders"."delivered_at" is null;--> statement-breakpoint
CREATE INDEX "store_orders_block" ON "store_orders" USING btree ("deployment","block");--> statement-breakpoint
CREATE INDEX "relays_subject" ON "relays" USING btree ("deployment","subject","created_at");--> statement-breakpoint
ALTER TABLE "referral_codes" ADD CONSTRAINT "referral_codes_account" UNIQUE("deployment","account");--> statement-breakpoint
ALTER TABLE "tap_names" ADD CONSTRAINT "tap_names_key" UNIQUE("deployment","key");--> statement-breakpoint
ALTER TABLE "tap_people" ADD CONSTRAINT "tap_people_identity" UNIQUE("deployment","identity");--> statement-breakpoint
ALTER TABLE "tap_people" ADD CONSTRAINT "tap_people_wallet" UNIQUE("deployment","wallet");