import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const script = `${import.meta.dirname}/../scripts/openWithAge.ts`;

function run(args: readonly string[], env: NodeJS.ProcessEnv) {
  return promisify(execFile)(process.execPath, [script, ...args], { env });
}

test("the age tool and the SDK open each other's files, wherever the tool is installed", async () => {
  const { stdout } = await run([], process.env);
  expect(stdout).toMatch(
    /^(?:age v?\d.*(?:\nyes {2}.+){4}\n|The age tool is not installed.*\n|This is age .*\n)$/,
  );
});

test("without the tool it says so, and fails only for whoever requires it", async () => {
  expect((await run([], { PATH: "" })).stdout).toContain("The age tool is not installed.");
  await expect(run(["--require"], { PATH: "" })).rejects.toMatchObject({ code: 1 });
});
