import { afterEach, expect, it } from "vitest";
import { findAssignment } from "../../../assignments/catalog/catalog.ts";
import { readAsked, readHandout } from "../../../assignments/catalog/handout.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { prepare } from "../../../graders/session/prepare.ts";
import { speak } from "../../../reports/messages/language.ts";

afterEach(() => speak("en"));

const assignment = "w2-optimization";
const cacheDirectory = userDirectory("cache", process.env);

it.each(["en", "de"] as const)("prepare() has what is asked in the language of the reports: %s", async (language) => {
  speak(language);
  const handout = await readHandout(await findAssignment(assignment), language);
  const { basis, manifest } = await prepare({ assignment, visibility: "visible", cacheDirectory });
  expect(handout?.isTranslated).toBe(language === "de");
  expect(basis.asked).toEqual(readAsked(handout?.markdown ?? ""));
  expect(basis.asked?.size).toBe(manifest.exercises.length);
});
