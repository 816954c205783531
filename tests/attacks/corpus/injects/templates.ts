// attack: output injection
// expect: threw in every case
// scope: updateLr
export const updateLr = (): never => {
  throw new Error("{{constructor.constructor 'return process'}} {{lookup this '__proto__'}} {{{{raw}}}} {{!-- --}} ${7*7} <%= 7*7 %> {% raw %} `x` \\");
};
