ALTER TABLE "relays" DROP CONSTRAINT "relays_deployment_id_pk";--> statement-breakpoint
ALTER TABLE "relays" ADD CONSTRAINT "relays_deployment_hash_pk" PRIMARY KEY("deployment","hash");--> statement-breakpoint
ALTER TABLE "relays" ADD COLUMN "purpose" text NOT NULL DEFAULT 'claim';--> statement-breakpoint
ALTER TABLE "relays" ALTER COLUMN "purpose" DROP DEFAULT;--> statement-breakpoint
CREATE INDEX "relays_id" ON "relays" USING btree ("deployment","id","created_at");