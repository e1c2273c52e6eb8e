import path from "node:path";
import colors from "picocolors";
import { root } from "../core/paths.ts";
import { table } from "../core/table.ts";
import type { Stack } from "./start.ts";

/** The one table at the end of a start. */
export function showStack(stack: Stack, seconds: number): string {
  const { web, graphql, api, keeper, rpc, chainId, contracts } = stack.addresses;
  const places: [string, string | undefined][] = [
    ["Web", web],
    ["GraphQL", graphql],
    ["API docs", api && `${api}/docs`],
    ["Keeper", keeper && `${keeper}/accounts`],
    ["RPC", rpc && `${rpc}  (chain ${chainId})`],
    ["Addresses", path.relative(root, stack.stackFile)],
    ["Logs", path.relative(root, stack.logDir)],
  ];
  const rows = places.flatMap(([name, where]) => (where === undefined ? [] : [[name, where]]));
  const deployed = Object.entries(contracts).sort(([a], [b]) => a.localeCompare(b));
  return [
    "",
    table([...rows, undefined, ...deployed]),
    "",
    `  ${colors.bold(`Ready in ${seconds.toFixed(1)} s.`)} Ctrl-C ends everything.`,
    "",
  ].join("\n");
}
