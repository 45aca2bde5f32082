/** Prints the Slack app manifest; see docs/connect-slack.md. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Ajv } from "ajv";
import { slackManifest } from "../adapters/slack/manifest.ts";
import { features } from "../src/features/index.ts";
import { LOCALES } from "../src/team/person.ts";
import { ending } from "./ending.ts";

const USAGE = `Usage: npm run -s manifest [-- --url https://liaison.example.org | --socket] [--language en|es|fr]

Prints the manifest of the Slack app, to paste into https://api.slack.com/apps, "From a manifest".

  --socket    Socket Mode: the bot connects to Slack, no public address needed (the default)
  --url       where Slack reaches the bot over HTTPS, without a path
  --language  of the menus, such as "Log as goal": en (the default), es or fr. Slack shows an app in one
              language to everybody; what the bot says is in each person's own
  --help      show this
`;

const SCHEMA = new URL("schemas/slack-app-manifest.v2.json", import.meta.url);

/** What Slack's own schema says against a manifest; empty when it is right. */
export function manifestProblems(manifest: unknown): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  const schema = JSON.parse(readFileSync(SCHEMA, "utf8")) as object;
  const validate = ajv.compile(schema);
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath || "/"}: ${message ?? "is wrong"}`,
  );
}

function main(args: readonly string[]): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: "string" },
      socket: { type: "boolean", default: false },
      language: { type: "string", default: "en" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const { url } = values;
  if (url && values.socket) return complain("Choose one of --url and --socket.");
  if (url && !/^https:\/\/[^/]+\/?$/u.test(url))
    return complain("Begin the address with https:// and leave the path out.");
  const locale = LOCALES.find((each) => each === values.language);
  if (!locale) return complain(`Choose one language of ${LOCALES.join(", ")}.`);
  const manifest = slackManifest(features, url, locale);
  const problems = manifestProblems(manifest);
  if (problems.length > 0) return complain(`Slack would refuse this:\n${problems.join("\n")}`);
  process.stdout.write(`${JSON.stringify(manifest, null, 2)}\n`);
  process.stderr.write(
    `The manifest is valid: ${String(manifest.features.slash_commands.length)} commands, ${url ? "HTTPS" : "Socket Mode"}.\n`,
  );
  return 0;
}

function complain(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  process.exitCode = await ending(() => main(process.argv.slice(2)));
