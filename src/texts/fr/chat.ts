import { counted } from "./grammar.ts";
import type { chat as source } from "../en/chat.ts";

export const chat: typeof source = {
  tooMuch:
    "Cela fait beaucoup d’un coup, et je n’ai pas pris la fin. Ce que vous avez envoyé avant suit son cours ; envoyez le reste dans une minute.",
  notSaved:
    "Je n'ai pas pu enregistrer cela pour le moment ; rien n'a donc changé. Ce que vous avez écrit n'y est pour rien. Réessayez dans une minute.",
  openForm: "Ouvrir le formulaire",
  formWaits: (form) => `Le formulaire « ${form} » est prêt pour vous`,
  startAgain: "Recommencez là où vous l'avez ouvert ; ce que vous avez envoyé est en sécurité.",
  working: "Un instant",
  workingBody:
    "Cela prend plus de temps que d'habitude. Vous pouvez attendre ici ou fermer cette fenêtre ; vos réponses sont en sécurité.",
  needsChange: "Pas encore enregistré",
  needsChangeBody: "Vos réponses demandent une petite correction :",
  back: "Retour",
  done: "Terminé",
  shortcut: (name) => `${name} : ouvre un formulaire avec le texte du message`,
  close: "Fermer",
  check: "Vérifier mes réponses",
  checkAbout: "montre comment je les lis avant d'enregistrer",
  chooseOne: "Choisissez une option.",
  choosePeople: "Choisissez au moins une personne.",
  unseenPeople: (count: number) =>
    counted(
      count,
      "Teams ne peut pas montrer pour l'instant # personne de cette liste. Elle y reste.",
      "Teams ne peut pas montrer pour l'instant # personnes de cette liste. Elles y restent.",
    ),
  noChannels:
    "Je ne suis encore dans aucun canal. Ajoutez-moi d'abord à une équipe, puis rouvrez ce formulaire.",
  andMore: (count) => `et ${count} de plus`,
  cut: "C'est plus long qu'un message ne peut l'être ; la suite manque ici.",
  /** Stands in a list for a channel whose name is not known. */
  sameChannel: "Le même canal qu'à présent",
  /** In the place of a form that somebody gave up. */
  cancelled: "Fermé. Rien n'a été enregistré.",
  /** Where others read along, to whom the bot cannot write alone. */
  addMeFirst:
    "Je réponds dans une discussion rien qu'entre nous, que personne d'autre ne lit. Ouvrez mon application, ajoutez-moi, puis posez-moi à nouveau la question.",
  filesOffered: "Teams vous demande pour chaque fichier",
  filesOfferedBody:
    "Autorisez ceux que vous voulez. Chacun va dans votre propre OneDrive et reste ici dans notre conversation ; il montre ce qui vaut au moment où vous l'autorisez.",
  fileDeclined: "Ce fichier n'est pas envoyé. Vous pouvez le redemander à tout moment.",
  fileFailed: (name) => `${name} n'est pas arrivé dans votre OneDrive`,
  appShort: "Unit la bibliothèque et l'équipe informatique d'une école",
  appName: "Liaison pour bibliothèque et informatique",
  appLong:
    "Liaison aide la bibliothèque et l'équipe informatique d'une école à travailler ensemble. Chaque côté note ses objectifs, les deux prévoient ce qu'ils font l'un pour l'autre, un rendez-vous régulier fait avancer les choses, et un court message par semaine dit ce qui reste ouvert. Quand un objectif est atteint, les deux y reviennent ensemble. Liaison ne garde rien sur les élèves et ne sert pas à évaluer.",
  /** Beside the two slash commands of Slack. */
  slash: {
    goal: "Noter un objectif ou voir les vôtres",
    liaison: "Le plan, les rencontres et tout le reste",
  },
  homeSummary: "Vos objectifs, vos actions ouvertes, ce qui attend votre réponse",
  menu: {
    log_as_goal: "Noter comme objectif",
    "goal add": "Noter un objectif",
    "item add": "Ajouter une action",
    topic: "Ajouter un sujet",
  },
};
