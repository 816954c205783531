// attack: import
// expect: threw in every case or not-gradable /import|URL/
// scope: updateLr
declare const URL: any;
export const updateLr = (): any => new URL("../../../../../../../etc/passwd", import.meta.url).href;
