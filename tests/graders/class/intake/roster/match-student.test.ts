import { expect, test } from "vitest";
import type { SubmissionCandidate } from "../../../../../graders/class/attempts/submission-candidate.ts";
import { RosterIndex } from "../../../../../graders/class/intake/roster/match-student.ts";
import type { RosterRow } from "../../../../../graders/class/intake/roster/read-roster.ts";

const row = (id: string, name: string, email: string, ...aliases: string[]): RosterRow => ({
  entry: { id, name, email },
  aliases,
});
const roster = new RosterIndex([
  row("A1", "Jane Roe", "jane.roe@x.org", "jroe"),
  row("b2", "Doe, John", "john@x.org"),
  row("B2", "Zoë Ångström", "zoe@x.org"),
  row("c3", "Pat Smith", "pat@x.org"),
  row("c4", "Pat Smith", "pat@y.org"),
]);
const found = (candidate: Partial<SubmissionCandidate>): string => {
  const match = roster.match({ path: "", shownPath: "", ids: [], ...candidate });
  return "entry" in match ? match.entry.id : match.reason;
};
const called = (id: string): string => found({ ids: [id], name: id });

test("RosterIndex.match() finds a student by id, other id, e-mail, mailbox and name", () => {
  expect(["A1", "a1", "JROE", "Jane.Roe@x.org", "jane.roe"].map(called)).toEqual(Array(5).fill("A1"));
  expect(["Jane Roe", "roe jane", "Roe, Jane", "janeroe", "roe_jane"].map(called)).toEqual(Array(5).fill("A1"));
  expect(["John Doe", "doejohn", "DOE, John"].map(called)).toEqual(Array(3).fill("b2"));
  expect(["zoe angstrom", "ångström zoë", "Angstrom Zoe"].map(called)).toEqual(Array(3).fill("B2"));
  expect(["b2", "B2"].map(called)).toEqual(["b2", "B2"]);
});

test("RosterIndex.match() guesses nothing", () => {
  expect(called("Pat Smith")).toBe('2 students on the roster may be meant by "Pat Smith": "c3", "c4".');
  expect(called("pat")).toBe('2 students on the roster may be meant by "pat": "c3", "c4".');
  expect(["Jane", "Roe", "Jane R", "A", "A12", "", "…"].map(called).filter((answer) => answer === "A1")).toEqual([]);
  expect(called("Jane")).toBe('No student on the roster is called "Jane".');
  const folding = new RosterIndex([row("x", "", ""), row("X", "", "")]);
  expect(folding.match({ path: "", shownPath: "", ids: ["x"] })).toMatchObject({ entry: { id: "x" } });
});

test("RosterIndex.match() accepts a platform's number as an id only if the name agrees", () => {
  const foreign = { idsAreForeign: true } as const;
  expect(found({ ...foreign, ids: ["A1"], name: "roejane" })).toBe("A1");
  expect(found({ ...foreign, ids: ["A1"] })).toBe("A1");
  expect(found({ ...foreign, ids: ["A1"], name: "doejohn" })).toBe("b2");
  expect(found({ ...foreign, ids: ["A1"], name: "roebob" })).toBe(
    'The names disagree: "A1" is "Jane Roe" on the roster, "A1" is "roebob" here; nobody else on the roster has that name.',
  );
  expect(found({ ...foreign, ids: ["jroe"], name: "stranger" })).toBe(
    'The names disagree: "jroe" ("A1") is "Jane Roe" on the roster, "jroe" is "stranger" here; nobody else on the roster has that name.',
  );
  expect(found({ ...foreign, ids: ["99"], name: "stranger" })).toBe(
    'No student on the roster is called "99" or "stranger".',
  );
});

const north = new RosterIndex([
  row("1", "Sørensen, Øyvind", "oe@x.org"),
  row("2", "Işık, Nazlı", "ni@x.org"),
  row("3", "Wałęsa, Łukasz", "lw@x.org"),
  row("4", "Groß, Jürgen", "jg@x.org"),
  row("5", "Þórðarson, Æsa", "ae@x.org"),
  row("6", "Đorđević, Ana", "ad@x.org"),
  row("7", "Robert Smith", "rs@x.org"),
  row("8", "Smith, Bob", "bs@x.org"),
  row("9", "Roe, Katherine", "kr@x.org"),
  row("10", "", ""),
]);
const inNorth = (id: string, name: string): string => {
  const match = north.match({ path: "", shownPath: "", ids: [id], name, idsAreForeign: true });
  return "entry" in match ? match.entry.id : match.reason;
};

