import { afterEach, expect, test } from "vitest";
import { atOnce, type Steps } from "../../../assignments/steps/in-turns.ts";
import {
  currentLanguage,
  inLanguage,
  languageOf,
  ownLanguage,
  speak,
  stepsIn,
} from "../../../reports/messages/language.ts";
import { message } from "../../../reports/messages/message.ts";

afterEach(() => speak("en"));

test("message(): in the language that is spoken, with the plural that it needs", () => {
  expect(message("cases.passed-of", { passed: 0, total: 1 })).toBe("0 of 1 case");
  speak("de");
  expect(message("cases.passed-of", { passed: 0, total: 1 })).toBe("0 von 1 Testfall");
  expect(message("cases.passed-of", { passed: 1, total: 1200 })).toBe("1 von 1200 Testfällen");
});

test("inLanguage(): sets the language back, also after an error", () => {
  expect(inLanguage("de", () => message("status.passed"))).toBe("bestanden");
  expect(() =>
    inLanguage("de", () => {
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(currentLanguage()).toBe("en");
});

test("stepsIn(): reports of two languages that are written in turns do not mix", () => {
  function* writing(): Steps<string> {
    const first = message("status.passed");
    yield;
    return `${first}, ${message("status.failed")}`;
  }
  const german = stepsIn("de", writing());
  const english = stepsIn("en", writing());
  german.next();
  expect(currentLanguage()).toBe("en");
  english.next();
  expect(atOnce(english)).toBe("passed, not passed");
  expect(atOnce(german)).toBe("bestanden, nicht bestanden");
});

test("languageOf(), ownLanguage(): a report in English says nothing of it", () => {
  expect(languageOf({})).toBe("en");
  expect(ownLanguage()).toEqual({});
  expect(inLanguage("de", ownLanguage)).toEqual({ language: "de" });
});
