import { spawn } from "node:child_process";
import { url } from "./chain.ts";

/** Runs an example as a person would, against the chain of the tests, and says what it printed. */
export function run(file: string): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(process.execPath, [file], {
      env: { ...process.env, QTI_RPC_URL: url, NO_COLOR: "1" },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("close", (code) => resolve({ code, output }));
  });
}
