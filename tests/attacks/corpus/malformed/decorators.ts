// attack: source
// expect: full marks
// scope: none
// note: a decorator is valid TypeScript
const mark = (value: any): any => value;
@mark
export class Helper { @mark field = 1; }
