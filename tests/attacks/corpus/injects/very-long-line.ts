// attack: output injection
// expect: threw in every case
// scope: updateLr
export const updateLr = (): never => {
  console.log("long ".repeat(1e5));
  throw new Error("w".repeat(1e5));
};
