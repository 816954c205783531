// attack: source
// expect: full marks or not-gradable /\.ts:\d+: /
// scope: none
var x = 1;
x
--> this is a comment in a script
;
export { x };
