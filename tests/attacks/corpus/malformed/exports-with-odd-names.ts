// attack: source
// expect: full marks
// scope: none
const f = (): number => 1;
export { f as "string name", f as "<b>bold</b>", f as "\n::error::owned", f as "=1+1", f as "__proto__", f as constructor, f as hasOwnProperty, f as toString, f as "", f as "\u202eevil" };
