import type { home as source } from "../en/home.ts";
import { counted } from "./grammar.ts";

export const home: typeof source = {
  title: "Tu inicio",
  myGoals: "Mis metas",
  noGoals:
    "No tienes metas abiertas. Empieza con una sola cosa que deba mejorar para quienes aprenden: bastan una frase y una fecha.",
  goals: (count) => counted(count, "# meta abierta tuya", "# metas abiertas tuyas"),
  nothing: "Por ahora no te espera nada.",
  write: "También puedes escribirme lo que quieres, con tus palabras.",
};
