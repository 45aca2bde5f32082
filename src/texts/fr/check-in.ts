import type { checkIn as source } from "../en/check-in.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const checkIn: typeof source = {
  summary: "Votre rencontre de suivi : la fixer, voir la prochaine",
  topicSummary: "Ajouter un sujet pour la prochaine rencontre",
  topicsSummary: "Voir les sujets de la prochaine rencontre",

  named: (day, time) => `Rencontre de suivi du ${day}, ${time}`,
  every: (weeks, weekday, time) =>
    weeks === 1
      ? `Chaque semaine, le ${weekday} à ${time}`
      : `Toutes les ${weeks} semaines, le ${weekday} à ${time}`,
  everyShort: { 1: "Chaque semaine", 2: "Toutes les 2 semaines", 4: "Toutes les 4 semaines" },
  minutes: (count) => counted(count, "# minute", "# minutes"),
  school: "École",
  next: "Prochaine",
  series: "Fréquence",
  length: "Durée",
  noNext: "Aucune date de l'année qui vient ne convient à tout le monde.",
  topics: "Sujets",
  topicCount: (count) => counted(count, "# sujet", "# sujets"),
  noTopics: "Pas encore de sujet.",
  topicLine: (id, title) => `${id} · ${title}`,
  more: (count) => `Et ${count} de plus`,
  steps: (count) => counted(count, "# action en cours", "# actions en cours"),
  stepLine: (title, due) => `${title} · pour le ${due}`,

  none: (school) => `Pas encore de rencontre de suivi : ${school}`,
  noneBody:
    "Une courte rencontre à heure fixe garde le contact entre les deux côtés. Le plus courant : toutes les 2 semaines, 25 minutes.",
  choose: "Quelle rencontre de suivi ?",
  open: "Ouvrir",
  setUp: "Fixer",
  change: "Modifier",
  move: "Déplacer",
  skip: "Sauter",
  addTopic: "Ajouter un sujet",
  remove: "Retirer",
  meetSooner: "Trouver un jour plus tôt",
  meetOn: (day) => `Se voir le ${day}`,
  replacementReason: "pour ne pas rester trop longtemps sans rencontre",
  insideTests: (title, end) =>
    `Elle tombe pendant ${title}, jusqu'au ${end}. Déplacez-la si l'équipe informatique est prise.`,
  insideTestsAt: (school, title, end) =>
    `À ${school}, où l'équipe informatique travaille aussi, ${title} dure jusqu'au ${end}. Déplacez-la si l'équipe informatique est prise.`,

  formSeries: brief("Rencontre de suivi"),
  formEvery: "À quelle fréquence ?",
  formWeekday: "Quel jour ?",
  formStart: "À quelle heure ?",
  formStartHint: (timezone) => `Heure de l'école (${timezone}), par exemple 14 h 45.`,
  formMinutes: "Combien de temps ?",
  formFirst: (when) => `La prochaine : ${when}`,
  formStays: (when) => `Celle du ${when} est déjà annoncée et reste telle quelle.`,
  timeUnread: (typed) =>
    `Je ne lis pas « ${typed} » comme une heure. Écrivez-la par exemple 14 h 45.`,
  timeAtNight: (time, meant) =>
    `${time} est hors des heures de l'école. Vouliez-vous dire ${meant} ?`,
  timeOutside: "Choisissez une heure entre 6 h et 21 h.",
  timeNeeded: "Écrivez l'heure, par exemple 14 h 45.",
  saved: "La rencontre de suivi est fixée",
  seriesNews: (who) => `${who} a fixé la rencontre de suivi`,
  seriesNewsBody: (when) => `La prochaine : ${when}.`,

  announceWhy:
    "J'annonce chaque rencontre ici le jour ouvrable précédent. On la modifie avec /liaison checkin.",
  moved: (from, to) => `Déplacée : la rencontre du ${from} est maintenant le ${to}`,
  skipped: (when) => `Sautée : la rencontre du ${when}`,
  reason: (reason) => `Pourquoi : ${reason}`,
  putBack: (when) => `La rencontre du ${when} a bien lieu`,
  nextIs: (when) => `Prochaine : ${when}.`,
  notEveryoneWorks: "tout le monde ne travaille pas ce jour-là",
  calendarMoved: (from, to, reason) => `La rencontre prévue le ${from} est le ${to} (${reason})`,
  calendarSkipped: (days, reason, next) =>
    `Pas de rencontre de suivi : ${days} (${reason}). Prochaine : ${next}`,
  longGap: "Cela fait plus de trois semaines sans rencontre.",

  formMove: brief("Déplacer la rencontre"),
  formMoveDate: "À quel jour ?",
  formMoveDateHint: "Comme vous le diriez : jeudi, 14 mai, lundi prochain.",
  formMoveTime: "À quelle heure ?",
  formMoveReason: "Pourquoi ?",
  formReasonHint:
    "Une chose, pas une personne : une assemblée, un changement de réseau. C'est dit dans le canal.",
  formMoveSend: brief("Déplacer"),
  movePreview: (when) => `Nouvelle date : ${when}`,
  moveDone: (when) => `La rencontre est maintenant le ${when}`,
  moveProblems: {
    past: "Cette heure est passée. Choisissez-en une plus tard.",
    not_working: "Tout le monde ne travaille pas ce jour-là. Choisissez-en un autre.",
    testing: "Il y a des évaluations ce jour-là. Choisissez un jour avant ou après.",
    after_next: (next) =>
      `La suivante est le ${next}. Choisissez un jour plus tôt, ou sautez celle-ci.`,
  },
  dateNeeded: "Écrivez le jour, par exemple jeudi ou 14 mai.",
  formSkip: brief("Sauter la rencontre"),
  formSkipSend: brief("Sauter"),
  reasonNeeded: "Écrivez quelques mots, pour que tout le monde le sache.",
  skipDone: (when) => `La rencontre du ${when} est sautée`,
  notPlanned: (when) => `La rencontre du ${when} n'est plus prévue`,

  formTopic: brief("Ajouter un sujet"),
  formTopicTitle: "De quoi devriez-vous parler ?",
  formTopicHint: "Les deux côtés le voient, et il est affiché dans le canal.",
  formTopicSchool: "Pour quelle école ?",
  formTopicSend: brief("Ajouter"),
  topicAdded: (id, when) => `${id} est un sujet de la rencontre du ${when}`,
  topicAddedNoDate: (id) => `${id} est un sujet de votre prochaine rencontre`,
  topicNoSeries: "Il n'y a pas encore de rencontre de suivi.",
  topicRemoved: (id) => `${id} n'est plus un sujet`,
  topicNotYours: (id) => `${id} a été proposé par quelqu'un d'autre, qui seul peut le retirer`,
  topicOver: (id) => `${id} a déjà été abordé ou retiré`,

  afterTitle: (day) => `Comment s'est passée la rencontre du ${day} ?`,
  afterAsk:
    "A-t-elle eu lieu ? Notez une chose décidée et une chose dont chaque côté a besoin maintenant. Remerciez quelqu'un, si vous voulez.",
  afterQuiet: "Chaque côté peut répondre. Je ne demande qu'une fois.",
  held: "Oui, elle a eu lieu",
  wasMoved: "Déplacée",
  notHeld: "Pas eu lieu",
  writeDown: "Le noter",
  thank: "Remercier",
  heldFact: "A eu lieu",
  heldYes: "Oui",
  heldNo: "Non",
  heldMoved: (when) => `Déplacée au ${when}`,
  decision: "Décidé",
  needs: {
    library: "La bibliothèque a besoin de",
    it: "L'informatique a besoin de",
  },
  talkedAbout: "Sujets abordés",
  keep: "Garder pour la prochaine",

  formNotes: brief("Après la rencontre"),
  formDecision: "Une chose que vous avez décidée",
  formNeeds: {
    library: "Une chose dont la bibliothèque a besoin",
    it: "Une chose dont l'informatique a besoin",
  },
  formNotesHint: "Les deux partenaires peuvent le lire dans le canal.",
  notesSaved: "C'est noté",
  notesOvertaken: (label, newer) =>
    `Pendant que vous écriviez, quelqu'un d'autre a noté sous « ${label} » : « ${newer} ». Si vous enregistrez, vos mots prennent sa place.`,

  formThanks: brief("Remercier quelqu'un"),
  formThanksWho: "Qui ?",
  formThanksFor: "Pour quoi ?",
  formThanksHint: "C'est dit une fois dans le canal, avec vos mots.",
  formThanksSend: brief("Remercier"),
  thanksTo: (from, to) => `Remerciement de ${from} à ${to}`,
  thanksSaid: (to) => `Votre remerciement à ${to} est dans le canal`,
  thanksSelf:
    "Vous le méritez, mais un remerciement compte quand il est pour quelqu'un d'autre. Choisissez quelqu'un de l'équipe.",
  thanksNobody: "Il n'y a encore personne d'autre à remercier dans cette équipe.",

  homeTitle: "Rencontre de suivi",
  homeNone: (school) => `${school} : pas encore de rencontre de suivi`,
  thanksSummary: "Dire merci à quelqu'un de l'équipe, avec vos mots",
};
