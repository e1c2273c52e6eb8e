import { createLogger as createServiceLogger, type Logger } from "@qti/service/logger";
import type { DestinationStream } from "pino";

export type { Logger };

/** The api's log. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  createServiceLogger("api", level, destination);
