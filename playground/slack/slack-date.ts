/** Slack's date tokens (`<!date^1772000000^{date_short} {time}|…>`) as one reader sees them. */

type Part = Intl.DateTimeFormatOptions;

const TOKENS: Readonly<Record<string, Part>> = {
  date_num: { year: "numeric", month: "2-digit", day: "2-digit" },
  date: { year: "numeric", month: "long", day: "numeric" },
  date_short: { year: "numeric", month: "short", day: "numeric" },
  date_long: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  date_pretty: { year: "numeric", month: "long", day: "numeric" },
  date_short_pretty: { year: "numeric", month: "short", day: "numeric" },
  date_long_pretty: { weekday: "long", year: "numeric", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

/** `zone` is the reader's, `locale` a language tag. An unknown token stays as it stands. */
export function dateText(seconds: number, format: string, zone: string, locale: string): string {
  const date = new Date(seconds * 1000);
  return format.replace(/\{(\w+)\}/g, (whole, token: string) => {
    const part = TOKENS[token];
    if (!part) return whole;
    if (token === "date_num") {
      const iso = new Intl.DateTimeFormat("en-CA", { ...part, timeZone: zone });
      return iso.format(date);
    }
    return new Intl.DateTimeFormat(locale, { ...part, timeZone: zone })
      .format(date)
      .replaceAll("\u202f", " ");
  });
}
