export { startTestServer as default } from "./database.ts";
