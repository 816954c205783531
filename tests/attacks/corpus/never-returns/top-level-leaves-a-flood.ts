// attack: never returns
// expect: not-gradable /does not come to an end/
// scope: module
// note: the top level ends; what it left in the queue of microtasks does not
const flood = (): Promise<void> => Promise.resolve().then(flood);
void flood();
export const updateLr = (): number => 1;
