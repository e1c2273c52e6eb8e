DROP INDEX "tap_sessions_expires_at";--> statement-breakpoint
ALTER TABLE "tap_people" ADD COLUMN "settled" numeric(78, 0) DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tap_sessions" ADD COLUMN "forgotten" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "tap_sessions_expires_at" ON "tap_sessions" USING btree ("forgotten","expires_at");