// attack: source
// expect: full marks
// scope: none
// note: exports called __proto__, constructor, hasOwnProperty, length
const one = (): number => 1;
export { one as "__proto__", one as constructor, one as hasOwnProperty, one as toString, one as length };
