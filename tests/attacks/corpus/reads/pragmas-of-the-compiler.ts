// attack: import
// expect: full marks
// scope: none
/** @jsxRuntime automatic */
/** @jsxImportSource /etc */
/** @jsx require("fs").readFileSync */
/// <reference path="/etc/passwd" />
/// <amd-module name="../../x" />
/// <amd-dependency path="/etc/passwd" name="secret" />
// @ts-nocheck
//# sourceURL=file:///etc/passwd
//# sourceMappingURL=file:///etc/passwd
export const hints = [/* webpackChunkName: "../../x" */ /* @vite-ignore */ 1];