test("RosterIndex.match() ignores strokes, dots and ligatures of letters, and knows umlauts written out", () => {
  const names = ["sorensenoyvind", "isiknazli", "walesalukasz", "grossjurgen", "thordarsonaesa", "dordevicana"];
  for (const [i, name] of names.entries()) {
    expect(inNorth(String(i + 1), name), name).toBe(String(i + 1));
    // By the name alone, too.
    expect(inNorth("4711", name), name).toBe(String(i + 1));
  }
  expect(["Juergen Gross", "großjuergen", "JÜRGEN GROSS", "Gross, Jurgen"].map((name) => inNorth("4", name))).toEqual(
    Array(4).fill("4"),
  );
  expect(inNorth("4711", "Soerensen, Oeyvind")).toBe("1");
});

test("RosterIndex.match() accepts an id if the name is a nickname, unless somebody else has that name", () => {
  expect(inNorth("9", "roekate")).toBe("9");
  expect(inNorth("9", "Kate Roe")).toBe("9");
  expect(inNorth("9", "Peter Roe")).toMatch(/^The names disagree: "9" is "Roe, Katherine" on the roster/);
  expect(inNorth("7", "smithbobby")).toBe("7");
  expect(inNorth("7", "smithbob")).toBe('2 students on the roster may be meant by "7" or "smithbob": "7", "8".');
});

test("RosterIndex.match() accepts no part of a word as a family name, and words run together only from Canvas", () => {
  const ross = new RosterIndex([row("7", "Nora Ross", "nr@x.org"), row("8", "García Márquez, Ana", "ag@x.org")]);
  const of = (id: string, name: string): string => {
    const match = ross.match({ path: "", shownPath: "", ids: [id], name, idsAreForeign: true });
    return "entry" in match ? `${match.entry.id} by ${match.by}` : match.reason;
  };
  for (const name of ["Nina Cross", "Leonora Crosse", "leonoracrosse", "crossnora", "crossenora", "Rossnora Bo"]) {
    expect(of("7", name), name).toMatch(/^The names disagree: "7" is "Nora Ross" on the roster/);
  }
  expect(of("9", "Nora Ross")).toBe("7 by name");
  expect(["Nora Ross", "Ross, Nora", "rossnora"].map((name) => of("7", name))).toEqual(
    Array(3).fill("7 by number-and-name"),
  );
  expect(["Nora Lee Ross", "rossnoralee", "Nina Ross", "rossnina"].map((name) => of("7", name))).toEqual(
    Array(4).fill("7 by number"),
  );
  expect(["garciamarquezana", "Ana García Márquez"].map((name) => of("8", name))).toEqual(
    Array(2).fill("8 by number-and-name"),
  );
  expect(["Ana Garcia", "garciaana", "A. García Márquez"].map((name) => of("8", name))).toEqual(
    Array(3).fill("8 by number"),
  );
});

test("RosterIndex.match() rejects a platform's number as an id if only a part of the name agrees and another student has the whole name", () => {
  const roes = new RosterIndex([row("7", "Jane Roe", "jr@x.org"), row("8", "Jane Mary Roe", "jm@x.org")]);
  expect(roes.match({ path: "", shownPath: "", ids: ["7"], name: "Jane Mary Roe", idsAreForeign: true })).toEqual({
    reason: '2 students on the roster may be meant by "7" or "Jane Mary Roe": "7", "8".',
  });
});

test("RosterIndex.match() rejects a platform's number without a name, unless the roster says that it is the platform's", () => {
  const rows: readonly RosterRow[] = [
    { entry: { id: "7", name: "Nora Ross", email: "8@x.org" }, aliases: ["21"], platformIds: ["21"] },
    { entry: { id: "8" }, aliases: ["22", "23"], platformIds: ["23"] },
    { entry: { id: "Participant 9", name: "Jo Lee" }, aliases: [] },
  ];
  const blind = new RosterIndex(rows);
  const of = (number: string, name?: string): string => {
    const ids = [number, `Participant ${number}`];
    const match = blind.match({ path: "", shownPath: "", ids, ...(name && { name }), idsAreForeign: true });
    return "entry" in match ? match.entry.id : match.reason;
  };
  for (const number of ["7", "8", "22"]) {
    expect(of(number)).toBe(
      `The platform gives no name, only "${number}", and the roster does not say whose that is: it needs a column "participantid", "moodleid" or "canvasid".`,
    );
  }
  expect(["21", "23", "9"].map((number) => of(number))).toEqual(["7", "8", "Participant 9"]);
  expect(of("23", "Ann Bell")).toBe("8");
  expect(of("8", "Ann Bell")).toBe(
    `"8" has no name on the roster, so it may not be the platform's "8" or "Ann Bell": it needs names, or a column "participantid", "moodleid" or "canvasid".`,
  );
});
