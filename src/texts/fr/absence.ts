import type { absence as source } from "../en/absence.ts";
import { counted } from "./grammar.ts";
import { brief } from "../brief.ts";

export const absence: typeof source = {
  awaySummary: "Dire quand vous n'êtes pas là",
  backSummary: "Terminer votre absence aujourd'hui",
  coverSummary: "Nommer qui vous remplace",
  hoursSummary: "Régler vos jours, vos heures de silence et l'heure des messages",
  closedSummary: "Dire que l'école est fermée aujourd'hui",

  awayTitle: brief("Votre absence"),
  from: "Du",
  fromHint: "Comme vous le diriez : demain, 14 mai, lundi prochain.",
  to: "Au",
  toHint: "Le dernier jour : vendredi, 18 mai. Laissez vide pour un seul jour.",
  what: "Que faut-il arrêter ?",
  whatAway: "Je ne suis pas là : les rencontres bougent, les messages attendent",
  whatQuiet: "Je suis là : seuls les messages attendent",
  knownAway: (days) => `Votre absence : ${days}.`,
  knownQuiet: (days) => `Vous ne voulez pas de message ${days}.`,
  needDay: "Écrivez le jour, comme vendredi ou 14 mai.",
  endsBefore: "Le dernier jour est avant le premier. Choisissez-en un plus tardif.",
  tooFar: "C'est trop loin. Choisissez un jour plus proche.",
  awaySaved: (days) => `Votre absence : ${days}`,
  awayBody:
    "Les rencontres de ces jours se déplacent dans leur semaine ou sont sautées, et je le dis une fois dans le canal. Mes messages attendent votre retour. Personne n'apprend pourquoi.",
  quietSaved: (days) => `Je ne vous écris rien ${days}`,
  quietBody:
    "Ce qui survient entre-temps attend et arrive en un seul message. Vos rencontres restent.",
  coverAsk: "Nommer qui vous remplace",
  backHint: "/liaison back y met fin plus tôt.",
  takenBack: (days) => `Annulé : ${days}`,
  notAway: "Aucune absence n'est notée pour vous. Rien n'a changé.",
  welcomeBack: "Bon retour. Vos messages et vos rencontres reprennent.",

  coverTitle: brief("Qui vous remplace ?"),
  coverNote:
    "Cette personne reçoit mes messages pour vous et peut répondre pour vos actions jusqu'au dernier jour. À votre retour, je vous montre ce qui s'est passé.",
  coverWho: "Qui ?",
  coverFromHint: "Laissez vide pour commencer aujourd'hui.",
  coverSend: brief("Enregistrer"),
  coverNeedsWho: "Choisissez une personne.",
  coverSelf: "Choisissez une autre personne : vous ne pouvez pas vous remplacer vous-même.",
  coverAway: (name) =>
    `${name} n'est pas là à ce moment. Choisissez une autre personne ou d'autres jours.`,
  coverSaved: (name, days) => `${name} vous remplace ${days}`,
  coverBody: (name) =>
    `Je l'ai dit à ${name}. Quand ce sera fini, je vous montrerai ce qui s'est passé.`,
  coverAsked: (name, days) => `${name} vous demande d'assurer son remplacement ${days}`,
  coverAskedBody:
    "Jusque-là, vous recevez ses messages et pouvez répondre pour ses actions. Rien de plus n'est attendu.",
  coverAskedWhy:
    "Vous recevez ceci parce que le choix s'est porté sur vous. Si cela ne convient pas, un clic y met fin.",
  coverCannot: "Je ne peux pas",
  coverCannotNews: (name) => `${name} ne peut pas vous remplacer`,
  coverEnded: "Plus personne ne remplace",
  coverEndedBody: "Les messages vont de nouveau à leur destinataire.",
  coverOver: "C'est déjà terminé.",

  hoursTitle: brief("Vos heures"),
  workingDays: "Jours de travail",
  workingDaysHint: "Comme lundi, mardi, jeudi.",
  workingDaysUnread: "Écrivez les noms des jours, comme lundi, mardi.",
  quietFrom: "Aucun message de",
  quietTo: "à",
  timeHint: "Comme 16 h 30.",
  timeUnread: "Je ne lis pas d'heure ici. Écrivez-la comme 16 h 30.",
  nudgeAt: "À quelle heure les messages vous conviennent-ils ?",
  nudgeAtHint:
    "Avant l'école, pendant votre période de planification, après l'école : une heure, comme 8 h 10.",
  nudgeAtQuiet: "C'est dans vos heures de silence. Choisissez une heure en dehors.",
  howOften: "Message de la semaine",
  contract: "Contrat",
  months: (count) => counted(count, "# mois", "# mois"),
  summer: "L'été",
  summerNo: "Selon mon contrat",
  summerYes: "Comptez sur moi",
  hoursSaved: "Vos heures sont enregistrées",

  closedTitle: brief("L'école est fermée"),
  closedSend: brief("Marquer fermée"),
  whichSchool: "Quelle école ?",
  allSchools: (count) => `Les ${count} écoles`,
  whichDay: "Quel jour ?",
  whichDayHint: "aujourd'hui, demain ou une date.",
  today: "aujourd'hui",
  closedWhen: "Écrivez aujourd'hui, demain ou un jour des deux prochains mois.",
  closed: (names, date) => `${names} : fermée le ${date}`,
  closedBody: (by) =>
    `Marqué par ${by}. La rencontre de ce jour se déplace ou saute, et personne ne reçoit de message.`,
  closedDone:
    "Je l'ai dit une fois dans le canal. Les rencontres se déplacent ou sautent, et les messages attendent.",
  closedItems: (count) =>
    counted(
      count,
      "# action prévue ce jour-là passe au jour de travail suivant.",
      "# actions prévues ce jour-là passent au jour de travail suivant.",
    ),
  reopened: (names, date) => `${names} : ouverte le ${date}, finalement`,
  reopenedBy: (by) => `Annulé par ${by}. Ce qui avait bougé est revenu à sa place.`,
  reopenedBody: "Ce qui avait bougé est revenu à sa place, sauf ce qui a été changé depuis.",
};
