import { serve } from "./serve.ts";

const controller = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    // Asked a second time, somebody is in a hurry.
    if (controller.signal.aborted) process.exit(1);
    controller.abort();
  });
}

process.exitCode = await serve(process.env, controller.signal);
