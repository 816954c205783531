import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { importModule } from "../../assignments/catalog/course.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import type { Consistency } from "../../assignments/catalog/property.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Findings } from "../../reports/report/verification.ts";
import { checkOf } from "./subject/check.ts";
import { type Subject, verifySeeds } from "./subject/subject.ts";

/**
 * Proves that the inputs of the cases fit together: that a cache is the one that the forward pass leaves for its
 * parameters. Every exercise with a parameter named `cache` needs a check in the assignment's `consistency.ts`.
 * @param consistent By default what the assignment exports.
 */
export async function proveConsistency(
  { assignment, secret }: Pick<Subject, "assignment" | "secret">,
  consistent?: Consistency,
): Promise<Findings> {
  const checkers = consistent ?? (await loadConsistency(assignment.directory));
  const cases = Object.values(verifySeeds).flatMap((seed) =>
    generateCases(assignment, { visibility: "all", seed, secret }).map((testCase) => ({ ...testCase, seed })),
  );
  let looked = 0;
  const checks = assignment.manifest.exercises.flatMap(({ id, parameters }) => {
    const checker = checkers[id];
    if (checker === undefined) {
      const missing = "consistency.ts has no check of its cache";
      return parameters.includes("cache") ? [checkOf(id, [missing])] : [];
    }
    const own = cases.filter(({ exercise }) => exercise === id);
    looked += own.length;
    const broken = own.filter(({ args }) => !checker(args));
    return [
      checkOf(
        id,
        broken.map((testCase) => `${testCase.id} of seed ${testCase.seed} does not fit together: ${testCase.title}`),
      ),
    ];
  });
  const summary = checks.length === 0 ? "no exercise takes a cache" : `${quantity(looked, "case")} fit together`;
  return { summary: checks.some(({ outcome }) => outcome === "failed") ? "some cases do not fit" : summary, checks };
}

async function loadConsistency(directory: string): Promise<Consistency> {
  const names = await readdir(directory);
  const file = ["consistency.ts", "consistency.js"].find((name) => names.includes(name));
  if (file === undefined) return {};
  const module = await importModule<{ consistent?: Consistency }>(join(directory, file));
  return module.consistent ?? {};
}
