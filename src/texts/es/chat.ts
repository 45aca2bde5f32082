import { counted } from "./grammar.ts";
import type { chat as source } from "../en/chat.ts";

export const chat: typeof source = {
  tooMuch:
    "Fue mucho de una vez y no tomé lo último. Lo que enviaste antes sigue su curso; envía el resto dentro de un minuto.",
  notSaved:
    "No pude guardarlo en este momento, así que no cambió nada. No es por lo que escribiste. Inténtalo de nuevo en un minuto.",
  openForm: "Abrir el formulario",
  formWaits: (form) => `El formulario «${form}» está listo para ti`,
  startAgain: "Empieza de nuevo desde donde lo abriste; lo que enviaste está a salvo.",
  working: "Sigo trabajando",
  workingBody:
    "Esto tarda más de lo normal. Puedes esperar aquí o cerrar esta ventana; tus respuestas están a salvo.",
  needsChange: "Aún no se guardó",
  needsChangeBody: "Tus respuestas necesitan un pequeño cambio:",
  back: "Volver",
  done: "Listo",
  shortcut: (name) => `${name}: abre un formulario con el texto del mensaje`,
  close: "Cerrar",
  check: "Revisar mis respuestas",
  checkAbout: "muestra cómo las leo antes de guardar",
  chooseOne: "Elige una opción.",
  choosePeople: "Elige al menos a una persona.",
  unseenPeople: (count: number) =>
    counted(
      count,
      "Teams no puede mostrar ahora a # persona de esta lista. Sigue en ella.",
      "Teams no puede mostrar ahora a # personas de esta lista. Siguen en ella.",
    ),
  noChannels:
    "Aún no estoy en ningún canal. Primero agrégame a un equipo y luego abre de nuevo este formulario.",
  andMore: (count) => `y ${count} más`,
  cut: "Esto es más largo de lo que cabe en un mensaje; aquí falta el resto.",
  /** Stands in a list for a channel whose name is not known. */
  sameChannel: "El mismo canal que ahora",
  /** In the place of a form that somebody gave up. */
  cancelled: "Cerrado. No se guardó nada.",
  /** Where others read along, to whom the bot cannot write alone. */
  addMeFirst:
    "Respondo en un chat solo tuyo y mío, donde nadie más lee. Abre mi aplicación, agrégame allí y vuelve a preguntarme.",
  filesOffered: "Teams te pregunta por cada archivo",
  filesOfferedBody:
    "Permite los que quieras. Cada uno va a tu propio OneDrive y queda aquí en nuestro chat; muestra lo que vale cuando lo permites.",
  fileDeclined: "Ese archivo no se envía. Puedes pedirlo otra vez cuando quieras.",
  fileFailed: (name) => `${name} no llegó a tu OneDrive`,
  appShort: "Une a la biblioteca y al equipo de informática de una escuela",
  appName: "Liaison para biblioteca e informática",
  appLong:
    "Liaison ayuda a la biblioteca y al equipo de informática de una escuela a trabajar juntos. Cada lado registra sus metas, ambos planean lo que hacen el uno por el otro, una reunión regular lo mantiene en marcha y un mensaje corto por semana dice qué está abierto. Cuando una meta se cumple, ambos la repasan juntos. Liaison no guarda nada sobre estudiantes y no sirve para evaluar.",
  /** Beside the two slash commands of Slack. */
  slash: {
    goal: "Registrar una meta o ver las tuyas",
    liaison: "El plan, las reuniones y todo lo demás",
  },
  homeSummary: "Tus metas, tus tareas abiertas, lo que espera tu respuesta",
  menu: {
    log_as_goal: "Registrar como meta",
    "goal add": "Registrar una meta",
    "item add": "Agregar una tarea",
    topic: "Agregar un tema",
  },
};
