import type { nudge as source } from "../en/nudge.ts";

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
      : `${count} ${count === 1 ? "sujet" : "sujets"} en attente (${ids})`,
  checkInChanged: "N'est plus prévue",
  addTopic: "Ajouter un sujet",
  move: "Déplacer",
  itemLine: (ids, due) => `${ids} · ${due}.`,
  yourPlan: (plan) => `Votre plan : ${plan}`,
  wasBlocked: (reason) => `Bloqué : ${reason}`,

  answeredDone: (date) => `Fait le ${date}.`,
  answeredGone: "N'est plus dans le plan.",
  answeredSnoozed: (date) => `Reporté au ${date}.`,
  answeredBlocked: (reason, date) => `Bloqué : ${reason}. Aucun rappel avant le ${date}.`,
  answeredReplanned: (date) => `Replanifié pour le ${date}.`,
  answeredNoOwner: "N'est plus à votre nom. Le plan montre qu'il faut un responsable.",
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
    count === 1 ? "Encore une chose cette semaine" : `Encore ${count} choses cette semaine`,
  moreNone: "Il n'y a rien de plus cette semaine",
  moreRest: (count) => `Et ${count} de plus dans le plan.`,

  talkAbout: (title) => `En parler ? ${title}`,

  whySummary: "Pourquoi et quand je vous écris",
  whyTitle: "Pourquoi vous recevez un message chaque semaine",
  whyRule:
    "Une fois par semaine, votre premier jour de travail à 08:10, heure locale, je vous envoie un message de trois choses au plus. Quand il n'y a rien à dire, je n'envoie rien.",
  whyOrder:
    "D'abord une rencontre de suivi dans les deux prochains jours de travail, puis ce qui est en retard, du plus récent au plus ancien, puis ce qui est prévu dans les cinq prochains jours de travail.",
  whyLife:
    "Ce qui est en retard paraît dans deux messages au plus. Cela devient ensuite un sujet de votre prochaine rencontre de suivi. Je n'en parle jamais à un supérieur et je ne vous nomme jamais dans un canal.",
  whyCheckIn: (title) => `${title} : elle a lieu dans les deux prochains jours de travail.`,
  whyOverdue: (title, date) => `${title} : prévu pour le ${date}, et à votre nom.`,
  whySoon: (title, date) =>
    `${title} : prévu pour le ${date}, dans les cinq prochains jours de travail.`,
  setting: "Réglage",
  settingWeekly: (timezone) => `chaque semaine, premier jour de travail, 08:10 (${timezone})`,
  next: "Prochain",
  paused: "En pause jusqu'au",

  pauseSummary: "Arrêter mes messages pour un temps",
  resumeSummary: "Recevoir de nouveau mes messages",
  pauseTitle: "Pause de vos messages",
  pauseHowLong: "Pour combien de temps ?",
  pauseOneWeek: "1 semaine",
  pauseTwoWeeks: "2 semaines",
  pauseUntilDate: "Jusqu'à une date",
  pauseDate: "Jusqu'à quelle date ?",
  pauseDateHint: "Seulement pour « Jusqu'à une date ». Par exemple : 14 mai, dans 3 semaines.",
  pauseNeedsDate: "Écrivez la date à partir de laquelle je peux vous écrire.",
  pauseTooLong: "C'est à plus d'un an. Choisissez un jour plus proche.",
  pauseSend: "Pause",
  pausedTitle: (date) => `Vos messages sont en pause jusqu'au ${date}`,
  pausedBody: (moment) =>
    `Rien que vous n'ayez demandé n'arrive avant ce jour. Le prochain message de la semaine peut venir le ${moment}. Ce que vous tapez reçoit toujours une réponse.`,
  resume: "Reprendre",
  resumedTitle: "Vos messages sont actifs",
  resumedBody: (moment) => `Le prochain message de la semaine peut venir le ${moment}.`,
};
