// attack: import
// expect: not-gradable /Cannot import/
// scope: module
// note: the message quotes the name
import "x\n::error::owned\n##vso[task.complete]\u001b[2J\u202e<script>alert(1)</script>";
export const updateLr = (): number => 1;
