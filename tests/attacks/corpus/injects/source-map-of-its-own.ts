// attack: output injection
// expect: threw in every case or full marks
// scope: updateLr
// note: the sources of an inline source map are names of the student's choice
export const updateLr = (): never => { throw new Error("from where?"); };
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi9ldGMvcGFzc3dkIiwiPHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0PiJdLCJuYW1lcyI6W10sIm1hcHBpbmdzIjoiQUFBQTtBQ0FBO0FEQUEifQ==
