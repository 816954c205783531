import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { courseCalendar, escapeText, foldLine } from "../../../reports/course/course-calendar.ts";
import { inLanguage } from "../../../reports/messages/language.ts";
import { courseOverview } from "../../fixtures/course-overview.ts";

/** Reads a calendar by the rules of RFC 5545, and refuses what breaks them. @returns The properties of each component. */
function readCalendar(text: string): { readonly kind: string; readonly properties: Map<string, string> }[] {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  const lines = text.slice(0, -2).split("\r\n");
  for (const line of lines) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  const components: { kind: string; properties: Map<string, string> }[] = [];
  const open: (typeof components)[number][] = [];
  for (const line of text.slice(0, -2).replaceAll("\r\n ", "").split("\r\n")) {
    const [, name = "", value = ""] = /^([A-Z-]+):(.*)$/s.exec(line) ?? [];
    expect(name, line).not.toBe("");
    if (name === "BEGIN") {
      open.push({ kind: value, properties: new Map() });
    } else if (name === "END") {
      const closed = open.pop();
      expect(closed?.kind).toBe(value);
      if (closed) components.push(closed);
    } else {
      expect(open.at(-1)?.properties.has(name), `${name} twice`).toBe(false);
      open.at(-1)?.properties.set(name, value);
    }
  }
  expect(open).toEqual([]);
  return components;
}

const unescaped = (text: string): string =>
  text.replaceAll(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));

const calendar = (): string => courseCalendar(courseOverview, "Nets & wide");
const eventsOf = (text: string) => readCalendar(text).filter(({ kind }) => kind === "VEVENT");

describe("courseCalendar()", () => {
  test("courseCalendar() is one calendar with what RFC 5545 requires, and the same each time", () => {
    const components = readCalendar(calendar());
    const whole = components.at(-1);
    expect(whole?.kind).toBe("VCALENDAR");
    expect([whole?.properties.get("VERSION"), whole?.properties.get("PRODID")]).toEqual([
      "2.0",
      "-//gradecheck//course//EN",
    ]);
    expect(unescaped(whole?.properties.get("X-WR-CALNAME") ?? "")).toBe(courseOverview.title);
    for (const { properties } of eventsOf(calendar())) {
      expect([...properties.keys()]).toEqual(expect.arrayContaining(["UID", "DTSTAMP", "DTSTART", "SUMMARY"]));
      expect(properties.has("DTEND")).toBe(false);
    }
    expect(calendar()).toBe(calendar());
  });

  test("courseCalendar() has deadlines in UTC, also in the hour that clocks show twice", () => {
    expect(eventsOf(calendar()).map(({ properties }) => properties.get("DTSTART"))).toEqual([
      "20261031T035900Z",
      "20261101T053000Z",
      "20261101T063000Z",
    ]);
    expect(eventsOf(calendar()).map(({ properties }) => properties.get("DTSTAMP"))).toEqual([
      "20261026T000000Z",
      "20261026T000000Z",
      "20261026T000000Z",
    ]);
  });

  test("courseCalendar() says what is due in words that come back whole", () => {
    const [first, second] = eventsOf(calendar());
    expect(first?.properties.get("DESCRIPTION")).toBe(String.raw`Week 1\, Programming\; with care\, 100 points`);
    expect(unescaped(second?.properties.get("SUMMARY") ?? "")).toBe(`Due: ${courseOverview.weeks[0]?.work[1]?.title}`);
  });

  test("courseCalendar() names an event alike in every language, wherever its deadline moves", () => {
    const ids = (text: string) => eventsOf(text).map(({ properties }) => properties.get("UID"));
    const english = ids(calendar());
    expect(english).toEqual(["w1-nets", "w1-deep", "w1-quiz"].map((id) => `${id}.2026@nets-wide.gradecheck`));
    const moved = structuredClone(courseOverview) as typeof courseOverview;
    for (const work of moved.weeks[0]?.work ?? []) Object.assign(work, { due: new Date("2027-01-01T00:00Z") });
    expect(ids(courseCalendar(moved, "Nets & wide"))).toEqual(english);
    const german = inLanguage("de", () => courseCalendar({ ...courseOverview, title: "Netze" }, "Nets & wide"));
    expect(ids(german)).toEqual(english);
    expect(german).toContain("SUMMARY:Abgabe: Nets\\, einfach\r\n");
  });
});

test("escapeText() keeps every text but what cannot be in a calendar", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const escaped = escapeText(text);
      expect(escaped).not.toMatch(/[\r\n]/);
      expect(unescaped(escaped)).toBe(text.replaceAll(/\r\n?|\n/g, "\n").replaceAll(/[^\n\P{Cc}]/gu, ""));
    }),
  );
});

test("foldLine() cuts after at most 75 bytes, within no character, and loses nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }).map(escapeText), (line) => {
      const folded = foldLine(line);
      for (const one of folded.split("\r\n")) expect(Buffer.byteLength(one)).toBeLessThanOrEqual(75);
      expect(Buffer.from(folded).toString()).toBe(folded);
      expect(folded.replaceAll("\r\n ", "")).toBe(line);
    }),
  );
  expect(foldLine("x".repeat(75))).toBe("x".repeat(75));
  expect(foldLine("x".repeat(76))).toBe(`${"x".repeat(75)}\r\n x`);
  expect(foldLine(`${"x".repeat(74)}é`)).toBe(`${"x".repeat(74)}\r\n é`);
});
