// attack: rejection
// expect: full marks
// scope: none
// note: nobody handles it; the functions are there all the same
void Promise.reject(new Error("Script execution timed out."));
void Promise.reject({ message: "isolate was disposed" });
setTimeout(() => { throw new Error("late"); }, 0);
export const marker = 1;
