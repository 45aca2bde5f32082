import type { handover as source } from "../en/handover.ts";
import { brief } from "../brief.ts";

export const handover: typeof source = {
  title: (name, school) => `${name} n’est plus joignable à ${school}`,
  body: "Les messages à cette personne ont cessé et rien de ce qui est enregistré n’est perdu. Ceci a besoin de quelqu’un d’autre :",
  nothing: "Les messages à cette personne ont cessé. Elle n’avait rien en cours.",
  lastOfSide:
    "Personne d’autre n’est de son côté. Quand quelqu’un arrivera, ajoutez-le avec /liaison setup.",
  give: "Confier à…",
  more: (count) => `Et ${count} de plus. /liaison plan et /goal list les montrent toutes.`,
  goal: "objectif",
  item: "action",
  due: (date) => `pour le ${date}`,
  why: "Vous recevez ceci une fois parce que vous faites partie de cette équipe.",
  formTitle: brief("Confier à quelqu’un"),
  toWhom: "Qui s’en charge ?",
  hand: brief("Confier"),
  given: (what, name) => `${what} est maintenant entre les mains de ${name}`,
  taken: (what) => `${what} a déjà quelqu’un, ou est clos`,
  toldTitle: (by, what) => `${by} vous a confié quelque chose : ${what}`,
  toldBody:
    "C’était entre les mains d’une personne partie. Si ce n’est pas à vous, appuyez sur Pas à moi dans le plan.",
};
