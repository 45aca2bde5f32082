/** What a chat platform's adapter says by itself: about dialogs, and when nothing could be stored. */
export const chat = {
  notSaved:
    "I could not save that just now, so nothing was changed. Nothing you typed is to blame. Try again in a minute.",
  openForm: "Open the form",
  formWaits: (form: string) => `The form "${form}" is ready for you`,
  startAgain: "Start again where you opened it; what you sent is safe with me.",
  working: "Still working",
  workingBody:
    "This takes longer than usual. You can wait here or close this window; your answers are safe with me.",
  needsChange: "Not saved yet",
  needsChangeBody: "Your answers need a small change:",
  back: "Back",
  done: "Done",
  /** In the menu of shortcuts. */
  shortcut: (name: string) => `${name}: opens a form with the text of the message`,
  close: "Close",
};
