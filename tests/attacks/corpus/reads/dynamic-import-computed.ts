// attack: import
// expect: threw in every case or not-gradable /resolve|import/
// scope: updateLr
export const updateLr = async (a: number): Promise<any> => (await import(["node", "fs"].join(":") + (a > 1e9 ? "x" : ""))).readFileSync("/etc/hostname").length;
