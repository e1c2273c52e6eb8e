import { readFileSync } from "node:fs";

const lines = 60;

/** The last lines of a log, for a message about the part that wrote it. */
export function tailOf(file: string): string {
  try {
    const text = readFileSync(file, "utf8").trimEnd();
    return text === "" ? "(nothing was written)" : text.split("\n").slice(-lines).join("\n");
  } catch {
    return "(no log)";
  }
}
