// attack: never returns
// expect: not-gradable /await is not available at the top level/
// scope: module
// note: the harness loads a submission as a function; a promise at the top level could wait for ever
await new Promise(() => {});
