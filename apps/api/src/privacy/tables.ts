import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { time } from "../database/columns.ts";

/** Erasures of people's data: that there was one, and of whom only until it is done. */
export const erasures = pgTable(
  "erasures",
  {
    id: uuid("id").primaryKey(),
    /** Whose, while ciphertext of theirs is still being deleted. */
    account: text("account"),
    /** Who asked: the person, somebody of the staff for them, or a restored backup that brought them back. */
    asked: text("asked", { enum: ["person", "officer", "restore"] }).notNull(),
    /** What was written until then is erased. */
    begunAt: time("begun_at").notNull(),
    finishedAt: time("finished_at"),
  },
  (table) => [index("erasures_account").on(table.account)],
);
