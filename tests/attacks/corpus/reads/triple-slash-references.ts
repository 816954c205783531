// attack: import
// expect: full marks
// scope: none
/// <reference path="/etc/passwd" />
/// <reference types="node" />
// @ts-ignore
/** @jsxImportSource /etc */
//# sourceMappingURL=/proc/self/environ
