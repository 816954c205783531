// attack: heap bomb
// expect: not-gradable /runs out of memory|brings its process down|does not come to an end|top level of the submission threw/
// scope: module
const kept: unknown[] = [];
for (;;) kept.push(new Array(1000).fill(1));
