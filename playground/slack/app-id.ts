/** The id under which the bot is installed in every workspace of the stand-in. */
export const APP_ID = "A0LIAISON";
