/**
 * Opens files of ours with the age tool, and one of the age tool's with ours, so that nobody has to take our word for the format:
 * `node scripts/openWithAge.ts`. Without age it says so; with `--require` that is a failure.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { concat, equalBytes, own, utf8 } from "../src/records/bytes.ts";
import { parseHeader } from "../src/records/header.ts";
import { generateKeys, newRecordId, open, rewrap, seal, sealStream } from "../src/records/index.ts";
import { encodeIdentity } from "../src/records/keys/recipient.ts";
import { padme } from "../src/records/padding.ts";
import { decodeContents } from "../src/records/record/contents.ts";

/** Since when age knows mlkem768x25519. */
const leastVersion = [1, 3] as const;

/** Runs age. The output is undefined when there is no such program. */
function age(args: readonly string[], input?: Uint8Array): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const child = execFile("age", args, { encoding: "buffer" }, (error, stdout, stderr) => {
      if (error === null) resolve(new Uint8Array(stdout));
      else if (error.code === "ENOENT") resolve(undefined);
      else
        reject(new AgeRefusedError(`age ${args[0]} failed: ${stderr.toString().trim()}`, { cause: error }));
    });
    child.stdin?.on("error", () => undefined).end(input ?? "");
  });
}

class AgeRefusedError extends Error {
  override name = "AgeRefusedError";
}

async function ageVersion(): Promise<string | undefined> {
  const text = await age(["--version"]);
  return text && Buffer.from(text).toString().trim();
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  // A build from source may have no number of its own.
  if (Number.isNaN(major)) return true;
  return major > leastVersion[0] || (major === leastVersion[0] && minor >= leastVersion[1]);
}

async function compareWithAge(folder: string): Promise<void> {
  const { keys, seeds } = await generateKeys();
  const { keys: other, seeds: otherSeeds } = await generateKeys();
  const identityOf = (name: string, identity: string) => {
    const file = join(folder, name);
    writeFileSync(file, `${identity}\n`, { mode: 0o600 });
    return file;
  };
  const own1 = identityOf("author", encodeIdentity(seeds.xwing));
  const own2 = identityOf("reader", encodeIdentity(otherSeeds.xwing));
  const decrypt = async (identity: string, file: Uint8Array) =>
    (await age(["--decrypt", "-i", identity], file)) ?? new Uint8Array();

  const body = utf8("The safe is behind the painting.");
  const recordId = newRecordId();
  const owner = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
  const facts = { recordId, version: 1, space: "notes" } as const;
  const more = { type: "note", previous: null, owner, chainId: 31337 } as const;
  const sealed = await seal({ body, ...facts, ...more, keys, recipients: [] });
  const opened = decodeContents(await decrypt(own1, concat(sealed.header, sealed.payload)));
  say("age opens a record", equalBytes(opened.body, body));

  const shared = await rewrap({ header: sealed.header, keys, recipients: [other.public] });
  const contents = await decrypt(own2, concat(shared.header, sealed.payload));
  say("age opens it for a reader it was shared with later", equalBytes(decodeContents(contents).body, body));

  const file = new Uint8Array(200_000).map((_, index) => index % 251);
  const { ciphertext, attachment } = await sealStream({
    stream: new Blob([file]).stream(),
    name: "scan.pdf",
  });
  const bytes = await new Response(ciphertext).bytes();
  const plain = await decrypt(identityOf("attachment", (await attachment).key), bytes);
  const padded = concat(file, new Uint8Array(padme(file.length) - file.length));
  say("age opens an attachment with the key in its record", equalBytes(plain, padded));

  const theirs = own((await age(["--encrypt", "-r", keys.public.recipient], contents)) ?? new Uint8Array());
  const { size } = parseHeader(theirs);
  const read = await open({
    header: theirs.slice(0, size),
    payload: theirs.slice(size),
    keys,
    author: keys.public,
    expected: facts,
  });
  say("a record that age encrypted opens here", equalBytes(read.body, body));
}

function say(what: string, holds: boolean): void {
  console.log(`${holds ? "yes" : "NO "}  ${what}`);
  if (!holds) process.exitCode = 1;
}

function sayMissing(why: string): void {
  console.log(`${why} Install age ${leastVersion.join(".")} or newer to compare: https://age-encryption.org`);
  if (process.argv.includes("--require")) process.exitCode = 1;
}

const version = await ageVersion();
if (version === undefined) sayMissing("The age tool is not installed.");
else if (!isNewEnough(version)) sayMissing(`This is age ${version}, which knows no post-quantum recipients.`);
else {
  console.log(`age ${version}`);
  const folder = mkdtempSync(join(tmpdir(), "qti-age-"));
  try {
    await compareWithAge(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
