// attack: inject
// expect: full marks
// scope: none
// note: places of the bundle in printed text are named by the student's own lines, and nothing else becomes of them
export function updateLr(a: number, epochNum: number, b: number): number {
  for (const text of ["gradecheck-submission.js:1:1", "gradecheck-submission.js:999999999:999999999", "gradecheck-submission.js:0:0 <b>", "\n    at x (gradecheck-guest.js:1:1) <script>alert(1)</script>", "\u001b[2J\u001b]0;title\u0007", "$& $1 $`"]) {
    console.log(text);
    console.group(`${text}\n`);
    console.table([{ [text]: text }]);
    console.error(Object.assign(new Error(text), { stack: `${text}\n    at ${text}` }));
  }
  console.log("gradecheck-submission.js:1:1 ".repeat(1000));
  process.stdout.write("::error::stop\r\u202e");
  return a / (1 + b * epochNum);
}
