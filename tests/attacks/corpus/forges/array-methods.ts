// attack: pollution
// expect: wrong|threw in every case
// scope: updateLr
export function updateLr(): any {
  for (const name of Object.getOwnPropertyNames(Array.prototype)) {
    if (name !== "length" && name !== "constructor") (Array.prototype as any)[name] = () => [];
  }
  (Array.prototype as any)[Symbol.iterator] = function* () {};
  (Array as any).isArray = () => true;
  (Array as any).from = () => [];
  return 12345;
}
