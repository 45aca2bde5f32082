/** @returns whether dist/ had to be built. */
export function buildIfChanged(): Promise<boolean>;
