import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { goalWords } from "../../../src/features/goals/words.ts";

describe("what follows /goal", () => {
  test.each([
    ["", { kind: "nothing" }],
    ["   ", { kind: "nothing" }],
    ["add", { kind: "nothing" }],
    ["add Two robots by May", { kind: "title", title: "Two robots by May" }],
    ["list", { kind: "list", filter: "open", page: 1 }],
    ["LIST 3", { kind: "list", filter: "open", page: 3 }],
    ["list mine", { kind: "list", filter: "mine", page: 1 }],
    ["list All 2", { kind: "list", filter: "all", page: 2 }],
    ["list 0", { kind: "list", filter: "open", page: 1 }],
    ["12", { kind: "show", id: "12" }],
    ["#12", { kind: "show", id: "#12" }],
    ["g-12", { kind: "show", id: "g-12" }],
    ["show g-12", { kind: "show", id: "g-12" }],
    ["edit 12", { kind: "edit", id: "12" }],
    ["edit", { kind: "edit", id: "" }],
    ["edit 99999999999999", { kind: "edit", id: "99999999999999" }],
    ["help", { kind: "help" }],
  ])("%j is a command", (typed, words) => {
    expect(goalWords(typed)).toEqual(words);
  });

  test.each([
    "List of books updated by May",
    "list all books by May",
    "Help every teacher book the lab by May 14",
    "Show each class two databases",
    "Edit the guide for research by May",
    "Done with paper slips by May 14",
    "Lost books found by May",
    "Coding",
    "Change the rota of the desk by May",
    "Delete old accounts before roll-over",
    "Terminer la liste des livres en mai",
    "Ver cada libro dos veces",
    "12 laptops in every room",
    "#1 for reading in the county",
    "G-suite accounts for all",
    "<!channel> *bold* @everyone",
  ])("%j is a title", (title) => {
    expect(goalWords(title)).toEqual({ kind: "title", title });
  });

  test.each([
    ["lsit", "goal list"],
    ["lists", "goal list"],
    ["lsit mine 2", "goal list mine 2"],
    ["eidt 12", "goal edit 12"],
    ["dnoe 12", "goal done 12"],
    ["hlep", "goal help"],
    ["ad", "goal add"],
    ["edit banana", "goal list"],
    ["edit 41 by June 2", "goal edit 41"],
    ["edit g-41 due June 2", "goal edit g-41"],
    ["show #41 please", "goal show #41"],
    ["done 12 yesterday", "goal done 12"],
    ["delete 41", "goal show 41"],
    ["change 41", "goal edit 41"],
    ["finished g-12", "goal done g-12"],
    ["g-41 by June 2", "goal show g-41"],
    ["lista", "goal list"],
    ["list libary", "goal list"],
    ["list books", "goal list"],
    ["ayuda", "goal help"],
    ["Hecho g-09", "goal done g-09"],
    ["editar 41 para el 2 de junio", "goal edit 41"],
    ["borrar 41", "goal show 41"],
    ["liste", "goal list"],
    ["aide", "goal help"],
    ["terminé 12", "goal done 12"],
    ["modifier 41", "goal edit 41"],
    ["supprimer g-41", "goal show g-41"],
  ])("%j is asked back", (title, meant) => {
    expect(goalWords(title)).toEqual({ kind: "unclear", title, meant });
  });

  test("a word that is longer than a title is no mistyped number", () => {
    const title = `edit ${"a".repeat(3000)}`;

    expect(goalWords(title)).toEqual({ kind: "title", title });
  });

  test("a title is kept as it was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (typed) => {
        const words = goalWords(`add x${typed}`);

        expect(words).toEqual({ kind: "title", title: `x${typed}`.trim() });
      }),
    );
  });
});
