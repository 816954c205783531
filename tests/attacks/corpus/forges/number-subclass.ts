// attack: number
// expect: bad-value|wrong in every case
// scope: updateLr
class Chameleon extends Number {
  reads = 0;
  override valueOf(): number { return this.reads++; }
  [Symbol.toPrimitive](): number { return this.reads++; }
}
export const updateLr = (): any => new Chameleon(1);
