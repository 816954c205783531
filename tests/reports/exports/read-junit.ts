/** An element of an XML document. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
};

const reference = /^&(?:amp|lt|gt|quot|apos|#\d+);/;

/**
 * Reads XML as strictly as the importers do: one root, matching tags, quoted attributes without repetition, no bare `<` or
 * `&`, no forbidden character.
 * @throws SyntaxError
 */
export function readXml(text: string): XmlElement {
  const reader = new Reader(text);
  return reader.document();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(text))
      this.#fail("a forbidden character");
  }

  document(): XmlElement {
    this.#take(/^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/);
    const root = this.#element();
    this.#take(/^\s*$/);
    return root;
  }

  #element(): XmlElement {
    const name = this.#take(/^<([a-z-]+)/)[1] ?? "";
    const attributes: Record<string, string> = {};
    for (let found = this.#try(/^\s+([a-z]+)="([^"<]*)"/); found; found = this.#try(/^\s+([a-z]+)="([^"<]*)"/)) {
      const [, key = "", value = ""] = found;
      if (key in attributes) this.#fail(`${key} twice`);
      attributes[key] = this.#unescape(value);
    }
    if (this.#try(/^\s*\/>/)) return { name, attributes, children: [], text: "" };
    this.#take(/^\s*>/);
    const children: XmlElement[] = [];
    let text = "";
    while (!this.#try(new RegExp(`^</${name}>`))) {
      const found = this.#try(/^[^<]+/);
      if (found) text += this.#unescape(found[0]);
      else children.push(this.#element());
    }
    return { name, attributes, children, text };
  }

  #unescape(text: string): string {
    return text.replace(/&[^&]*/g, (part) => {
      const found = reference.exec(part)?.[0];
      if (found === undefined) this.#fail("a bare &");
      const names: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
      const name = (found ?? "").slice(1, -1);
      return (names[name] ?? String.fromCodePoint(Number(name.slice(1)))) + part.slice((found ?? "").length);
    });
  }

  #try(pattern: RegExp): RegExpExecArray | undefined {
    const found = pattern.exec(this.#text.slice(this.#at));
    if (found === null) return undefined;
    this.#at += found[0].length;
    return found;
  }

  #take(pattern: RegExp): RegExpExecArray {
    return this.#try(pattern) ?? this.#fail(`not ${pattern}`);
  }

  #fail(why: string): never {
    throw new SyntaxError(`Cannot read XML: ${why} at ${JSON.stringify(this.#text.slice(this.#at, this.#at + 40))}`);
  }
}

const seconds = /^\d+(\.\d{1,3})?$/;
const outcomes: readonly string[] = ["failure", "error", "skipped"];

/** Attributes of each element that both schemas know: those that must be there, then those that may. */
const known: Readonly<Record<string, readonly (readonly string[])[]>> = {
  testsuites: [[], []],
  testsuite: [["name", "package", "id", "timestamp", "hostname", "tests", "failures", "errors", "skipped", "time"], []],
  properties: [[], []],
  property: [["name", "value"], []],
  testcase: [["name", "classname", "time"], []],
  failure: [["type"], ["message"]],
  error: [["type"], ["message"]],
  skipped: [[], []],
  "system-out": [[], []],
  "system-err": [[], []],
};

/**
 * What of a JUnit document one of the two schemas, Ant's or Surefire's, would refuse.
 * @returns One line per fault; empty for a valid document.
 */
export function junitFaults(root: XmlElement): string[] {
  const faults = root.name === "testsuites" ? [] : [`the root is ${root.name}`];
  return [...faults, ...attributeFaults(root), ...root.children.flatMap(suiteFaults)];
}

function attributeFaults({ name, attributes, children }: XmlElement): string[] {
  const [needed, allowed] = known[name] ?? [];
  if (needed === undefined || allowed === undefined) return [`no schema knows ${name}`];
  const keys = Object.keys(attributes);
  return [
    ...needed.filter((key) => !keys.includes(key)).map((key) => `${name} lacks ${key}`),
    ...keys.filter((key) => ![...needed, ...allowed].includes(key)).map((key) => `${name} may not have ${key}`),
    ...(attributes["time"] === undefined || seconds.test(attributes["time"]) ? [] : [`${name} has a wrong time`]),
    ...children.flatMap(attributeFaults),
  ];
}

function suiteFaults(suite: XmlElement): string[] {
  const { name, attributes, children } = suite;
  if (name !== "testsuite") return [`${name} below the root`];
  const cases = children.filter((child) => child.name === "testcase");
  const with_ = (outcome: string) => cases.filter((one) => one.children.some((child) => child.name === outcome)).length;
  const order = children.map((child) => child.name).join(" ");
  const count = (key: string, value: number) =>
    attributes[key] === String(value) ? [] : [`${key} is ${attributes[key]}, there are ${value}`];
  return [
    ...(/^properties( testcase)* system-out system-err$/.test(order) ? [] : [`wrong order: ${order}`]),
    ...(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(attributes["timestamp"] ?? "") ? [] : ["wrong timestamp"]),
    ...count("tests", cases.length),
    ...count("failures", with_("failure")),
    ...count("errors", with_("error")),
    ...count("skipped", with_("skipped")),
    ...cases
      .filter((one) => one.children.length > 1 || one.children.some((child) => !outcomes.includes(child.name)))
      .map((one) => `${one.attributes["name"]} has more than one outcome`),
  ];
}
