// attack: source
// expect: not-implemented in every case
// scope: module
// base: none
// note: eight times missing (not-implemented)
// nothing yet
/* export function updateLr() {} */
