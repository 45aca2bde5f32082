import { register } from "tsx/esm/api";

register();
await import("./calendar-reader-process.ts");
