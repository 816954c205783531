// attack: pollution
// expect: wrong|threw|bad-value in every case
// scope: updateLr
export function updateLr(): any {
  for (const [proto, names] of [[String.prototype, ["slice", "charCodeAt", "startsWith", "split", "at"]], [Number.prototype, ["toString", "valueOf", "toFixed"]]] as any) {
    for (const name of names) proto[name] = () => "0";
  }
  (globalThis as any).String = () => "0";
  Number.isInteger = Number.isFinite = () => true;
  (globalThis as any).isNaN = () => false;
  Math.abs = Math.max = Math.min = () => 0;
  return 12345;
}
