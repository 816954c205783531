import { suggestName } from "../../../assignments/catalog/suggest-name.ts";
import { message } from "../../messages/message.ts";
import { codeSpan, cutText } from "../text/code-span.ts";
import { phraseList } from "../text/sentence.ts";
import type { ErrorContext, ErrorEntry, Explanation } from "./explanation.ts";
import { counterpartOf, insteadOfPython, pythonLibraries } from "./foreign-names.ts";
import { inputNames, recordsWith } from "./input-names.ts";
import {
  generatorMethods,
  optimizerMethods,
  tensorflowFunctions,
  tensorflowSpaces,
  tensorMethods,
  tensorProperties,
} from "./tensorflow-names.ts";

const short = (text: string): string => codeSpan(cutText(text, 60));

/** What is called, and of what: `tf.train.Adam`, `tf.ones(...).multiply`, `(0 , import_tfjs.matmul)`. */
const called = /^(?:\(0 , )?(?:(.{1,300})\.)?([A-Za-z_$][\w$]{0,80})\)?$/;
/** The library, as submissions and the bundler call it. */
const library = /^(?:tf|tfjs|import_tfjs\d{0,3})(?:\.default)?(?:\.(\w{1,40}))?$/;

/** Functions and variables that there are not under the name that is used. */
export const nameErrors: readonly ErrorEntry[] = [
  {
    id: "shape-not-list",
    type: "TypeError",
    pattern: /^shape\.forEach is not a function$/,
    explain: () => ({ what: message("error.shape-not-list.what"), tryThis: message("error.shape-not-list.try") }),
  },
  {
    id: "not-a-function",
    type: "TypeError",
    pattern: /^(.{1,400}) is not a (function|constructor)$/,
    explain: ([, expression = "", wanted]) => explainCall(expression, wanted === "constructor"),
  },
  {
    id: "class-without-new",
    type: "TypeError",
    pattern: /^Class constructor (\w{1,80}) cannot be invoked without 'new'$/,
    explain: ([, name = ""]) => ({
      what: message("error.class-without-new.what", { name: short(name) }),
      tryThis:
        name === "Variable" || name === "Tensor"
          ? message("error.class-without-new.function", { name: codeSpan(`tf.${name.toLowerCase()}`) })
          : message("error.class-without-new.try", { name: codeSpan(`new ${cutText(name, 60)}`) }),
    }),
  },
  {
    id: "not-defined",
    type: "ReferenceError",
    pattern: /^([\w$]{1,200}) is not defined$/,
    explain: ([, name = ""], context) => ({
      what: message("error.not-defined.what", { name: short(name) }),
      tryThis: tryName(name, context),
    }),
  },
  {
    id: "too-early",
    type: "ReferenceError",
    pattern: /^Cannot access '([\w$]{1,200})' before initialization$/,
    explain: ([, name = ""]) => ({
      what: message("error.too-early.what", { name: short(name) }),
      tryThis: message("error.too-early.try"),
    }),
  },
];

function explainCall(expression: string, isNew: boolean): Explanation {
  const [, owner, name] = called.exec(expression) ?? [];
  const what = message("error.not-a-function.what", { expression: short(expression) });
  if (name === undefined) return { what, tryThis: message("error.not-a-function.try") };
  const space = owner === undefined ? undefined : library.exec(owner);
  if (isNew && tensorflowFunctions.includes(name)) return { what, tryThis: message("error.not-a-function.new") };
  if (space !== undefined && space !== null) return { what, tryThis: tryLibrary(name, space[1]) };
  if (owner === undefined) return { what, tryThis: message("error.not-a-function.try") };
  return { what, tryThis: tryMethod(owner, name) };
}

/** @param space `train` in `tf.train.Adam`. */
function tryLibrary(name: string, space: string | undefined): string {
  const right = nameInLibrary(name, space);
  if (right !== undefined) return message("error.not-a-function.library", { right: codeSpan(right) });
  if (tensorMethods.includes(name)) return message("error.not-a-function.as-method", { call: codeSpan(`x.${name}()`) });
  return message("error.not-a-function.not-in-library");
}

