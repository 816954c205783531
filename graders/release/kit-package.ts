import { type Language, languages } from "../../reports/messages/language.ts";

/** What a kit's package is about. */
export type KitPackage = {
  readonly assignment: string;
  /** Of the assignment. */
  readonly version: string;
  /** Folder of the course in the kit. */
  readonly course: string;
  /** File of the package `gradecheck` in the kit. */
  readonly tarball: string;
  /** What its checks are written in. */
  readonly language: Language;
  /** Name of the function that the example of a test is about. */
  readonly firstExercise: string;
};

/** What makes a folder one in which `npm ci`, `npm run check` and editors work: package.json, tsconfig.json and settings. */
export function kitPackage(kit: KitPackage): Readonly<Record<string, string>> {
  const { assignment, version, course, tarball, language } = kit;
  const gradecheck = (command: string): string =>
    `gradecheck ${command} ${assignment} submission.ts --course ${course}`;
  const manifest = {
    name: `${assignment}-kit`,
    version,
    private: true,
    type: "module",
    engines: { node: ">=24" },
    scripts: {
      check: `${gradecheck("check")}${language === languages[0] ? "" : ` --lang ${language}`}`,
      pack: gradecheck("pack"),
      test: "node --test",
    },
    dependencies: { gradecheck: `file:${tarball}` },
  };
  const checker = {
    compilerOptions: {
      target: "esnext",
      module: "nodenext",
      moduleResolution: "nodenext",
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      paths: { [`gradecheck/${assignment}`]: [`./${course}/assignments/${assignment}/contract.ts`] },
    },
    include: ["*.ts", `${course}/*.d.ts`],
  };
  return {
    "package.json": text(manifest),
    "tsconfig.json": text(checker),
    // Nothing in the kit needs a script at its installation; an old Node is told so at once.
    "example.test.ts": exampleTest(kit),
    [`${course}/node-test.d.ts`]: nodeTest,
    ".npmrc": "engine-strict=true\nignore-scripts=true\naudit=false\nfund=false\n",
  };
}

const exampleTest = ({
  firstExercise: name,
}: KitPackage): string => `// An example of a test of your own. Run it with: npm test
import { test } from "node:test";
import { visibleCase } from "gradecheck/testing";
import { ${name} } from "./submission.ts";

test("${name} returns what is expected in its first visible case", async () => {
  const { args, check } = await visibleCase<typeof ${name}>("${name}");
  check(await ${name}(...args()));
});
`;

/** Of Node's types a kit needs no more, and those are large. */
const nodeTest = `declare module "node:test" {
  export function test(name: string, body: () => unknown): Promise<void>;
}
`;

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
