import path from "node:path";
import { binOf } from "../core/bin.ts";
import { buildOnce, hashOf } from "../core/cache.ts";
import { hold } from "../core/lock.ts";
import { folders, root } from "../core/paths.ts";
import type { Processes } from "../core/process.ts";
import { until } from "../core/until.ts";
import { CommandFailedError } from "../errors.ts";

const minutes = 60;

/** Two stacks of one checkout share its source folders: they build one after the other. */
async function alone<T>(what: string, work: () => Promise<T>): Promise<T> {
  const held = await until(() => hold(`build of ${what} in ${root}`), {
    what: `the build of ${what} by another stack of this checkout`,
    seconds: 10 * minutes,
  });
  try {
    return await work();
  } finally {
    await held.release();
  }
}

/** Compiles the contracts with the quick profile. True where there was something to do. */
export function buildContracts(processes: Processes): Promise<boolean> {
  const { contracts } = folders;
  const sources = ["src", "hardhat.config.ts", "package.json"].map((name) => path.join(contracts, name));
  return alone("contracts", () =>
    buildOnce({
      name: "contracts",
      hash: hashOf(sources, [process.version]),
      witness: path.join(contracts, "artifacts/artifacts.d.ts"),
      build: () =>
        processes.run({
          name: "contracts",
          command: process.execPath,
          args: [binOf(contracts, "hardhat"), "build", "--no-tests"],
          cwd: contracts,
        }),
    }),
  );
}

/** Builds the web for production. True where there was something to do. */
export function buildWeb(processes: Processes): Promise<boolean> {
  const { web, sdk } = folders;
  const sources = [
    web,
    path.join(sdk, "src"),
    path.join(sdk, "package.json"),
    path.join(root, "pnpm-lock.yaml"),
  ];
  return alone("web", () =>
    buildOnce({
      name: "web",
      hash: hashOf(sources, [process.version]),
      witness: path.join(web, ".next/BUILD_ID"),
      build: async () => {
        const wait = { what: "the build of the web", seconds: 10 * minutes, pollMs: 1_000 };
        await processes.until(() => nextBuild(processes), wait, CommandFailedError);
      },
    }),
  );
}

/** Undefined while `npm run build` in another terminal is at it: Next then refuses, and waiting is all there is to do. */
async function nextBuild(processes: Processes): Promise<true | undefined> {
  const { web } = folders;
  try {
    await processes.run({
      name: "web-build",
      command: process.execPath,
      args: [binOf(web, "next"), "build"],
      cwd: web,
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    return true;
  } catch (error) {
    if (error instanceof CommandFailedError && error.message.includes("Another next build process"))
      return undefined;
    throw error;
  }
}

/** Writes the SDK's ABIs and errors anew from the contracts' artifacts. */
export function generateSdk(processes: Processes): Promise<void> {
  return processes.run({
    name: "sdk-generate",
    command: process.execPath,
    args: ["scripts/generate.ts"],
    cwd: folders.sdk,
  });
}
