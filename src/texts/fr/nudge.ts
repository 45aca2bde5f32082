import type { nudge as source } from "../en/nudge.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const nudge: typeof source = {
  title: (first, others) =>
    others > 0 ? `Cette semaine : ${first}, et ${others} de plus` : `Cette semaine : ${first}`,
  moved: (since, things) => `${since} : ${things}.`,
  sinceMonday: "Depuis lundi dernier",
  since: (date) => `Depuis le ${date}`,
  movedItem: (title) => `« ${title} » est fait`,
  movedGoal: (title) => `l'objectif « ${title} » est atteint`,
  movedMore: (count) => `${count} de plus`,
  numbered: (number, title) => `${number}. ${title}`,

  checkIn: (day, time) => `Rencontre de suivi du ${day}, ${time}`,
  topics: (count, ids) =>
    count === 0
      ? "Pas encore de sujet"
      : `${counted(count, "# sujet", "# sujets")} en attente (${ids})`,
  checkInChanged: "N'est plus prévue",
  addTopic: "Ajouter un sujet",
  move: "Déplacer",
  itemLine: (ids, due) => `${ids} · ${due}.`,
  yourPlan: "Votre plan",
  /** Of somebody else. */
  plan: "Plan",
  wasBlocked: (reason) => `Bloqué : ${reason}`,

  answeredDone: (date) => `Fait le ${date}.`,
  answeredGone: "N'est plus dans le plan.",
  answeredSnoozed: (date) => `Reporté au ${date}.`,
  answeredBlocked: (reason, date) => `Bloqué : ${reason}. Aucun rappel avant le ${date}.`,
  answeredReplanned: (date) => `Replanifié pour le ${date}.`,
  answeredNoOwner: "N'est plus à votre nom. Le plan montre qu'il manque une personne responsable.",
  answeredOther: "Une autre personne s'en charge maintenant.",

  kept: {
    library: (given, received) =>
      `Promesses tenues jusqu'ici : vous à la bibliothèque ${given}, la bibliothèque à vous ${received}.`,
    it: (given, received) =>
      `Promesses tenues jusqu'ici : vous à l'informatique ${given}, l'informatique à vous ${received}.`,
    both: (given, received) =>
      `Promesses tenues jusqu'ici : vous à vos partenaires ${given}, vos partenaires à vous ${received}.`,
  },
  seeAll: "Tout voir",
  more: (count) => `Et ${count} de plus`,
  moreTitle: (count) =>
    counted(count, "Encore # chose cette semaine", "Encore # choses cette semaine"),
  moreNone: "Il n'y a rien de plus cette semaine",
  moreRest: (count) => `Et ${count} de plus dans le plan.`,

  talkAbout: (title) => `En parler ? ${title}`,

  forSomebody: (name, title) => `Pour ${name} : ${title}`,
  gathered: (first, others) =>
    others > 0 ? `Pour vous : ${first}, et ${others} de plus` : `Pour vous : ${first}`,
  tomorrow: (first) => `Bientôt : ${first}`,
  open: "Ouvrir",
  handedBack: (name) => `Bon retour. ${name} a assuré votre remplacement.`,
  handedBackNothing: "Rien de ce qui est à vous n'a changé entre-temps.",
  forOwner: (name) => `Pour ${name}.`,
  goalFinished: "Son objectif est terminé. Doit-elle rester dans le plan ?",
  keep: "La garder",
  drop: "La retirer",
  answeredKept: "Reste dans le plan.",
  cadenceAsk:
    "À quel rythme voulez-vous ce message ? Tant que vous ne choisissez pas, il vient toutes les deux semaines. Je ne le demande qu'une fois.",
  cadences: {
    weekly: "Chaque semaine",
    fortnightly: "Toutes les deux semaines",
    monthly: "Une fois par mois",
    off: "Jamais",
  },
  cadenceSet: {
    weekly: "Votre message vient chaque semaine",
    fortnightly: "Votre message vient toutes les deux semaines",
    monthly: "Votre message vient une fois par mois",
    off: "Votre message de la semaine est arrêté. Les questions de votre partenaire vous parviennent toujours.",
  },
  freshStart: (period) => `${period} commence. Une chose à choisir pour débuter ?`,
  freshStartGoal: "Noter un objectif",
  thanksPrompt: (name, title) => `${name} a terminé « ${title} » pour vous.`,
  thanksSay: "Dire merci",

  lineThanks: (count) => counted(count, "# remerciement", "# remerciements"),
  lineNext: (when) => `Prochaine rencontre : ${when}.`,
  lineWhy:
    "Une fois par semaine, le dernier jour de classe, je dis ici ce qui a avancé, s'il y a lieu. Ce qui est en retard n'y figure pas.",
  lineTurn: { off: "Désactiver", on: "Activer" },
  lineTurned: {
    off: "La ligne hebdomadaire est désactivée dans ce canal",
    on: "La ligne hebdomadaire est activée dans ce canal",
  },

  guardrail: (cadence) => `Les messages viennent désormais ${cadence}, sauf choix contraire`,
  guardrailBody: (muted, people) =>
    `${muted} sur ${counted(people, "# personne", "# personnes")} ont mis mes messages en pause ou les ont désactivés ces dernières semaines. C'est signe que j'écris trop souvent ; j'ai donc pris du recul. Personne n'est nommé ici, et personne n'a été averti.`,
  backToWeekly: "Revenir à chaque semaine",
  weeklyAgain: "Les messages viennent à nouveau chaque semaine, sauf choix contraire",
  measuresSummary: "L'utilité de mes messages en chiffres ; pour la coordination et la direction",
  measuresShow: "Voir les chiffres",
  measuresTitle: (days) => counted(days, "Mes messages sur # jour", "Mes messages sur # jours"),
  measuresFew: (fewest) =>
    `Je montre des chiffres à partir de ${fewest} personnes, pour qu'ils ne disent rien d'une seule`,
  measuresNotYours:
    "Ces chiffres sont pour la coordination des bibliothèques et la direction informatique",
  measuresNote: (percent) =>
    `Quand plus de ${percent} % des personnes mettent mes messages en pause ou les désactivent pendant ce temps, j'écris moins souvent de moi-même. Il n'y a pas de chiffres sur une seule personne.`,
  measured: {
    pressed: "Messages où l'on a appuyé",
    pressedSoon: "Appuyés en 3 jours ouvrables",
    doneByDue: "Actions faites à temps",
    replanned: "Actions replanifiées après un message",
    muted: "Personnes en pause ou sans messages",
    none: "aucun pour l'instant",
    cadence: "Sauf choix contraire",
  },
  share: (part, of) =>
    of < 5 ? `${part} sur ${of}` : `${part} sur ${of} (${Math.round((100 * part) / of)} %)`,

  whySummary: "Pourquoi et quand je vous écris",
  whyTitle: "Pourquoi vous recevez un message chaque semaine",
  whyRule:
    "Une fois par semaine, votre premier jour de travail, je vous envoie un message de trois choses au plus. Quand il n'y a rien à dire, je n'envoie rien.",
  whyOrder:
    "D'abord une rencontre de suivi dans les deux prochains jours de travail, puis ce qui est en retard, du plus récent au plus ancien, puis ce qui est prévu dans les cinq prochains jours de travail.",
  whyLife:
    "Ce qui est en retard paraît dans deux messages au plus. Cela devient ensuite un sujet de votre prochaine rencontre de suivi. Je n'en parle jamais à vos responsables et je ne vous nomme jamais dans un canal.",
  whyCheckIn: (title) => `${title} : elle a lieu dans les deux prochains jours de travail.`,
  whyOverdue: (title, date) => `${title} : prévu pour le ${date}, et à votre nom.`,
  whySoon: (title, date) =>
    `${title} : prévu pour le ${date}, dans les cinq prochains jours de travail.`,
  whyNotice: (title) =>
    `${title} : cela a attendu ce message, pour que vous en receviez un et non deux.`,
  never: "aucun de lui-même",
  quietHours: "Silence",
  fromTo: (from, to) => `de ${from} à ${to}`,
  setTo: (cadence, time, timezone) => `${cadence}, premier jour de travail, ${time} (${timezone})`,
  changeHours: "Changer les heures",
  stretch: (from, to) => `du ${from} au ${to}`,
  skipped: (days, reason) => `Sauté ${days} : ${reason}.`,
  skippedFor: {
    calendar: "l'école est fermée",
    away: "vous n'êtes pas là",
    no_contact: "vous ne voulez pas de message",
    paused: "vos messages sont en pause",
  },
  preview: "Pour l'instant, il contiendra",
  previewNone: "Pour l'instant, il n'y aura rien à dire.",
  notSaid: "Ce que je ne dis pas, et pourquoi",
  waits: (title, reason, until) => `${title} : ${reason}. Arrive ${until}.`,
  waitReasons: {
    quiet: "hors de vos heures",
    alone: "le mode Ne pas déranger est actif",
    season: "évaluations ou semaines chargées",
    day: "un message par jour",
    week: "deux messages en 7 jours",
    digest: "vient avec votre message de la semaine",
  },
  heldBack: {
    blocked: (title, until) => `${title} : bloquée, silence jusqu'au ${until}.`,
    snoozed: (title, until) => `${title} : reportée au ${until}.`,
    tests: (title, until) =>
      `${title} : l'informatique est laissée tranquille pendant les évaluations, jusqu'au ${until}.`,
    busy: (title, until) =>
      `${title} : seulement les échéances fermes pendant les semaines chargées, jusqu'au ${until}.`,
    topic: (title) => `${title} : c'est un sujet de la prochaine rencontre.`,
    told_enough: (title) => `${title} : dite deux fois, elle devient un sujet de la rencontre.`,
    goal_finished: (title) => `${title} : son objectif est terminé, et j'ai demandé une fois.`,
  },
  setting: "Réglage",
  next: "Prochain",
  paused: "En pause jusqu'au",

  pauseSummary: "Arrêter mes messages pour un temps",
  resumeSummary: "Recevoir de nouveau mes messages",
  pauseTitle: brief("Pause de vos messages"),
  pauseHowLong: "Pour combien de temps ?",
  pauseOneWeek: "1 semaine",
  pauseTwoWeeks: "2 semaines",
  pauseUntilDate: "Jusqu'à une date",
  pauseDate: "Jusqu'à quelle date ?",
  pauseDateHint: "Seulement pour « Jusqu'à une date ». Par exemple : 14 mai, dans 3 semaines.",
  pauseNeedsDate: "Écrivez la date à partir de laquelle je peux vous écrire.",
  pauseTooLong: "C'est à plus d'un an. Choisissez un jour plus proche.",
  pauseSend: brief("Pause"),
  pausedTitle: (date) => `Vos messages sont en pause jusqu'au ${date}`,
  pausedBody: (moment) =>
    `Rien que vous n'ayez demandé n'arrive avant ce jour. Le prochain message de la semaine peut venir le ${moment}. Ce que vous tapez reçoit toujours une réponse.`,
  resume: "Reprendre",
  resumedTitle: "Vos messages sont actifs",
  resumedBody: (moment) => `Le prochain message de la semaine peut venir le ${moment}.`,
};
