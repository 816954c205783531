/** What GitHub Classroom's reporter makes of a step's output. */
export type ClassroomImport = {
  readonly totalPoints: number;
  readonly maxPoints: number;
  readonly status: string;
  readonly messages: readonly string[];
};

type Result = {
  readonly version: number;
  readonly status: string;
  readonly max_score: number;
  readonly tests: readonly Readonly<Record<string, unknown>>[];
};

const needed = ["name", "status", "message", "test_code", "filename", "line_no", "execution_time", "score"];
const states = ["pass", "fail", "error"];

/** Reads a step's output as the reporter does: a test without a score makes the total NaN. @throws Error for what is not as specified. */
export function readClassroom(text: string): ClassroomImport {
  if (!/^[A-Za-z0-9+/]+=*$/.test(text)) throw new Error("not base64 in one line");
  const { version, status, max_score, tests } = JSON.parse(Buffer.from(text, "base64").toString("utf8")) as Result;
  if (version !== 1 || !states.includes(status) || !Number.isInteger(max_score)) throw new Error("head");
  for (const test of tests) {
    if (Object.keys(test).sort().join() !== [...needed].sort().join()) throw new Error("fields");
    if (!states.includes(String(test["status"]))) throw new Error("status");
  }
  return {
    status,
    maxPoints: max_score,
    totalPoints: tests.reduce((sum, { score }) => sum + (score as number), 0),
    messages: tests.map(({ message }) => String(message)),
  };
}
