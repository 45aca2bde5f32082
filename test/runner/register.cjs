/** Lets Node load TypeScript, and test files, as `hooks.mjs` says; once in a process. */

const { register, registerHooks } = require("node:module");
const { pathToFileURL } = require("node:url");

const hooks = pathToFileURL(`${__dirname}/hooks.mjs`).href;

// From 22.15 on in this thread; `register`, which later Nodes warn of, has another one do it.
if (registerHooks) registerHooks(require("./hooks.mjs"));
else register(hooks);
