import type { checkIn as source } from "../en/check-in.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

const steps = (count: number) => counted(count, "# tarea pendiente", "# tareas pendientes");
const topics = (count: number) => counted(count, "# tema", "# temas");

export const checkIn: typeof source = {
  summary: "Tu reunión de seguimiento: organizarla, ver la próxima",
  topicSummary: "Agregar un tema para la próxima reunión",
  topicsSummary: "Ver los temas para la próxima reunión",

  named: (day, time) => `Reunión de seguimiento del ${day}, ${time}`,
  every: (weeks, weekday, time) =>
    weeks === 1
      ? `Cada semana, el ${weekday} a las ${time}`
      : `Cada ${weeks} semanas, el ${weekday} a las ${time}`,
  everyShort: { 1: "Cada semana", 2: "Cada 2 semanas", 4: "Cada 4 semanas" },
  minutes: (count) => counted(count, "# minuto", "# minutos"),
  school: "Escuela",
  next: "Próxima",
  series: "Frecuencia",
  length: "Duración",
  noNext: "Ninguna fecha del próximo año les sirve a todos.",
  topics: "Temas",
  topicCount: topics,
  noTopics: "Todavía no hay temas.",
  topicLine: (id, title) => `${id} · ${title}`,
  more: (count) => `Y ${count} más`,
  steps,
  stepLine: (title, due) => `${title} · para el ${due}`,

  none: (school) => `Todavía no hay reunión de seguimiento: ${school}`,
  noneBody:
    "Una reunión corta a una hora fija mantiene en contacto a los dos lados. Lo más común es cada 2 semanas, 25 minutos.",
  choose: "¿Cuál reunión de seguimiento?",
  open: "Abrir",
  setUp: "Organizar",
  change: "Cambiar",
  move: "Mover",
  skip: "Saltar",
  addTopic: "Agregar tema",
  remove: "Quitar",
  meetSooner: "Buscar un día antes",
  meetOn: (day) => `Reunirse el ${day}`,
  replacementReason: "para que no pase demasiado tiempo sin una",
  insideTests: (title, end) =>
    `Cae dentro de ${title}, hasta el ${end}. Muévela si informática está ocupada entonces.`,
  insideTestsAt: (school, title, end) =>
    `En ${school}, donde informática también trabaja, ${title} dura hasta el ${end}. Muévela si informática está ocupada entonces.`,

  formSeries: brief("Reunión de seguimiento"),
  formEvery: "¿Cada cuánto?",
  formWeekday: "¿Qué día?",
  formStart: "¿A qué hora?",
  formStartHint: (timezone) => `Hora de la escuela (${timezone}), por ejemplo 14:45 o 2:45 pm.`,
  formMinutes: "¿Cuánto dura?",
  formFirst: (when) => `La próxima: ${when}`,
  formStays: (when) => `La del ${when} ya se anunció y queda como está.`,
  timeUnread: (typed) => `No entiendo «${typed}» como hora. Escríbela por ejemplo 14:45 o 2:45 pm.`,
  timeAtNight: (time, meant) => `${time} está fuera del horario escolar. ¿Quisiste decir ${meant}?`,
  timeOutside: "Elige una hora entre las 06:00 y las 21:00.",
  timeNeeded: "Escribe la hora, por ejemplo 14:45 o 2:45 pm.",
  saved: "La reunión de seguimiento está organizada",
  seriesNews: (who) => `${who} organizó la reunión de seguimiento`,
  seriesNewsBody: (when) => `La próxima: ${when}.`,

  announceWhy:
    "Anuncio aquí cada reunión el día laborable anterior. Se cambia con /liaison checkin.",
  moved: (from, to) => `Movida: la reunión del ${from} ahora es el ${to}`,
  skipped: (when) => `Se salta: la reunión del ${when}`,
  reason: (reason) => `Por qué: ${reason}`,
  putBack: (when) => `La reunión de seguimiento del ${when} sí se hace`,
  nextIs: (when) => `Próxima: ${when}.`,
  notEveryoneWorks: "no todos trabajan ese día",
  calendarMoved: (from, to, reason) =>
    `La reunión prevista para el ${from} es el ${to} (${reason})`,
  calendarSkipped: (days, reason, next) =>
    `No hay reunión de seguimiento: ${days} (${reason}). Próxima: ${next}`,
  longGap: "Son más de tres semanas sin una.",

  formMove: brief("Mover la reunión"),
  formMoveDate: "¿A qué día?",
  formMoveDateHint: "Como lo dirías: el jueves, 14 de mayo, el próximo lunes.",
  formMoveTime: "¿A qué hora?",
  formMoveReason: "¿Por qué?",
  formReasonHint: "Una cosa, no una persona: un acto, un cambio en la red. Se dice en el canal.",
  formMoveSend: brief("Mover"),
  movePreview: (when) => `Nueva fecha: ${when}`,
  moveDone: (when) => `La reunión ahora es el ${when}`,
  moveProblems: {
    past: "Esa hora ya pasó. Elige una posterior.",
    not_working: "No todos trabajan ese día. Elige otro.",
    testing: "Ese día hay exámenes. Elige uno antes o después.",
    after_next: (next) => `La siguiente es el ${next}. Elige un día anterior o salta esta.`,
  },
  dateNeeded: "Escribe el día, por ejemplo jueves o 14 de mayo.",
  formSkip: brief("Saltar la reunión"),
  formSkipSend: brief("Saltar"),
  reasonNeeded: "Escribe unas palabras, para que todos lo sepan.",
  skipDone: (when) => `Se salta la reunión del ${when}`,
  notPlanned: (when) => `La reunión del ${when} ya no está prevista`,

  formTopic: brief("Agregar un tema"),
  formTopicTitle: "¿De qué deberían hablar?",
  formTopicHint: "Lo ven los dos lados y se muestra en el canal.",
  formTopicSchool: "¿Para qué escuela?",
  formTopicSend: brief("Agregar"),
  topicAdded: (id, when) => `${id} es un tema para la reunión del ${when}`,
  topicAddedNoDate: (id) => `${id} es un tema para la próxima reunión`,
  topicNoSeries: "Todavía no hay reunión de seguimiento.",
  topicRemoved: (id) => `${id} ya no es un tema`,
  topicNotYours: (id) => `Otra persona propuso ${id}, así que solo ella puede quitarlo`,
  topicOver: (id) => `${id} ya se trató o se quitó`,

  afterTitle: (day) => `¿Cómo fue la reunión del ${day}?`,
  afterAsk:
    "¿Se hizo? Escribe una cosa que decidieron y una cosa que cada lado necesita ahora. Si quieres, dale las gracias a alguien.",
  afterQuiet: "Puede responder cualquiera de los dos lados. Pregunto una sola vez.",
  held: "Sí, se hizo",
  wasMoved: "Se movió",
  notHeld: "No se hizo",
  writeDown: "Escribirlo",
  thank: "Dar las gracias",
  heldFact: "Se hizo",
  heldYes: "Sí",
  heldNo: "No",
  heldMoved: (when) => `Se movió al ${when}`,
  decision: "Decidido",
  needs: { library: "La biblioteca necesita ahora", it: "Informática necesita ahora" },
  talkedAbout: "Se habló de",
  keep: "Dejar para la próxima",

  formNotes: brief("Después de la reunión"),
  formDecision: "Una cosa que decidieron",
  formNeeds: {
    library: "Una cosa que la biblioteca necesita ahora",
    it: "Una cosa que informática necesita ahora",
  },
  formNotesHint: "Los dos lados pueden leerlo en el canal.",
  notesSaved: "Quedó escrito",
  notesOvertaken: (label, newer) =>
    `Mientras escribías, otra persona escribió en «${label}»: «${newer}». Si guardas, tus palabras lo sustituyen.`,

  formThanks: brief("Dar las gracias"),
  formThanksWho: "¿A quién?",
  formThanksFor: "¿Por qué?",
  formThanksHint: "Se dice una vez en el canal, con tus palabras.",
  formThanksSend: brief("Agradecer"),
  thanksTo: (from, to) => `Agradecimiento de ${from} para ${to}`,
  thanksSaid: (to) => `Tu agradecimiento para ${to} ya está en el canal`,
  thanksSelf:
    "Te lo mereces, pero un agradecimiento cuenta cuando es para otra persona. Elige a alguien del equipo.",
  thanksNobody: "Todavía no hay nadie más en este equipo a quien agradecer.",

  homeTitle: "Reunión de seguimiento",
  homeNone: (school) => `${school}: todavía no hay reunión de seguimiento`,
  thanksSummary: "Dar las gracias a alguien del equipo, con tus palabras",
};
