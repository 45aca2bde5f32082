import type { meetings as source } from "../en/meetings.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const meetings: typeof source = {
  summary: "Busca una hora para la próxima de las tres reuniones, o la muestra",
  names: {
    goal_sheet: "Reunión 1 (hoja de metas)",
    action_plan: "Reunión 2 (plan de acción)",
    reflect_for_revision: "Reunión 3 (reflexionar para mejorar)",
  },
  facts: (school, minutes) => `${school} · ${counted(minutes, "# minuto", "# minutos")}`,
  host: {
    library: "Esta vez recibe la biblioteca.",
    it: "Esta vez recibe informática.",
  },
  place: {
    library: (school) => `${school}, biblioteca`,
    it: (school) => `${school}, informática`,
  },
  side: { library: "la biblioteca", it: "informática" },

  sheetBefore: (when) => `La reunión 1 es ${when}, y tu hoja de metas está vacía`,
  sheetAfter: "La reunión 1 ya fue, y tu hoja de metas sigue vacía",
  sheetBody:
    "Basta una meta, y puede ser pequeña: ¿qué te gustaría que funcione mejor al final del año? Cuando cada lado tenga una, busco una hora para la reunión 2.",
  sheetWhy:
    "Recibes esto porque la reunión 1 cuenta cuando cada lado tiene una meta. /liaison pause detiene mis mensajes.",
  beginTitle: "Empieza la reunión 1",
  beginBody:
    "Cada lado lee las metas del otro y repite una con sus propias palabras. Después: ¿dónde coinciden las metas y qué puede ofrecer cada lado?",
  askedNoMore:
    "Ya no se pregunta por esa hora. Las horas disponibles están en el mensaje al equipo",
  findTitle: (name) => `¿Qué hora te viene bien para la ${name}?`,
  passed: (name) => `Esas horas para la ${name} ya pasaron. ¿Cuál de las nuevas les conviene?`,
  findBody: "Una hora vale cuando alguien de cada lado la eligió.",
  noSlots:
    "No encontré en las próximas semanas una hora que les venga bien a todos. Propón una que sepas que funciona.",
  noCommon:
    "No encontré ninguna hora en las próximas semanas que les convenga a todos. Aquí hay una que le conviene a cada lado: elegir la del otro es hacerle un hueco.",
  suitsOnly: { library: "Le conviene a la biblioteca", it: "Le conviene a informática" },
  pick: "Elegir",
  pickedBy: (names) => `La eligió: ${names}`,
  proposedBy: (name) => `La propuso ${name}`,
  none: "Ninguna de estas",
  propose: "Proponer otra",
  turnedDown: (side, why) =>
    `Las propuestas anteriores no le venían bien a ${side}: ${why}. Estas son nuevas.`,
  agendaTitle: "Para qué es",
  agenda: {
    goal_sheet: [
      "Abran primero las metas del otro lado y repitan una con sus palabras.",
      "Miren dónde se encuentran sus metas y registren ofertas de ayuda.",
      "Acuerden de tres a cinco líneas sobre cómo trabajan juntos.",
    ],
    action_plan: [
      "Conviertan las ofertas en promesas, o déjenlas ir.",
      "Para cada meta: qué hace cada lado, quién, cuándo y dónde.",
      "Lean juntos el texto y pulsen De acuerdo.",
    ],
    reflect_for_revision: [
      "Miren su hoja de metas y la línea del plan de cada meta terminada.",
      "¿Qué puede mejorar cada departamento? ¿Qué necesitan y qué ofrecen?",
      "Escriban la columna conjunta: seguir, revisar, retirar o empezar de nuevo.",
    ],
  },
  checklistTitle: "Antes de reunirse",
  checklist: {
    goal_sheet: "Cada lado registra al menos una meta a corto y una a largo plazo con /goal.",
    action_plan: "Miren una vez los pares y las ofertas.",
    reflect_for_revision: "Cada lado responde la encuesta corta.",
  },
  bring: {
    library: "La biblioteca trae algo para compartir.",
    it: "Informática trae algo para compartir.",
  },
  broughtTicked: "Algo para compartir: listo.",
  broughtSkipped: "Algo para compartir: esta vez no.",
  tick: "Listo: algo para compartir",
  skipBring: "Esta vez no",
  broughtSaved: "Queda registrado. Gracias.",
  why: "Recibes esto porque las tres reuniones son la forma en que trabajan los dos lados. Las horas respetan el horario de todos.",

  askedTitle: (name, when, meeting) => `${name} eligió ${when} para la ${meeting}`,
  askedBody: "¿Te viene bien? Con pulsar una vez queda fijada.",
  askedMove: (name, meeting, from, to) => `${name} pide mover la ${meeting} de ${from} a ${to}`,
  askedMoveBody: "Hasta que respondas, queda donde está.",
  pickYes: "Elegir",
  keep: "Dejarla",
  reason: (words) => `Motivo: ${words}`,
  picked: (when) => `Elegiste ${when}`,
  pickedNext: {
    library: "Le pregunté a la biblioteca. Cuando también la elija, queda fijada.",
    it: "Le pregunté a informática. Cuando también la elija, queda fijada.",
  },
  agreed: (name, when) => `Fijada: ${name}, ${when}`,
  agreedBody: "Te lo recuerdo el día laborable anterior.",
  movedTo: (name, from, to) => `Movida: ${name} del ${from} es ahora el ${to}`,
  movedBody: "Pulsa otra vez Agregar al calendario: la entrada de tu calendario se mueve también.",
  kept: (name, when) => `${name} sigue el ${when}`,
  keptNews: (name, meeting, when) => `${name} prefiere dejar la ${meeting} el ${when}`,
  wishTitle: (side, to) => `Lo pide ${side}: moverla al ${to}`,
  notOffered: "Esa hora ya no se ofrece. Así está ahora.",
  over: "Esa reunión ya no se está planeando. No cambió nada.",

  noneTitle: brief("Ninguna de estas"),
  noneWhy: "¿Qué no te viene bien?",
  reasons: {
    days: "Estos días",
    times: "Estas horas del día",
    soon: "Demasiado pronto",
    other: "Otra cosa",
  },
  reasonWords: {
    days: "los días",
    times: "las horas del día",
    soon: "demasiado pronto",
    other: "otra cosa",
  },
  noneWords: "¿Algo que deba saber?",
  noneHint: "Una cosa, no una persona: una asamblea, un cambio de red. Lo leen los dos lados.",
  noneSend: brief("Buscar otras"),
  noneDone: "Busqué otros horarios",
  noneLeft: "No encontré otros horarios que les vengan bien a todos",

  proposeTitle: brief("Proponer una hora"),
  moveTitle: brief("Mover la reunión"),
  date: "¿Qué día?",
  dateHint: "Como lo dirías: el jueves, 14 de mayo, el próximo lunes.",
  start: "¿A qué hora?",
  moveReason: "¿Por qué?",
  send: brief("Proponer"),
  preview: (when) => `Leo: ${when}`,
  tooFar: "Falta más de un año. Elige un día más cercano.",
  clash: "Alguien tiene otra reunión a esa hora o está fuera de su horario. Elige otra hora.",

  addToCalendar: "Agregar al calendario",
  removeFromCalendar: "Quitar del calendario",
  calendarTitle: (what) => `Para tu calendario: ${what}`,
  calendarOpen: "Abrir el archivo",
  calendarHint:
    "El enlace es tuyo y vale una hora. Si la reunión se mueve, ábrelo otra vez: la misma entrada se mueve.",
  calendarOff: "La reunión se canceló. Abre el archivo y tu calendario quita la entrada.",
  noPage:
    "Aquí no tengo una dirección web, así que no puedo darte un archivo. La hora está arriba.",
  move: "Mover",
  cancel: brief("Cancelar la reunión"),
  cancelTitle: brief("Cancelar la reunión"),
  cancelDone: (name) => `${name} queda cancelada`,
  cancelled: (name, when) => `Cancelada: ${name} del ${when}`,
  onAgain: (name, when) => `${name} del ${when} sí tiene lugar`,
  again: "Buscar otra hora",
  notOpen: (name, when, why) =>
    `La ${name} del ${when} no puede hacerse (${why}). Busco otros horarios.`,

  nothing: "Ahora no hay ninguna reunión que planear",
  nothingBody: "La próxima de las tres reuniones llega cuando el protocolo llegue ahí.",
  find: "Buscar una hora",
  see: "Hora y orden del día",
  afterTitle: (name, day) => `¿Cómo fue la ${name} del ${day}?`,
  announceWhy: "Anuncio cada reunión aquí el día laborable anterior.",

  wordsTitle: "¿Qué debería saber la biblioteca antes de reunirse?",
  wordsBody:
    "Dos días antes de la Reunión 1 le muestro tus palabras a la biblioteca, tal como las escribes. Nadie más las ve. Todo es opcional.",
  wordsWrite: "Escribirlo",
  wordsChange: "Cambiar mis palabras",
  wordsForm: brief("Con tus palabras"),
  wordsSaved: "Gracias. La biblioteca lo lee dos días antes de la Reunión 1.",
  wordsShown: "Gracias. Se lo mostré a la biblioteca.",
  wordsNote: "Solo lo leen las personas de la biblioteca de este equipo.",
  fields: {
    load: "¿Qué hace difíciles tus semanas?",
    busy: "¿Cuándo tienes más trabajo?",
    limits: "¿Qué no puedes cambiar, aunque quieras?",
  },
  viewTitle: (when) => `Antes de ${when}: cómo ve informática su trabajo`,
  viewBody: "Con sus propias palabras. Solo se te pide leerlo.",
  viewRead: "Ya lo leí",
  viewReadDone: "Marcado como leído",
  viewFrom: (name, role) => `${name} (${role})`,

  prepTitle: (when) => `Antes de ${when}`,
  prepReading: [
    "La confianza entre dos departamentos crece como una cuenta de ahorro: primero van los pequeños favores.",
    "Pregunta cómo es su semana antes de pedir algo.",
    "Lleva una cosa que ya salió bien gracias al otro lado.",
  ],
  prepBody: "Puedes escribirte una nota para la reunión. Dos preguntas cortas, ambas opcionales.",
  prepWrite: "Escribir mi nota",
  prepRead: "Ya lo leí",
  prepSkip: "Esta vez no",
  prepPrivate:
    "Tu nota solo la lees tú aquí: ni la otra parte, ni supervisores, ni quien venga después. No escribas nada sobre estudiantes.",
  prepMine: "Mi nota",
  prepForm: brief("Una nota para ti"),
  prepFields: {
    know: "¿Qué sabes del trabajo de la otra parte y qué todavía no?",
    turn: "¿Qué pequeño favor podrías hacerles primero?",
  },
  prepSaved: "Tu nota está guardada. La encuentras con /liaison meet",
};
