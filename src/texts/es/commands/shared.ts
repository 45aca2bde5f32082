import type { sharedCommands as source } from "../../en/commands/shared.ts";

export const sharedCommands: typeof source = {
  help: {
    label: "¿De qué se trata?",
    names: "ayuda / menú / hola / buenos días / buenas tardes / qué puedes hacer",
    sentences:
      "qué puedes hacer / quién eres / necesito ayuda / cómo funciona esto / estoy perdida",
  },
  "help all": {
    label: "Todos los comandos",
    names: "comandos / todos los comandos",
    sentences: "lista de todos los comandos / qué puedo escribir",
  },
  home: {
    label: "Mi página de inicio",
    names: "inicio / mi inicio / mi página",
    sentences: "qué me espera / qué tengo que hacer / mi resumen / hoy",
  },
  goal: {
    label: "Registrar una meta",
    names: "meta / nueva meta / anotar meta / registrar meta",
    sentences:
      "anotar una meta nueva / registrar una meta / agregar una meta / quiero fijar un objetivo / escribir una meta",
  },
  "goal add": {
    label: "Registrar una meta en un formulario",
    names: "agregar meta / meta agregar",
    sentences: "abrir el formulario de metas / un formulario para una meta",
  },
  "goal list": {
    label: "Metas",
    names: "metas / mis metas / nuestras metas / lista de metas / goal lista",
    sentences:
      "mostrar mis metas / qué metas tenemos / lista de metas / metas abiertas / en qué trabajamos",
  },
  "goal show": {
    label: "Una meta",
    names: "ver meta",
    sentences: "mostrar una meta / detalles de una meta / ver la meta número",
  },
  "goal edit": {
    label: "Cambiar una meta",
    names: "cambiar meta / editar meta",
    sentences:
      "cambiar una meta / editar la meta / mover la fecha de una meta / corregir un error en una meta / borrar una meta",
  },
  "goal help": {
    label: "Las metas: cómo funcionan",
    names: "goal ayuda / meta ayuda / ayuda metas",
    sentences: "cómo escribo una meta / ayuda con las metas / qué es una buena meta",
  },
  "goal done": {
    label: "Una meta está lista",
    names: "meta lista",
    sentences: "terminamos una meta / marcar una meta como lista / meta cumplida / meta lograda",
  },
  reflect: {
    label: "Mirar atrás a una meta",
    names: "reflexión / reflexionar / encuesta",
    sentences:
      "reflexionar sobre una meta terminada / mirar atrás / contestar la encuesta / qué aprendimos",
  },
  sheet: {
    label: "Hoja de metas",
    names: "hoja / hoja de metas",
    sentences: "la hoja de metas / las metas de los dos lados juntas / cuáles son sus metas",
  },
  pairs: {
    label: "Dónde se cruzan las metas",
    names: "metas comunes / cruces",
    sentences:
      "dónde se cruzan nuestras metas / metas en común / metas comunes / metas compartidas / coincidencias",
  },
  pair: {
    label: "Unir dos metas",
    names: "unir metas",
    sentences: "unir dos metas / conectar mi meta con la suya / hacer una meta común",
  },
  plan: {
    label: "Nuestro plan",
    names: "nuestro plan / plan de acción / el plan",
    sentences:
      "mostrar el plan / nuestro plan de acción / quién hace qué y cuándo / qué nos prometimos",
  },
  item: {
    label: "Mis tareas acordadas",
    names: "tarea / tareas / mis tareas / pendientes",
    sentences:
      "qué hay en mi lista / mis tareas / mis pendientes / qué prometí / voy atrasada / tareas abiertas",
  },
  "item add": {
    label: "Agregar una tarea acordada",
    names: "agregar tarea / nueva tarea",
    sentences:
      "agregar una tarea / nuevo pendiente / me comprometo a hacer algo / agregar un paso a una meta / dar una tarea a mi colega",
  },
  offers: {
    label: "Ofertas de ayuda",
    names: "ofertas / ofrecer ayuda",
    sentences:
      "ofrecer ayuda / puedo ayudar con esto / ideas para apoyarnos / qué podría hacer informática por nosotros",
  },
  "plan agree": {
    label: "Acordar el plan",
    names: "acordar / acordar plan",
    sentences: "acordar el plan / firmar el plan / digo que sí al plan / aprobar el plan",
  },
  "plan versions": {
    label: "Versiones del plan",
    names: "versiones",
    sentences: "versiones anteriores del plan / plan viejo / historia del plan / qué cambió",
  },
  "plan compare": {
    label: "Comparar versiones",
    names: "comparar",
    sentences: "comparar dos versiones del plan / diferencia entre versiones",
  },
  "plan export": {
    label: "Imprimir o guardar",
    names: "imprimir / exportar",
    sentences:
      "imprimir el plan / descargar la hoja de metas / pdf del plan / exportar a excel / guardar como archivo",
  },
  "plan share": {
    label: "Compartir el plan",
    names: "compartir plan",
    sentences:
      "compartir el plan con la dirección / enviar el plan a mi supervisora / mostrarlo al director",
  },
  "plan shared": {
    label: "Lo que se compartió",
    sentences: "quién ha visto el plan / qué se compartió con quién / registro de lo compartido",
  },
  shared: {
    label: "Lo que compartieron conmigo",
    names: "compartido / compartido conmigo",
    sentences:
      "qué me enviaron / planes compartidos conmigo / leer el plan de la biblioteca / muéstrame su plan",
  },
  protocol: {
    label: "En qué punto estamos",
    names: "protocolo / avance",
    sentences:
      "en qué punto estamos / cuál es el próximo paso / qué sigue / las tres reuniones / cómo vamos",
  },
  status: {
    label: "En qué punto estamos, en breve",
    names: "estado",
    sentences: "estado en breve / resumen rápido del estado",
  },
  balance: {
    label: "Promesas en las dos direcciones",
    names: "promesas / equilibrio",
    sentences:
      "promesas dadas y cumplidas / quién ayuda a quién / equilibrio entre biblioteca e informática / cuánto nos ayudamos",
  },
  agreement: {
    label: "Acuerdo de trabajo",
    names: "acuerdo / acuerdo de trabajo",
    sentences:
      "cómo queremos trabajar juntos / nuestro acuerdo de trabajo / reglas del equipo / cómo nos tratamos",
  },
  year: {
    label: "Cerrar el año escolar",
    names: "año / cerrar año / fin de año",
    sentences:
      "fin del año escolar / cerrar el año / pasar metas al año siguiente / empezar un año nuevo",
  },
  "year past": {
    label: "Años escolares anteriores",
    names: "años anteriores",
    sentences: "metas del año pasado / años anteriores / archivo / qué hicimos el año pasado",
  },
  meet: {
    label: "Buscar hora para reunirse",
    names: "reunión / reunirse",
    sentences:
      "buscar una hora para reunirnos / programar una reunión con informática / cuándo podemos hablar / cita",
  },
  checkin: {
    label: "Nuestra reunión de seguimiento",
    names: "seguimiento / reunión de seguimiento / próxima reunión",
    sentences:
      "cuándo es la próxima reunión de seguimiento / próxima reunión / saltar una reunión / mover la reunión / cambiar la hora de la reunión",
  },
  topic: {
    label: "Agregar un tema",
    names: "tema / nuevo tema / agregar tema",
    sentences:
      "agregar un tema para la próxima reunión / poner algo en la agenda / quiero hablar de algo",
  },
  topics: {
    label: "Temas que esperan",
    names: "temas / orden del día",
    sentences: "qué hay en la agenda / temas de la reunión / de qué hablamos después",
  },
  calendar: {
    label: "Calendario escolar",
    names: "calendario / calendario escolar / vacaciones escolares",
    sentences:
      "mostrar el calendario escolar / cuándo son las vacaciones escolares / días de exámenes / días libres / días feriados",
  },
  "calendar import": {
    label: "Traer el calendario",
    names: "importar calendario / traer calendario",
    sentences:
      "importar el calendario escolar / subir el archivo del calendario / agregar feriados / pegar fechas",
  },
  closed: {
    label: "La escuela está cerrada",
    names: "cerrada / escuela cerrada",
    sentences:
      "la escuela está cerrada hoy / día de nieve / mañana no hay clases / se fue la luz / huelga / cierre de la escuela",
  },
  thanks: {
    label: "Dar las gracias",
    names: "gracias / muchas gracias / agradecer / agradecimiento",
    sentences:
      "dar las gracias a mi colega / gracias por la ayuda / agradecer a informática / buen trabajo / estoy agradecida",
  },
  stories: {
    label: "Historias de éxito",
    names: "historias / historia",
    sentences:
      "historias de éxito / qué funcionó en otras escuelas / contar nuestra historia / buenas noticias",
  },
};
