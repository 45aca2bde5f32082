import type { meetings as source } from "../en/meetings.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const meetings: typeof source = {
  summary: "Cherche une heure pour la prochaine des trois rencontres, ou la montre",
  names: {
    goal_sheet: "Rencontre 1 (fiche d'objectifs)",
    action_plan: "Rencontre 2 (plan d'action)",
    reflect_for_revision: "Rencontre 3 (réflexion et révision)",
  },
  facts: (school, minutes) => `${school} · ${counted(minutes, "# minute", "# minutes")}`,
  host: {
    library: "Cette fois, la bibliothèque reçoit.",
    it: "Cette fois, l'informatique reçoit.",
  },
  place: {
    library: (school) => `${school}, bibliothèque`,
    it: (school) => `${school}, informatique`,
  },
  side: { library: "la bibliothèque", it: "l'informatique" },

  sheetBefore: (when) => `La rencontre 1 a lieu ${when}, et votre fiche d'objectifs est vide`,
  sheetAfter: "La rencontre 1 a eu lieu, et votre fiche d'objectifs est encore vide",
  sheetBody:
    "Un objectif suffit, même petit : qu'est-ce qui devrait mieux marcher d'ici la fin de l'année ? Dès que chaque côté en a un, je cherche une heure pour la rencontre 2.",
  sheetWhy:
    "Vous recevez ceci parce que la rencontre 1 compte dès que chaque côté a un objectif. /liaison pause arrête mes messages.",
  beginTitle: "La rencontre 1 commence",
  beginBody:
    "Chaque côté lit les objectifs de l'autre et en redit un avec ses propres mots. Ensuite : où les objectifs se rejoignent-ils, et que peut offrir chaque côté ?",
  askedNoMore:
    "Cette heure n'est plus demandée. Les heures proposées sont dans le message à l'équipe",
  findTitle: (name) => `Quelle heure vous convient pour la ${name} ?`,
  passed: (name) =>
    `Ces heures pour la ${name} sont passées. Laquelle des nouvelles vous convient ?`,
  findBody: "Une heure compte quand quelqu'un de chaque côté l'a choisie.",
  noSlots:
    "Je n'ai trouvé aucune heure qui convienne à tout le monde ces prochaines semaines. Proposez-en une qui va.",
  noCommon:
    "Je n'ai trouvé dans les prochaines semaines aucune heure qui convienne à tout le monde. En voici une qui convient à chaque côté : choisir celle de l'autre, c'est lui faire une place.",
  suitsOnly: { library: "Convient à la bibliothèque", it: "Convient à l'informatique" },
  pick: "Choisir",
  pickedBy: (names) => `Choisie par ${names}`,
  proposedBy: (name) => `Proposée par ${name}`,
  none: "Aucune de celles-ci",
  propose: "En proposer une autre",
  turnedDown: (side, why) =>
    `Les propositions précédentes ne convenaient pas à ${side} : ${why}. Celles-ci sont nouvelles.`,
  agendaTitle: "À quoi elle sert",
  agenda: {
    goal_sheet: [
      "Ouvrez d'abord les objectifs de l'autre côté et redites-en un.",
      "Regardez où vos objectifs se rejoignent et notez les offres d'aide.",
      "Convenez de trois à cinq lignes sur votre façon de travailler.",
    ],
    action_plan: [
      "Faites des offres des promesses, ou laissez-les.",
      "Pour chaque objectif : ce que fait chaque côté, qui, quand et où.",
      "Lisez le texte ensemble et appuyez sur D'accord.",
    ],
    reflect_for_revision: [
      "Regardez votre fiche d'objectifs et la ligne du plan de chaque objectif atteint.",
      "Que peut améliorer chaque service ? De quoi avez-vous besoin, qu'offrez-vous ?",
      "Écrivez la colonne commune : continuer, revoir, retirer ou repartir.",
    ],
  },
  checklistTitle: "Avant la rencontre",
  checklist: {
    goal_sheet: "Chaque côté note au moins un objectif à court et un à long terme avec /goal.",
    action_plan: "Parcourez une fois les paires et les offres.",
    reflect_for_revision: "Chaque côté répond au court questionnaire.",
  },
  bring: {
    library: "La bibliothèque apporte quelque chose à partager.",
    it: "L'informatique apporte quelque chose à partager.",
  },
  broughtTicked: "Quelque chose à partager : c'est fait.",
  broughtSkipped: "Quelque chose à partager : pas cette fois.",
  tick: "Fait : quelque chose à partager",
  skipBring: "Pas cette fois",
  broughtSaved: "C'est noté. Merci.",
  why: "Vous recevez ceci parce que les trois rencontres sont la façon de travailler des deux côtés. Les heures respectent l'horaire de tout le monde.",

  askedTitle: (name, when, meeting) => `${name} a choisi ${when} pour la ${meeting}`,
  askedBody: "Cela vous convient-il ? Un seul clic suffit.",
  askedMove: (name, meeting, from, to) =>
    `${name} demande de déplacer la ${meeting} de ${from} à ${to}`,
  askedMoveBody: "Jusqu'à votre réponse, elle reste où elle est.",
  pickYes: "Choisir",
  keep: "La garder",
  reason: (words) => `Pourquoi : ${words}`,
  picked: (when) => `Vous avez choisi ${when}`,
  pickedNext: {
    library: "J'ai demandé à la bibliothèque. Quand elle la choisit aussi, c'est fixé.",
    it: "J'ai demandé à l'informatique. Quand elle la choisit aussi, c'est fixé.",
  },
  agreed: (name, when) => `C'est fixé : ${name}, ${when}`,
  agreedBody: "Je vous le rappelle le jour ouvrable précédent.",
  movedTo: (name, from, to) => `Déplacée : ${name} du ${from} a lieu le ${to}`,
  movedBody: "Appuyez encore sur Ajouter au calendrier : l'entrée de votre calendrier suit.",
  kept: (name, when) => `${name} reste le ${when}`,
  keptNews: (name, meeting, when) => `${name} préfère garder la ${meeting} le ${when}`,
  wishTitle: (side, to) => `Demandé par ${side} : la déplacer au ${to}`,
  notOffered: "Cette heure n'est plus proposée. Voici où on en est.",
  over: "Cette rencontre n'est plus en préparation. Rien n'a changé.",

  noneTitle: brief("Aucune de celles-ci"),
  noneWhy: "Qu'est-ce qui ne convient pas ?",
  reasons: {
    days: "Ces jours",
    times: "Ces heures de la journée",
    soon: "Trop tôt",
    other: "Autre chose",
  },
  reasonWords: {
    days: "les jours",
    times: "les heures de la journée",
    soon: "trop tôt",
    other: "autre chose",
  },
  noneWords: "Quelque chose que je devrais savoir ?",
  noneHint:
    "Une chose, pas une personne : une assemblée, un changement de réseau. Les deux côtés le lisent.",
  noneSend: brief("Chercher"),
  noneDone: "J'ai cherché d'autres moments",
  noneLeft: "Je n'ai pas trouvé d'autres moments qui conviennent à tout le monde",

  proposeTitle: brief("Proposer une heure"),
  moveTitle: brief("Déplacer la rencontre"),
  date: "Quel jour ?",
  dateHint: "Comme vous le diriez : jeudi, le 14 mai, lundi prochain.",
  start: "À quelle heure ?",
  moveReason: "Pourquoi ?",
  send: brief("Proposer"),
  preview: (when) => `Je lis : ${when}`,
  tooFar: "C'est dans plus d'un an. Choisissez un jour plus proche.",
  clash:
    "Quelqu'un a une autre rencontre à cette heure, ou c'est en dehors de son horaire. Choisissez une autre heure.",

  addToCalendar: "Ajouter au calendrier",
  removeFromCalendar: "Retirer du calendrier",
  calendarTitle: (what) => `Pour votre calendrier : ${what}`,
  calendarOpen: "Ouvrir le fichier",
  calendarHint:
    "Le lien est à vous et vaut une heure. Si la rencontre est déplacée, ouvrez-le de nouveau : la même entrée suit.",
  calendarOff: "La rencontre est annulée. Ouvrez le fichier et votre calendrier retire l'entrée.",
  noPage:
    "Je n'ai pas d'adresse web ici et ne peux pas vous donner de fichier. L'heure est ci-dessus.",
  move: "Déplacer",
  cancel: brief("Annuler la rencontre"),
  cancelTitle: brief("Annuler la rencontre"),
  cancelDone: (name) => `${name} est annulée`,
  cancelled: (name, when) => `Annulée : ${name} du ${when}`,
  onAgain: (name, when) => `${name} du ${when} a bien lieu`,
  again: "Chercher une autre heure",
  notOpen: (name, when, why) =>
    `La ${name} du ${when} ne peut pas avoir lieu (${why}). Je cherche d'autres moments.`,

  nothing: "Aucune rencontre n'est à prévoir maintenant",
  nothingBody: "La prochaine des trois rencontres viendra quand le protocole y sera.",
  find: "Chercher une heure",
  see: "Heure et ordre du jour",
  afterTitle: (name, day) => `Comment s'est passée la ${name} du ${day} ?`,
  announceWhy: "J'annonce chaque rencontre ici le jour ouvrable précédent.",

  wordsTitle: "Que devrait savoir la bibliothèque avant votre rencontre ?",
  wordsBody:
    "Deux jours avant la Rencontre 1, je montre vos mots à la bibliothèque, tels quels. Personne d'autre ne les voit. Tout est facultatif.",
  wordsWrite: "L'écrire",
  wordsChange: "Changer mes mots",
  wordsForm: brief("Avec vos mots"),
  wordsSaved: "Merci. La bibliothèque le lit deux jours avant la Rencontre 1.",
  wordsShown: "Merci. Je l'ai montré à la bibliothèque.",
  wordsNote: "Seules les personnes de la bibliothèque de cette équipe le lisent.",
  fields: {
    load: "Qu'est-ce qui rend vos semaines difficiles ?",
    busy: "Quand avez-vous le plus de travail ?",
    limits: "Que ne pouvez-vous pas changer, même si vous le voulez ?",
  },
  viewTitle: (when) => `Avant ${when} : comment l'informatique voit son travail`,
  viewBody: "Avec ses propres mots. On vous demande seulement de le lire.",
  viewRead: "Je l'ai lu",
  viewReadDone: "Marqué comme lu",
  viewFrom: (name, role) => `${name} (${role})`,

  prepTitle: (when) => `Avant ${when}`,
  prepReading: [
    "La confiance entre deux services grandit comme une épargne : les petits services rendus viennent d'abord.",
    "Demandez comment se passe leur semaine avant de demander quoi que ce soit.",
    "Apportez une chose qui a déjà bien marché grâce à l'autre côté.",
  ],
  prepBody:
    "Vous pouvez vous écrire une note pour la rencontre. Deux courtes questions, toutes deux facultatives.",
  prepWrite: "Écrire ma note",
  prepRead: "Je l'ai lu",
  prepSkip: "Pas cette fois",
  prepPrivate:
    "Personne d'autre ne peut lire votre note ici : ni partenaire, ni responsable, ni personne après vous. N'écrivez rien sur des élèves.",
  prepMine: "Ma note",
  prepForm: brief("Une note pour vous"),
  prepFields: {
    know: "Que savez-vous du travail de l'autre côté, et que ne savez-vous pas encore ?",
    turn: "Quel petit service pourriez-vous leur rendre en premier ?",
  },
  prepSaved: "Votre note est gardée. Vous la retrouvez avec /liaison meet",
};
