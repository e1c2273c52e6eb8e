CREATE SCHEMA "keeper";
--> statement-breakpoint
CREATE TABLE "keeper"."attempts" (
	"hash" text PRIMARY KEY NOT NULL,
	"transaction" bigint NOT NULL,
	"raw" text NOT NULL,
	"max_fee_per_gas" numeric(78, 0) NOT NULL,
	"max_priority_fee_per_gas" numeric(78, 0) NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keeper"."earnings" (
	"transaction" bigint NOT NULL,
	"token" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	CONSTRAINT "earnings_transaction_token_pk" PRIMARY KEY("transaction","token")
);
--> statement-breakpoint
CREATE TABLE "keeper"."transactions" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "keeper"."transactions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"genesis" text NOT NULL,
	"account" text NOT NULL,
	"nonce" integer NOT NULL,
	"job" text NOT NULL,
	"subject" text NOT NULL,
	"to" text NOT NULL,
	"data" text NOT NULL,
	"gas" numeric(78, 0) NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"block" numeric(78, 0),
	"gas_used" numeric(78, 0),
	"gas_price" numeric(78, 0),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "keeper"."attempts" ADD CONSTRAINT "attempts_transaction_transactions_id_fk" FOREIGN KEY ("transaction") REFERENCES "keeper"."transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "keeper"."earnings" ADD CONSTRAINT "earnings_transaction_transactions_id_fk" FOREIGN KEY ("transaction") REFERENCES "keeper"."transactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "transactions_nonce" ON "keeper"."transactions" USING btree ("genesis","account","nonce") WHERE "keeper"."transactions"."state" <> 'undone';--> statement-breakpoint
CREATE INDEX "transactions_state" ON "keeper"."transactions" USING btree ("genesis","account","state");