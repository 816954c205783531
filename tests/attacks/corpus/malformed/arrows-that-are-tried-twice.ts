// attack: source
// expect: full marks or not-gradable /compile|Expected|Unexpected/
// scope: none
// note: whether a parenthesis is an arrow function's is found out by trying
let b: any = 1;
export const x: any = b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b ? (b) : (b))))))))))))))))))))))))))));
export const y: any = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b ? (b = b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b) : b;
