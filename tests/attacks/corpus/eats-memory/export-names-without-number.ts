// attack: result
// expect: full marks
// scope: none
declare const module: any;
const own = module.exports;
setTimeout(() => {}, 0);
for (let i = 0; i < 5000; i++) Object.defineProperty(own, "n".repeat(300) + i, { value: i, enumerable: true });
