import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { inLanguage, type Language, languages } from "../../../../reports/messages/language.ts";
import { explainError, explainedErrors } from "../../../../reports/phrasing/errors/explain-error.ts";
import type { ErrorContext } from "../../../../reports/phrasing/errors/explanation.ts";
import type { CaseInput, ThrownError } from "../../../../reports/report/report.ts";
import { runBodies } from "../../../sandbox/run-source.ts";
import { provokingBodies } from "./provoking-bodies.ts";

const ids = [...new Set(explainedErrors.map(({ id }) => id))];
const provoked = new Map<string, ThrownError>();

beforeAll(async () => {
  const runs = await runBodies(Object.values(provokingBodies).flat(), { caseTimeMs: 5000, memoryMb: 256 });
  for (const [body, run] of runs) {
    if (run?.outcome !== "threw") throw new Error(`${body} does not throw: ${JSON.stringify(run)}`);
    provoked.set(body, run.error);
  }
});

const errorOf = (body: string): ThrownError => provoked.get(body) ?? { name: "", message: "" };

/** The first entry that knows an error. */
const entryOf = ({ name, message }: ThrownError): string | undefined =>
  explainedErrors.find(({ type, pattern }) => type === name && pattern.test(message))?.id;

const error = (name: string, message: string): ThrownError => ({ name, message });

const explain = (thrown: ThrownError, context: ErrorContext = {}): string => {
  const explanation = explainError(thrown, context);
  return explanation === null ? "" : `${explanation.what} ${explanation.tryThis}`;
};

const input = (path: string): CaseInput => ({ path, text: "0" });

