/** Puts changed texts back into the files of the catalogues. */

import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import type { Change } from "./table.ts";

/** @returns the files that were written, formatted as all of the code is. */
export async function writeChanges(changes: readonly Change[]): Promise<readonly string[]> {
  const files = [...new Set(changes.map(({ text }) => text.file))];
  for (const file of files) {
    const ofFile = changes.filter(({ text }) => text.file === file);
    // From the end, so that no change moves the place of another one.
    const ordered = ofFile.sort((one, other) => other.text.start - one.text.start);
    const code = ordered.reduce(
      (before, change) =>
        before.slice(0, change.text.start) + literalOf(change) + before.slice(change.text.end),
      readFileSync(file, "utf8"),
    );
    const options = await resolveConfig(file);
    writeFileSync(file, await format(code, { ...options, parser: "typescript" }));
  }
  return files;
}

function literalOf({ text: { inserted }, words }: Change): string {
  if (inserted.size === 0) return JSON.stringify(words);
  const escaped = words.replace(/[\\`]|\$(?=\{)/gu, "\\$&");
  const filled = escaped.replace(
    /\{([^{}]*)\}/gu,
    (_, name: string) => `\${${inserted.get(name) ?? ""}}`,
  );
  return `\`${filled}\``;
}
