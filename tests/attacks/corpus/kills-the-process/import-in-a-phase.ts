// attack: crash
// expect: threw|timeout|crashed in every case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: an isolate without a module loader is asked for a module in every way there is
export async function updateLr(): Promise<any> {
  const ways = ['import.source("node:fs")', 'import.defer("node:fs")', 'import("node:fs", { with: { type: "json" } })', "import(Symbol())", 'import({ toString() { for (;;); } })', 'eval("import(String.raw`node:fs`)")', 'import("data:text/javascript,export default 1")'];
  const all = await Promise.allSettled(ways.map(async (way) => new Function(`return ${way}`)()));
  if (all.every(({ status }) => status === "rejected")) throw new Error("none");
  return all.length;
}
