import type { resource as source } from "../../en/kinds/resource.ts";
import { counted } from "../grammar.ts";
import { brief } from "../../brief.ts";

export const resource: typeof source = {
  label: "Ressources",
  names: "ressources / partager ressource",
  sentences: "ressources partagées avec moi / articles que j'ai partagés",
  addSentences: "partager un article / envoyer un lien à l'informatique / partager une ressource",
  summary: "Les articles et pages que vous avez partagés ou reçus",
  title: "Ressources",
  none: "Pas encore de ressources",
  noneBody: "Une lecture plairait à quelqu'un ? Partagez-la en disant pourquoi, en une ligne.",
  add: brief("Partager"),
  saved: (id) => `La ressource est gardée sous ${id}`,
  fields: {
    title: "De quoi s'agit-il ?",
    link: "Adresse web",
    why: "Pourquoi cela plairait-il ?",
    to: "Pour qui ?",
    tags: "Étiquettes",
  },
  hints: { why: "Une ligne suffit.", to: "J'en envoie au plus une par semaine à chaque personne." },
  options: {},
  states: { fresh: "nouvelle", useful: "utile", used: "utilisée" },
  press: { fresh: "Nouvelle", useful: "Utile", used: "Je l'ai utilisée" },
  waiting: (count) =>
    counted(
      count,
      "# ressource a été partagée avec vous",
      "# ressources ont été partagées avec vous",
    ),
  told: (name) => `${name} a partagé quelque chose avec vous`,
  toldWhy:
    "Vous recevez ceci parce que quelqu'un a donné votre nom ; au plus un par semaine. /liaison pause les arrête tous.",
};
