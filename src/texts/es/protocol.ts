import type { protocol as source } from "../en/protocol.ts";
import { counted } from "./grammar.ts";

export const protocol: typeof source = {
  summary: "En qué punto está el equipo y cuál es el paso siguiente",
  statusSummary: "Lo mismo en dos líneas",

  title: (school, year, state) => `${school}, ${year}: ${state}`,
  sides: { library: "la biblioteca", it: "informática" },
  states: {
    not_started: "todavía no ha empezado",
    invited: "sigue la reunión 1",
    goal_sheet_scheduled: "la reunión 1 tiene fecha",
    goal_sheet_held: "la reunión 1 ya se hizo",
    action_plan_scheduled: "la reunión 2 tiene fecha",
    plan_agreed: "el plan está acordado",
    plan_active: "el plan está en marcha",
    reflection_due: "toca reflexionar sobre una meta",
    reflection_scheduled: "la reunión 3 tiene fecha",
    reflected: "ya reflexionaron juntos",
    paused: "en pausa",
    cycle_closed: "el año está cerrado",
  },
  next: {
    not_started: "Sigue: nombrar a alguien en cada lado, con /liaison setup.",
    invited:
      "Sigue, para los dos lados: reunirse unos 50 minutos y llenar la hoja de metas. Cada lado necesita al menos una meta.",
    goal_sheet_scheduled:
      "Sigue, para los dos lados: hacer la reunión 1 con la hoja de metas. Cada lado necesita al menos una meta.",
    goal_sheet_held:
      "Sigue, para los dos lados: reunirse otra vez en 10 días hábiles y escribir el plan de acción.",
    action_plan_scheduled:
      "Sigue, para los dos lados: hacer la reunión 2 y pulsar De acuerdo sobre el mismo texto del plan.",
    plan_agreed:
      "Sigue, para cualquiera de los dos lados: fijar la reunión de seguimiento con /liaison checkin. También pueden compartir el plan con sus supervisores.",
    plan_active:
      "Lo siguiente, para ambos lados: las reuniones de seguimiento. Cuando una meta está lista, la repasan juntos.",
    reflection_due:
      "Sigue, para los dos lados: responder las preguntas cortas y luego escribir juntos la columna conjunta.",
    reflection_scheduled:
      "Sigue, para los dos lados: hacer la reunión 3 y escribir la columna conjunta.",
    reflected: "Sigue, para los dos lados: acordar la versión siguiente del plan.",
    paused: "Sigue, para cualquiera de los dos lados: continuar cuando haya gente en ambos lados.",
    cycle_closed: "Este año se puede leer, pero ya no cambiar.",
  },
  nextAgree: (side) => `Sigue, para ${side}: leer el texto del plan y pulsar De acuerdo.`,
  nextDay: (next, day) => `${next} Es el ${day}.`,

  refusals: {
    not_now: "Ese no es el paso que sigue ahora. No se ha cambiado nada.",
    nothing_planned: "Todavía no hay con qué continuar. No se ha cambiado nada.",
    no_goals: "El plan todavía no tiene metas. Agrega una con /goal.",
  },
  nobody: {
    library:
      "Todavía no hay nadie del lado de la biblioteca. La hoja de metas se puede llenar mientras tanto; agrega a alguien con /liaison setup.",
    it: "Todavía no hay nadie del lado de informática. La hoja de metas se puede llenar mientras tanto; agrega a alguien con /liaison setup.",
  },
  notAccepted: {
    library: "La biblioteca todavía no aceptó. Mientras tanto se puede llenar la hoja de metas.",
    it: "Informática todavía no aceptó. Mientras tanto se puede llenar la hoja de metas.",
  },
  emptySheet: {
    library: "La reunión 1 aún no termina: la hoja de la biblioteca está vacía.",
    it: "La reunión 1 aún no termina: la hoja de informática está vacía.",
  },
  emptySheetBody:
    "Cuenta como hecha cuando cada lado tiene al menos una meta. Agrega una con /goal y pulsa otra vez Reunión 1 terminada.",
  incomplete: (count) =>
    counted(count, "A una meta todavía le falta algo.", "A # metas todavía les falta algo."),
  notAgreed: {
    library: "La biblioteca todavía no está de acuerdo con este texto.",
    it: "Informática todavía no está de acuerdo con este texto.",
  },
  undecided: (count) =>
    counted(
      count,
      "Sobre una meta abierta todavía no hay decisión.",
      "Sobre # metas abiertas todavía no hay decisión.",
    ),

  meeting1: "Reunión 1, hoja de metas",
  meeting2: "Reunión 2, plan de acción",
  meeting3: "Reunión 3, reflexionar para mejorar",
  held: "hecha",
  notYet: "todavía no",
  onDay: (day) => `el ${day}`,
  planVersion: (number, day) => `versión ${number}, acordada el ${day}`,
  noVersion: "todavía sin versión acordada",
  looksBack: (count) => counted(count, "# meta la espera", "# metas la esperan"),
  sheetCounts: (library, it) =>
    `${counted(library, "# meta", "# metas")} de la biblioteca, ${it} de informática`,
  sheet: "Hoja de metas",

  finish: "Reunión 1 terminada",
  finished: "La reunión 1 está terminada",
  finishedBefore: "La reunión 1 ya estaba terminada",
  finishedNext:
    "Sigue: miren dónde se cruzan sus metas, guarden las ofertas de ayuda y reúnanse otra vez en 10 días hábiles para el plan de acción.",
  finishedNews: (who) => `${who} marcó la reunión 1 como terminada`,
  newsWhy: "Recibes esto porque eres parte de ese equipo.",

  showSheet: "Hoja de metas",
  showPairs: "Dónde se cruzan",
  showOffers: "Ofertas de ayuda",
  showText: "Leer y acordar",
  showVersions: "Versiones",
  showBalance: "Promesas de ambos lados",
  showWorking: "Acuerdo de trabajo",
  showYear: "Cerrar el año",
  showPast: "Años anteriores",
  show: "Ver el protocolo",
  pause: "Pausar el protocolo",
  resume: "Continuar",
  paused: "El protocolo está en pausa",
  pausedBody:
    "Las metas y el plan quedan como están. Cualquiera de los dos lados continúa con un botón.",
  pausedBy: (who) => `${who} puso el protocolo en pausa`,
  pausedLeft: (side) => `El protocolo está en pausa: ya no hay nadie del lado de ${side}`,
  pausedLeftBody:
    "Las metas, el plan y las versiones se conservan. Agrega a alguien con /liaison setup y luego continúa.",
  resumed: "El protocolo continúa",

  homeTitle: "En qué punto estamos",
};
