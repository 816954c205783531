import { expect, test } from "vitest";
import type { Claim } from "../../../graders/intake/claim.ts";
import { RosterIndex } from "../../../graders/intake/match-student.ts";
import type { RosterRow } from "../../../graders/intake/read-roster.ts";

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
const found = (claim: Partial<Claim>): string => {
  const match = roster.match({ path: "", shownPath: "", ids: [], ...claim });
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

test("RosterIndex.match() takes a platform's number for an id only where the name agrees", () => {
  const foreign = { idsAreForeign: true } as const;
  expect(found({ ...foreign, ids: ["A1"], name: "roejane" })).toBe("A1");
  expect(found({ ...foreign, ids: ["A1"] })).toBe("A1");
  expect(found({ ...foreign, ids: ["A1"], name: "doejohn" })).toBe("b2");
  expect(found({ ...foreign, ids: ["A1"], name: "roebob" })).toBe(
    'No student on the roster is called "A1" or "roebob".',
  );
});
