export const fields = {
  tooLong: (length: number, max: number) =>
    `That is ${length} characters, and at most ${max} fit. Shorten it a little.`,
  count: (max: number) => `Write a whole number from 0 to ${max}, such as 24.`,
  time: "I can't read this as a time. Write it like 14:45 or 2:45 pm.",
  money: "Write an amount in numbers, such as 120 or 1200.50.",
  link: "Write a web address, such as https://library.example/maps.",
  bothDays: "Choose both days, the first and the last one.",
  endsFirst: "The last day comes before the first one. Choose them the other way round.",
  mostTags: (max: number) => `Use at most ${max} tags.`,
  tagTooLong: (max: number) => `Keep each tag to ${max} characters, and put commas between them.`,
  tagsHint: "Words to find it by, with commas between them: rivers, maps.",
  until: "Until",
};
