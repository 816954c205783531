// attack: never returns
// expect: not-gradable /does not come to an end/
// scope: module
// base: none
declare const module: any;
module.exports = new Proxy({}, { ownKeys() { for (;;); } });
export {};
