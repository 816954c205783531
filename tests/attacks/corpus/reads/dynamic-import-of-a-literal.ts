// attack: import
// expect: not-gradable /Cannot import "node:fs"/
// scope: module
export const updateLr = async (): Promise<any> => (await import("node:fs")).readFileSync("/etc/hostname").length;
