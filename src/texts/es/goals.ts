import type { goals as source } from "../en/goals.ts";
import { brief } from "../brief.ts";

export const goals: typeof source = {
  summary: "Guardar una meta al momento o abrir el formulario",
  addSummary: "Abrir el formulario para una meta nueva",
  listSummary: "Metas de los dos lados, primero las que vencen antes",
  showSummary: "Una meta con sus botones",
  editSummary: "Cambiar una meta",
  helpSummary: "Lo que puedes hacer con las metas",

  logged: (id) => `Guardada como meta ${id}`,
  changed: (id) => `La meta ${id} cambió`,
  due: "Fecha límite",
  dueRead: (date, words) => `${date}, según «${words}»`,
  dueShort: (date) => `para el ${date}`,
  wasDue: (date) => `era para el ${date}`,
  owner: "Responsable",
  school: "Escuela",
  horizon: "Plazo",
  horizons: { short: "Corto plazo", long: "Largo plazo" },
  status: "Estado",
  statuses: {
    draft: "borrador",
    not_started: "sin empezar",
    on_track: "en marcha",
    at_risk: "en riesgo",
    awaiting_confirmation: "por confirmar",
    done: "hecha",
    stopped: "detenida",
    carried_over: "pasada al próximo año",
  },
  doneOn: (date) => `hecha el ${date}`,
  why: "Por qué importa",
  measure: "Medida",
  measured: (unit, baseline, current, target) =>
    [
      unit,
      [baseline && `de ${baseline}`, target && `a ${target}`].filter(Boolean).join(" "),
      current && current !== baseline && `ahora ${current}`,
    ]
      .filter(Boolean)
      .join(", "),
  serves: "Apoya la meta de la escuela",
  changedBy: (name, moment) => `Último cambio de ${name}, ${moment}`,
  editedTitle: (name, id) => `${name} cambió tu meta ${id}`,
  saidBefore: "Antes",
  saysNow: "Ahora",
  editedWhy: "Recibes esto porque la meta es tuya. Con Editar vuelves a poner tus palabras.",
  seenBy: "Solo la ven las personas de este equipo.",

  edit: "Editar",
  undo: "Deshacer",
  remove: "Quitar la meta",
  addAction: "Agregar tarea",
  done: "Hecho",
  open: "Abrir",
  logOne: "Registrar una meta",
  showAll: "Ver todas las metas",
  again: "Registrarla de nuevo",

  formNew: brief("Registrar una meta"),
  formEdit: (id) => brief(`Editar la meta ${id}`),
  formFor: (school, side) => `Para ${school}, lado de ${side}.`,
  formTitle: "Meta",
  formTitleHint: (max) => `Una frase de hasta ${max} caracteres.`,
  formHorizonHint: "Corto plazo: se logra en unas 12 semanas. Largo plazo: un semestre o más.",
  formDue: "Fecha límite",
  formDueHint: "Como la dirías: 14 de mayo, en 3 semanas, el próximo viernes.",
  dueOtherDay: "Quizá sea otro día:",
  formDueRead: (date) => `La entiendo como ${date}.`,
  formMeasure: "¿Qué cuentas?",
  formMeasureHint: "Por ejemplo: estudiantes que saben citar una fuente, en porcentaje.",
  formBaseline: "Cómo está ahora",
  formTarget: "Adónde debe llegar",
  formNone: "Ninguna meta de la escuela",

  cutNote: (length, max) =>
    `Escribiste ${length} caracteres y una meta tiene como máximo ${max}. El resto está abajo, en «Por qué importa». Todavía no se guardó nada.`,
  mendNote: "Todavía no se guardó nada: hay algo que revisar aquí abajo.",
  goneNote: (id) =>
    `La meta ${id} se quitó mientras escribías. Lo que escribiste sigue aquí: guárdalo para registrarlo como meta nueva.`,
  clashNote: (name, id) =>
    `${name} cambió la meta ${id} mientras escribías. Lo que escribiste sigue aquí: guárdalo para ponerlo en lugar del otro texto.`,
  theirText: (title, due) => `Ahora dice: «${title}», ${due}.`,

  empty: "Escribe la meta en pocas palabras.",
  unread: (words) =>
    `No encuentro una fecha en «${words}». Escríbela como 14 de mayo o en 3 semanas.`,
  unreadOptional: (words) =>
    `No encuentro una fecha en «${words}». Escríbela como 14 de mayo o en 3 semanas, o déjala vacía.`,
  impossible: (words) => `El día «${words}» no existe en el calendario. Revísalo.`,
  several: (dates) => `Encontré más de una fecha: ${dates}. Escribe solo la fecha límite.`,
  past: (date) => `El ${date} ya pasó. Elige hoy o un día posterior.`,
  beforeStart: (date, start) =>
    `El ${date} es anterior al inicio de la meta, el ${start}. Elige un día posterior.`,

  longTitle: (length) => `Son ${length} caracteres, demasiados para una meta, y no guardé nada`,
  longBody: (max) =>
    `Una meta tiene como máximo ${max} caracteres. Aquí está tu texto, para que copies lo que necesites:`,

  unclear: (word) => `¿Querías un comando o una meta que se llama «${word}»?`,
  unclearBody: "Todavía no se guardó nada.",
  logAs: "Registrarla como meta",

  undone: (id) => `La meta ${id} se quitó`,
  undoneBody: (title) => `«${title}» ya no está para nadie. No se avisó a nadie.`,
  gone: (id) => `La meta ${id} se había quitado`,
  goneBody: (title) => `«${title}» ya no está, así que no se puede cambiar.`,
  undoOnlyLogger: (id, name) =>
    `Solo ${name}, que registró la meta ${id}, puede deshacerla. Tú sí puedes editarla.`,
  undoTooLate: (id) => `La meta ${id} se queda, porque ya se empezó a trabajar en ella`,
  undoTooLateBody: "Ya tiene tareas o respuestas. Todavía puedes cambiar su texto.",
  editTooLate: (id, status) => `La meta ${id} está ${status} y se queda como está`,
  editTooLateBody: "Si queda algo por hacer, registra una meta nueva.",

  listTitle: {
    open: "Metas abiertas",
    all: "Todas las metas",
    mine: "Mis metas abiertas",
    done: "Metas terminadas",
    common: "Metas comunes",
    library: "Metas abiertas de la biblioteca",
    it: "Metas abiertas de informática",
    school: "Metas de toda la escuela",
    short: "Metas a corto plazo",
    long: "Metas a largo plazo",
  },
  mine: "Mías",
  partners: "De la otra parte",
  listNone: {
    open: "Todavía no hay metas abiertas",
    all: "Todavía no hay metas",
    mine: "No tienes metas abiertas",
    done: "Todavía no hay metas terminadas",
    common: "Todavía no hay metas abiertas comunes",
    library: "La biblioteca no tiene metas abiertas",
    it: "Informática no tiene metas abiertas",
    school: "No hay metas abiertas de toda la escuela",
    short: "No hay metas abiertas a corto plazo",
    long: "No hay metas abiertas a largo plazo",
  },
  listNoneBody:
    "Empieza con una sola cosa que deba mejorar para quienes aprenden. Basta una frase: /goal Cada estudiante de cuarto sabe citar una fuente para el 14 de mayo",
  listFoot:
    "Para cambiar una, escribe /goal edit y su número. /goal list all muestra también las terminadas.",
  whichOne: "¿Qué meta? Abre una o escribe su número",

  helpTitle: "Metas: lo que puedes hacer",
  helpLines: [
    "/goal con una frase la guarda al momento, y puedes deshacerlo. Por ejemplo: /goal Cada estudiante de cuarto sabe citar una fuente para el 14 de mayo",
    "/goal sin nada más abre el formulario, con medida, motivo y meta de la escuela.",
    "/goal list muestra las metas abiertas, /goal list mine solo las tuyas, /goal list all también las terminadas.",
    "/goal 12 muestra una meta, /goal edit 12 la cambia, /goal done 12 pide a la otra parte que la confirme.",
    "También puedes registrar el mensaje de alguien: abre su menú y elige «Registrar como meta» («Log as goal» si la aplicación está en inglés).",
  ],
};
