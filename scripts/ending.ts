/** How a script ends: what is wrong is one sentence, never a stack. */

/** Runs a script and answers its exit code; an error becomes the first line of what it says. */
export async function ending(main: () => number | Promise<number>): Promise<number> {
  try {
    return await main();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${said.split("\n")[0] ?? said}\n`);
    return 1;
  }
}
