// attack: output injection
// expect: threw in every case
// scope: updateLr
export const updateLr = (): never => { throw new Error("`&lt;script&gt;` &#60;img src=x&#62; ${7*7} {{constructor}} <%= 1 %> \u003cscript\u003e %3Cscript%3E ]]> --> </pre></code></style></title>"); };
