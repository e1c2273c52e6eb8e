import { defineConfig } from "vitest/config";

/** What only a browser can tell: which key exchange people really get. */
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.ts"],
    globalSetup: ["test/support/globalSetup.ts"],
    pool: "forks",
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A browser test that fails once and passes then hides a race: it fails.
    retry: 0,
  },
});
