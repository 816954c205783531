import { expect, it } from "vitest";
import { bundleSubmission } from "../../../sandbox/bundle/bundle-submission.ts";

const definitionsOf = async (text: string) => {
  const source = { name: "submission.ts", bytes: Buffer.from(text) };
  return (await bundleSubmission(source, { assignment: "w2-optimization", sourceBytes: 1e6 })).definitions;
};

it("definedNames() finds what stands at the top level, exported or not, and nothing inside of it or of comments", async () => {
  const text = `import * as tf from "@tensorflow/tfjs";
export function exported() { function inner() {} return inner; }
function plain() {
  return tf.ones([1]);
}
async function later() {}
export async function* steps() {}
const arrow = (x: number): number => x;
let counter = 0, second = 1;
class Model {}
type Alias = number;
/*
function commented() {}
*/
// function gone() {}
export const text = "function quoted() {}";
export { plain as renamed };`;
  expect(await definitionsOf(text)).toEqual({
    names: ["exported", "plain", "later", "steps", "arrow", "counter", "Model", "text"],
  });
});

it("definedNames() names the function that is the default export", async () => {
  expect(await definitionsOf("export default function updateLr() {}")).toEqual({
    names: ["updateLr"],
    asDefault: "updateLr",
  });
  expect(await definitionsOf("const updateLr = () => 1;\nexport default updateLr;")).toEqual({
    names: ["updateLr"],
    asDefault: "updateLr",
  });
  expect(await definitionsOf("export default () => 1;")).toEqual({ names: [] });
});

it("definedNames() finds what a file defines that exports through `module`, and nothing inside of that", async () => {
  const text = `const tf = require("@tensorflow/tfjs");
function plain() {
  function inner() {}
  if (tf) {
    var deep = 1;
  }
  return inner;
}
const arrow = (x) => x;
class Model {}
module.exports = { arrow };`;
  expect(await definitionsOf(text)).toEqual({ names: ["plain", "arrow", "Model"] });
});

it("definedNames() keeps no more than 200 names, and none that is long", async () => {
  const many = Array.from({ length: 300 }, (_, i) => `function f${i}() {}`).join("\n");
  expect((await definitionsOf(many)).names).toHaveLength(200);
  expect((await definitionsOf(`function ${"x".repeat(300)}() {}\nfunction g() {}`)).names).toEqual(["g"]);
});

it("definedNames() reads nothing inside of template literals, whatever stands around them", async () => {
  const text = [
    "export const a = `\nfunction ghost() {}\n@{[1].map((x) => { return `\nvar inner = @{x};\nclass Gone {}\n`; })}\nclass Phantom {}\n\\`\nvar spirit = 1;\n`;",
    "const re = /[`/]`/.test('`') ? \"`\" : 1 / 2; // `",
    "function real() { return [/`/, String.raw`\nfunction raw() {}\n`]; }",
    "function tick() { return /`/; }",
    "const half = (n: number) => n / 2 / 1;",
    "var last = 1;",
  ]
    .join("\n")
    .replaceAll("@{", "${");
  expect((await definitionsOf(text)).names).toEqual(["a", "re", "real", "tick", "half", "last"]);
});
