import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Processes, RunningProcess } from "../core/process.ts";
import type { Report } from "../core/report.ts";
import { startApi } from "../parts/api.ts";
import { buildContracts, buildWeb, generateSdk } from "../parts/builds.ts";
import { type Chain, chainId, startChain } from "../parts/chain.ts";
import { type Databases, startDatabases } from "../parts/databases.ts";
import { type Deployment, deployContracts } from "../parts/deploy.ts";
import { type GraphNode, graphExtensions, startGraphNode } from "../parts/graph-node.ts";
import { type Ipfs, startIpfs } from "../parts/ipfs.ts";
import { startKeeper } from "../parts/keeper.ts";
import { buildSubgraph } from "../parts/subgraph.ts";
import { startWeb } from "../parts/web.ts";
import type { StackAddresses } from "./addresses.ts";
import type { PartName } from "./parts.ts";
import type { StackPorts } from "./ports.ts";

/** Everything that one run of the stack is made from. */
export interface RunSetting {
  readonly parts: ReadonlySet<PartName>;
  readonly stateDir: string;
  readonly development: boolean;
  readonly genesis: Date | undefined;
  readonly databaseUrl: string | undefined;
  readonly processes: Processes;
  readonly ports: StackPorts["numbers"];
  readonly report: Report;
}

/**
 * The parts of one run and the order in which they come up. What does not wait for another part starts at once; each
 * part says itself when it is ready.
 */
export class Run {
  readonly #setting: RunSetting;
  readonly stackFile: string;
  databases: Databases | undefined;
  deployment: Deployment = { contracts: {}, startBlock: 0 };
  #ipfs: Ipfs | undefined;
  #chain: Chain | undefined;
  #graph: GraphNode | undefined;
  #api: RunningProcess | undefined;
  #keeper: RunningProcess | undefined;
  #web: RunningProcess | undefined;

  constructor(setting: RunSetting) {
    this.#setting = setting;
    this.stackFile = path.join(setting.stateDir, "stack.json");
  }

