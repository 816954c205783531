// attack: source
// expect: not-gradable /\.ts:\d+: Expected/
// scope: module
export const updateLr = () => <div>{1}</div>;