describe("explainError()", () => {
  test("has a real error for each of its entries", () => {
    expect(Object.keys(provokingBodies).sort()).toEqual([...ids].sort());
  });

  test("proposes to transpose only what then gives the shape of one of the two, and no grid of a column and a row", () => {
    const clash = (left: string, right: string): string =>
      explain(error("Error", `Operands could not be broadcast together with shapes ${left} and ${right}.`));
    expect(clash("4,1", "5,1")).not.toMatch(/[Tt]ranspos/);
    expect(clash("3,4", "4,3")).toMatch(/[Tt]ranspos/);
    expect(clash("3,4", "4,1")).toMatch(/[Tt]ranspos/);
  });

  test.for(ids)("knows %s when the library or the language throws it", (id) => {
    for (const body of provokingBodies[id] ?? []) {
      expect(entryOf(errorOf(body)), body).toBe(id);
      expect(explainError(errorOf(body), {}), body).not.toBeNull();
    }
  });

  test.for(languages)("says what each means and what to try, in %s", async (language: Language) => {
    const lines = ids.flatMap((id) => [
      `## ${id}`,
      ...(provokingBodies[id] ?? []).flatMap((body) => {
        const thrown = errorOf(body);
        const explanation = inLanguage(language, () => explainError(thrown, {}));
        return ["", body, `> ${thrown.message.split("\n")[0]}`, explanation?.what, `→ ${explanation?.tryThis}`];
      }),
      "",
    ]);
    await expect(lines.join("\n")).toMatchFileSnapshot(`./explained.${language}.txt`);
  });

  test("says nothing of errors that nobody knows, or of another class", () => {
    expect(explainError(error("Error", "my own"), {})).toBeNull();
    expect(explainError(error("MyError", "Tensor is disposed."), {})).toBeNull();
    expect(explainError(error("Error", "np is not defined"), {})).toBeNull();
  });

  test("says nothing of a message that contradicts itself, and thus is the submission's own", () => {
    for (const message of [
      "Error in matMul: inner shapes (4) and (3) of Tensors with shapes 3,4 and 4,3 and transposeA=false and transposeB=false must match.",
      "Operands could not be broadcast together with shapes 2,3 and 3.",
      "Error in concat2D: Shape of tensors[1] (2,3) does not match the shape of the rest (2,3) along the non-concatenated axis 1.",
      "Unknown data type float32",
      "The implicit shape can't be a fractional number. Got 6 / 3",
      "shape of the new value (2,3) and previous value (2,3) must match",
      "Error in slice2D: begin[0] + size[0] (1) would overflow input.shape[0] (2)",
      "Error in dot: inner dimensions of inputs must match, but got 3 and 3.",
    ]) {
      expect(explainError(error("Error", message), {}), message).toBeNull();
    }
  });

  test("every way that it calls fitting does fit", () => {
    const extent = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(fc.tuple(extent, extent, extent, extent), fc.boolean(), fc.boolean(), (shape, flipA, flipB) => {
        const [a, b, c, d] = shape;
        const of = (flipped: boolean, rows: number, columns: number) => (flipped ? [columns, rows] : [rows, columns]);
        const [rowsA, innerA] = of(flipA, a, b);
        const [innerB, columnsB] = of(flipB, c, d);
        if (innerA === innerB) return;
        const message = `Error in matMul: inner shapes (${innerA}) and (${innerB}) of Tensors with shapes ${a},${b} and ${c},${d} and transposeA=${flipA} and transposeB=${flipB} must match.`;
        const said = explain(error("Error", message));
        expect(said.includes("the right one, which gives")).toBe(innerA === columnsB);
        expect(said.includes("the left one, which gives")).toBe(rowsA === innerB);
        expect(said.includes("other order, which gives")).toBe(rowsA === columnsB);
      }),
    );
  });

  test("names what the inputs are called, where it knows them", () => {
    const context = { inputs: [input("parameters.W1"), input("parameters.b1"), input("grads.dW1"), input("epochNum")] };
    expect(explain(error("TypeError", "Cannot read properties of undefined (reading 'mul')"), context)).toContain(
      "These keys exist: `parameters`: `W1` and `b1`; `grads`: `dW1`.",
    );
    expect(explain(error("TypeError", "Cannot read properties of undefined (reading 'W1')"), context)).toContain(
      "`W1` is in `parameters`",
    );
    expect(
      explain(error("TypeError", "Cannot destructure property 'W1' of 'cache' as it is undefined."), context),
    ).toContain("`W1` is in `parameters`");
    expect(explain(error("ReferenceError", "W1 is not defined"), context)).toContain(
      "It is in a dictionary: `parameters.W1`.",
    );
    expect(explain(error("ReferenceError", "epochNumb is not defined"), context)).toContain("the argument `epochNum`");
    expect(explain(error("TypeError", "parameters is not iterable"), context)).toContain(
      "`parameters` is a dictionary",
    );
  });

  test("names the inputs that have the shapes of an error, where it knows them", () => {
    const shaped = (path: string, shape: number[]): CaseInput => ({ path, preview: { shape, values: [] } });
    const context = { inputs: [shaped("X", [3, 5]), shaped("cache.A1", [4, 5]), shaped("cache.A2", [3, 5])] };
    const said = explain(error("Error", "Operands could not be broadcast together with shapes 3,5 and 4,5."), context);
    expect(said).toMatch(/ Inputs of these shapes: \[3, 5\]: `X` and `cache\.A2`; \[4, 5\]: `cache\.A1`\.$/);
    expect(
      explain(error("Error", "Operands could not be broadcast together with shapes 2,2 and 4,4."), context),
    ).not.toContain("Inputs");
  });

  test("reads what the bundler makes of imports by name", () => {
    expect(explain(error("TypeError", "(0 , import_tfjs.matmul) is not a function"))).toContain(
      "Did you mean `tf.matMul`",
    );
    expect(explain(error("TypeError", "import_tfjs.default.matmul is not a function"))).toContain(
      "Did you mean `tf.matMul`",
    );
  });

  test("shows nothing of a message that moves a cursor, ends a code span, or is long", () => {
    const said = explain(
      error("TypeError", `Cannot read properties of undefined (reading '${"`\u001b[31m".repeat(30)}')`),
    );
    expect(said).toContain("'\\u001b[31m");
    expect(said).not.toContain("\u001b");
    const long = error("TypeError", `Cannot read properties of undefined (reading '${"W".repeat(200)}')`);
    expect(explain(long).length).toBeLessThan(400);
    expect(explain(error("TypeError", `${"a.".repeat(5000)}b is not a function`))).toBe("");
  });

  test("no message makes it throw, say much, or take long", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[...provokingTexts(), "1,".repeat(400), "(".repeat(400), "a.".repeat(400), "'", "`", " ", "\n"],
      ),
      fc.string({ maxLength: 40 }),
      fc.nat().map(String),
    );
    const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
    const name = fc.constantFrom("Error", "TypeError", "RangeError", "ReferenceError");
    fc.assert(
      fc.property(name, text, (type, message) => {
        const begin = performance.now();
        const said = explain(error(type, message));
        // Far more than any takes, far less than one would that backtracks.
        expect(performance.now() - begin).toBeLessThan(100);
        expect(said.length).toBeLessThan(1500);
      }),
      { numRuns: 2000 },
    );
  });
});

/** Beginnings, ends and middles of the messages that are known: what comes closest to a match. */
function provokingTexts(): readonly string[] {
  return [
    "Error in matMul: inner shapes (4) and (3) of Tensors with shapes 3,4 and 3,4 and transposeA=",
    "Operands could not be broadcast together with shapes ",
    "Cannot read properties of undefined (reading '",
    "Argument 'a' passed to 'add' must be a Tensor or TensorLike, but got '",
    "Size(6) must match the product of shape ",
    "The new shape (",
    "Cannot destructure property '",
    "' of '",
    "' as it is undefined.",
    " is not a function",
    " is not iterable",
    " is not defined",
    " must match",
    "')",
  ];
}
