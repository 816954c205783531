/** Source of submissions that try to carry the inputs of their cases into what a student gets, by channel. */
export function leakingSubmissions(exercises: readonly string[]): Readonly<Record<string, string>> {
  const source = (channel: string, before = ""): string =>
    [preamble, before, ...exercises.map((id) => functionOf(id, channel))].join("\n");
  return {
    "messages, names and stacks of exceptions": source(
      `const text = textOf(args);
       throw Object.assign(new Error(text), { name: text, message: text, stack: text + "\\n at submission.js:1:1" });`,
    ),
    "the console and returned values": source("console.log(textOf(args), args); console.error(args); return args;"),
    "names of keys": source("return { [textOf(args).slice(0, 150)]: 1, returned: args };"),
    "paths of ungradable values": source("return { [textOf(args)]: { [textOf(args)]: 'text' } };"),
    "messages of functions that are not written": source("throw new Error('Not implemented: ' + textOf(args));"),
    "inputs that were changed": source(
      `const [first] = args;
       if (typeof first === "object" && first !== null) first[textOf(args)] = textOf(args);
       return first;`,
    ),
    "state kept from case to case": source(
      `console.log(kept.join(" "), (globalThis as any).kept, (Array.prototype as any).kept, (tf as any).Tensor.kept);
       keep(textOf(args));
       setTimeout(() => console.log(kept.join(" ")), 1);
       Promise.resolve().then(() => console.log(kept.join(" ")));
       return { kept: args };`,
      `const kept: string[] = [];
       function keep(text: string): void {
         kept.push(text);
         (globalThis as any).kept = (Array.prototype as any).kept = (tf as any).Tensor.kept = kept;
       }`,
    ),
    "memory that one exercise fills and the next one measures": source(
      `if (id === "${exercises[0]}") {
         const sum = numbersOf(args, []).reduce((total, number) => total + Math.abs(number), 0);
         const size = (Math.floor(sum) + Math.floor(sum * 1e4)) % 29;
         while (kept.length < size) kept.push(new ArrayBuffer(2 ** 22));
       }
       if (id === "${exercises[1]}" && !measured) {
         measured = true;
         try { while (kept.length < 56) kept.push(new ArrayBuffer(2 ** 22)); } catch {}
         console.log("free", kept.length);
       }
       return undefined;`,
      "const kept: ArrayBuffer[] = []; let measured = false;",
    ),
    "the choice of the outcome": source(
      `const bits = Math.floor(Math.abs(numbersOf(args, [])[0] ?? 0) * 1e4) % 4;
       if (bits === 0) throw new Error(textOf(args));
       if (bits === 1) return textOf(args);
       if (bits === 2) throw new Error("Not implemented " + textOf(args));
       return args;`,
    ),
  };
}

const functionOf = (id: string, body: string): string =>
  `export function ${id}(...args: any[]): any {\nconst id = "${id}";\n${body}\n}`;

const preamble = `
import * as tf from "@tensorflow/tfjs";

function numbersOf(value: any, found: number[]): number[] {
  if (found.length >= 30) return found;
  if (typeof value === "number") found.push(value);
  else if (value instanceof tf.Tensor) found.push(...Array.from(value.dataSync().slice(0, 10)));
  else if (typeof value?.randn === "function") found.push(...Array.from((value.randn([3]) as tf.Tensor).dataSync()));
  else if (typeof value === "object" && value !== null) for (const key of Object.keys(value)) numbersOf(value[key], found);
  return found;
}

function textOf(args: any[]): string {
  return numbersOf(args, []).filter((number) => number !== 0).join(" ");
}
`;
