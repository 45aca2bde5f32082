/** What a school or a district switches on: whole systems, and what its policy permits. Pure. */

/** What a school adds to the core when it wants it. */
export const MODULES = ["requests", "jobs", "reports", "sessions", "teaching", "networks"] as const;
export type Module = (typeof MODULES)[number];

/** What not every district permits (systems, rows 73 and 84); off until it says so. */
export const POLICY_FLAGS = ["social_media", "photos", "cost", "fund_raising"] as const;
export type PolicyFlag = (typeof POLICY_FLAGS)[number];

/** Whether a school uses a module; everybody uses the core. */
export const usesModule = (
  { modules = [] }: { readonly modules?: readonly Module[] },
  module: Module | undefined,
): boolean => module === undefined || modules.includes(module);

/** Whether a district permits something; what nobody has to permit is permitted. */
export const permits = (
  district: { readonly permits?: readonly PolicyFlag[] } | undefined,
  flag: PolicyFlag | undefined,
): boolean => flag === undefined || (district?.permits ?? []).includes(flag);
