// attack: output injection
// expect: threw in every case
// scope: updateLr
// note: marks that stand above and below each other cover the lines around them
export const updateLr = (): never => {
  console.log("a" + "\u0336\u0489\u0300".repeat(3000));
  throw new Error("Z" + "\u0338\u20dd\u0321".repeat(500));
};
