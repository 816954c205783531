// attack: source
// expect: not-gradable /the top level of the submission threw/
// scope: module
throw "a text";
