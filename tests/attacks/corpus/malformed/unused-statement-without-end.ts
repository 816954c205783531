// attack: source
// expect: not-gradable /\.ts:\d+: /
// scope: module
export function updateLr( { /* never closed
