import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Case, caseKey } from "../../assignments/catalog/case.ts";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../assignments/catalog/course.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { openCache } from "../../assignments/storage/cache.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import type { Value } from "../../assignments/values/value.ts";
import { drawCandidates } from "../../graders/counterexample/candidates.ts";
import { candidateRunSeed } from "../../graders/counterexample/prepare-candidates.ts";
import { GradingSession } from "../../graders/session/grading-session.ts";
import { expectedToValue } from "../../reference/oracle/expected-codec.ts";
import { expectedValues } from "../../reference/oracle/oracle.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import type { CaseReport, Report } from "../../reports/report/report.ts";
import { readSubmission } from "../../sandbox/bundle/read-submission.ts";
import { leakingSubmissions } from "./leaking-submissions.ts";
import { numbersIn, numbersOf, spellingsOf } from "./numbers-in.ts";
import { studentArtefacts } from "./student-artefacts.ts";

type Graded = readonly [desk: Report, one: Report, another: Report];

/**
 * Fills memory by what a hidden case holds, up to a half of it, and measures whether much is left. Where exactly the limit ends a
 * submission wobbles by some buffers with the moment of a collection: smaller readings say nothing.
 */
const measured = "memory that one exercise fills and the next one measures";
/** Where it is tried: memory is the sandbox's and the same for all. */
const whereMeasured = "w1-initialization";

/** The trainings of w3-tensorflow under three secrets, on two busy cores. */
const longestMs = 240_000;

const cacheDirectory = userDirectory("cache", process.env);
const secrets = ["secrecy of one course", "secrecy of another course"] as const;

const casesOf = ({ exercises }: Report, visibility: CaseReport["visibility"]): CaseReport[] =>
  exercises.flatMap(({ cases }) => cases.filter((one) => one.visibility === visibility));
const outcomesOf = ({ exercises }: Report): string[] =>
  exercises.flatMap(({ id, cases }) => cases.map((one) => `${id} ${one.id} ${one.outcome}`));
const namedIn = (report: Report): unknown[] => report.exercises.map(({ id, misconceptions }) => [id, misconceptions]);

/** The same report without anything that depends on hidden cases but how they ended. */
function withoutFacts(report: Report): Report {
  const exercises = report.exercises.map(({ diagnoses: _, ...exercise }) => ({
    ...exercise,
    misconceptions: [],
    summary: "",
    cases: exercise.cases.map((one) =>
      one.visibility === "visible" ? one : { id: one.id, visibility: one.visibility, outcome: one.outcome },
    ),
  }));
  return { ...report, exercises };
}

const tokensOf = async (report: Report): Promise<Set<string>> =>
  numbersIn(Object.values(await studentArtefacts(report)).join("\n"));

