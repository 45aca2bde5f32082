/** Who tells the main job, where each side sits, and what their school's calendar makes of the fortnight. */

/** What one side's person is to the control interface, and where they meet the other side. */
interface Seat {
  readonly id: string;
  readonly channel: string;
}

export interface Seating {
  readonly librarian: Seat;
  readonly technician: Seat;
  /** In the form of a step; the same person wherever they sit. */
  readonly owner: string;
  /** How many channels the partnership has; each hears of everything that is shared. */
  readonly channels: number;
  /** What the technician had promised before and finds in the digest. */
  readonly promised: string;
  readonly words: Words;
  readonly dates: Dates;
}

/** What the technician types and reads. */
interface Words {
  readonly title: string;
  readonly why: string;
  readonly due: string;
  readonly dueRead: RegExp;
  readonly confirm: readonly [yes: string, notYet: string];
  readonly invitation: string;
  readonly improve: string;
}

/** Instants in UTC. Chicago is six hours behind it until 14 March 2027, then five. */
interface Dates {
  readonly digest: string;
  readonly afterDigest: string;
  readonly announced: string;
  readonly checkIn: { readonly day: string; readonly time: string };
  readonly afterCheckIn: { readonly asked: string; readonly until: string };
  /** When the librarian says that the goal is done: while the technician works. */
  readonly claimed: string;
  readonly nextMorning: string;
  /** The next check-in, on the home. */
  readonly next: string;
}

const SPANISH: Words = {
  title: "Los carritos cargan durante la noche",
  why: "Las clases empiezan a tiempo",
  due: "en 3 semanas",
  dueRead: /23 de marzo/u,
  confirm: ["Sí, hecha", "Todavía no"],
  invitation: "¿Cómo fue con g-41?",
  improve: "Nombrar un contacto",
};

const FRENCH: Words = {
  title: "Les chariots chargent pendant la nuit",
  why: "Les cours commencent à l'heure",
  due: "dans 3 semaines",
  dueRead: /23 mars/u,
  confirm: ["Oui, terminé", "Pas encore"],
  invitation: "Comment cela s'est-il passé avec g-41",
  improve: "Nommer un contact",
};

const MONDAY = { digest: "2027-03-08T14:10:00Z", afterDigest: "2027-03-08T23:00:00Z" };

const ALDER_BEND = {
  owner: "u-ab-it",
  channels: 1,
  promised: "a-24",
  words: SPANISH,
  dates: {
    ...MONDAY,
    announced: "2027-03-09T14:10:00Z",
    checkIn: { day: "Wed 10 March", time: "14:45" },
    afterCheckIn: { asked: "2027-03-10T21:20", until: "2027-03-10T21:25:00Z" },
    claimed: "2027-03-10T21:25:00Z",
    nextMorning: "2027-03-11T14:15:00Z",
    next: "24 March",
  },
} as const;

/** Its check-in comes before the Monday; the one after it falls into the spring break. */
const TAMARACK = {
  owner: "u-tv-it",
  channels: 2,
  promised: "a-81",
  words: FRENCH,
  dates: {
    ...MONDAY,
    announced: "2027-03-03T14:10:00Z",
    checkIn: { day: "Thu 4 March", time: "07:50" },
    afterCheckIn: { asked: "2027-03-04T14:25", until: "2027-03-04T15:00:00Z" },
    claimed: "2027-03-09T16:00:00Z",
    nextMorning: "2027-03-10T14:15:00Z",
    next: "1 April",
  },
} as const;

const IN_TEAMS = "TVHS Library and Tech";

export const IN_SLACK: Seating = {
  ...ALDER_BEND,
  librarian: { id: "u-ab-lib", channel: "#alder-library-tech" },
  technician: { id: "u-ab-it", channel: "#alder-library-tech" },
};

export const IN_BOTH: Seating = {
  ...TAMARACK,
  librarian: { id: "u-tv-lib@teams", channel: IN_TEAMS },
  technician: { id: "u-tv-it", channel: "#tvhs-library-tech" },
};

/** Both have an account in Slack as well, and say that they want to be written to in Teams. */
export const ALL_IN_TEAMS: Seating = {
  ...TAMARACK,
  librarian: { id: "u-tv-lib@teams", channel: IN_TEAMS },
  technician: { id: "u-tv-it@teams", channel: IN_TEAMS },
};
