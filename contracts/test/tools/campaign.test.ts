import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { MutationError } from "../../scripts/mutate/errors.ts";
import { stale } from "../../scripts/mutate/explained.ts";
import { Ledger } from "../../scripts/mutate/ledger.ts";
import { keyOf, type Mutant } from "../../scripts/mutate/mutants.ts";
import { readOptions } from "../../scripts/mutate/options.ts";
import { outcomeOf } from "../../scripts/mutate/report.ts";
import { sample } from "../../scripts/mutate/sample.ts";
import { flowsFor, Schedule } from "../../scripts/mutate/schedule.ts";
import { smallProject } from "./small.ts";

function mutant(to: string): Mutant {
  const change = { start: 0, end: 1, text: to };
  return { file: "a/A.sol", in: "A.f", from: "x", to, operator: "constant", line: 1, change, content: to };
}

describe("the ledger of a mutation run", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "qti-ledger-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  it("knows its verdicts after a restart, as long as they rest on the same", () => {
    const file = join(folder, "a/ledger.jsonl");
    new Ledger(file).write({ key: "k", digest: "d", verdict: { kind: "survived" }, seconds: 1 });
    expect(new Ledger(file).find("k", () => "d")).to.deep.equal({ kind: "survived" });
    expect(new Ledger(file).find("k", () => "e")).to.equal(undefined);
    expect(new Ledger(file).find("l", () => "d")).to.equal(undefined);
    expect(new Ledger(file, { fresh: true }).find("k", () => "d")).to.equal(undefined);
  });

  it("takes a line that was cut off as never written", () => {
    const file = join(folder, "cut.jsonl");
    new Ledger(file).write({ key: "k", digest: "d", verdict: { kind: "survived" }, seconds: 1 });
    writeFileSync(file, '{"key":"l","digest":"d","verd', { flag: "a" });
    const ledger = new Ledger(file);
    expect(ledger.find("k", () => "d")).to.deep.equal({ kind: "survived" });
    expect(ledger.find("l", () => "d")).to.equal(undefined);
    ledger.write({ key: "m", digest: "d", verdict: { kind: "stillborn" }, seconds: 1 });
    expect(new Ledger(file).find("m", () => "d")).to.deep.equal({ kind: "stillborn" });
  });
});

describe("a sample of mutants", () => {
  const items = Array.from({ length: 100 }, (_, index) => index);

  it("is the same for a seed, in order, and another for another", () => {
    const chosen = sample(items, 10, 1);
    expect(chosen).to.have.lengthOf(10);
    expect(chosen).to.deep.equal(sample(items, 10, 1));
    expect(chosen).to.deep.equal([...chosen].sort((a, b) => a - b));
    expect(chosen).to.not.deep.equal(sample(items, 10, 2));
    expect(sample(items, 1_000, 1)).to.deep.equal(items);
  });
});

describe("the schedule of tests", () => {
  const project = smallProject({
    "src/a/A.sol": { code: "contract A {}" },
    "src/b/B.sol": { code: "contract B {}", imports: ["src/a/A.sol"] },
    "test/a/A.t.sol": { code: "", imports: ["src/a/A.sol"] },
    "test/a/AInvariants.t.sol": { code: "", imports: ["src/a/A.sol"] },
    "test/b/B.t.sol": { code: "", imports: ["src/a/A.sol", "src/b/B.sol"] },
    "test/c/C.t.sol": { code: "" },
  });
  const source = "project/src/a/A.sol";

  it("looks first where the name is the same, and nowhere where the contract is not imported", () => {
    expect(new Schedule(project).unitsFor(source)).to.deep.equal([
      "project/test/a/A.t.sol",
      "project/test/b/B.t.sol",
      "project/test/a/AInvariants.t.sol",
    ]);
  });

  it("learns who notices", () => {
    const schedule = new Schedule(project);
    const last = "project/test/a/AInvariants.t.sol";
    for (let i = 0; i < 30; ++i) schedule.learn(source, schedule.unitsFor(source), last);
    expect(schedule.unitsFor(source)[0]).to.equal(last);
  });

  it("asks the stories of every domain that builds on a contract, and those of the whole", () => {
    const files = [
      "test/a/flow.test.ts",
      "test/b/flow.test.ts",
      "test/c/flow.test.ts",
      "test/deployment.test.ts",
    ];
    expect(flowsFor(project, source, files)).to.deep.equal([
      "test/a/flow.test.ts",
      "test/b/flow.test.ts",
      "test/deployment.test.ts",
    ]);
    expect(flowsFor(project, "project/src/b/B.sol", files)).to.deep.equal([
      "test/b/flow.test.ts",
      "test/deployment.test.ts",
    ]);
  });
});

describe("the outcome of a mutation run", () => {
  const killed = Array.from({ length: 9 }, (_, index) => ({
    mutant: mutant(`k${index}`),
    verdict: { kind: "killed", by: "a test" } as const,
  }));
  const survivor = { mutant: mutant("s"), verdict: { kind: "survived" } as const };
  const none = new Map();

  it("is well when nine of ten are killed and the rest is explained", () => {
    const explained = new Map([[keyOf(survivor.mutant), {}]]);
    expect(outcomeOf([...killed, survivor], explained)).to.deep.include({ survivors: [], ok: true });
    expect(outcomeOf([...killed, survivor], none)).to.deep.include({
      survivors: [survivor.mutant],
      ok: false,
    });
    expect(outcomeOf([...killed.slice(1), survivor], explained)).to.include({ ok: false });
  });

  it("counts neither what does not compile nor what makes no difference", () => {
    const rest = (["stillborn", "equivalent"] as const).map((kind) => ({
      mutant: mutant(kind),
      verdict: { kind },
    }));
    const { rows } = outcomeOf([...killed, ...rest], none);
    expect(rows.at(-1)).to.include({ mutants: 9, killed: 9, stillborn: 1, equivalent: 1, "killed %": 100 });
  });

  it("names what is explained and yet killed, and explanations of what is no more", () => {
    const name = keyOf(mutant("k0"));
    expect(outcomeOf(killed, new Map([[name, {}]])).noticed.map(keyOf)).to.deep.equal([name]);
    const gone = { ...mutant("gone"), why: "it went" };
    expect(stale(new Map([[keyOf(gone), gone]]), [mutant("k0")])).to.deep.equal([gone]);
  });
});

describe("the options of a mutation run", () => {
  it("are the whole package, a processor each, unless told otherwise", () => {
    expect(readOptions([])).to.include({ sample: undefined, seed: 1, list: false, fresh: false });
    expect(readOptions(["--domain", "exchange", "--sample", "20", "--jobs", "1"])).to.deep.include({
      domains: ["exchange"],
      sample: 20,
      jobs: 1,
    });
  });

  it("refuse what is no number and what is unknown, with what there is", () => {
    expect(() => readOptions(["--sample", "0"])).to.throw(MutationError, "--sample");
    expect(() => readOptions(["--smaple", "1"])).to.throw(MutationError, "--domain NAME");
  });
});
