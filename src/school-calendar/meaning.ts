/**
 * What the words of a calendar mean, in the three languages. Words that are not known for certain
 * stay unknown: people are asked about them (CAL-17).
 */

import type { EntryKind } from "./entry.ts";

/** `edge`: the entry is only the first or the last day of something that is named by the rest. */
export interface Meaning {
  readonly kind: EntryKind;
  readonly edge: "start" | "end" | null;
}

/** Lower case, without accents and with single blanks: "Congé d’été" becomes "conge d'ete". */
export const plainWords = (title: string): string =>
  title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("’", "'")
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
    .trim();

/** In this order: what is said first in a title of two meanings counts less than what it is. */
const KINDS: readonly (readonly [EntryKind, RegExp])[] = [
  [
    "early_release",
    /\bearly (?:release|dismissal|out|closing)|\b(?:late|delayed) (?:start|opening)|\bhalf[- ]?day|\bminimum day|\bsalida (?:temprana|anticipada)|\bmedio dia|\bhorario (?:reducido|minimo)|\bentrada tard|\bdemi[- ]journee|\b(?:sortie|fin|depart) (?:anticipee?|hative|precoce)/u,
  ],
  [
    "change_freeze",
    /\b(?:change|system|network) (?:freeze|lock)|\bcongelacion de cambios|\bgel des (?:changements|systemes)/u,
  ],
  [
    "testing_window",
    /\btest(?:s|ing)? (?:window|week|period|session)|\b(?:state|national|standardi[sz]ed|benchmark|statewide|final|semester|ap|ib|naplan|map) (?:\w+ )?(?:tests?|testing|exams?|assessments?)\b|\bstate assessments?\b|\bnaplan\b|\bexam(?:s|ination)? (?:week|period)|\bfinals week|\bexamenes\b|\b(?:pruebas|evaluaciones) (?:estatales|nacionales|finales|de)|\bperiodo de (?:examenes|pruebas|evaluaciones)|\b(?:epreuves|examens|evaluations)\b/u,
  ],
  [
    "staff_day",
    /\bstaff (?:\w+ )?(?:day|return|development|learning|preparation|only)|\b(?:teacher|staff|faculty) (?:work|in-?service|planning|preparation|prep|professional)|\bin-?service\b|\bprofessional (?:development|learning|activity)|\bp\.?[dal]\.? day|\bteacher workday|\bworkday\b|\b(?:student|pupil)[- ]free|\bno (?:students|pupils)\b|\bnon[- ]instructional|\binset\b|\bdia (?:de )?(?:trabajo|planificacion|capacitacion|formacion)|\b(?:capacitacion|formacion) (?:docente|del personal)|\bconsejo tecnico|\bjornada pedagogica|\bsin alumnos|\bjournees? (?:pedagogique|de planification|de perfectionnement|du personnel|de formation)|\bprerentree\b/u,
  ],
  [
    "summer",
    /\bsummer(?: (?:break|holidays?|vacation|recess))?\b|\bverano\b|\bvacances d'ete|\bconge d'ete|\bgrandes vacances|\bete\b/u,
  ],
  [
    "break",
    /\b(?:fall|autumn|winter|spring|mid-?winter|february|march|thanksgiving|christmas|easter|holiday|school|term|october|reading) (?:break|recess|vacation|holidays)\b|\bterm \d holidays\b|\bhalf[- ]?term\b|\brecess\b|\bvacation\b|\bbreak\b|\bvacaciones\b|\breceso\b|\bpuente\b|\bsemana santa|\bvacances\b|\brelache\b|\bsemaine de (?:relache|lecture|conge)|\bconges? (?:scolaires?|des fetes|de noel|de paques)/u,
  ],
  [
    "closure",
    /\b(?:snow|smoke|weather|emergency) (?:day|closure)|\bschool closed\b|\bclosure\b|\bcierre\b|\bescuela cerrada|\becole fermee|\bfermeture\b|\btempete\b/u,
  ],
  [
    "holiday",
    /\bholiday\b|\bno school\b|\bno classes\b|\b(?:labou?r|veterans|memorial|president'?s'?|columbus|indigenous peoples'?|independence|thanksgiving|new year'?s|christmas|(?:mlk|martin luther king)[,. jr]*|victoria|canada|family|boxing|anzac|australia|cup|waitangi|heritage|remembrance) day\b|\bgood friday\b|\beaster monday|\bjuneteenth\b|\bthanksgiving\b|\b(?:king|queen)'s birthday|\brosh hashanah|\byom kippur|\bdiwali\b|\beid\b|\blunar new year|\bfestivo\b|\bferiado\b|\basueto\b|\bsin clases\b|\bsuspension de (?:labores|clases)|\bdia (?:del trabajo|de la (?:independencia|constitucion|revolucion)|de muertos)|\bnavidad\b|\bano nuevo\b|\bjours? ferie|\bferie\b|\bconge\b|\bfete (?:nationale|du travail|du canada)|\baction de graces?\b|\bnoel\b|\bjour de l'an|\bvendredi saint|\blundi de paques|\bpas (?:de classe|d'ecole)/u,
  ],
  [
    "busy_season",
    /\b(?:busy|rush) (?:season|weeks?|period)|\bstart-?up\b|\btemporada (?:alta|ocupada)|\bperiode (?:chargee|de pointe)/u,
  ],
  [
    "season",
    /\b(?:share|sharing|coffee|lunch and learn) (?:\w+ )*season|\btemporada\b|\bsaison\b/u,
  ],
  [
    "event",
    /\bcomputer science education week|\bhour of code|\b(?:digital citizenship|library|book|reading) (?:week|month)|\bexpo\b|\bsemana (?:de|del) (?:la )?(?:ciudadania digital|lectura|libro|biblioteca)|\bsemaine (?:de la|du) (?:lecture|livre|bibliotheque)/u,
  ],
];

const SESSIONS: readonly (readonly [EntryKind, RegExp])[] = [
  [
    "schoolYear",
    /\b(?:school|academic) year\b|\b(?:ano|ciclo|curso) (?:escolar|lectivo)\b|\bannee scolaire\b|\brentree (?:scolaire|des eleves|des classes)\b/u,
  ],
  ["semester", /\bsemest(?:er|re)\b/u],
  [
    "gradingPeriod",
    /\bquarter\b|\bq[1-4]\b|\b(?:grading|marking|reporting|assessment) period\b|\b(?:six|nine)[- ]weeks\b|\btrimester\b|\btrimestre\b|\bbimestre\b|\bperiodo de (?:calificaciones|evaluacion)\b|\betape\b|\bbulletin\b/u,
  ],
  ["term", /\bterm\b|\bperiode [1-6]\b|\bperiodo [1-6]\b/u],
];

/** With a word for its first or last day, the year itself: "School starts", "Fin de clases". */
const SCHOOL =
  /\b(?:school|classes|instruction|students?'?|pupils'?|clases|cursos|escuela|alumnos|estudiantes|cours|ecole|eleves)\b/u;

/** The entry speaks of a day beside the thing it names, or of something that takes place on it. */
const BESIDE =
  /\b(?:before|after|prior|resumes?|return(?:s|ing)?(?! and preparation)|back to school|due|deadline|registration|enrol\w*|concert|party|parade|meeting|night|assembly|fair|dance|conferences?|ceremony|graduation|orientation|make-?up|report cards?|progress|program(?:me)?|luncheon|lunch|breakfast|brunch|dinner|potluck|celebration|duty|sale|drive|shop|camp|club|games?|pictures?|photos?|awards?|sign-?ups?|packets?|menu|survey|newsletter|antes|despues|regreso a|reanuda\w*|reinicio|inscripci\w+|reunion|concierto|fiesta|junta|entrega|desfile|festival|taller|almuerzo|desayuno|venta|celebracion|campamento|programa|avant|apres|reprise|retour|inscriptions?|rencontre|spectacle|remise|vente|dejeuner|diner|souper|atelier|camp|activites?)\b/u;

/** It does not take place, or not then. */
const CALLED_OFF =
  /\b(?:cancell?ed|cancell?ation|postponed|rescheduled|cancelad[oa]s?|anulad[oa]s?|pospuest[oa]s?|aplazad[oa]s?|annulee?s?|reportee?s?)\b/u;

/** Whatever day it is, pupils are there. */
const HELD =
  /\b(?:summer (?:school|sessions?)|in session|classes (?:are )?held|classes as usual|regular (?:school )?day|schools? (?:is |are )?open|(?:hay|con) clases|clases normales|jour de classe|ecoles? ouvertes?|classes maintenues)\b/u;

/** Says in so many words that nobody comes. */
const NOBODY =
  /\bno (?:school|classes|students|pupils)\b|\b(?:schools?|district|campus|building)s?(?: and (?:\w+ )?offices)?(?: (?:is|are))? closed\b|\b(?:student|pupil) holiday\b|\b(?:sin|no hay|suspension de) (?:clases|labores)\b|\bescuelas? cerradas?\b|\becoles? fermees?\b|\bpas (?:de classe|d'ecole)\b/u;

/** Days on which nobody would come: what is said beside their names must be nothing else. */
const QUIET: readonly EntryKind[] = ["holiday", "break", "closure", "summer"];

/** Stands beside the name of a thing without making another thing of it. */
const BESIDE_NAMES =
  /\b(?:the|an?|of|for|in|to|and|all|from|at|d'|l'|del?|la|el|los|las|les?|des|du|au|aux|y|et|para|pour|en|day|days|week|weekend|dia|dias|semana|jours?|journee|semaine|january|february|march|april|may|june|july|august|september|october|november|december|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|mon|tues|wednes|thurs|fri|satur|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday|fall|autumn|winter|spring|summer|mid-?winter|otono|invierno|primavera|verano|automne|hiver|printemps|ete|new|full|official|national|federal|public|observed|students?'?|pupils'?|school|classes|instruction|grades?|k|alumnos|estudiantes|eleves|clases|scolaires?|escolar(?:es)?)\b/gu;

const ORDINALS =
  /\b(?:first|second|third|fourth|fifth|sixth|\d+(?:st|nd|rd|th|er|ere|e|o|a)?|i{1,3}|iv|one|two|three|four|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|premiere?|deuxieme|troisieme|quatrieme)\b/gu;
const YEARS = /\b20\d\d(?:\s?[-/]\s?(?:20)?\d\d)?\b/gu;

const START =
  /\b(?:begins?|starts?(?!-)|starting|beginning|first day|start of|opens|comienza|comienzo|empieza|inicia|inicio|primer dia|debut|commence|premier jour|premiere journee|rentree)\b/u;
const END =
  /\b(?:ends?|ending|end of|last day|closes|termina|finaliza|fin|final de|ultimo dia|se termine|dernier jour|derniere journee|cloture)\b/u;

/** Summer and breaks name themselves in the same words in which their edges are named. */
const EDGED: readonly EntryKind[] = [
  "break",
  "summer",
  "testing_window",
  "change_freeze",
  "busy_season",
  "season",
];

/**
 * What a title means; undefined when it is not certain. A label, such as a column "Type", counts before
 * the title. What would close a school, or make a year or term of it, must be all that the title says.
 */
export function meaningOf(title: string, label = ""): Meaning | undefined {
  const named = label ? kindNamed(label) : undefined;
  const words = plainWords(title);
  const edge = edgeIn(words);
  if (CALLED_OFF.test(words)) return undefined;
  if (named) return { kind: named, edge: mayHaveEdge(named) ? edge : null };
  if (BESIDE.test(words) || HELD.test(words)) return undefined;
  const session = sessionIn(words, edge);
  const [kind, pattern] = KINDS.find(([, known]) => known.test(words)) ?? [];
  if (kind && pattern && isClearer(kind, session, words)) {
    const isSure = !QUIET.includes(kind) || NOBODY.test(words) || isOnly(words, quietNames());
    if (isSure) return { kind, edge: EDGED.includes(kind) ? edge : null };
    return undefined;
  }
  return session ? { kind: session, edge } : undefined;
}

/** Whether a title names only the first or the last day of something. */
export const edgeOf = (title: string): Meaning["edge"] => edgeIn(plainWords(title));

const edgeIn = (words: string): Meaning["edge"] =>
  START.test(words) ? "start" : END.test(words) ? "end" : null;

/** "Quarter 1" and "End of quarter 1", not "Quarter 1 progress": nothing else is said. */
function sessionIn(words: string, edge: Meaning["edge"]): EntryKind | undefined {
  const [kind, pattern] = SESSIONS.find(([, known]) => known.test(words)) ?? [];
  if (kind && pattern && isOnly(words, [pattern], kind !== "schoolYear")) return kind;
  return !kind && edge && SCHOOL.test(words) && isOnly(words, [SCHOOL]) ? "schoolYear" : undefined;
}

const quietNames = (): readonly RegExp[] =>
  KINDS.filter(([kind]) => QUIET.includes(kind)).map(([, pattern]) => pattern);

/** Whether a title is names like these, words that stand beside names, and nothing else. */
function isOnly(words: string, names: readonly RegExp[], mayBeCounted = true): boolean {
  const rest = [...names, START, END]
    .reduce((left, name) => left.replaceAll(new RegExp(name.source, "gu"), " "), words)
    .replaceAll(YEARS, " ")
    .replaceAll(mayBeCounted ? ORDINALS : /$^/gu, " ")
    .replaceAll(BESIDE_NAMES, " ");
  return !/[\p{L}\p{N}]/u.test(rest);
}

/** "Term 1 holidays" is a break, "End of quarter, early release" a short day, "Term 2" a term. */
const isClearer = (kind: EntryKind, session: EntryKind | undefined, words: string): boolean =>
  session === undefined ||
  ["early_release", "staff_day", "break", "holiday", "testing_window"].includes(kind) ||
  (kind === "summer" && !/\bsummer (?:term|semester|quarter|school)\b/u.test(words));

const mayHaveEdge = (kind: EntryKind): boolean =>
  EDGED.includes(kind) || ["schoolYear", "semester", "term", "gradingPeriod"].includes(kind);

/** Words of a column or category that stand for a kind by themselves. */
const NAMES: Readonly<Record<EntryKind, readonly string[]>> = {
  holiday: ["holiday", "public holiday", "no school", "festivo", "feriado", "ferie", "jour ferie"],
  break: ["break", "recess", "vacation", "school holidays", "vacaciones", "receso", "vacances"],
  staff_day: [
    "staff day",
    "workday",
    "in-service",
    "student-free day",
    "pupil-free day",
    "dia del personal",
    "dia de trabajo docente",
    "journee pedagogique",
    "journee du personnel",
  ],
  early_release: [
    "early release",
    "late start",
    "half day",
    "salida temprana",
    "medio dia",
    "demi-journee",
    "sortie anticipee",
  ],
  testing_window: [
    "testing",
    "testing window",
    "tests",
    "examenes",
    "pruebas",
    "examens",
    "epreuves",
  ],
  change_freeze: ["change freeze", "freeze", "congelacion de cambios", "gel des changements"],
  busy_season: ["busy", "busy season", "temporada ocupada", "periode chargee"],
  season: ["season", "temporada", "saison"],
  summer: ["summer", "verano", "ete"],
  event: ["event", "evento", "evenement"],
  closure: ["closure", "closed", "cierre", "fermeture"],
  schoolYear: [
    "school year",
    "year",
    "ano escolar",
    "ciclo escolar",
    "annee scolaire",
    "schoolyear",
  ],
  semester: ["semester", "semestre"],
  term: ["term", "periodo", "periode"],
  gradingPeriod: [
    "quarter",
    "grading period",
    "marking period",
    "trimester",
    "periodo de calificaciones",
    "etape",
    "gradingperiod",
  ],
};

const KIND_BY_NAME: ReadonlyMap<string, EntryKind> = new Map(
  Object.entries(NAMES).flatMap(([kind, names]) => {
    const all = [...names, kind, kind.replaceAll("_", " ")];
    return all.map((name) => [name, kind as EntryKind] as const);
  }),
);

/** A kind by the name people give it in a table; undefined for any other word. */
export const kindNamed = (label: string): EntryKind | undefined =>
  KIND_BY_NAME.get(plainWords(label));

/** What an edge is an edge of: "First day of Winter Break" and "Winter break ends" share it. */
export const subjectOf = (title: string): string =>
  plainWords(title)
    .replace(START, " ")
    .replace(END, " ")
    .replaceAll(/\b(?:the|of|for|de|del|la|el|los|las|le|les|des|du|d'|classes|clases)\b/gu, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
