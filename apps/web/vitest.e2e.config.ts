import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Who turns the clock of the chain forward comes last, and who turns it most at the very end: everybody else lives in the present, where
 * the demo's orders have not expired.
 */
class ClockLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turns = ({ moduleId }: TestSpecification) =>
      readFileSync(moduleId, "utf8").split("passTime(").length;
    return (await super.sort(files)).sort((a, b) => turns(a) - turns(b));
  }
}

/** The whole path in a real browser on a real stack. One file at a time: they share the chain and the machine. */
export default defineConfig({
  test: {
    include: ["e2e/**/*.e2e.ts"],
    globalSetup: ["e2e/support/global-setup.ts"],
    fileParallelism: false,
    sequence: { sequencer: ClockLast },
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // As long as the browser waits for what is to appear: a poll without this gives up after a second.
    expect: { poll: { timeout: 30_000 } },
    // A browser test that fails once and passes then hides a race: it fails.
    retry: 0,
  },
});
