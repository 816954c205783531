import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { findFolders } from "../../../graders/cli/doctor/find-folders.ts";
import type { Finding } from "../../../graders/cli/doctor/finding.ts";
import { runHereWith } from "../run-in-process.ts";

let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-doctor-"));
  return () => rm(folder, { recursive: true, force: true });
});

test("gradecheck doctor runs three attacks, names versions, caches, secret and space, and needs no course", async () => {
  const environment = { GRADECHECK_COURSE: "/no/such/course", GRADECHECK_BACKEND: "cpu" };
  const { code, stdout } = await runHereWith(environment, folder, "doctor", "--json");
  const findings = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Finding);
  const states = Object.fromEntries(findings.map(({ what, state }) => [what, state]));
  expect(states).toMatchObject({
    gradecheck: "ok",
    isolates: "ok",
    "TensorFlow.js": "ok",
    "self-test: an endless loop is stopped": "ok",
    "self-test: filling the memory is stopped": "ok",
    "self-test: no file and no process can be reached": "ok",
    "self-test: what does its work beside them loses nothing": "ok",
    cache: "ok",
    "secret of hidden cases": "ok",
  });
  expect(Object.keys(states)).toEqual(expect.arrayContaining(["disk space: cache", "disk space: temporary files"]));
  for (const { what, state, mend } of findings)
    expect({ what, isMended: mend !== undefined }).toEqual({ what, isMended: state !== "ok" });
  expect(findings.find(({ what }) => what === "expected values")?.mend).toBe("unset GRADECHECK_BACKEND");
  expect(code).toBe(0);
});

test("gradecheck doctor in words says how to mend what is not ok", async () => {
  const { stdout } = await runHereWith({ GRADECHECK_BACKEND: "gpu" }, folder, "doctor");
  expect(stdout).toMatch(
    /^missing expected values: Cannot choose a backend: .*; to mend it: run npm run setup, or set GRADECHECK_BACKEND=cpu$/m,
  );
});

test("findFolders() tells a secret that others may read, and makes none where there is none", async () => {
  vi.stubEnv("XDG_CONFIG_HOME", folder);
  vi.stubEnv("GRADECHECK_SECRET", undefined);
  const secret = async () => (await findFolders()).find(({ what }) => what === "secret of hidden cases");
  try {
    const file = join(folder, "gradecheck", "secret");
    expect(await secret()).toMatchObject({ state: "ok", detail: `none yet: made at first use in ${file}` });
    await mkdir(join(folder, "gradecheck"));
    await writeFile(file, "secret");
    await chmod(file, 0o644);
    expect(await secret()).toMatchObject({ state: "missing", mend: `run chmod 600 '${file}'` });
    await chmod(file, 0o600);
    expect(await secret()).toMatchObject({ state: "ok" });
  } finally {
    vi.unstubAllEnvs();
  }
});
