/** What a submission is on disk, by names alone: source code, or the answers to a quiz. */
export type SubmissionForm = {
  /** The file that a submission begins with. A folder that has it is a student's. */
  readonly entry: string;
  /** Whether a folder with it is handed in whole, as its files may need each other; otherwise that file alone is. */
  readonly isFolder: boolean;
  /** Extension of a submission, and the one that is taken where there is none of it. */
  readonly extensions: { readonly main: string; readonly spare: string };
  /** Which of them a file has. @returns undefined for a file that is no submission. */
  readonly kindOf: (fileName: string) => keyof SubmissionForm["extensions"] | undefined;
  /** The end of a file's name that is no part of the student's. */
  readonly suffix: RegExp;
  /** Why a file that looks like a submission is none, in one sentence. */
  readonly whyNot: (fileName: string) => string | undefined;
};

const onlyDeclares = /\.d\.m?ts$/i;

/** Programs: a `.ts` file, or a folder with `submission.ts`. */
export const sourceForm: SubmissionForm = {
  entry: "submission.ts",
  isFolder: true,
  extensions: { main: ".ts", spare: ".js" },
  kindOf: (name) => {
    if (onlyDeclares.test(name)) return undefined;
    // Extensions of code are case-sensitive: the sandbox takes ".ts", not ".TS".
    if (/\.m?ts$/.test(name)) return "main";
    return /\.m?js$/.test(name) ? "spare" : undefined;
  },
  suffix: /\.(?:m?ts|m?js)$/i,
  whyNot: (name) => {
    if (onlyDeclares.test(name)) return "It only declares types; it holds no code.";
    return /\.m?[tj]s$/i.test(name) ? "The extension must be in lower case: .ts." : undefined;
  },
};

/** What platforms lay beside submissions, and what nobody has answered a quiz in. */
const notAnswers: ReadonlySet<string> = new Set(["submission_metadata.json", "package.json", "package-lock.json"]);

/** Answers to a quiz: a `.json` file, or one that was saved as `.txt`. */
export const answersForm: SubmissionForm = {
  entry: "answers.json",
  isFolder: false,
  extensions: { main: ".json", spare: ".txt" },
  kindOf: (name) => {
    if (notAnswers.has(name.toLowerCase())) return undefined;
    if (/\.json$/i.test(name)) return "main";
    return /\.txt$/i.test(name) ? "spare" : undefined;
  },
  suffix: /\.(?:json|txt)$/i,
  whyNot: (name) => {
    if (notAnswers.has(name.toLowerCase())) return "It holds no answers; a program has put it there.";
    return /\.html?$/i.test(name)
      ? "It is a page; hand in the answers.json that the page of the quiz saves."
      : undefined;
  },
};
