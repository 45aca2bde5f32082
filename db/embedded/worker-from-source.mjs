// A thread does not take tsx from its parent's command line, so it registers it itself.
import { register } from "tsx/esm/api";

// Waiting for tsx does not keep a thread alive.
const alive = setInterval(() => undefined, 1000);
register();
await import("./worker.ts");
clearInterval(alive);
