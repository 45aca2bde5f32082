import { counted } from "./grammar.ts";
import type { setup as source } from "../en/setup.ts";
import { brief } from "../brief.ts";

export const setup: typeof source = {
  summary: "Iniciar o cambiar un equipo de biblioteca e informática",
  helpSummary: "Lo que puedo hacer",
  helpTitle: "Ayudo a que la biblioteca y el equipo de informática de una escuela trabajen juntos",
  helpLines: [
    "Metas: /goal con una frase guarda una meta al momento, como /goal Cada estudiante de cuarto sabe citar una fuente para el 14 de mayo. /goal list las muestra.",
    "Plan: /liaison plan muestra lo que cada lado hace por el otro. Hecho, Con obstáculo y Replanificar son un solo clic.",
    "Reuniones: /liaison meet busca hora para la siguiente de las tres reuniones, /liaison checkin fija la de seguimiento, /liaison topic agrega un tema.",
    "Recordatorios: un mensaje el lunes con tres cosas como máximo. /liaison pause lo detiene, /liaison why lo explica.",
    "Sobre ti: /liaison me fija tu idioma y tu zona horaria, /liaison link dice quién eres en otra aplicación de chat.",
    "Protocolo: /liaison protocol muestra en qué punto está el equipo y el paso siguiente, de la hoja de metas al plan acordado. /liaison status lo dice en dos líneas.",
    "Páginas: /liaison plan export da la hoja de metas, el plan y la reflexión para imprimir, como tablas y como archivos. /liaison year past tiene los años anteriores.",
  ],
  helpPlan: "El plan",
  helpPrivacy:
    "Solo las dos partes ven metas, planes y respuestas. Nada de esto sirve para evaluar a nadie.",
  formTitle: brief("Equipo escolar"),
  school: "Escuela",
  libraryPeople: "Personas de la biblioteca",
  itPeople: "Personas de informática",
  libraryElsewhere: "De la biblioteca, en otra aplicación de chat",
  itElsewhere: "De informática, en otra aplicación de chat",
  elsewhereNobody: "Sin cambios",
  elsewhereNow: (names) => `En el equipo ahora: ${names}.`,
  elsewhereHint:
    "¿Alguien está solo en otra aplicación de chat? Se puede agregar después de que me haya escrito allí una vez.",
  personElsewhere: (name, places) => `${name} (${places})`,
  takeIn: (who) => `Agregar a ${who}`,
  takeOut: (who) => `Quitar a ${who}`,
  channel: "Canal para lo compartido",
  channelHint: "Agrégame primero. En Slack: /invite @Liaison. En Teams: agrega la app al equipo.",
  timezone: "Zona horaria de la escuela",
  timezoneHint: "Por ejemplo America/Chicago",
  language: "Idioma de los mensajes del canal",
  languages: { en: "Inglés", es: "Español", fr: "Francés" },
  hereOrElsewhere:
    "La biblioteca necesita al menos una persona, aquí o en otra aplicación de chat.",
  needLibrary: "Elige al menos una persona de la biblioteca.",
  notFoundPeople: (count: number, found: string) =>
    [
      found && `Encontré a ${found}.`,
      counted(
        count,
        "No encuentro a # persona que elegiste.",
        "No encuentro a # personas que elegiste.",
      ),
      "Puede ser un bot, alguien de fuera o alguien que aún no me ha abierto. Pídele que me escriba una vez, o quítalo de la lista. Todavía no se guardó nada.",
    ]
      .filter(Boolean)
      .join(" "),
  bothSides: "Cada persona está en un solo lado. Quítala de una de las dos listas.",
  includeYourself: "Ponte en uno de los dos lados.",
  badTimezone: "Usa una zona como America/Chicago.",
  another: "Otra escuela",
  youRead: "Tú lees lo que un equipo te muestra",
  hasTeam: (school: string, members: string) =>
    `${school} ya tiene un equipo: ${members}. Un equipo son la biblioteca y TI; a quien supervisa se le muestra lo que ambos lados aceptan.`,
  schoolHasTeam: (school: string, members: string) =>
    `${school} ya tiene un equipo: ${members}. Pide a alguien del equipo que te agregue con /liaison setup, o escribe el nombre de otra escuela.`,
  askIn: "Pedir que me agreguen",
  wantsIn: (name: string, school: string) => `${name} quiere estar en el equipo de ${school}`,
  wantsInWhy: "Recibes esto porque eres parte de ese equipo. Si no haces nada, nada cambia.",
  changeTeam: "Cambiar el equipo",
  foundedByDistrict: "En tu distrito no todos forman equipos",
  whoFounds: (names: string) => `Lo hacen ${names}. Puedo decirles que quieres uno.`,
  nobodyFounds:
    "Lo hace la coordinación de bibliotecas o la administración, y todavía no hay nadie: /liaison admin",
  askFounders: "Decírselo",
  asked: (names: string) => `Se lo dije a ${names}.`,
  wantsTeam: (name: string) => `${name} quiere un equipo de biblioteca y TI`,
  wantsTeamWhy:
    "Recibes esto porque formas equipos en tu distrito. Si no haces nada, nada cambia. /liaison policy dice quién puede.",
  channelTaken: "Otro equipo usa ese canal. Elige uno distinto.",
  startedTitle: (school) => `El equipo de ${school} está listo`,
  changedTitle: (school) => `El equipo de ${school} cambió`,
  startedNext:
    "Ahora cada lado registra sus metas con /goal, y /liaison checkin fija la reunión de seguimiento.",
  welcomeTitle: (school) => `Estás en el equipo de biblioteca e informática de ${school}`,
  welcomeBody: (by) =>
    `${by} lo creó. Guardo en un solo lugar las metas, el plan y las reuniones de los dos lados, y recuerdo los pasos pendientes como máximo una vez por semana. Lo que te pregunta el otro lado llega aparte.`,
  welcomeStop:
    "Para detener mi mensaje semanal, escribe /liaison pause. /liaison help muestra lo demás.",
  cadence: "¿Cada cuánto quieren reunirse?",
  cadenceHint: "El día y la hora los fijan juntos después, con /liaison checkin.",
  supervisors: "Supervisores",
  supervisorsHint:
    "Más adelante se les puede mostrar un plan, si los dos lados lo consienten. Hasta entonces no ven nada.",
  supervisorIsPartner:
    "A quien está en un lado no hace falta mostrarle nada. Quítalo de esta lista.",
  noItYet: "¿Todavía nadie? Déjalo vacío. La hoja de metas funciona y digo qué espera.",
  waitsForIt:
    "Todavía no hay nadie de informática. Pueden registrar metas y llenar la hoja; la Reunión 1 espera. Agrega a alguien con /liaison setup.",
  waitsForWord: (names) => `Le pregunté a ${names}. Empieza cuando los dos lados acepten.`,
  waitsForNobody: "No le pregunto a nadie más: quien ya había aceptado sigue dentro.",
  inviteBody: "Empieza cuando los dos lados aceptan. ¿Te toca a ti?",
  accept: "Aceptar",
  notMe: "No soy yo",
  later: "Más tarde",
  acceptedTitle: (school) => `Estás dentro: biblioteca e informática de ${school}`,
  acceptedNext:
    "Están los dos lados. Ahora vienen tres propuestas de día y hora para la Reunión 1.",
  acceptedWaits: (side) =>
    `Empieza cuando también acepte ${side}. Mientras tanto puedes registrar metas con /goal.`,
  alreadyIn: "Ya aceptaste. Para cambiar el equipo, escribe /liaison setup.",
  declined: "Gracias por decirlo. No estás en ese equipo.",
  declinedNews: (name, school) => `${name} dice que el equipo de ${school} es de otra persona`,
  declinedBody: "Las metas y el plan se quedan. Elige quién es en su lugar.",
  chooseOther: "Elegir a alguien",
  laterTitle: "Sin prisa",
  laterBody: "Pregunto una vez más en una semana. También puedes aceptar aquí cuando quieras.",
  againTitle: (school) => `¿Es ahora un buen momento para el equipo de ${school}?`,
  againWhy: "Dijiste más tarde. Después de esto no vuelvo a preguntar.",
  roleIs: (role) => `Figuras como ${role}.`,
  changeRole: "Cambiar",
  roleTitle: brief("Tu trabajo"),
  roleLabel: "¿Qué haces?",
  channelBodyNoIt: (library) =>
    `Este canal es ahora el lugar común de ${library} (biblioteca). Todavía no hay nadie de informática; /liaison setup lo agrega. Aquí van las reuniones y los agradecimientos; nunca las tareas pendientes de nadie.`,
  channelTitle: "Hola, soy Liaison",
  greetingLines: [
    "Guardo en un solo lugar las metas de la biblioteca y de informática, y lo que cada lado le prometió al otro.",
    "Anuncio la reunión de seguimiento y después pregunto qué salió de ella.",
    "Recuerdo a cada persona del equipo sus pasos pendientes como máximo una vez por semana, y tres como mucho. Lo que un lado le pregunta al otro llega aparte.",
  ],
  greetingAsk:
    "Primero, quien lleva la biblioteca de la escuela, o quien coordina las bibliotecas, crea el equipo: escribe /liaison setup o usa el botón.",
  greetingTeam: (school) => `El equipo de ${school} ya está creado.`,
  greetingSetUp: "Crear el equipo",
  channelBody: (library, it) =>
    `Este canal es ahora el lugar común de ${library} (biblioteca) e ${it} (informática). Aquí van las reuniones y los agradecimientos; nunca las tareas pendientes de nadie.`,
  joinedTitle: (place) => `Este equipo ahora está también en ${place}`,
  shownOnBoth: (places) =>
    `Mis mensajes están también en ${places}. Lo que se escribe debajo de uno de ellos se muestra también allí, con el nombre de quien lo escribió.`,
  closedTitle: (school, place) => `Ya no puedo escribir en el canal de ${school} en ${place}`,
  closedBody:
    "Quizás está archivado o me quitaron. Elige otro con /liaison setup o invítame de nuevo. Tus metas y tu plan están a salvo.",
  closedWhy: "Recibes esto una sola vez porque eres parte de ese equipo.",
  unreachableTitle: (name, place) => `No puedo contactar a ${name} en ${place}`,
  unreachableBody: (place) =>
    `La cuenta está cerrada o no acepta mis mensajes. Si la persona sigue ahí, pídele que me abra en ${place} y me escriba una vez. Sus tareas siguen en el plan y cualquiera de los dos lados puede tomarlas: /liaison plan.`,
  reachedElsewhere: (place) =>
    `A partir de ahora le escribo en ${place}. No tienes que hacer nada.`,
  unreachableWhy: "Recibes esto una sola vez porque son del mismo equipo.",
};
