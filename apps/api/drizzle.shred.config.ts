import { defineConfig } from "drizzle-kit";

/** The store of shred keys, which is a database of its own. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./src/privacy/shredTables.ts",
  out: "./drizzle-shred",
});
