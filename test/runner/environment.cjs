/** The globals of a test file are those of Node, and its own are not seen by the next. */

const { ModuleMocker } = require("jest-mock");

const own = (value) => ({ value, writable: true, configurable: true });
const shortened = new WeakSet();

module.exports = class NativeEnvironment {
  constructor(_config, { console }) {
    this.global = Object.create(globalThis, {
      console: own(console),
      process: own(Object.create(process)),
    });
    this.moduleMocker = new ModuleMocker(this.global);
    this.fakeTimers = null;
    this.fakeTimersModern = null;
    this.symbols = new Set(Object.getOwnPropertySymbols(globalThis));
    this.env = { ...process.env };
  }

  exportConditions() {
    return ["node", "node-addons"];
  }

  getVmContext() {
    return this.global;
  }

  async setup() {
    const format = Error.prepareStackTrace;
    if (!format || shortened.has(format)) return;
    Error.prepareStackTrace = (...given) => shorten(format(...given));
    shortened.add(Error.prepareStackTrace);
  }

  /** Forgets the state of the run, which Jest keeps under symbols, and what was set in the environment. */
  async teardown() {
    for (const symbol of Object.getOwnPropertySymbols(globalThis))
      if (!this.symbols.has(symbol)) Reflect.deleteProperty(globalThis, symbol);
    for (const name of Object.keys(process.env)) if (!(name in this.env)) delete process.env[name];
    Object.assign(process.env, this.env);
  }
};

/** Jest shows the line of a path, not of an address. */
const shorten = (stack) =>
  typeof stack === "string"
    ? stack.replaceAll(/file:\/\/(\/[^\s()?]*)(?:\?file=\d+)?/g, "$1")
    : stack;