  get addresses(): StackAddresses {
    const { parts, ports } = this.#setting;
    return {
      ...(parts.has("web") ? { web: `http://localhost:${ports.web}` } : {}),
      ...(parts.has("graph-node") ? { graphql: this.#graphql } : {}),
      ...(parts.has("api") ? { api: `http://localhost:${ports.api}` } : {}),
      ...(parts.has("keeper") ? { keeper: `http://localhost:${ports.keeper}` } : {}),
      ...(parts.has("chain") ? { rpc: this.#rpc } : {}),
      chainId,
      contracts: this.deployment.contracts,
      startBlock: this.deployment.startBlock,
      ready: true,
    };
  }

  /** Brings everything up. Resolves when the demo data is indexed. */
  async start(): Promise<void> {
    const { development } = this.#setting;
    const databases = this.#part("postgres", () => this.#startDatabases());
    const chain = this.#part("chain", () => this.#startChain());
    const built = this.#part("contracts", () => this.#buildContracts());
    const webBuilt = development ? Promise.resolve() : this.#part("web", () => this.#buildWeb());
    const deployed = Promise.all([chain, built]).then(() => this.#part("contracts", () => this.#deploy()));
    await Promise.all([
      databases,
      webBuilt,
      this.#afterDeployment(Promise.all([deployed, databases]), webBuilt),
    ]);
    this.#writeStackFile();
  }

  /** After a change of a contract: a fresh chain, and everything that was made from the old one. */
  async redeploy(): Promise<void> {
    await this.#buildContracts();
    await generateSdk(this.#setting.processes);
    const before = JSON.stringify(this.deployment.contracts);
    rmSync(this.stackFile, { force: true });
    await this.#keeper?.stop();
    await this.#api?.stop();
    await this.#graph?.process.stop();
    await this.#chain?.process.stop();
    await this.#startChain();
    await this.#deploy();
    // The web reads its configuration when it starts; equal addresses need no restart.
    if (JSON.stringify(this.deployment.contracts) !== before) {
      await this.#web?.stop();
      this.#web = undefined;
    }
    await this.#afterDeployment(Promise.resolve(), Promise.resolve());
    this.#writeStackFile();
  }

  /** After a change of the subgraph: indexes everything anew. */
  async reindex(): Promise<void> {
    const folder = await this.#buildSubgraph();
    await this.#graph?.process.stop();
    await this.#startGraphNode(folder);
    await this.#synced();
  }

  async stop(): Promise<void> {
    rmSync(this.stackFile, { force: true });
    await this.#setting.processes.stop();
    await this.databases?.server.stop();
    await this.#ipfs?.stop();
  }

  /** Index, api and web side by side, then the demo data, then the wait until it is indexed. */
  async #afterDeployment(ready: Promise<unknown>, webBuilt: Promise<unknown>): Promise<void> {
    await ready;
    const graph = this.#part("graph-node", () => this.#buildAndStartGraphNode());
    const api = this.#part("api", () => this.#startApi());
    const web = Promise.all([api, webBuilt]).then(() => this.#part("web", () => this.#startWeb()));
    const seeded = api.then(() => this.#part("seed", () => this.#seed()));
    // Afterwards: the demo's month is told as written, and not matched while it is being told.
    const keeper = Promise.all([seeded, graph]).then(() => this.#part("keeper", () => this.#startKeeper()));
    await Promise.all([graph, web, keeper]);
    await this.#synced();
  }

  async #part(name: PartName, work: () => Promise<void>): Promise<void> {
    if (this.#setting.parts.has(name)) await work();
  }

  async #startDatabases(): Promise<void> {
    const { processes, stateDir, databaseUrl, ports, report } = this.#setting;
    this.databases = await startDatabases({ processes, stateDir, databaseUrl, port: ports.postgres });
    report("postgres", `ready on ${this.databases.address}`);
  }

  async #startChain(): Promise<void> {
    const { processes, ports, genesis, development, report } = this.#setting;
    this.#chain = await startChain({
      processes,
      port: ports.rpc,
      verbose: development,
      ...(genesis === undefined ? {} : { genesis }),
    });
    report("chain", `ready on ${this.#rpc}`);
  }

  async #buildContracts(): Promise<void> {
    const { processes, report } = this.#setting;
    if (await buildContracts(processes)) report("contracts", "compiled");
  }

  async #buildWeb(): Promise<void> {
    const { processes, report } = this.#setting;
    if (await buildWeb(processes)) report("web", "built for production");
  }

  async #deploy(): Promise<void> {
    const { processes, stateDir, report } = this.#setting;
    this.deployment = await deployContracts({ processes, rpc: this.#rpc, stateDir });
    report("contracts", `${Object.keys(this.deployment.contracts).length} deployed`);
  }

  #buildSubgraph(): Promise<string> {
    const { processes, stateDir } = this.#setting;
    return buildSubgraph({ processes, stateDir, deployment: this.deployment });
  }

  async #buildAndStartGraphNode(): Promise<void> {
    await this.#startGraphNode(await this.#buildSubgraph());
  }

  async #startGraphNode(folder: string): Promise<void> {
    const { processes, ports, report } = this.#setting;
    const { databases } = this;
    if (databases === undefined) return;
    this.#ipfs ??= await startIpfs(ports.ipfs);
    const databaseUrl = await databases.server.freshDatabase(databases.graph, graphExtensions);
    this.#graph = await startGraphNode({
      processes,
      folder,
      databaseUrl,
      rpc: this.#rpc,
      ipfs: this.#ipfs.url,
      ports,
    });
    report("graph-node", `answers on ${this.#graphql}`);
  }

  async #startApi(): Promise<void> {
    const { parts, processes, ports, stateDir, development, report } = this.#setting;
    const { databases } = this;
    if (databases === undefined) return;
    this.#api = await startApi({
      processes,
      stateDir,
      port: ports.api,
      databaseUrl: databases.api,
      shredDatabaseUrl: databases.shred,
      rpc: this.#rpc,
      contracts: this.deployment.contracts,
      graphql: parts.has("graph-node") ? this.#graphql : undefined,
      webOrigin: `http://localhost:${ports.web}`,
      watch: development,
      ...this.#echo("api"),
    });
    report("api", `ready on http://localhost:${ports.api}`);
  }

  async #startKeeper(): Promise<void> {
    const { parts, processes, ports, development, report } = this.#setting;
    const { databases } = this;
    if (databases === undefined) return;
    this.#keeper = await startKeeper({
      processes,
      port: ports.keeper,
      api: `http://localhost:${ports.api}`,
      databaseUrl: databases.api,
      rpc: this.#rpc,
      graphql: parts.has("graph-node") ? this.#graphql : undefined,
      contracts: this.deployment.contracts,
      watch: development,
      ...this.#echo("keeper"),
    });
    report("keeper", `ready on http://localhost:${ports.keeper}`);
  }

  async #startWeb(): Promise<void> {
    if (this.#web !== undefined) return;
    const { processes, ports, development, report } = this.#setting;
    this.#web = await startWeb({
      processes,
      port: ports.web,
      api: `http://localhost:${ports.api}`,
      graphql: this.#graphql,
      rpc: this.#rpc,
      contracts: this.deployment.contracts,
      development,
      ...this.#echo("web"),
    });
    report("web", `ready on http://localhost:${ports.web}`);
  }

  async #seed(): Promise<void> {
    // Only here: a stack without demo data has no need to load the SDK.
    const { seed } = await import("../seed/index.ts");
    await seed({
      ...this.addresses,
      papers: path.join(this.#setting.stateDir, "papers"),
      report: (message) => this.#setting.report("seed", message),
    });
  }

  async #synced(): Promise<void> {
    if (this.#graph === undefined) return;
    const block = await this.#graph.untilSynced();
    this.#setting.report("graph-node", `indexed to block ${block}`);
  }

  #writeStackFile(): void {
    mkdirSync(path.dirname(this.stackFile), { recursive: true });
    writeFileSync(this.stackFile, `${JSON.stringify(this.addresses, null, 2)}\n`);
  }

  /** In development the terminal shows what web and api say. */
  #echo(name: string): { onLine?: (line: string) => void } {
    return this.#setting.development ? { onLine: (line) => this.#setting.report(name, line) } : {};
  }

  get #rpc(): string {
    return `http://127.0.0.1:${this.#setting.ports.rpc}`;
  }

  get #graphql(): string {
    return `http://127.0.0.1:${this.#setting.ports.graphql}/subgraphs/name/subgraph-0`;
  }
}