/** Where the library has what was probably meant: the same name, the same thing under another name, or a name that is close. */
function nameInLibrary(name: string, space: string | undefined): string | undefined {
  const counterpart = counterpartOf(name);
  if (counterpart !== undefined && tensorflowFunctions.includes(counterpart)) return `tf.${counterpart}`;
  if (tensorflowFunctions.includes(name)) return `tf.${name}`;
  const [place] = [...tensorflowSpaces].filter(([, names]) => names.includes(name));
  if (place !== undefined) return `tf.${place[0]}.${name}`;
  const beside = space === undefined ? undefined : suggestName(name, tensorflowSpaces.get(space) ?? []);
  if (beside !== undefined) return `tf.${space}.${beside}`;
  const near = suggestName(name, tensorflowFunctions);
  return near === undefined ? undefined : `tf.${near}`;
}

const listMethods = ["map", "forEach", "push", "filter", "reduce", "join", "indexOf", "fill"];
const recordMethods = ["keys", "values", "items", "entries", "get", "has", "set"];

function tryMethod(owner: string, name: string): string {
  const receiver = short(owner);
  if (/\s(?:[-+*/%<>]|\*\*|[<>=!]==?)\s/.test(owner)) return message("error.not-a-function.operator");
  if (owner === "Math") return tryMath(name);
  if (tensorMethods.includes(name)) return message("error.not-a-function.no-tensor", { receiver, name: short(name) });
  if (name === "length" || tensorProperties.includes(name))
    return message("error.not-a-function.property", { name: short(name) });
  if (owner === "rng") {
    return message("error.not-a-function.generator", { methods: phraseList(generatorMethods.map(codeSpan)) });
  }
  if (name === "assign") return message("error.not-a-function.assign", { receiver });
  if (name === "append") return message("error.not-a-function.append");
  if (listMethods.includes(name)) return message("error.not-a-function.list", { receiver });
  if (recordMethods.includes(name)) return message("error.not-a-function.record");
  const ofOptimizer = suggestName(name, optimizerMethods, 2);
  if (ofOptimizer !== undefined) return message("error.not-a-function.library", { right: codeSpan(ofOptimizer) });
  const counterpart = counterpartOf(name);
  const right =
    counterpart !== undefined && tensorMethods.includes(counterpart) ? counterpart : suggestName(name, tensorMethods);
  if (right === undefined) return message("error.not-a-function.try");
  return message("error.not-a-function.method", { receiver, right: short(right) });
}

function tryMath(name: string): string {
  const known = Object.getOwnPropertyNames(Math).filter((one) => /^[a-z]/.test(one));
  const right = name === "ln" ? "log" : suggestName(name, known);
  return right === undefined
    ? message("error.not-a-function.not-in-math")
    : message("error.not-a-function.library", { right: codeSpan(`Math.${right}`) });
}

function tryName(name: string, context: ErrorContext): string {
  const names = inputNames(context);
  const [record] = recordsWith(names, name);
  if (record !== undefined) return message("error.not-defined.member", { member: short(`${record}.${name}`) });
  if (name === "tf") return message("error.not-defined.import");
  if (pythonLibraries.includes(name)) return message("error.not-defined.python-library", { name: codeSpan(name) });
  const instead = insteadOfPython(name);
  if (instead !== undefined)
    return message("error.not-defined.python", { name: codeSpan(name), instead: codeSpan(instead) });
  if (tensorflowFunctions.includes(name)) return message("error.not-defined.library", { name: codeSpan(`tf.${name}`) });
  const near = suggestName(name, names.arguments);
  if (near !== undefined) return message("error.not-defined.argument", { near: short(near) });
  const right = suggestName(name, tensorflowFunctions, 1);
  if (right !== undefined) return message("error.not-defined.library", { name: codeSpan(`tf.${right}`) });
  return message("error.not-defined.try");
}
