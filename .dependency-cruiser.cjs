/** The architecture, as rules. Read top to bottom: who may import whom. */
const vendors = {
  core: "zod|pino|date-fns|@date-fns|chrono-node|fastest-levenshtein|csv-parse|minisearch|ical\\.js|date-holidays",
  db: "zod|dataloader|lru-cache|mongoose|mongodb|agenda|@agendajs|bson|node-sqlite3-wasm|tsx",
  slack: "@slack|undici|zod",
  teams: "botbuilder|zod",
};
const pure =
  "team|goal|plan|protocol|check-in|meetings|nudge|reflection|school-calendar|story|time";
const npm = (names) => `node_modules/(${names})(/|$)`;

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "core-imports-only-core",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(main\\.ts$|assembly/)" },
      to: { path: "^(adapters|db|demo|playground|scripts|test)/" },
    },
    {
      name: "rules-are-pure",
      comment: "Entities and their rules know no handler, no right, no card and no way to post.",
      severity: "error",
      from: { path: `^src/(${pure})/` },
      to: { path: `^src/(?!(${pure}|texts)/|(store|plain-text|csv|last-press)\\.ts$)` },
    },
    {
      name: "core-vendors",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(main\\.ts$|assembly/)" },
      to: { path: "node_modules", pathNot: npm(vendors.core) },
    },
    {
      name: "db-vendors",
      severity: "error",
      from: { path: "^db/" },
      to: { path: "node_modules", pathNot: npm(vendors.db) },
    },
    {
      name: "slack-vendors",
      severity: "error",
      from: { path: "^adapters/slack/" },
      to: { path: "node_modules", pathNot: npm(vendors.slack) },
    },
    {
      name: "teams-vendors",
      severity: "error",
      from: { path: "^adapters/teams/" },
      to: { path: "node_modules", pathNot: npm(vendors.teams) },
    },
    {
      name: "edges-do-not-meet",
      comment: "But for what the platforms share.",
      severity: "error",
      from: { path: "^(adapters/[^/]+|db)/" },
      to: { path: "^(adapters|db)/", pathNot: "^($1/|adapters/(http|parts|tasks)\\.ts$)" },
    },
    {
      name: "edges-see-only-the-ports",
      severity: "error",
      from: { path: "^(adapters|db)/" },
      to: { path: "^(demo/|src/(features/|assembly/|bot\\.ts|main\\.ts|config\\.ts))" },
    },
    {
      name: "playground-stands-apart",
      comment: "It plays the other side of the wire.",
      severity: "error",
      from: { path: "^playground/" },
      to: { path: "^(src|adapters|db|demo|scripts|test)/" },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
    },
  },
};
