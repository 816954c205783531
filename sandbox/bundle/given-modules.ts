/** Other spellings of the tensor library, all the same inside the sandbox. */
const tensorflowNames = ["@tensorflow/tfjs", "@tensorflow/tfjs-node", "@tensorflow/tfjs-core"];

/** The modules that a submission is given, by the names that they have in the sandbox. @param assignment Whose contract may be imported. */
export const givenModules = (assignment: string): readonly string[] => [
  "@tensorflow/tfjs",
  "gradecheck",
  `gradecheck/${assignment}`,
];

/** The module that a submission is given for a name; undefined where that names none. */
export function givenModule(name: string, assignment: string): string | undefined {
  const path = tensorflowNames.includes(name) ? "@tensorflow/tfjs" : name;
  return givenModules(assignment).includes(path) ? path : undefined;
}

/** Longest text that is looked through: nobody writes more, and what is hostile may take its time elsewhere. */
const mostCharacters = 100_000;

/** An import as most people write it. What it holds beside its name has no quotes and no parentheses, thus no other import. */
const plainImport = /^import [\w\s{},*$]{1,1000} from (?:"([^"\\\n]+)"|'([^'\\\n]+)')/gm;
/** An export that names no other file. */
const plainExport =
  /\bexport\s+(?:default|const|let|var|async|function|class|abstract|interface|enum|type\s+\w|\{[\w\s,]*\}\s*;)/g;
/** Whatever could name a module; an identifier may be written in escapes. */
const suspicious = /\b(?:import|export|require)\b|\\u/;

/**
 * Whether a text clearly imports nothing but the modules that it is given, by the names that they have in the sandbox. Where the words
 * alone do not tell, it says no.
 */
export function importsOnlyGiven(text: string, assignment: string): boolean {
  if (text.length > mostCharacters) return false;
  const given = givenModules(assignment);
  const rest = text
    .replaceAll(plainImport, (all: string, double?: string, single?: string) =>
      given.includes(double ?? single ?? "") ? "" : all,
    )
    .replaceAll(plainExport, "");
  return !suspicious.test(rest);
}
