/** What every web page of the bot can say. */
export const pages = {
  /** Beside every title. */
  about: "Library and IT",
  unknown: "This link does not work. Ask for a new one in the chat.",
  expired: "This link was good for one hour, and that is over. Ask for a new one in the chat.",
  tooLarge: (megabytes: number) =>
    `That file is too large. A calendar may have up to ${megabytes} MB.`,
};
