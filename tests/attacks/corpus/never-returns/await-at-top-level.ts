// attack: never returns
// expect: not-gradable /top-level await|Top-level await/i
// scope: module
// note: the harness loads a submission as a function; a promise at the top level could wait for ever
await new Promise(() => {});
