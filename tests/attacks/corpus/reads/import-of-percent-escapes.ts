// attack: import
// expect: not-gradable /not part of the submission/
// scope: module
import "./%2e%2e/%2e%2e/%65tc/passwd";
import "./..%2f..%2fetc%2fpasswd.ts";
export const updateLr = (): number => 1;
