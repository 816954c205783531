// Builds the npm package into a folder, by default dist/: compiled JavaScript with declarations, schemas and templates; no course, and so no answer.
import { execFileSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { hashSharedSources, sharedHashFile } from "../../assignments/catalog/hash-content.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const dist = resolve(process.argv[2] ?? join(root, "dist"));
const rooms = "{assignments,reference,sandbox,graders,reports}";
/** What is read at run time and not compiled. */
const assets = [
  `${rooms}/**/*.schema.json`,
  "reports/**/*.{hbs,css,js}",
  "graders/gradecheck.js",
  "graders/scaffold/templates/**/*.{json,md,ts}",
];
/** Folders of the bundled course, which is a course like any other to the package. */
const ofTheCourse = /^(assignments|reference)[/\\]w\d-/;
/** What only a checkout needs: scripts that generate its sources, or grade its own examples. */
const ofTheCheckout = [
  "graders/example-answers",
  "graders/grade-examples",
  "graders/release/build-package",
  "graders/release/draw-pictures",
  "reference/variants/dictionaries",
  "reference/pictures/picture",
  "reports/report/generate-types",
  "reports/messages/generate-messages",
  "reports/messages/en",
  "reports/messages/de",
];
/** Folders of the same kind. */
const foldersOfTheCheckout = ["reports/messages/en", "reports/messages/de"];
/** Packages that only the oracle of an instructor needs: `gradecheck setup` gets them. */
const forTheOracle: readonly string[] = ["@tensorflow/tfjs-node", "node-api-headers"];

type Manifest = Readonly<Record<string, unknown>> & { readonly dependencies: Readonly<Record<string, string>> };

/** The package's own package.json: what of the checkout's is true of it too, and where things are in it. */
function packageManifest(checkout: Manifest): unknown {
  const { name, version, description, license, type, bin, dependencies } = checkout;
  const all = Object.entries(dependencies);
  const forOracle = all.filter(([one]) => forTheOracle.includes(one));
  return {
    name,
    version,
    description,
    license,
    type,
    bin,
    exports: {
      ".": { types: "./assignments/gradecheck.d.ts", default: "./assignments/gradecheck.js" },
      "./testing": { types: "./graders/release/testing.d.ts", default: "./graders/release/testing.js" },
      "./schemas/*.json": "./schemas/*.json",
      "./package.json": "./package.json",
    },
    engines: { node: ">=24" },
    dependencies: Object.fromEntries(all.filter(([one]) => one !== "tsx" && !forTheOracle.includes(one))),
    // Compute expected values faster; npm installs them only where somebody asks for them.
    peerDependencies: Object.fromEntries(forOracle),
    peerDependenciesMeta: Object.fromEntries(forOracle.map(([one]) => [one, { optional: true }])),
  };
}

function compile(): void {
  const { bin } = JSON.parse(readFileSync(join(root, "node_modules/typescript/package.json"), "utf8"));
  const tsc = join(root, "node_modules/typescript", typeof bin === "string" ? bin : bin.tsc);
  execFileSync(process.execPath, [tsc, "--project", join(root, "tsconfig.build.json"), "--outDir", dist], {
    stdio: "inherit",
  });
}

function copyAssets(): void {
  for (const file of globSync(assets, { cwd: root }).filter((name) => !ofTheCourse.test(name))) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    cpSync(join(root, file), join(dist, file));
  }
  // Plain JavaScript is not compiled, but names modules that are.
  const command = join(dist, "graders/gradecheck.js");
  writeFileSync(command, readFileSync(command, "utf8").replaceAll('.ts")', '.js")'));
  // One folder for editors and other programs, whatever room a schema belongs to.
  mkdirSync(join(dist, "schemas"));
  for (const file of globSync(`${rooms}/**/*.schema.json`, { cwd: root })) {
    cpSync(join(root, file), join(dist, "schemas", file.replace(/^.*[/\\]/, "")));
  }
}

rmSync(dist, { recursive: true, force: true });
compile();
for (const base of ofTheCheckout) {
  for (const extension of [".js", ".d.ts"]) rmSync(join(dist, `${base}${extension}`));
}
for (const folder of foldersOfTheCheckout) rmSync(join(dist, folder), { recursive: true });
copyAssets();
for (const file of ["LICENSE", "CHANGELOG.md"]) cpSync(join(root, file), join(dist, file));
writeFileSync(join(dist, "assignments/catalog", sharedHashFile), `${await hashSharedSources()}\n`);
const manifest = packageManifest(JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Manifest);
writeFileSync(join(dist, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
