/**
 * Jest's runtime, in which Node itself loads a test file: what is loaded and compiled for one serves the
 * next of the same worker. Only what lies in `test/` is new for each (`hooks.mjs`, decision 0020).
 */

const { compileFunction } = require("node:vm");
const { pathToFileURL } = require("node:url");
const Runtime = require("jest-runtime").default;
require("./register.cjs");

const PARAMETERS = ["module", "exports", "require", "__dirname", "__filename", "jest"];

/** Jest's own modules: compiled once, and run for each test file. */
const compiled = new Map();
let files = 0;

/** What `@jest/globals` is in each test file, by its number. */
const globalsOf = new Map();
globalThis[Symbol.for("liaison.test globals")] = globalsOf;

module.exports = class NativeRuntime extends Runtime {
  constructor(...parts) {
    super(...parts);
    this.file = String(++files);
    this.executor.compile = (source, filename) => {
      const known = compiled.get(filename) ?? compileFunction(source, PARAMETERS, { filename });
      compiled.set(filename, known);
      return known;
    };
  }

  unstable_shouldLoadAsEsm(path) {
    return path.endsWith(".ts");
  }

  async unstable_importModule(path) {
    globalsOf.set(this.file, this.jestGlobals.cjsGlobals(path));
    return await import(`${pathToFileURL(path).href}?file=${this.file}`);
  }

  teardown() {
    globalsOf.delete(this.file);
    super.teardown();
  }
};
