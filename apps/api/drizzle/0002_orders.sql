CREATE TABLE "book_blocks" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "book_clock" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"ahead" integer NOT NULL,
	CONSTRAINT "book_clock_one_row" CHECK ("book_clock"."only")
);
--> statement-breakpoint
CREATE TABLE "order_events" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "order_events_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"asset" text NOT NULL,
	"money" text NOT NULL,
	"maker" text NOT NULL,
	"side" text NOT NULL,
	"data" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "orders" (
	"hash" text PRIMARY KEY NOT NULL,
	"place" bigint GENERATED ALWAYS AS IDENTITY (sequence name "orders_place_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"maker" text NOT NULL,
	"taker" text NOT NULL,
	"asset" text NOT NULL,
	"money" text NOT NULL,
	"sell_amount" numeric(78, 0) NOT NULL,
	"buy_start" numeric(78, 0) NOT NULL,
	"buy_end" numeric(78, 0) NOT NULL,
	"start" bigint NOT NULL,
	"duration" bigint NOT NULL,
	"interval" bigint NOT NULL,
	"count" integer NOT NULL,
	"flags" smallint NOT NULL,
	"epoch" numeric(78, 0) NOT NULL,
	"salt" numeric(78, 0) NOT NULL,
	"signature" text NOT NULL,
	"side" text NOT NULL,
	"ends_at" bigint NOT NULL,
	"state" text NOT NULL,
	"issue" smallint NOT NULL,
	"refusal" smallint NOT NULL,
	"fillable" numeric(78, 0) NOT NULL,
	"filled" numeric(78, 0) NOT NULL,
	"filled_window" bigint NOT NULL,
	"holds_until" bigint,
	"judged_block" bigint NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "orders_ended_for_ever" CHECK (("orders"."holds_until" is null) = ("orders"."state" in ('filled', 'cancelled', 'expired')))
);
--> statement-breakpoint
CREATE INDEX "order_events_created_at" ON "order_events" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "orders_book" ON "orders" USING btree ("asset","money","side") WHERE "orders"."state" = 'open';--> statement-breakpoint
CREATE INDEX "orders_maker" ON "orders" USING btree ("maker","place");--> statement-breakpoint
CREATE INDEX "orders_asset" ON "orders" USING btree ("asset","place");--> statement-breakpoint
CREATE INDEX "orders_place" ON "orders" USING btree ("place");--> statement-breakpoint
CREATE INDEX "orders_holds_until" ON "orders" USING btree ("holds_until") WHERE "orders"."holds_until" is not null;--> statement-breakpoint
CREATE INDEX "orders_judged_at" ON "orders" USING btree ("judged_at") WHERE "orders"."holds_until" is not null;--> statement-breakpoint
CREATE INDEX "orders_ended" ON "orders" USING btree ("judged_block") WHERE "orders"."holds_until" is null;