// attack: output injection
// expect: threw in every case
// scope: updateLr
export const updateLr = (): never => {
  throw Object.assign(new Error(`=HYPERLINK("http://example.com","x")\n+1\t@SUM(1)\r-2`), { name: `=cmd|' /C calc'!A0` });
};
