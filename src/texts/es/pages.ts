import type { pages as source } from "../en/pages.ts";

export const pages: typeof source = {
  about: "Biblioteca e informática",
  unknown: "Este enlace no funciona. Pide uno nuevo en el chat.",
  expired: "Este enlace servía durante una hora y ya pasó. Pide uno nuevo en el chat.",
  tooLarge: (megabytes) =>
    `Ese archivo es demasiado grande. Un calendario puede tener hasta ${megabytes} MB.`,
};
