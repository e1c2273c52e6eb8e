import { expect } from "chai";
import { declarationsOf, detach } from "../../scripts/mutate/detach.ts";
import { type Prepared, prepare, treesOf } from "../../scripts/mutate/prepare.ts";
import { Worker } from "../../scripts/mutate/workerProcess.ts";
import { compile } from "../../scripts/solidity/compiler.ts";
import { smallProject } from "./small.ts";

const SAFE = "src/vaults/Safe.sol";
const LIMITS = "src/vaults/Limits.sol";
const TEST = "test/vaults/Safe.t.sol";

const project = smallProject({
  [LIMITS]: {
    code: "library Limits { function most() internal pure returns (uint256) { return 5; } }",
  },
  [SAFE]: {
    code: `contract Safe {
      error TooMuch(uint256 amount);
      address public owner;
      uint256 public held;
      constructor(address owner_) { if (owner_ == address(0)) revert TooMuch(0); owner = owner_; }
      function put(uint256 amount) external {
        if (held + amount > Limits.most()) revert TooMuch(amount);
        held += amount;
      }
    }`,
    imports: [LIMITS],
  },
  [TEST]: {
    code: `contract SafeTest {
      Safe private safe;
      function setUp() public { safe = new Safe(address(this)); }
      function test_holdsWhatIsPutIn() public { safe.put(3); require(safe.held() == 3 && safe.owner() == address(this)); }
      function test_refusesMoreThanTheMost() public { (bool ok, ) = address(safe).call(abi.encodeCall(Safe.put, (6))); require(!ok); }
      function test_saltsAndReasonsAreThoseOfNew() public {
        bytes32 code = keccak256(abi.encodePacked(type(Limits).name));
        require(code != 0 && address(new Safe{salt: code}(msg.sender)) != address(0));
      }
    }`,
    imports: [SAFE, LIMITS],
  },
});

function changed(path: string, from: string, to: string) {
  const source = `project/${path}`;
  return { source, content: (project.sources[source] ?? "").replace(from, to) };
}

describe("a mutant on trial", () => {
  // In a process of its own, as in a run: the runner may be there once a process, and Hardhat has it in this one.
  let prepared: Prepared;
  let worker: Worker;
  before(() => {
    prepared = prepare(project, treesOf(project), [`project/${SAFE}`, `project/${LIMITS}`]);
    worker = new Worker(prepared);
  });
  after(() => worker.stop());
  const attempt = (path: string, from: string, to: string) =>
    worker.try({ replacement: changed(path, from, to), units: [`project/${TEST}`] });

  it("is killed by the test that fails", async () => {
    const verdict = await attempt(SAFE, "held += amount", "held -= amount");
    expect(verdict).to.include({ kind: "killed", unit: `project/${TEST}` });
  });

  it("is killed when it is in a library that the contract has in its code", async () => {
    expect(await attempt(LIMITS, "return 5", "return 9")).to.deep.equal({
      kind: "killed",
      by: "SafeTest.test_refusesMoreThanTheMost()",
      unit: `project/${TEST}`,
    });
  });

  it("survives what no test looks at", async () => {
    expect(await attempt(LIMITS, "return 5", "return 4")).to.deep.equal({ kind: "survived" });
    expect(await attempt(SAFE, "if (owner_ == address(0)) revert TooMuch(0);", "")).to.deep.equal({
      kind: "survived",
    });
  });

  it("is equivalent when the optimised code is the same", async () => {
    expect(await attempt(SAFE, "held + amount >", "(held + amount) >")).to.deep.equal({
      kind: "equivalent",
    });
  });

  it("is stillborn when it does not compile", async () => {
    expect(await attempt(SAFE, "held += amount", "held += owner")).to.deep.equal({ kind: "stillborn" });
  });

  it("is killed by a test that does not end, and the next one finds a process of its own", async () => {
    const impatient = new Worker(prepared, { patience: 4_000_000 });
    const units = [`project/${TEST}`];
    try {
      const replacement = changed(SAFE, "held += amount;", "while (true) {}");
      expect(await impatient.try({ replacement, units })).to.deep.equal({
        kind: "killed",
        by: "a test that does not end",
      });
      const next = changed(SAFE, "held += amount", "held -= amount");
      expect(await impatient.try({ replacement: next, units })).to.include({ unit: units[0] });
    } finally {
      impatient.stop();
    }
  });
});

describe("a detached test", () => {
  const sources = {
    "src/A.sol":
      "contract A { constructor(A a, uint256 b) payable {} } library L { uint256 constant N = 1; } abstract contract B {}",
  };
  const detached = (code: string) => {
    const content = `import "src/A.sol"; ${code}`;
    const { sources: found = {} } = compile({
      sources: { "src/A.sol": { content: sources["src/A.sol"] }, "test/T.sol": { content } },
      settings: {
        remappings: [],
        evmVersion: "osaka",
        optimizer: { enabled: false },
        metadata: { appendCBOR: false },
        outputSelection: { "*": { "": ["ast"] } },
      },
    });
    const trees = Object.fromEntries(
      Object.entries(found).flatMap(([name, { ast }]) => (ast ? [[name, ast]] : [])),
    );
    const tree = trees["test/T.sol"];
    if (tree === undefined) expect.fail("does not compile");
    const test = detach(content, tree, declarationsOf(trees), (name) => name === "src/A.sol");
    return { content: test.content.slice(content.indexOf(code)), inlined: [...test.inlined] };
  };

  it("deploys by name, also within the arguments of another deployment", () => {
    const { content, inlined } = detached(
      "contract T { function f() external { new A(new A(A(address(0)), 1), 2); } }",
    );
    expect(content).to.include(
      'A(MutantDeployer.create("src/A.sol:A", abi.encode(A(MutantDeployer.create("src/A.sol:A", abi.encode(A(address(0)), 1))), 2)))',
    );
    expect(inlined).to.deep.equal([]);
  });

  it("keeps a salt", () => {
    expect(
      detached("contract T { function f() external { new A{salt: 0}(A(address(0)), 1); } }").content,
    ).to.include('A(MutantDeployer.create("src/A.sol:A", 0, abi.encode(A(address(0)), 1)))');
  });

  it("leaves rare forms as they are and says that it carries their code", () => {
    for (const form of ["new A{value: 1}(A(address(0)), 1)", "new A({b: 1, a: A(address(0))})"]) {
      const { content, inlined } = detached(`contract T { function f() external { ${form}; } }`);
      expect(content).to.include(form);
      expect(inlined).to.deep.equal(["src/A.sol"]);
    }
  });

  it("knows whose constants, bases and code it carries", () => {
    for (const code of [
      "contract T { uint256 n = L.N; }",
      "contract T is B {}",
      "contract T { bytes c = type(A).creationCode; }",
    ]) {
      expect(detached(code).inlined, code).to.deep.equal(["src/A.sol"]);
    }
    expect(detached("contract T { A a; }").inlined).to.deep.equal([]);
  });
});
