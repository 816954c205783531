// attack: import
// expect: full marks
// scope: none
declare const module: any, require: any, __filename: any, __dirname: any;
export function updateLr(a: number, epochNum: number, b: number): number {
  const probes = [
    () => module.require, () => module.constructor._load, () => module.parent, () => module.paths, () => module.filename,
    () => require.main, () => require.cache, () => require.resolve, () => require.extensions, () => __filename, () => __dirname,
    () => module.constructor.constructor("return process.versions")(), () => require.constructor("return process.versions")(),
    () => require("gradecheck").Rng.constructor("return process.versions")(),
  ];
  for (const probe of probes) {
    try { if (probe() !== undefined) return 666; } catch {}
  }
  return a / (1 + b * epochNum);
}
