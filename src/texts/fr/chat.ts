import type { chat as source } from "../en/chat.ts";

export const chat: typeof source = {
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
  noChannels:
    "Je ne suis encore dans aucun canal. Ajoutez-moi d'abord à une équipe, puis rouvrez ce formulaire.",
  andMore: (count) => `et ${count} de plus`,
  cut: "C'est plus long qu'un message ne peut l'être ; la suite manque ici.",
};
