// A thread does not take tsx from its parent's command line, so it registers it itself.
import { register } from "tsx/esm/api";

register();
await import("./core-thread.ts");
