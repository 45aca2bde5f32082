/** Builds the app package that is uploaded to Teams; see docs/connect-teams.md. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Ajv, type ValidateFunction } from "ajv";
import { strToU8, zipSync } from "fflate";
import {
  type TeamsApp,
  teamsManifest,
  teamsTranslation,
  TRANSLATIONS,
} from "../adapters/teams/manifest.ts";
import { features } from "../src/features/index.ts";
import { COLOR_ICON, drawIcon, OUTLINE_ICON } from "./teams-icons.ts";

const USAGE = `Usage: npm run teams:package [-- --organization "Wattle Creek ISD" --site https://www.example.org]

Builds the app package for Microsoft Teams, checks it against Microsoft's schema, and writes
liaison-teams-<version>.zip, to upload in the Teams admin centre. TEAMS_APP_ID is taken from .env
or the environment.

  --out           the folder it is written to (the current one)
  --organization  who runs the bot, at most 32 characters (Liaison)
  --site          your page about it, https; shown under "About" (https://example.org)
  --privacy       your privacy page, https (the site)
  --terms         your terms of use, https (the site)
  --version       of the package; grow it when you upload a changed one (that of package.json)
  --help          show this
`;

const SCHEMAS = new URL("schemas/", import.meta.url);
const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu;
/** The same package comes out byte by byte whenever nothing changed. */
const MADE = new Date("2026-01-01T00:00:00Z");

type Files = Readonly<Record<string, Uint8Array>>;

/** What Microsoft's own schema says against a manifest; empty when it is right. */
export const manifestProblems = (manifest: unknown): readonly string[] =>
  problemsOf(manifest, "teams-app-manifest.v1.19.json");

/** The same for a translation of it. */
export const translationProblems = (translation: unknown): readonly string[] =>
  problemsOf(translation, "teams-localization.v1.19.json");

function problemsOf(document: unknown, file: string): readonly string[] {
  const validate = validatorOf(file);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || "/"}: ${message ?? "is wrong"}`,
  );
}

const validators = new Map<string, ValidateFunction>();

function validatorOf(file: string): ValidateFunction {
  const known = validators.get(file);
  if (known) return known;
  const schema = JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8")) as object;
  // They are of draft 4 by name only: nothing in them means something else to Ajv.
  const modern = { ...schema, $schema: "http://json-schema.org/draft-07/schema#" };
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false, unicodeRegExp: false });
  const validate = ajv.compile(modern);
  validators.set(file, validate);
  return validate;
}

/**
 * The files of the package, by their names in the zip.
 * @throws Error that says what Teams would refuse.
 */
export function packageFiles(app: TeamsApp): Files {
  const manifest = teamsManifest(features, app);
  const translations = TRANSLATIONS.map(
    (locale) => [`${locale}.json`, teamsTranslation(features, locale)] as const,
  );
  const problems = [
    ...manifestProblems(manifest).map((problem) => `manifest.json${problem}`),
    ...translations.flatMap(([file, translation]) =>
      translationProblems(translation).map((problem) => `${file}${problem}`),
    ),
  ];
  if (problems.length > 0) throw new Error(`Teams would refuse this:\n${problems.join("\n")}`);
  return {
    "manifest.json": json(manifest),
    ...Object.fromEntries(translations.map(([file, translation]) => [file, json(translation)])),
    "color.png": drawIcon(COLOR_ICON),
    "outline.png": drawIcon(OUTLINE_ICON),
  };
}

const json = (document: object): Uint8Array => strToU8(`${JSON.stringify(document, null, 2)}\n`);

export const zipped = (files: Files): Uint8Array =>
  zipSync({ ...files }, { level: 9, mtime: MADE });

interface Wishes {
  readonly version?: string | undefined;
  readonly organization: string;
  readonly site: string;
  readonly privacy?: string | undefined;
  readonly terms?: string | undefined;
}

/** The app, or what is missing or wrong, in sentences. */
export function readApp(
  appId: string | undefined,
  { organization, site, privacy, terms, version = ownVersion() }: Wishes,
): TeamsApp | readonly string[] {
  const pages = { site, privacy, terms };
  const problems = [
    ...(!appId
      ? ["TEAMS_APP_ID is missing. Copy the Microsoft App ID of the bot into .env."]
      : GUID.test(appId)
        ? []
        : ["TEAMS_APP_ID is no app id; it looks like 00000000-0000-0000-0000-000000000000."]),
    ...Object.entries(pages)
      .filter(([, page]) => page !== undefined && !/^https:\/\/[^\s/]+/u.test(page))
      .map(([name]) => `Begin the address of --${name} with https://.`),
    ...(organization.trim() && organization.length <= 32
      ? []
      : ["Name the --organization in at most 32 characters."]),
    ...(/^\d+\.\d+\.\d+$/u.test(version) ? [] : ["Write the --version as three numbers: 1.0.2."]),
  ];
  if (problems.length > 0 || !appId) return problems;
  return {
    appId: appId.toLowerCase(),
    version,
    organization: organization.trim(),
    website: site,
    privacy: privacy ?? site,
    terms: terms ?? site,
  };
}

function ownVersion(): string {
  const file = new URL("../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string }).version;
}

function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: "string", default: "." },
      organization: { type: "string", default: "Liaison" },
      site: { type: "string", default: "https://example.org" },
      privacy: { type: "string" },
      terms: { type: "string" },
      version: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  if (existsSync(".env")) process.loadEnvFile(".env");
  const app = readApp(process.env["TEAMS_APP_ID"], values);
  if (!("appId" in app)) return complain(app.join("\n"));
  const files = packageFiles(app);
  const zip = zipped(files);
  const path = join(values.out, `liaison-teams-${app.version}.zip`);
  try {
    mkdirSync(values.out, { recursive: true });
    writeFileSync(path, zip);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return complain(`${path} cannot be written (${reason}). Choose another folder with --out.`);
  }
  process.stdout.write(
    `${path} is valid and ready to upload: ${Object.keys(files).join(", ")}; ${Math.ceil(zip.length / 1024)} KB.\n`,
  );
  if (values.site === "https://example.org")
    process.stderr.write(
      "People find https://example.org under About; --site names your own page.\n",
    );
  return 0;
}

function complain(sentences: string): number {
  process.stderr.write(`${sentences}\n`);
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = main(process.argv.slice(2));
  } catch (error) {
    process.exitCode = complain(error instanceof Error ? error.message : String(error));
  }
}
