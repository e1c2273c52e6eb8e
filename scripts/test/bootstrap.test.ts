import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

const bootstrap = path.join(import.meta.dirname, "../bootstrap.mjs");

/** A checkout with nothing in it but what the bootstrap reads, and programs that note how they were called. */
let checkout: string;
let bin: string;
const file = (name: string) => path.join(checkout, name);
const write = (name: string, content: string) => {
  mkdirSync(path.dirname(file(name)), { recursive: true });
  writeFileSync(file(name), content);
};
const calls = () => (existsSync(file("calls")) ? readFileSync(file("calls"), "utf8").trim().split("\n") : []);
const program = (name: string, lines: string) => {
  write(`bin/${name}`, `#!/bin/sh\n${lines}\n`);
  chmodSync(file(`bin/${name}`), 0o755);
};

beforeEach(() => {
  checkout = mkdtempSync(path.join(tmpdir(), "qti-bootstrap-"));
  bin = file("bin");
  write("package.json", '{ "packageManager": "pnpm@12.0.0" }');
  write(".node-version", process.versions.node);
  write("pnpm-lock.yaml", "first");
  mkdirSync(file("scripts"));
  cpSync(bootstrap, file("scripts/bootstrap.mjs"));
  write("scripts/src/commands/env.ts", "console.log(JSON.stringify([process.env, process.argv.slice(2)]))");
  write("scripts/src/commands/fail.ts", "process.exit(7)");
  program("git", "exit 0");
  // npm makes the toolchain with a pnpm that notes its calls; half a second passes, as with a slow network.
  program(
    "npm",
    `echo npm >> ${file("calls")}; sleep 0.3
for last; do [ "$previous" = --prefix ] && prefix="$last"; previous="$last"; done
mkdir -p "$prefix/node_modules/@pnpm/exe.linux-x64" "$prefix/node_modules/pnpm"
echo '{ "version": "12.0.0" }' > "$prefix/node_modules/pnpm/package.json"
printf '#!/bin/sh\\necho pnpm "$1" >> ${file("calls")}; mkdir -p ${file("node_modules")}\\n' > "$prefix/node_modules/@pnpm/exe.linux-x64/pnpm"
chmod +x "$prefix/node_modules/@pnpm/exe.linux-x64/pnpm"`,
  );
  for (const tool of ["sh", "sleep", "mkdir", "chmod"]) symlinkSync(`/bin/${tool}`, path.join(bin, tool));
});
afterEach(() => rmSync(checkout, { recursive: true, force: true }));

const start = (args: readonly string[], env: Record<string, string> = {}): ChildProcess =>
  spawn(process.execPath, [file("scripts/bootstrap.mjs"), ...args], {
    env: { PATH: bin, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const child = start(args, env);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += String(chunk)));
  const [code] = await once(child, "close");
  return { code: Number(code), output };
}

describe("the installation", () => {
  test("happens once, and again when the lockfile changes", async () => {
    await run(["env"]);
    expect(calls()).toEqual(["npm", "pnpm install"]);
    await run(["env"]);
    expect(calls()).toEqual(["npm", "pnpm install"]);
    write("pnpm-lock.yaml", "second");
    await run(["env"]);
    expect(calls()).toEqual(["npm", "pnpm install", "pnpm install"]);
  });

  test("behavior: happens again when node_modules was deleted or pnpm's pin changed", async () => {
    await run(["env"]);
    rmSync(file("node_modules"), { recursive: true });
    await run(["env"]);
    expect(calls()).toEqual(["npm", "pnpm install", "pnpm install"]);
    write("package.json", '{ "packageManager": "pnpm@12.0.1" }');
    await run(["env"]);
    expect(calls().filter((call) => call === "npm")).toHaveLength(2);
  });

  test("behavior: two commands at once install once", async () => {
    const both = await Promise.all([run(["env"]), run(["env"])]);
    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(calls()).toEqual(["npm", "pnpm install"]);
  });

  test("behavior: a second command waits for the installation, and not for the first command", async () => {
    write(
      "scripts/src/commands/wait.ts",
      "process.on('disconnect', () => process.exit()); console.log('ready')",
    );
    const children = [start(["wait"]), start(["wait"])];
    for (const child of children) {
      for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
        if (line === "ready") break;
      }
    }
    for (const child of children) child.kill("SIGKILL");
    expect(calls()).toEqual(["npm", "pnpm install"]);
  });

  test("behavior: a killed installation holds nobody up and leaves no half toolchain", async () => {
    const first = start(["env"]);
    await once(first.stdout ?? first, "data"); // says that it fetches
    first.kill("SIGKILL");
    expect(existsSync(file(".qti/toolchain"))).toBe(false);
    const { code } = await run(["env"]);
    expect(code).toBe(0);
  });

  test("behavior: a failed installation is said and nothing is run", async () => {
    program("npm", "exit 1");
    const { code, output } = await run(["env"]);
    expect(code).toBe(1);
    expect(output).toContain("failed (npm install");
  });
});

describe("the command", () => {
  test("gets its arguments, the right Node first in PATH and nothing of npm's", async () => {
    await run(["env"]);
    const { output } = await run(["env", "one", "two"], {
      npm_config_prefix: "/x",
      NPM_TOKEN: "y",
      KEPT: "z",
    });
    const [env, args] = JSON.parse(output);
    expect(args).toEqual(["one", "two"]);
    expect(env.PATH.split(":")[0]).toBe(path.dirname(process.execPath));
    expect(env.KEPT).toBe("z");
    expect(Object.keys(env).filter((name) => /^npm_/i.test(name))).toEqual([]);
  });

  test("passes its exit code on", async () => {
    expect((await run(["fail"])).code).toBe(7);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("gets %s and may take its time", async (signal) => {
    write(
      "scripts/src/commands/wait.ts",
      `process.on("${signal}", () => { console.log("stopping"); setTimeout(() => process.exit(3), 50) });
       console.log("ready"); setInterval(() => {}, 1000)`,
    );
    await run(["env"]);
    const child = start(["wait"]);
    const lines = createInterface({ input: child.stdout ?? process.stdin });
    await once(lines, "line");
    child.kill(signal);
    expect((await once(lines, "line"))[0]).toBe("stopping");
    expect((await once(child, "exit"))[0]).toBe(3);
  });

  test("learns of the end of a bootstrap that was killed outright", async () => {
    write(
      "scripts/src/commands/wait.ts",
      `process.on("disconnect", () => { console.log("alone"); process.exit() }); console.log("ready")`,
    );
    await run(["env"]);
    const child = start(["wait"]);
    const lines = createInterface({ input: child.stdout ?? process.stdin });
    await once(lines, "line");
    child.kill("SIGKILL");
    expect((await once(lines, "line"))[0]).toBe("alone");
  });

  test("that does not exist is said", async () => {
    await run(["env"]);
    expect(await run(["fly"])).toMatchObject({
      code: 1,
      output: expect.stringContaining('no command "fly"'),
    });
  });
});

test.each(["git", "npm"])("a machine without %s is told what to install", async (missing) => {
  rmSync(file(`bin/${missing}`));
  const { code, output } = await run(["env"]);
  expect(code).toBe(1);
  expect(output).toContain(`QTI needs ${missing}`);
});
