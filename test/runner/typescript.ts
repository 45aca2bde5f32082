/** What Node is told before a program in TypeScript, which it then loads as it loads the tests. */
export const TYPESCRIPT = ["--import", new URL("register.cjs", import.meta.url).href] as const;
