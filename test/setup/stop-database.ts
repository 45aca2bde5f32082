export { stopTestServer as default } from "./database.ts";
