// attack: never returns
// expect: not-gradable /does not come to an end|top level/
// scope: module
throw new Proxy({}, { get() { for (;;); } });
