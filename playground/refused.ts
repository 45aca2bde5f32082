/** A refusal of a control call: an HTTP status and a sentence that names the remedy. */
export class Refused extends Error {
  readonly status: 400 | 404 | 409 | 503;

  constructor(status: 400 | 404 | 409 | 503, sentence: string) {
    super(sentence);
    this.name = "Refused";
    this.status = status;
  }
}
