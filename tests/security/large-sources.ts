const repeat = (count: number, make: (i: number) => string, between = ""): string =>
  Array.from({ length: count }, (_, i) => make(i)).join(between);

const nested = (depth: number, open: string, inside: string, close: string): string =>
  open.repeat(depth) + inside + close.repeat(depth);

/**
 * Text too long for a file of the corpus, to be put after a right `updateLr`: what a compiler, a parser or a reader of stacks is
 * overcome by, and long text that is not more than that. What it is, a name, the text, the message where it cannot be graded.
 */
export const largeSources: readonly (readonly [what: string, name: string, text: string, message?: RegExp])[] = [
  [
    "members of an enum that are inlined four thousand times",
    "inlined",
    `const enum E { a = "${"x".repeat(20_000)}" }\nexport const all = [${"E.a,".repeat(4000)}];`,
    /the compiled code is larger than 16 MB|more memory/,
  ],
  [
    "members of an enum that double",
    "doubled",
    `enum E { a0 = "xxxxxxxxxxxxxxxx", ${repeat(36, (i) => `a${i + 1} = a${i} + a${i}`, ", ")} }\nexport const n = E.a36.length;`,
    /more memory|longer than 5 s/,
  ],
  [
    "blocks that are indented",
    "indented",
    `export let a: any;\n${nested(4000, "{a;", "", "}")}`,
    /the compiled code is larger than 16 MB/,
  ],
  ["parentheses in parentheses", "parentheses", `export const x = ${nested(20_000, "(", "1", ")")};`],
  ["types in types", "types", `export type T = ${nested(20_000, "Array<", "number", ">")};`],
  ["templates in templates", "in-templates", `export const x = ${nested(20_000, "`${", "1", "}`")};`, /stack|compile/],
  ["a sum of a hundred thousand", "sum", `const o = 1;\nexport const x = ${"o+".repeat(100_000)}o;`],
  [
    "twenty thousand times else",
    "else",
    `const o: number = 1;\n${repeat(20_000, (i) => `if (o === ${i}) ; else`, " ")} ;`,
    /stack|compile/,
  ],
  ["members of members", "members", `const f = (): any => 1;\nexport const x = () => f()${"?.a[0]!.b".repeat(4000)};`],
  [
    "ten thousand labels and cases",
    "labels",
    `${repeat(10_000, (i) => `l${i}:`)} ;\nswitch (1 as number) { ${repeat(10_000, (i) => `case ${i}:`)} }`,
    /stack|compile/,
  ],
  [
    "literals of fifty thousand digits",
    "literals",
    `export const a = ${"9".repeat(50_000)}, b = 0x${"f".repeat(50_000)}n, c = 0.${"0".repeat(50_000)}1, d = /${"a?".repeat(5000)}/;`,
  ],
  [
    "two hundred imports that are refused",
    "refused",
    repeat(200, (i) => `export * from "/proc/${i}/environ";\n`),
    /^refused\.ts:\d+: Cannot import "\/proc\/\d+\/environ"\. [^:]*$/,
  ],
  [
    "six hundred kilobytes of honest text",
    "honest",
    `export const table: string[] = [\n${repeat(45_000, (i) => `"row ${i}"`, ",\n")},\n];`,
  ],
  ["a line of six hundred kilobytes", "line", `export const table = [${"1,".repeat(300_000)}];`],
  ["a name of six hundred kilobytes", "name", `const f = 1;\nexport { f as ${"n".repeat(600_000)} };`],
  ["twenty thousand exports", "exports", repeat(20_000, (i) => `export const updateL${i} = ${i};\n`)],
];
