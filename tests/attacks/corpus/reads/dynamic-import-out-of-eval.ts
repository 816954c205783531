// attack: import
// expect: threw|timeout in every case
// scope: updateLr
export const updateLr = async (): Promise<any> => {
  const load = new Function("name", "return import(name)");
  return (await load("node:fs")).readFileSync("/etc/hostname").length;
};
