import type { nudge as source } from "../en/nudge.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const nudge: typeof source = {
  title: (first, others) =>
    others > 0 ? `Esta semana: ${first}, y ${others} más` : `Esta semana: ${first}`,
  moved: (since, things) => `${since}: ${things}.`,
  sinceMonday: "Desde el lunes pasado",
  since: (date) => `Desde el ${date}`,
  movedItem: (title) => `«${title}» está hecho`,
  movedGoal: (title) => `se logró la meta «${title}»`,
  movedMore: (count) => `${count} más`,
  numbered: (number, title) => `${number}. ${title}`,

  checkIn: (day, time) => `Reunión de seguimiento del ${day}, ${time}`,
  topics: (count, ids) =>
    count === 0
      ? "Todavía sin temas"
      : `${counted(count, "# tema", "# temas")} en la lista (${ids})`,
  checkInChanged: "Ya no está prevista",
  addTopic: "Agregar tema",
  move: "Mover",
  itemLine: (ids, due) => `${ids} · ${due}.`,
  yourPlan: "Tu plan",
  /** Of somebody else. */
  plan: "Plan",
  wasBlocked: (reason) => `Con obstáculo: ${reason}`,

  answeredDone: (date) => `Hecho el ${date}.`,
  answeredGone: "Ya no está en el plan.",
  answeredSnoozed: (date) => `Pospuesto hasta el ${date}.`,
  answeredBlocked: (reason, date) =>
    `Con obstáculo: ${reason}. Sin recordatorio antes del ${date}.`,
  answeredReplanned: (date) => `Replanificado para el ${date}.`,
  answeredNoOwner: "Ya no está a tu nombre. El plan muestra que falta responsable.",
  answeredOther: "Ahora lo tiene otra persona.",

  kept: {
    library: (given, received) =>
      `Promesas cumplidas hasta ahora: tú a la biblioteca ${given}, la biblioteca a ti ${received}.`,
    it: (given, received) =>
      `Promesas cumplidas hasta ahora: tú a informática ${given}, informática a ti ${received}.`,
    both: (given, received) =>
      `Promesas cumplidas hasta ahora: tú a tus equipos ${given}, tus equipos a ti ${received}.`,
  },
  seeAll: "Ver todo",
  more: (count) => `Y ${count} más`,
  moreTitle: (count) => counted(count, "Una cosa más esta semana", "# cosas más esta semana"),
  moreNone: "No hay nada más esta semana",
  moreRest: (count) => `Y ${count} más en el plan.`,

  talkAbout: (title) => `¿Lo hablamos? ${title}`,

  forSomebody: (name, title) => `Por ${name}: ${title}`,
  gathered: (first, others) =>
    others > 0 ? `Para ti: ${first}, y ${others} más` : `Para ti: ${first}`,
  tomorrow: (first) => `Muy pronto: ${first}`,
  open: "Abrir",
  handedBack: (name) => `Te damos la bienvenida de vuelta. ${name} te cubrió.`,
  handedBackNothing: "Mientras tanto no cambió nada tuyo.",
  forOwner: (name) => `Por ${name}.`,
  goalFinished: "Su meta está terminada. ¿Debe seguir en el plan?",
  keep: "Dejarla",
  drop: "Quitarla",
  answeredKept: "Sigue en el plan.",
  cadenceAsk:
    "¿Con qué frecuencia quieres este mensaje? Mientras no elijas, llega cada dos semanas. Lo pregunto solo una vez.",
  cadences: {
    weekly: "Cada semana",
    fortnightly: "Cada dos semanas",
    monthly: "Una vez al mes",
    off: "Nunca",
  },
  cadenceSet: {
    weekly: "Tu mensaje llega cada semana",
    fortnightly: "Tu mensaje llega cada dos semanas",
    monthly: "Tu mensaje llega una vez al mes",
    off: "Tu mensaje semanal está apagado. Las preguntas de tu equipo sí te llegan.",
  },
  freshStart: (period) => `Empieza ${period}. ¿Eliges una cosa para comenzar?`,
  freshStartGoal: "Registrar una meta",
  thanksPrompt: (name, title) => `${name} hizo «${title}» para ti.`,
  thanksSay: "Dar las gracias",

  lineThanks: (count) => counted(count, "un agradecimiento", "# agradecimientos"),
  lineNext: (when) => `Próxima reunión: ${when}.`,
  lineWhy:
    "Una vez por semana, el último día de clases, digo aquí lo que avanzó, si algo avanzó. Lo atrasado no aparece.",
  lineTurn: { off: "Desactivar esto", on: "Activarlo" },
  lineTurned: {
    off: "La línea semanal está desactivada en este canal",
    on: "La línea semanal está activada en este canal",
  },

  guardrail: (cadence) =>
    `Ahora los mensajes llegan ${cadence}, salvo que alguien eligiera otra cosa`,
  guardrailBody: (muted, people) =>
    `${muted} de ${counted(people, "# persona", "# personas")} pausaron mis mensajes o los desactivaron en las últimas semanas. Es señal de que escribo demasiado, así que di un paso atrás. Aquí no se nombra a nadie, y a nadie se le avisó.`,
  backToWeekly: "Volver a cada semana",
  weeklyAgain: "Los mensajes llegan otra vez cada semana, salvo que alguien eligiera otra cosa",
  measuresSummary: "Cuánto sirven mis mensajes, en números; para coordinación y dirección",
  measuresShow: "Ver los números",
  measuresTitle: (days) =>
    counted(days, "Mis mensajes en el último # día", "Mis mensajes en los últimos # días"),
  measuresFew: (fewest) =>
    `Muestro números a partir de ${fewest} personas, para que no digan nada de una sola`,
  measuresNotYours:
    "Estos números son para la coordinación de bibliotecas y la dirección de informática",
  measuresNote: (percent) =>
    `Cuando más del ${percent} % de las personas pausa o desactiva mis mensajes en ese tiempo, escribo menos por mi cuenta. No hay números sobre personas concretas.`,
  measured: {
    pressed: "Mensajes en los que se pulsó algo",
    pressedSoon: "Pulsados en 3 días laborables",
    doneByDue: "Tareas hechas a tiempo",
    replanned: "Tareas con nueva fecha tras un mensaje",
    muted: "Personas que pausaron o desactivaron",
    none: "ninguno todavía",
    cadence: "Si nadie eligió otra cosa",
  },
  share: (part, of) =>
    of < 5 ? `${part} de ${of}` : `${part} de ${of} (${Math.round((100 * part) / of)} %)`,

  whySummary: "Por qué y cuándo te escribo",
  whyTitle: "Por qué recibes un mensaje semanal",
  whyRule:
    "Una vez por semana, tu primer día de trabajo, te envío un mensaje con tres cosas como máximo. Si no hay nada que decir, no envío ninguno.",
  whyOrder:
    "Primero la reunión de seguimiento de los próximos dos días de trabajo; luego lo que ya venció, lo más reciente primero; luego lo que vence en los próximos cinco días de trabajo.",
  whyLife:
    "Algo vencido aparece en dos mensajes semanales como máximo. Después pasa a ser un tema de la próxima reunión de seguimiento. Nunca se lo digo a una persona supervisora ni pongo tu nombre en un canal.",
  whyCheckIn: (title) => `${title}: es en los próximos dos días de trabajo.`,
  whyOverdue: (title, date) => `${title}: era para el ${date} y está a tu nombre.`,
  whySoon: (title, date) => `${title}: es para el ${date}, en los próximos cinco días de trabajo.`,
  whyNotice: (title) => `${title}: esperó a este mensaje para que recibas uno y no dos.`,
  never: "ninguno por sí solo",
  quietHours: "Horas de silencio",
  fromTo: (from, to) => `de ${from} a ${to}`,
  setTo: (cadence, time, timezone) => `${cadence}, primer día de trabajo, ${time} (${timezone})`,
  changeHours: "Cambiar horario",
  stretch: (from, to) => `del ${from} al ${to}`,
  skipped: (days, reason) => `Se salta ${days}: ${reason}.`,
  skippedFor: {
    calendar: "la escuela está cerrada",
    away: "no estás",
    no_contact: "no quieres mensajes",
    paused: "tus mensajes están en pausa",
  },
  preview: "Tal como están las cosas, dirá",
  previewNone: "Tal como están las cosas, no habrá nada que decir entonces.",
  notSaid: "Lo que no digo, y por qué",
  waits: (title, reason, until) => `${title}: ${reason}. Llega: ${until}.`,
  waitReasons: {
    quiet: "fuera de tu horario",
    alone: "tienes activado No molestar",
    season: "exámenes o semanas de mucho trabajo",
    day: "un mensaje al día",
    week: "dos mensajes en 7 días",
    digest: "llega con tu mensaje semanal",
  },
  heldBack: {
    blocked: (title, until) => `${title}: con obstáculo, en silencio hasta el ${until}.`,
    snoozed: (title, until) => `${title}: pospuesta hasta el ${until}.`,
    tests: (title, until) =>
      `${title}: durante los exámenes no molesto a informática, hasta el ${until}.`,
    busy: (title, until) =>
      `${title}: en semanas de mucho trabajo, solo lo urgente por fecha, hasta el ${until}.`,
    topic: (title) => `${title}: es un tema de la próxima reunión de seguimiento.`,
    told_enough: (title) =>
      `${title}: ya lo dije dos veces; pasa a ser un tema de la próxima reunión.`,
    goal_finished: (title) => `${title}: su meta está terminada, y ya pregunté una vez.`,
  },
  setting: "Ajuste",
  next: "Próximo",
  paused: "En pausa hasta",

  pauseSummary: "Detener mis mensajes por un tiempo",
  resumeSummary: "Volver a recibir mis mensajes",
  pauseTitle: brief("Pausar tus mensajes"),
  pauseHowLong: "¿Por cuánto tiempo?",
  pauseOneWeek: "1 semana",
  pauseTwoWeeks: "2 semanas",
  pauseUntilDate: "Hasta una fecha",
  pauseDate: "¿Hasta qué fecha?",
  pauseDateHint: "Solo para «Hasta una fecha». Como la dirías: 14 de mayo, en 3 semanas.",
  pauseNeedsDate: "Escribe la fecha a partir de la cual puedo escribirte.",
  pauseTooLong: "Falta más de un año. Elige un día más cercano.",
  pauseSend: brief("Pausar"),
  pausedTitle: (date) => `Tus mensajes están en pausa hasta el ${date}`,
  pausedBody: (moment) =>
    `Antes de ese día no llega nada que no pidas. El próximo mensaje semanal puede llegar el ${moment}. Lo que escribas sí tendrá respuesta.`,
  resume: "Reanudar",
  resumedTitle: "Tus mensajes están activos",
  resumedBody: (moment) => `El próximo mensaje semanal puede llegar el ${moment}.`,
};
