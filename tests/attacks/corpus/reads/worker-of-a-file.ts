// attack: import
// expect: threw in every case or not-gradable /import|Worker/
// scope: updateLr
declare const Worker: any;
export const updateLr = (): any => new Worker(new URL("./../../etc/passwd.ts", import.meta.url), { type: "module" });
