// attack: import
// expect: not-gradable /Cannot import "\/proc\/self\/environ"/
// scope: module
export * from "/proc/self/environ";
