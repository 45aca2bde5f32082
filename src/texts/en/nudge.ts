export const nudge = {};
