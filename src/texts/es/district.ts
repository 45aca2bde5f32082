import type { district as source } from "../en/district.ts";

export const district: typeof source = {
  summary: "Cómo van los equipos del distrito, en números; para la coordinación de bibliotecas",
  title: (count: number) => `Equipos del distrito: ${String(count)}`,
  open: "Pasos abiertos, todos juntos",
  overdue: "De ellos, con la fecha pasada",
  tooFew: (fewest: number) =>
    `Con menos de ${String(fewest)} equipos no cuento los pasos: un número señalaría a uno de ellos.`,
  note: "Solo números, para planear tu apoyo. No nombran a nadie y no sirven para evaluar.",
  notYours: "Estos números son para la coordinación de bibliotecas del distrito.",
};
