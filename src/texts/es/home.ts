import type { home as source } from "../en/home.ts";

export const home: typeof source = {
  title: "Tu inicio",
  myGoals: "Mis metas",
  noGoals:
    "No tienes metas abiertas. Empieza con una sola cosa que deba mejorar para quienes aprenden: bastan una frase y una fecha.",
  moreGoals: (count) => `${count} más en la lista`,
};
