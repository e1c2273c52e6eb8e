import { defineConfig } from "vitest/config";

/** The whole path in a real browser on a real stack. One file at a time: they share the chain and the machine. */
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.ts"],
    globalSetup: ["e2e/support/global-setup.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A browser test that fails once and passes then hides a race: it fails.
    retry: 0,
  },
});
