CREATE TABLE "credit_applications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "credit_applications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"deployment" integer NOT NULL,
	"identity" bigint NOT NULL,
	"account" text NOT NULL,
	"outcome" text NOT NULL,
	"signed" numeric(78, 0) NOT NULL,
	"answer" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credit_incomes" (
	"deployment" integer NOT NULL,
	"identity" bigint NOT NULL,
	"account" text NOT NULL,
	"monthly" numeric(78, 0) NOT NULL,
	"until" bigint NOT NULL,
	"recorded_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credit_incomes_deployment_identity_created_at_pk" PRIMARY KEY("deployment","identity","created_at")
);
--> statement-breakpoint
ALTER TABLE "credit_applications" ADD CONSTRAINT "credit_applications_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_incomes" ADD CONSTRAINT "credit_incomes_deployment_deployments_id_fk" FOREIGN KEY ("deployment") REFERENCES "public"."deployments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_applications_account" ON "credit_applications" USING btree ("deployment","account","created_at");--> statement-breakpoint
CREATE INDEX "credit_applications_identity" ON "credit_applications" USING btree ("deployment","identity","created_at");--> statement-breakpoint
CREATE INDEX "credit_incomes_created_at" ON "credit_incomes" USING btree ("deployment","created_at");