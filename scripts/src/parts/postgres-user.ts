import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, lchownSync, lstatSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import type { ProcessSpec } from "../core/process.ts";
import { RequirementError } from "../errors.ts";

/** "nobody": PostgreSQL asks for a user that the system knows, and this one is known everywhere. */
const nobody = 65_534;

/** Where PostgreSQL's data is, and as whom its programs run. */
export interface PostgresHome {
  readonly dataParent: string;
  spec(program: string, args: readonly string[]): Pick<ProcessSpec, "command" | "args" | "uid">;
}

const unshared = ["--user", `--map-user=${nobody}`, `--map-group=${nobody}`, "--"];

/**
 * PostgreSQL refuses to run as root. As root it therefore gets a user namespace, in which root's files are its own and
 * which needs neither a user nor a chown; where containers forbid that, it runs as "nobody".
 */
export function postgresHome(native: string, stateDir: string): PostgresHome {
  const program = (name: string) => path.join(native, "bin", name);
  if (process.getuid?.() !== 0) {
    return { dataParent: stateDir, spec: (name, args) => ({ command: program(name), args }) };
  }
  const probe = spawnSync("unshare", [...unshared, program("postgres"), "--version"], { cwd: stateDir });
  if (probe.status === 0 && process.env.QTI_NO_USER_NAMESPACE === undefined) {
    return {
      dataParent: stateDir,
      spec: (name, args) => ({ command: "unshare", args: [...unshared, program(name), ...args] }),
    };
  }
  return asNobody(native, stateDir);
}

/** "nobody" may be kept out of the checkout, for example below /root: what it needs is then kept in /var/tmp. */
function asNobody(native: string, stateDir: string): PostgresHome {
  const can = (command: string, ...args: string[]) =>
    spawnSync(command, args, { cwd: "/", uid: nobody, gid: nobody }).status === 0;
  const outside = (what: string, of: string) =>
    `/var/tmp/qti-${what}-${createHash("sha256").update(of).digest("hex").slice(0, 16)}`;

  let programs = native;
  if (!can(path.join(native, "bin/postgres"), "--version")) {
    programs = outside("postgres", native);
    if (!existsSync(programs)) copyAtOnce(native, programs);
    requireOwn(programs);
  }
  const dataParent = can("test", "-x", stateDir)
    ? path.join(stateDir, "postgres-nobody")
    : outside("state", stateDir);
  mkdirSync(dataParent, { recursive: true, mode: 0o700 });
  requireOwn(dataParent);
  lchownSync(dataParent, nobody, nobody);
  return {
    dataParent,
    spec: (name, args) => ({ command: path.join(programs, "bin", name), args, uid: nobody }),
  };
}

/** Everybody may write into /var/tmp and guess our names there: what somebody else put in place is not ours to run or to own. */
function requireOwn(folder: string): void {
  const found = lstatSync(folder);
  if (found.isDirectory() && (found.uid === 0 || found.uid === nobody)) return;
  throw new RequirementError(
    `${folder} belongs to somebody else. Remove it, or set DATABASE_URL to a PostgreSQL of yours.`,
  );
}

/** A copy that is either whole or not there, also when two stacks make it at the same time. */
function copyAtOnce(from: string, to: string): void {
  const aside = `${to}.${process.pid}`;
  cpSync(from, aside, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(aside, to);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
