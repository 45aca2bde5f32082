export const fields = {
  tooLong: (length: number, max: number) =>
    `That is ${length} characters, and at most ${max} fit. Shorten it a little.`,
  count: (max: number) => `Write a whole number from 0 to ${max}, such as 24.`,
  money: "Write an amount in numbers, such as 120 or 1200.50.",
  /** Of a web address that cannot be kept: the thing, and what to write instead. */
  address: {
    empty: () => "Write a web address, such as library.example/maps.",
    too_long: () => "That address is too long. Write its beginning, as far as the page needs it.",
    unclear: () => "Write one web address, such as library.example/maps, without blanks in it.",
    other: (words: string) =>
      `An address that begins with “${words}:” is no web page. Write one such as library.example/maps.`,
    secret: () =>
      "A name or password stands before the @. Leave that out, and write the address alone.",
    number: () => "That is the number of a computer. Write the name of the site instead.",
    inside: () =>
      "That address lies inside your own network, and no filter stands before it. Write one such as library.example/maps.",
  },
  mostAddresses: (max: number) =>
    `At most ${max} addresses fit in one list. Ask for the others in a second one.`,
  time: "Write a time, such as 10:45 or 2:15 pm.",
  bothDays: "Choose both days, the first and the last one.",
  endsFirst: "The last day comes before the first one. Choose them the other way round.",
  mostTags: (max: number) => `Use at most ${max} tags.`,
  tagTooLong: (max: number) => `Keep each tag to ${max} characters, and put commas between them.`,
  tagsHint: "Words to find it by, with commas between them: rivers, maps.",
  until: "Until",
};
