/** What a kit's package is about. */
export type KitPackage = {
  readonly assignment: string;
  /** Of the assignment. */
  readonly version: string;
  /** Folder of the course in the kit. */
  readonly course: string;
  /** File of the package `gradecheck` in the kit. */
  readonly tarball: string;
};

/** What makes a folder one in which `npm ci`, `npm run check` and editors work: package.json, tsconfig.json and settings. */
export function kitPackage({ assignment, version, course, tarball }: KitPackage): Readonly<Record<string, string>> {
  const gradecheck = (command: string): string =>
    `gradecheck ${command} ${assignment} submission.ts --course ${course}`;
  const manifest = {
    name: `${assignment}-kit`,
    version,
    private: true,
    type: "module",
    engines: { node: ">=24" },
    scripts: { check: gradecheck("check"), pack: gradecheck("pack") },
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
    include: ["*.ts"],
  };
  return {
    "package.json": text(manifest),
    "tsconfig.json": text(checker),
    // Nothing in the kit needs a script at its installation; an old Node is told so at once.
    ".npmrc": "engine-strict=true\nignore-scripts=true\naudit=false\nfund=false\n",
  };
}

const text = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
