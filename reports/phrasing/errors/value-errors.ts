import { message } from "../../messages/message.ts";
import { codeSpan, cutText } from "../text/code-span.ts";
import type { ErrorContext, ErrorEntry, Explanation } from "./explanation.ts";
import { counterpartOf } from "./foreign-names.ts";
import { inputNames, recordsWith, withKeys } from "./input-names.ts";
import { tensorflowFunctions, tensorflowSpaces, tensorMethods, tensorProperties } from "./tensorflow-names.ts";

/** A name or an expression of the submission, cut to what fits in a sentence. */
const short = (text: string): string => codeSpan(cutText(text, 60));

/** Values of JavaScript that are not what the code takes them for. */
export const valueErrors: readonly ErrorEntry[] = [
  {
    id: "property-of-nothing",
    type: "TypeError",
    pattern: /^Cannot read properties of (undefined|null) \(reading '(.{1,200})'\)$/,
    explain: ([, nothing = "", name = ""], context) => ({
      what: message("error.property-of-nothing.what", { name: short(name), nothing: codeSpan(nothing) }),
      tryThis: tryProperty(nothing, name, context),
    }),
  },
  {
    id: "set-on-nothing",
    type: "TypeError",
    pattern: /^Cannot set properties of (undefined|null) \(setting '(.{1,200})'\)$/,
    explain: ([, nothing = "", name = ""]) => ({
      what: message("error.set-on-nothing.what", { name: short(name), nothing: codeSpan(nothing) }),
      tryThis: message(name === "kept" ? "error.set-on-nothing.keep" : "error.set-on-nothing.try"),
    }),
  },
  {
    id: "destructure-nothing",
    type: "TypeError",
    pattern: /^Cannot destructure property '(.{1,200})' of '(.{1,200})' as it is (undefined|null)\.$/,
    explain: ([, name = "", source = "", nothing = ""], context) =>
      explainDestructuring(name, source, nothing, context),
  },
  {
    id: "keys-of-nothing",
    type: "TypeError",
    pattern: /^Cannot convert undefined or null to object$/,
    explain: (_, context) => ({
      what: message("error.keys-of-nothing.what"),
      tryThis: withKeys(message("error.keys-of-nothing.try"), context),
    }),
  },
  {
    id: "not-iterable",
    type: "TypeError",
    pattern: /^(.{1,300}) is not a function or its return value is not iterable$/,
    explain: ([, name = ""]) => ({
      what: message("error.not-iterable.result", { name: short(name) }),
      tryThis: message("error.not-iterable.try"),
    }),
  },
  {
    id: "not-iterable",
    type: "TypeError",
    pattern: /^(.{1,300}) is not iterable(?: \(cannot read property Symbol\(Symbol\.iterator\)\))?$/,
    explain: ([, name = ""], context) => ({
      what: message("error.not-iterable.what", { name: short(name) }),
      tryThis: inputNames(context).records.has(name)
        ? message("error.not-iterable.record", { name: short(name) })
        : message("error.not-iterable.try"),
    }),
  },
  {
    id: "not-an-entry",
    type: "TypeError",
    pattern: /^Iterator value (.{1,200}) is not an entry object$/,
    explain: ([, value = ""]) => ({
      what: message("error.not-an-entry.what", { value: short(value) }),
      tryThis: message("error.not-an-entry.try"),
    }),
  },
  {
    id: "bigint",
    type: "TypeError",
    pattern: /^Cannot (?:mix BigInt and other types, use explicit conversions|convert a BigInt value to a number)$/,
    explain: () => ({ what: message("error.bigint.what"), tryThis: message("error.bigint.try") }),
  },
  {
    id: "empty-reduce",
    type: "TypeError",
    pattern: /^Reduce of empty array with no initial value$/,
    explain: () => ({ what: message("error.empty-reduce.what"), tryThis: message("error.empty-reduce.try") }),
  },
  {
    id: "frozen",
    type: "TypeError",
    pattern:
      /^Cannot (?:assign to read only property '(.{1,200})' of object '.{1,200}'|add property (.{1,200}), object is not extensible)$/,
    explain: ([, assigned, added = ""]) => ({
      what: message("error.frozen.what", { name: short(assigned ?? added) }),
      tryThis: message("error.frozen.try"),
    }),
  },
  {
    id: "recursion",
    type: "RangeError",
    pattern: /^Maximum call stack size exceeded$/,
    explain: () => ({ what: message("error.recursion.what"), tryThis: message("error.recursion.try") }),
  },
  {
    id: "length",
    type: "RangeError",
    pattern: /^Invalid (?:array length|typed array length: (-?\d{1,30})|count value: (-?[\w.]{1,30}))$/,
    explain: ([, typed, count]) => ({
      what:
        (typed ?? count) === undefined
          ? message("error.length.what")
          : message("error.length.known", { length: typed ?? count ?? "" }),
      tryThis: message("error.length.try"),
    }),
  },
  {
    id: "too-large",
    type: "RangeError",
    pattern: /^(?:Array buffer allocation failed|Invalid string length)$/,
    explain: () => ({ what: message("error.too-large.what"), tryThis: message("error.too-large.try") }),
  },
];

function tryProperty(nothing: string, name: string, context: ErrorContext): string {
  const names = inputNames(context);
  const [record] = recordsWith(names, name);
  if (record !== undefined)
    return message("error.property-of-nothing.record", { name: short(name), record: short(record) });
  if (/^\d{1,9}$/.test(name)) return message("error.property-of-nothing.index");
  if (nothing === "null" && isOfTensor(name)) return message("error.property-of-nothing.null-tensor");
  // Beyond a submission's own lines, TensorFlow.js reads these of what it was given.
  if (name === "forEach") return message("error.property-of-nothing.shape");
  if (name === "slice") return message("error.property-of-nothing.variable");
  if (name === "dtype") return message("error.property-of-nothing.assign");
  if (isOfTensor(name)) return withKeys(message("error.property-of-nothing.tensor"), context);
  if (tensorflowSpaces.has(name))
    return message("error.property-of-nothing.library", { right: codeSpan(`tf.${name}`) });
  const counterpart = counterpartOf(name);
  if (counterpart !== undefined) {
    return message("error.property-of-nothing.library", { right: codeSpan(`tf.${counterpart}`) });
  }
  const [space] = [...tensorflowSpaces].find(([, all]) => all.includes(name)) ?? [];
  if (space !== undefined) {
    return message("error.property-of-nothing.library", { right: codeSpan(`tf.${space}.${name}`) });
  }
  return message("error.property-of-nothing.try");
}

const isOfTensor = (name: string): boolean =>
  tensorMethods.includes(name) || tensorProperties.includes(name) || tensorflowFunctions.includes(name);

function explainDestructuring(name: string, source: string, nothing: string, context: ErrorContext): Explanation {
  const what =
    source === nothing
      ? message("error.destructure-nothing.argument", { name: short(name), nothing: codeSpan(nothing) })
      : message("error.destructure-nothing.what", {
          name: short(name),
          source: short(source),
          nothing: codeSpan(nothing),
        });
  const [record] = recordsWith(inputNames(context), name);
  const isRecord = record !== undefined && record !== source;
  return {
    what,
    tryThis: isRecord
      ? message("error.property-of-nothing.record", { name: short(name), record: short(record) })
      : message("error.destructure-nothing.try"),
  };
}
