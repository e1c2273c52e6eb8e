import colors from "picocolors";

/** Receives one line of progress. */
export type Report = (part: string, message: string) => void;

/** Progress on the terminal, each line with the seconds since the start. */
export function terminalReport(began = performance.now()): Report {
  return (part, message) => {
    const seconds = ((performance.now() - began) / 1_000).toFixed(1).padStart(6);
    process.stdout.write(`${colors.dim(`${seconds} s`)}  ${colors.bold(part.padEnd(10))}  ${message}\n`);
  };
}

/** For tests: what the stack does is in its logs. */
export const silentReport: Report = () => {};
