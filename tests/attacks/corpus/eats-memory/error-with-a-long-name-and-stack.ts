// attack: thrown object
// expect: threw in every case
// scope: updateLr
export function updateLr(): number {
  throw Object.assign(new Error("m".repeat(1e6)), { name: "n".repeat(1e6), stack: "gradecheck-submission.js:1:1\n".repeat(1e5) });
}
