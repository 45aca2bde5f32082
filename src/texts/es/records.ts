import type { records as source } from "../en/records.ts";
import { brief } from "../brief.ts";

export const records: typeof source = {
  show: "Abrir",
  change: "Cambiar",
  remove: "Borrar",
  removed: "Se borró",
  removedBody: "Ya nadie lo ve. Mientras tengas este mensaje, puedes recuperarlo.",
  restore: "Recuperarlo",
  back: "Volver a la lista",
  find: brief("Buscar"),
  findHint: "Palabras, o una etiqueta como #mapas.",
  all: "Todo",
  mine: "Lo mío",
  forMe: "Para mí",
  nothing: "Nada coincide. Prueba con menos palabras o mira todo.",
  state: "Estado",
  by: (id, name, date) => `${id} · ${name}, ${date}`,
  nobody: "alguien que ya no está",
  unchanged: "Ya estaba así. No cambió nada.",
  mayNot:
    "Aquí solo pueden agregar las personas a quienes pertenece, y todavía no eres una de ellas.",
  take: "Imprimir o guardar",
  taken: "Aquí lo tienes como tabla y como página",
  takeOnly: "Contiene lo que su lector puede ver en Liaison. Compártelo con cuidado.",
  writer: "Lo escribió",
  date: "Escrito el",
  number: "Número",
  remindBody: "Su día se acerca. Ábrelo para ver qué falta.",
  remindWhy:
    "Recibes esto porque lo escribiste o apareces en ello. Cambia su día o su estado y dejo de avisar; /liaison pause detiene todos los recordatorios.",
};
