// attack: output injection
// expect: threw in every case
// scope: updateLr
export const updateLr = (): never => {
  throw Object.assign(new Error("<b>x</b>"), { name: `"><iframe src="javascript:alert(1)">` });
};
