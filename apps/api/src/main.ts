import { serve } from "./serve.ts";

const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Asked a second time, somebody is in a hurry.
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  });
}
// A file-size limit must be an error of one write, as a full disk is, and not the end of the process.
process.on("SIGXFSZ", () => undefined);

process.exitCode = await serve(process.env, controller.signal);
