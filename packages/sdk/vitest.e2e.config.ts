import { defineConfig } from "vitest/config";

/** What only a browser can tell: passkeys, and which cryptography it has of its own. */
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // A browser test that fails once and passes then hides a race: it fails.
    retry: 0,
  },
});
