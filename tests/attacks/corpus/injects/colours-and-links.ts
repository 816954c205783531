// attack: output injection
// expect: threw in every case
// scope: updateLr
export const updateLr = (): never => {
  console.log("\u001b[2J\u001b[H\u001b]0;owned\u0007\u001b]8;;https://example.com\u001b\\here\u001b]8;;\u001b\\ \u009b31m \u0008\u0008\u0008 \r100 of 100 points");
  throw new Error("\u001b[31mred\u001b[0m \u001b]52;c;aGk=\u0007 \u001bP$q\u001b\\ \u0000\u0001\u007f\u0085");
};
