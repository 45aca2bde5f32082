import type { fields as source } from "../en/fields.ts";

export const fields: typeof source = {
  tooLong: (length, max) =>
    `Son ${length} caracteres y caben ${max} como máximo. Acórtalo un poco.`,
  count: (max) => `Escribe un número entero de 0 a ${max}, por ejemplo 24.`,
  time: "No entiendo esto como hora. Escríbela por ejemplo 14:45 o 2:45 pm.",
  money: "Escribe una cantidad en números, por ejemplo 120 o 1200.50.",
  link: "Escribe una dirección web, por ejemplo https://library.example/maps.",
  bothDays: "Elige los dos días, el primero y el último.",
  endsFirst: "El último día es anterior al primero. Elígelos al revés.",
  mostTags: (max) => `Usa ${max} etiquetas como máximo.`,
  tagTooLong: (max) =>
    `Cada etiqueta puede tener ${max} caracteres como máximo; sepáralas con comas.`,
  tagsHint: "Palabras para encontrarlo, separadas por comas: ríos, mapas.",
  until: "Hasta",
};
