import { serve, untilSignalled } from "@qti/service/process";
import { api } from "./serve.ts";

// A file-size limit must be an error of one write, as a full disk is, and not the end of the process.
process.on("SIGXFSZ", () => undefined);

process.exitCode = await serve(api, process.env, untilSignalled());
