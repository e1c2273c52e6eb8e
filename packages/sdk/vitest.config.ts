import { configDefaults, defineConfig } from "vitest/config";

/** Folders whose tests talk to a chain; they share one, so they run one after the other. */
const onChain = [
  "core",
  "identity",
  "assets",
  "exchange",
  "money",
  "staking",
  "tokens",
  "devnet",
  "records/onchain",
  "proofs/onchain",
];
const chainTests = [
  ...onChain.map((folder) => `src/${folder}/**/*.test.ts`),
  // What else is tested in this folder is pure, or the client of a service.
  "src/rewards/rewards.test.ts",
  "src/loans/*.test.ts",
  "examples/**/*.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...chainTests],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "chain",
          include: chainTests,
          globalSetup: ["test/support/serve.ts"],
          setupFiles: ["test/support/revert.ts"],
          fileParallelism: false,
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
