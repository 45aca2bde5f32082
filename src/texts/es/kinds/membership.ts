import type { membership as source } from "../../en/kinds/membership.ts";
import { brief } from "../../brief.ts";

export const membership: typeof source = {
  label: "Mis asociaciones",
  names: "membresias / mis asociaciones",
  sentences: "mis asociaciones / mi red profesional / los enlaces de mi perfil",
  addSentences: "pertenezco a una asociación / agregar mi membresía de ISTE",
  summary: "Asociaciones y redes a las que perteneces; solo tú las ves",
  title: "Tus asociaciones",
  none: "Aquí todavía no hay nada",
  noneBody: "¿Perteneces a AASL, ISTE u otro grupo? Tú decides si tus colegas lo saben.",
  add: brief("Agregar asociación"),
  saved: (id) => `Está en tu perfil como ${id}`,
  fields: {
    name: "¿A qué perteneces?",
    sort: "¿Qué es?",
    link: "Dirección web",
    tell: "¿Puede saberlo quien también pertenece?",
  },
  hints: { tell: "Lo digo una vez, a los dos, y solo si ambos dijeron que sí." },
  options: {
    sort: { association: "Una asociación", network: "Una red en la web" },
    tell: { yes: "Sí", no: "No" },
  },
  states: {},
  press: {},
  both: (name, group) => `${name} y tú pertenecen a ${group}`,
  bothBody: "Puede ser un buen comienzo para conversar o para ir juntos a un congreso.",
  bothWhy:
    "Lo digo una sola vez, porque los dos lo permitieron. Cámbialo en /liaison memberships y no lo usaré más.",
};
