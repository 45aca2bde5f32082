import type { reflection as source } from "../en/reflection.ts";

export const reflection: typeof source = {
  doneSummary: "Decir que una meta está hecha",
  reflectSummary: "Abrir la reflexión sobre una meta terminada",
  whichDone: "¿Qué meta está hecha? Escribe /goal done y su número, por ejemplo /goal done g-12.",
  whichReflect:
    "¿Qué meta? Escribe /liaison reflect y su número, por ejemplo /liaison reflect g-12.",

  claimed: (id) => `Dijiste que ${id} está hecha`,
  claimedNext: (names) =>
    `Pedí confirmación a ${names}. Si nadie responde en 3 días hábiles, cuenta como hecha.`,
  claimedAlone:
    "Todavía no hay nadie del otro lado que confirme. Contará como hecha en 3 días hábiles.",
  alreadyClaimed: (id) => `${id} ya espera la confirmación del otro lado`,
  alreadyDone: (id, day) => `${id} ya está hecha desde el ${day}`,
  notOpen: (id) => `${id} está cerrada; no hay nada que terminar`,

  confirmTitle: (who, id) => `${who} dice que ${id} está hecha. ¿Es así?`,
  confirmWhy:
    "Recibes esto porque una meta común se cierra solo cuando los dos lados lo dicen. Sin respuesta en 3 días hábiles, cuenta como sí.",
  yes: "Sí, hecha",
  notYet: "Todavía no",
  confirmed: (id) => `Confirmaste: ${id} está hecha`,
  confirmedBy: (who, id) => `${who} confirmó: ${id} está hecha`,
  confirmedAlone: (id) => `${id} cuenta como hecha: nadie respondió en 3 días hábiles`,
  surveyNext: (day) => `Una encuesta corta, de unos 2 minutos, llega el ${day}.`,
  claimGone: (id) => `${id} ya no espera respuesta. Gracias de todos modos.`,
  ownClaim: "Esta la confirma el otro lado, porque tu lado dijo que está hecha.",

  notYetTitle: "Todavía no",
  notYetLabel: "¿Qué falta? (una cosa, no una persona)",
  notYetSend: "Enviar",
  notYetDone: (id) => `${id} sigue en marcha`,
  notYetTold: (names) => `Avisé a ${names}.`,
  notYetNews: (who, id) => `${who} dice que a ${id} le falta un poco`,
  notYetNewsWhy:
    "Recibes esto porque dijiste que estaba hecha. Sigue en marcha y no empieza ninguna encuesta.",

  thanksTitle: (id) => `Hecha por los dos lados: ${id}`,
  thanksBody:
    "Gracias, biblioteca e informática. Esta meta se cumplió porque cada lado hizo su parte.",
  thanksAuto:
    "Nadie respondió en 3 días hábiles, así que cuenta como confirmada. Si todavía no está, registra lo que falta con /goal.",

  inviteTitle: (id) => `¿Cómo fue con ${id}?`,
  inviteBody: (day) => `Unas preguntas, unos 2 minutos. Puedes parar y volver hasta el ${day}.`,
  privacy:
    "Tus compañeros del equipo leerán esto cuando los dos lados hayan respondido. Tu supervisor no, salvo que ambos lo compartan. Nunca se usa para evaluar.",
  inviteWhy: "Recibes esto porque la meta se terminó. Puede llegar un recordatorio, no más.",
  reminderTitle: (id) => `Las preguntas sobre ${id} siguen abiertas`,
  answer: "Responder",
  goOn: "Continuar",
  formTitle: "¿Cómo fue?",
  send: "Guardar",
  goal: "La meta",
  planRow: "El plan para ella",
  q1: "¿Alcanzamos la meta?",
  met: { met: "Sí", partly: "En parte", not: "Esta vez no" },
  q1Measure: "¿Qué dice la medida ahora?",
  q2Helped: "¿Qué ayudó? (cosas, no personas)",
  q2Way: "¿Qué estorbó? (cosas, no personas)",
  q3: "¿Qué mejoras se pueden hacer en nuestro departamento?",
  q4Need: "¿Cómo podemos apoyarnos en eso? Necesito…",
  q4Offer: "¿Cómo podemos apoyarnos en eso? Puedo ofrecer…",
  q5Keep: "¿Qué deberíamos mantener?",
  q5Change: "¿Qué deberíamos cambiar?",
  q6: "Pude contar con el apoyo prometido.",
  relied: { 1: "1 Nada", 2: "2 Un poco", 3: "3 En parte", 4: "4 Casi siempre", 5: "5 Del todo" },
  finish: "Al guardar",
  sendNow: "Enviar mis respuestas",
  keepDraft: "Dejarlas como borrador; volveré",
  draftKept: "Tu borrador está guardado",
  draftNext: (day) => `Nadie más puede leerlo. Continúa cuando quieras, hasta el ${day}.`,
  sent: "Gracias, recibí tus respuestas",
  sentWait: "El equipo podrá leerlas cuando el otro lado también haya respondido.",
  sentBoth: "Los dos lados respondieron. Ya puedes leer las respuestas.",
  alreadySent: "Tus respuestas ya están enviadas. Se quedan como las mandaste.",
  windowOver:
    "El tiempo para estas preguntas terminó. Todavía puedes escribir la columna conjunta: /liaison reflect",
  needQ1: "Elige una de las tres.",

  lapsedTopic: (id) => `¿Repasamos juntos ${id}?`,
  offerTitle: (id) => `Los dos lados respondieron sobre ${id}`,
  offerTitleClosed: (id) => `Es momento de repasar juntos ${id}`,
  offerBody:
    "Sigue un texto común. Un lado lo escribe, el otro puede cambiarlo y los dos confirman las mismas palabras.",
  read: "Leer las respuestas",
  write: "Escribir la columna conjunta",
  notOpenYet:
    "Las respuestas se abren cuando los dos lados las enviaron o cuando termina el plazo.",
  answersTitle: (id) => `Respuestas sobre ${id}`,
  noAnswers:
    "Nadie respondió a tiempo. No pasa nada: la columna conjunta todavía se puede escribir.",
  by: (name) => `De ${name}`,
  empty: "(sin respuesta)",

  jointTitle: "Columna conjunta",
  agreed: "Lo que acordamos",
  agreedHint: "Mejoras en cada departamento y cómo nos apoyamos en ellas.",
  decision: "Decisión",
  decisions: { continue: "Continuar", revise: "Revisar", retire: "Retirar", new: "Meta nueva" },
  nextStep: "Próximo paso",
  nextStepHint: "Quién, y cuándo y dónde.",
  jointSaved: (id) => `La columna conjunta de ${id} está guardada`,
  jointCard: (id) => `Columna conjunta de ${id}`,
  jointState: (edition, who) => `Versión ${edition}; último cambio: ${who}.`,
  waitingFor: (sides) => `Falta confirmar: ${sides}.`,
  open: "Leer y confirmar",
  confirm: "Confirmar este texto",
  edit: "Cambiarlo",
  changed: "El texto cambió desde que lo leíste. Este es el nuevo.",
  overtaken: (newer) =>
    `El texto cambió mientras escribías. Ahora dice: «${newer}». Copia tus palabras, cierra este formulario y pulsa Cambiarlo.`,
  confirmedJoint: "Confirmaste este texto",
  jointDone: (id) => `Los dos lados confirmaron la columna conjunta de ${id}`,
  jointDecision: (decision) => `Decisión: ${decision}.`,
  readIt: "Leerla",
  addAction: "Agregar el próximo paso al plan",
  newGoal: "Registrar la próxima meta",
  nothingYet: "Todavía no hay columna conjunta.",
  needAgreed: "Escribe al menos una frase.",

  homeTitle: "Por responder",
  homeConfirm: (id, title) => `${id} ${title}: ¿está hecha?`,
  homeSurvey: (id, title) => `${id} ${title}: ¿cómo fue?`,
  homeJoint: (id, title) => `${id} ${title}: la columna conjunta`,
};
