import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: [
    "./src/core/deploymentTables.ts",
    "./src/identity/*ables.ts",
    "./src/records/tables.ts",
    "./src/log/tables.ts",
    "./src/privacy/tables.ts",
    "./src/exchange/tables.ts",
    "./src/rewards/*ables.ts",
    "./src/loans/creditTables.ts",
  ],
  out: "./drizzle",
});
