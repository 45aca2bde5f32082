/** One JSON line per event, without free text. Errors keep name, message and stack. */

import pino from "pino";
import type { Log } from "./ports.ts";

export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";

export function createLog(level: LogLevel): Log {
  return pino({
    level,
    base: null,
    serializers: { error: pino.stdSerializers.err },
    redact: ["*.token", "*.text", "*.answers"],
  });
}
