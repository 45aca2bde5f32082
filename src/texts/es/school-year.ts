import type { schoolYear as source } from "../en/school-year.ts";
import { counted } from "./grammar.ts";

export const schoolYear: typeof source = {
  endTitle: (year) => `El año escolar ${year} termina hoy para el personal`,
  quietUntil: (date) =>
    `Desde mañana, el personal de diez meses no recibe nada de mí hasta el ${date}. Entonces pregunto si el equipo sigue igual.`,
  quietOpen:
    "Desde mañana, el personal de diez meses no recibe nada de mí. No sé cuándo empieza el próximo año: trae su calendario y vuelvo a empezar en su primer día del personal.",
  bringIn: "Traer el próximo año",
  startTitle: (year) => `Un nuevo año escolar: ${year}`,
  startBody: (library, it) => `¿El equipo sigue igual? Biblioteca: ${library}. Informática: ${it}.`,
  nobody: "nadie",
  same: "Sí, igual",
  changeTeam: "Cambiar el equipo",
  dates: "Mover fechas viejas",
  sameTitle: (name) => `${name} dice que el equipo sigue igual. ¡Buen año a ambos lados!`,
  datesTitle: "Lo abierto del año pasado, en el calendario de este año",
  datesNone: "No queda nada abierto con fecha del año pasado.",
  dateLine: (from, to) => `${from} → ${to}`,
  datesHint: "El mismo día de la misma semana escolar. Todavía no ha cambiado nada.",
  andMore: (count) => `Y ${count} más, movidas igual.`,
  move: "Moverlas",
  moved: (count) => counted(count, "Se movió # fecha", "Se movieron # fechas"),
};
