// attack: import
// expect: not-gradable /Cannot import/
// scope: module
// note: namespaces of the compiler's plugins are no scheme
import "submission:/etc/passwd";
import "file:../../secret";
import "external:fs";
import "<stdin>";
import "#internal";
import "~/x";
export const updateLr = (): number => 1;
