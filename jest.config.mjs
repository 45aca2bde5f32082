/**
 * `npm test` runs the quick tests, `npm run test:slow` those that start or kill programs or need much
 * data: the journeys, and files that end in `.slow.test.ts`. Jest without a choice runs both.
 */

const SLOW = ["<rootDir>/test/journeys/**/*.test.ts", "<rootDir>/test/**/*.slow.test.ts"];
const NONE_OF_THESE = ["/node_modules/", "<rootDir>/test/browser/"];

const each = {
  testEnvironment: "<rootDir>/test/runner/environment.cjs",
  runtime: "<rootDir>/test/runner/runtime.cjs",
  globalSetup: "<rootDir>/test/setup/start-database.mjs",
  globalTeardown: "<rootDir>/test/setup/stop-database.mjs",
  transform: {},
  modulePathIgnorePatterns: ["<rootDir>/dist"],
};

export default {
  projects: [
    {
      ...each,
      displayName: "quick",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: [
        ...NONE_OF_THESE,
        "<rootDir>/test/journeys/",
        "\\.slow\\.test\\.ts$",
      ],
    },
    { ...each, displayName: "slow", testMatch: SLOW, testPathIgnorePatterns: NONE_OF_THESE },
  ],
  testTimeout: 60_000,
  maxWorkers: 3,
  workerIdleMemoryLimit: "1536MB",
  coverageProvider: "v8",
  collectCoverageFrom: ["{src,adapters,db,demo}/**/*.ts", "!src/main.ts"],
};
