/** What a page tells its reader to do. */
export type Step =
  /** Commands, which end with this exit code. */
  | { readonly kind: "run"; readonly commands: string; readonly code: number }
  /** A file to be written. */
  | { readonly kind: "write"; readonly path: string; readonly text: string }
  /** Commands that no test can run, and why. */
  | { readonly kind: "skip"; readonly commands: string; readonly reason: string };

const fence = /^```(\w+)\n([\s\S]*?)^```$/gm;

/**
 * Reads the steps of a page: each block of `sh`, and each other block whose paragraph before it begins with a path between
 * backticks. A comment before a block says `not run by the tests: …` or `ends with 1`.
 */
export function readSteps(page: string): Step[] {
  return [...page.matchAll(fence)].flatMap(({ 1: language, 2: text = "", index }): Step[] => {
    const before = page.slice(0, index).trimEnd();
    if (language === "sh") return [commandStep(text, /<!-- (.*) -->$/.exec(before)?.[1])];
    const paragraph = before.slice(before.lastIndexOf("\n\n") + 2);
    const path = /^`([^`\s]+\/[^`\s]+)`/.exec(paragraph)?.[1];
    return path === undefined ? [] : [{ kind: "write", path, text }];
  });
}

function commandStep(commands: string, comment = ""): Step {
  const reason = /^not run by the tests: (.+)$/.exec(comment)?.[1];
  if (reason !== undefined) return { kind: "skip", commands, reason };
  return { kind: "run", commands, code: Number(/^ends with (\d)$/.exec(comment)?.[1] ?? 0) };
}