describe.each(await listAssignments())("what a student gets of %s", (id) => {
  let folder: string;
  let hidden: readonly Case[];
  /** Titles of the candidates for counterexamples, which everybody may be shown. */
  let publicTitles: ReadonlySet<string>;
  /** Spellings of all numbers of hidden inputs and expected values. */
  let spelled: ReadonlySet<string>;
  let sessions: readonly GradingSession[];
  const channels = Object.keys(leakingSubmissions([]));
  const graded = new Map<string, Graded>();

  /** The submission of a channel, graded at the desk and under both secrets. */
  async function grade(channel: string): Promise<Graded> {
    const [first] = sessions;
    const exercises = first?.manifest.exercises.map((exercise) => exercise.id) ?? [];
    const file = join(folder, "submission.ts");
    await writeFile(file, leakingSubmissions(exercises)[channel] ?? "");
    const [desk, one, another] = await Promise.all(
      sessions.map(async (session) => session.grade(await readSubmission(file), { name: "s" })),
    );
    if (desk === undefined || one === undefined || another === undefined) throw new TypeError("not graded");
    graded.set(channel, [desk, one, another]);
    return [desk, one, another];
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gradecheck-secrecy-"));
    const assignment = await openAssignment(id);
    const cases = generateCases(assignment, { visibility: "all", seed: 1, secret: secrets[0] });
    const cache = openCache("expected", cacheDirectory);
    const { values } = await expectedValues(assignment, cases, { seed: 1, cache });
    const candidates = drawCandidates(assignment);
    publicTitles = new Set(candidates.map(({ title }) => title));
    hidden = cases.filter(({ visibility }) => visibility === "hidden");
    const { values: publicValues } = await expectedValues(assignment, candidates, { seed: candidateRunSeed, cache });
    const numbersWith = (all: readonly Case[], rightValues: typeof values): Set<string> => {
      const right = (one: Case): Value[] =>
        [rightValues.get(caseKey(one))].flatMap((found) => (found ? [expectedToValue(found)] : []));
      return new Set(all.flatMap((one) => [...one.args, ...right(one)].flatMap(numbersOf)).flatMap(spellingsOf));
    };
    // Of two thousand numbers of four digits, a few are the same by chance, and a sigmoid of 1 is what it is.
    spelled = numbersWith(hidden, values).difference(numbersWith(candidates, publicValues));
    const common = { assignment: id, seed: 1, workers: 1, cacheDirectory } as const;
    sessions = await Promise.all([
      GradingSession.open({ ...common, visibility: "visible" }),
      ...secrets.map((secret) => GradingSession.open({ ...common, visibility: "all", secret, counterexamples: true })),
    ]);
  });

  afterAll(async () => {
    await Promise.all(sessions.map((session) => session[Symbol.asyncDispose]()));
    await rm(folder, { recursive: true, force: true });
  });

  const holdsNothing = async (channel: string): Promise<void> => {
    const [desk, one, another] = await grade(channel);
    const view = studentView(one);
    expect(casesOf(view, "hidden").length).toBe(hidden.length);
    for (const told of casesOf(view, "hidden"))
      expect(Object.keys(told).sort()).toEqual(["id", "outcome", "visibility"]);
    // Whatever happens in hidden cases, visible ones end and tell as they do at the desk.
    expect(casesOf(view, "visible")).toEqual(casesOf(studentView(desk), "visible"));
    expect(namedIn(view)).toEqual(namedIn(studentView(desk)));

    const atTheDesk = await tokensOf(desk);
    const tokens = await tokensOf(one);
    expect([...spelled].filter((text) => tokens.has(text) && !atTheDesk.has(text))).toEqual([]);
    const text = Object.values(await studentArtefacts(one)).join("\n");
    const deskText = Object.values(await studentArtefacts(desk)).join("\n");
    const isNew = ({ title }: Case): boolean => text.includes(title) && !deskText.includes(title);
    const isPublic = ({ title }: Case): boolean => [...publicTitles].some((known) => known.includes(title));
    expect(hidden.filter((one) => isNew(one) && !isPublic(one))).toEqual([]);

    // Nothing goes into them but how the hidden cases ended, so that other ones that end alike give the same bytes.
    expect(await studentArtefacts(withoutFacts(one))).toEqual(await studentArtefacts(one));
    if (channel === "the choice of the outcome") return;
    expect(outcomesOf(another)).toEqual(outcomesOf(one));
    expect(await studentArtefacts(another)).toEqual(await studentArtefacts(one));
  };

  it.each(channels.filter((channel) => channel !== measured))(
    "holds nothing of a hidden case, tried through %s",
    holdsNothing,
    longestMs,
  );

  if (id === whereMeasured)
    it(`holds nothing of a hidden case, tried through ${measured}`, () => holdsNothing(measured), longestMs);

  it(
    "would be seen to leak, were hidden cases not redacted",
    async () => {
      for (const channel of ["messages, names and stacks of exceptions", "the console and returned values"]) {
        const [desk, one] = graded.get(channel) ?? (await grade(channel));
        const atTheDesk = await tokensOf(desk);
        const tokens = numbersIn(JSON.stringify(one));
        expect([...spelled].filter((text) => tokens.has(text) && !atTheDesk.has(text)).length).toBeGreaterThan(3);
      }
    },
    longestMs,
  );
});
