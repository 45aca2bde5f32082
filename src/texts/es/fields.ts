import type { fields as source } from "../en/fields.ts";

export const fields: typeof source = {
  tooLong: (length, max) =>
    `Son ${length} caracteres y caben ${max} como máximo. Acórtalo un poco.`,
  count: (max) => `Escribe un número entero de 0 a ${max}, por ejemplo 24.`,
  money: "Escribe una cantidad en números, por ejemplo 120 o 1200.50.",
  address: {
    empty: () => "Escribe una dirección web, por ejemplo library.example/maps.",
    too_long: () =>
      "Esa dirección es demasiado larga. Escribe el principio, hasta donde la página lo necesite.",
    unclear: () =>
      "Escribe una sola dirección web, por ejemplo library.example/maps, sin espacios dentro.",
    other: (words) =>
      `Una dirección que empieza por «${words}:» no es una página web. Escribe una como library.example/maps.`,
    secret: () =>
      "Antes de la @ hay un nombre o una contraseña. Quítalos y escribe solo la dirección.",
    number: () => "Ese es el número de un equipo. Escribe en su lugar el nombre del sitio.",
    inside: () =>
      "Esa dirección está dentro de su propia red y ningún filtro está delante de ella. Escribe una como library.example/maps.",
  },
  mostAddresses: (max) =>
    `En una lista caben ${max} direcciones como máximo. Pide las demás en otra.`,
  time: "Escribe una hora, por ejemplo 10:45 o 14:15.",
  bothDays: "Elige los dos días, el primero y el último.",
  endsFirst: "El último día es anterior al primero. Elígelos al revés.",
  mostTags: (max) => `Usa ${max} etiquetas como máximo.`,
  tagTooLong: (max) =>
    `Cada etiqueta puede tener ${max} caracteres como máximo; sepáralas con comas.`,
  tagsHint: "Palabras para encontrarlo, separadas por comas: ríos, mapas.",
  until: "Hasta",
};
