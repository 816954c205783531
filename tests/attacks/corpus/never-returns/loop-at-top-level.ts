// attack: never returns
// expect: not-gradable /does not come to an end/
// scope: module
for (;;);
