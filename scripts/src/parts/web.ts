import { binOf } from "../core/bin.ts";
import { folders } from "../core/paths.ts";
import type { Processes, RunningProcess } from "../core/process.ts";
import { answers } from "../core/until.ts";
import { chainId } from "./chain.ts";
import type { Contracts } from "./deploy.ts";

/** What {@link startWeb} takes. */
export interface WebOptions {
  readonly processes: Processes;
  readonly port: number;
  readonly api: string;
  readonly graphql: string;
  readonly rpc: string;
  readonly contracts: Contracts;
  /** `next dev` instead of `next start`. */
  readonly development: boolean;
  readonly onLine?: (line: string) => void;
}

/** The web: the production build, or the development server. Answers when the promise resolves. */
export async function startWeb(options: WebOptions): Promise<RunningProcess> {
  const { processes, port, development } = options;
  const running = processes.start({
    name: "web",
    command: process.execPath,
    args: [
      binOf(folders.web, "next"),
      development ? "dev" : "start",
      ...["--port", String(port)],
      // Reached as "localhost", to which cookies and passkeys are bound.
      ...["--hostname", "127.0.0.1"],
    ],
    cwd: folders.web,
    // Open connections keep `next start` from ending; it holds nothing that could be lost.
    graceMs: 1_000,
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
    env: {
      NODE_ENV: development ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(port),
      QTI_API_URL: options.api,
      QTI_GRAPHQL_URL: options.graphql,
      QTI_RPC_URL: options.rpc,
      QTI_CHAIN_ID: String(chainId),
      QTI_CONTRACTS: JSON.stringify(options.contracts),
    },
  });
  const home = `http://127.0.0.1:${port}/`;
  await processes.until(() => answers(home), { what: "the web", seconds: development ? 180 : 60 });
  return running;
}
