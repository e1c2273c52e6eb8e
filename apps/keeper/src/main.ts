import { serve, untilSignalled } from "@qti/service/process";
import { keeper } from "./serve.ts";

process.exitCode = await serve(keeper, process.env, untilSignalled());
