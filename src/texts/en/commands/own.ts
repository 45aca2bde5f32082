import { said } from "./shared.ts";

/** The same of what concerns a person, a team or the district as such. */
export const ownCommands = said({
  setup: {
    label: "Start or change a team",
    names: "set up / team / my team",
    sentences:
      "set up a team / add my IT partner / invite somebody / change the team / add a supervisor / new school / who is in our team",
  },
  away: {
    label: "I am away",
    names: "absent / sick / vacation / out of office",
    sentences:
      "I am away next week / I am sick today / on vacation / out of office / maternity leave / not at school",
  },
  back: {
    label: "I am back",
    sentences: "I am back / I returned / end my absence",
  },
  cover: {
    label: "Somebody stands in for me",
    names: "substitute / stand in",
    sentences:
      "somebody stands in for me / name a substitute / who covers for me / cover while I am gone",
  },
  hours: {
    label: "My hours",
    names: "working hours / quiet hours",
    sentences:
      "set my working hours / quiet hours / when do I get messages / when do you write to me / my working days / busy hours",
  },
  why: {
    label: "Why do you write to me?",
    sentences:
      "why did I get this message / why do you write to me / when do you write / too many messages",
  },
  pause: {
    label: "Pause messages",
    names: "mute / stop / quiet / unsubscribe",
    sentences:
      "stop sending me messages / pause reminders / be quiet / mute / no more nudges / unsubscribe",
  },
  resume: {
    label: "Start messages again",
    names: "unmute / unpause",
    sentences: "start messages again / turn reminders on / unmute / I want reminders again",
  },
  measures: {
    label: "How useful the messages are",
    sentences: "how useful are the messages / numbers about nudges / measures",
  },
  link: {
    label: "I use two chat apps",
    names: "link account / connect accounts",
    sentences:
      "I use Slack and Teams / join my two accounts / same person in two apps / connect my account",
  },
  me: {
    label: "Language and time zone",
    names: "language / settings / preferences / my settings / timezone / time zone",
    sentences:
      "change my language / speak Spanish / settings / my time zone / change where you write to me / preferences",
  },
  district: {
    label: "The district in numbers",
    names: "district overview",
    sentences: "how are the partnerships doing / district overview / all schools / numbers",
  },
  admin: {
    label: "Who may do what in the district",
    names: "rights / permissions / administrators",
    sentences:
      "who is the administrator / give rights to a colleague / permissions in the district",
  },
  modules: {
    label: "What our school uses",
    names: "switches / features",
    sentences: "switch something on / turn off the lesson log / which systems does our school use",
  },
  policy: {
    label: "What the district permits",
    names: "permits / district policy",
    sentences: "are photos permitted / social media policy / what does the district allow",
  },
});
