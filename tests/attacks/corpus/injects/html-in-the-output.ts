// attack: output injection
// expect: full marks
// scope: none
export function updateLr(a: number, epochNum: number, b: number): number {
  console.log(`</code></pre><script>alert(1)</script>`, { "<b>": ["<i>"] });
  console.error(`<!-- -->&lt;&#60; {{{x}}} {{> page}} {{#each this}}`);
  return a / (1 + b * epochNum);
}
