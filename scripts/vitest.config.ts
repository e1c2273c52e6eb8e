import { defineConfig } from "vitest/config";

export default defineConfig({
  // Real processes are started here: forks keep signals and process ids what they are.
  test: { include: ["test/**/*.test.ts"], pool: "forks", testTimeout: 60_000, hookTimeout: 60_000 },
});
