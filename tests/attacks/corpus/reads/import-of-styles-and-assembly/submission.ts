// attack: import
// expect: not-gradable /Cannot import/
// scope: module
import "./style.css";
import "./code.wasm";
import "./page.html";
import "./view.tsx";
import "./native.node";
export const updateLr = (): number => 1;
