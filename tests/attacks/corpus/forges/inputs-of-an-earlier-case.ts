// attack: kept state
// expect: wrong|bad-value|threw in every case
// scope: updateParametersWithGd
let kept: any;
export function updateParametersWithGd(parameters: any): any {
  kept ??= parameters;
  return kept;
}
