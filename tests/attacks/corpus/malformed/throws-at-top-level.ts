// attack: source
// expect: not-gradable /\.ts:\d+: the top level of the submission threw Error: on purpose/
// scope: module
throw new Error("on purpose");
