// attack: thrown object
// expect: threw in every case
// scope: updateLr
export function updateLr(): number {
  let error = new Error("bottom");
  for (let i = 0; i < 1e4; i++) error = new Error("next", { cause: error });
  (error as any).cause = error;
  throw error;
}
