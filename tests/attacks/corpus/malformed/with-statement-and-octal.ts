// attack: source
// expect: not-gradable /\.ts:\d+: .+/
// scope: module
export function updateLr(x: any): number { with (x) { return 0777; } }
