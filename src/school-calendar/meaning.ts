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
    /\bsummer (?:break|holidays?|vacation|recess)?\b|\bverano\b|\bvacances d'ete|\bconge d'ete|\bgrandes vacances|\bete\b/u,
  ],
  [
    "break",
    /\b(?:fall|autumn|winter|spring|mid-?winter|february|march|thanksgiving|christmas|easter|holiday|school|term|october|reading) (?:break|recess|vacation|holidays)\b|\bterm \d holidays\b|\brecess\b|\bvacation\b|\bbreak\b|\bvacaciones\b|\breceso\b|\bpuente\b|\bsemana santa|\bvacances\b|\brelache\b|\bsemaine de (?:relache|lecture|conge)|\bconges? (?:scolaires?|des fetes|de noel|de paques)/u,
  ],
  [
    "closure",
    /\b(?:snow|smoke|weather|emergency) (?:day|closure)|\bschool closed\b|\bclosure\b|\bcierre\b|\bescuela cerrada|\becole fermee|\bfermeture\b|\btempete\b/u,
  ],
  [
    "holiday",
    /\bholiday\b|\bno school\b|\bno classes\b|\b(?:labou?r|veterans|memorial|presidents'?|columbus|indigenous peoples'?|independence|thanksgiving|new year'?s|christmas|mlk|martin luther king[,. jr]*|victoria|canada|family|boxing|anzac|australia|cup|waitangi|heritage|remembrance) day\b|\bgood friday\b|\beaster monday|\bjuneteenth\b|\bthanksgiving\b|\b(?:king|queen)'s birthday|\brosh hashanah|\byom kippur|\bdiwali\b|\beid\b|\blunar new year|\bfestivo\b|\bferiado\b|\basueto\b|\bsin clases\b|\bsuspension de (?:labores|clases)|\bdia (?:del trabajo|de la (?:independencia|constitucion|revolucion)|de muertos)|\bnavidad\b|\bano nuevo\b|\bjours? ferie|\bferie\b|\bconge\b|\bfete (?:nationale|du travail|du canada)|\baction de graces?\b|\bnoel\b|\bjour de l'an|\bvendredi saint|\blundi de paques|\bpas (?:de classe|d'ecole)/u,
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
    /\bschool year\b|\bacademic year\b|\b(?:day of|of) (?:school|classes)\b|\b(?:ano|ciclo|curso) escolar\b|\bdia de clases\b|\bdia de escuela\b|\bannee scolaire\b|\b(?:jour|journee) (?:de|d') ?(?:classe|ecole)\b|\brentree (?:scolaire|des eleves|des classes)\b/u,
  ],
  ["semester", /\bsemest(?:er|re)\b/u],
  [
    "gradingPeriod",
    /\bquarter\b|\bq[1-4]\b|\b(?:grading|marking|reporting|assessment) period\b|\b(?:six|nine)[- ]weeks\b|\btrimester\b|\btrimestre\b|\bbimestre\b|\bperiodo de (?:calificaciones|evaluacion)\b|\betape\b|\bbulletin\b/u,
  ],
  ["term", /\bterm\b|\bperiode [1-6]\b|\bperiodo [1-6]\b/u],
];

/** The entry speaks of a day beside the thing it names, or of something that takes place on it. */
const BESIDE =
  /\b(?:before|after|prior|resumes?|return(?:s|ing)?(?! and preparation)|back to school|due|deadline|registration|enrol\w*|concert|party|parade|meeting|night|assembly|fair|dance|conferences?|ceremony|graduation|orientation|make-?up|report cards?|antes|despues|regreso a|reanuda\w*|reinicio|inscripci\w+|reunion|concierto|fiesta|junta|entrega|avant|apres|reprise|retour|inscriptions?|rencontre|spectacle|remise)\b/u;

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
 * What a title means; undefined when it is not certain. A label, such as a column "Type" or a
 * category of the file, counts before the title.
 */
export function meaningOf(title: string, label = ""): Meaning | undefined {
  const named = label ? kindNamed(label) : undefined;
  const words = plainWords(title);
  const edge = START.test(words) ? "start" : END.test(words) ? "end" : null;
  if (named) return { kind: named, edge: mayHaveEdge(named) ? edge : null };
  const session = SESSIONS.find(([, pattern]) => pattern.test(words))?.[0];
  const kind = KINDS.find(([, pattern]) => pattern.test(words))?.[0];
  if (BESIDE.test(words)) return undefined;
  if (kind && isClearer(kind, session, words)) {
    if (edge === null || !EDGED.includes(kind)) return { kind, edge: null };
    return { kind, edge };
  }
  return session ? { kind: session, edge } : undefined;
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
