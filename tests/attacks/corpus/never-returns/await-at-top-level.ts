// attack: never returns
// expect: not-gradable /never comes to an end/
// scope: module
// note: nothing can settle what the top level waits for
await new Promise(() => {});
