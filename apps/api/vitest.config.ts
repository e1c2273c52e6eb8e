import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/globalSetup.ts"],
    // Real servers, files and processes: forks keep signals and limits what they are.
    pool: "forks",
    // One database server and one chain serve all files; two cores gain nothing from more at once.
    maxWorkers: 2,
    // On a busy machine the service takes ten seconds to start.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
