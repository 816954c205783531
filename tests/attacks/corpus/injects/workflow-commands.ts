// attack: output injection
// expect: threw in every case
// scope: updateLr
export const updateLr = (): never => {
  console.log("::set-output name=result::100\n::add-mask::x\n::error file=a,line=1::owned\n##vso[task.complete result=Succeeded;]");
  throw new Error("\n::error::owned\n::stop-commands::x\n]]></failure><testcase/>");
};
