// attack: output injection
// expect: threw in every case
// scope: updateLr
// note: runners look for some of them anywhere in a line
export const updateLr = (): never => {
  console.log("##teamcity[buildStatus status='SUCCESS']\n##[error]owned\nsection_start:1:x\r\u001b[0Kowned\n##vso[task.setvariable variable=PATH]/x");
  throw new Error("a ##vso[task.setvariable variable=PATH]/x b ##[set-env name=PATH]/x ##teamcity[x]");
};
