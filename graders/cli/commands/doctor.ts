import type { DefineCommand } from "../command-options.ts";
import { findFolders } from "../doctor/find-folders.ts";
import { findProtection } from "../doctor/find-protection.ts";
import { findVersions } from "../doctor/find-versions.ts";
import { testSandbox } from "../doctor/test-sandbox.ts";
import { exitCode, print } from "../output.ts";

/** `gradecheck doctor`: what protects this machine, and what grading will use here. Ends with 3 where something is missing. */
export const define: DefineCommand = (command, { finish, version }) =>
  command.option("--json", "one JSON object per finding").action(async ({ json }) => {
    const findings = [
      ...findVersions(version),
      ...(await findProtection()),
      ...(await testSandbox()),
      ...(await findFolders()),
    ];
    for (const finding of findings) {
      const { what, state, detail, mend } = finding;
      const words = `${state.padEnd(8)}${what}: ${detail}${mend === undefined ? "" : `; to mend it: ${mend}`}`;
      print(json ? JSON.stringify(finding) : words);
    }
    finish(findings.some(({ state }) => state === "missing") ? exitCode.graderError : exitCode.done);
  });
