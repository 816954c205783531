const mostWords = 16;
/** Up to this many words can be tried in every order. */
const mostRunTogether = 6;

/** Letters that Unicode does not decompose into a letter and an accent. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: "o",
  ı: "i",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ĸ: "k",
};
/** How the same letters are written without a key for them: `Mueller`, `Soeren`. */
const writtenOut: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

/**
 * The ways in which a name may be written, in lower case without accents, spaces and punctuation: as it stands and,
 * because platforms put the family name first, with its words reversed ("Roe, Jane" is "Jane Roe"). If it has umlauts,
 * also both with the umlauts written out.
 * @returns Empty where it has no letter.
 */
export function nameForms(name: string): readonly string[] {
  return spellings(name).flatMap((words) =>
    words.map((_, start) => [...words.slice(start), ...words.slice(0, start)].join("")),
  );
}

/** The forms of a name with its words in their original order. */
export function nameAsItStands(name: string): readonly string[] {
  return spellings(name).map((words) => words.join(""));
}

/** Whether a platform's name is the whole name on the roster, in any of its {@link nameForms}. */
export function isSameName(onRoster: string | undefined, onPlatform: string | undefined): boolean {
  if (onRoster === undefined || onPlatform === undefined) return false;
  const forms = nameForms(onRoster);
  return nameAsItStands(onPlatform).some((form) => forms.includes(form));
}

/**
 * Whether two names may belong to one person: one has all words of the other. The platform may run words together, as
 * Canvas does, but then its name is a single word; otherwise a part of a word is no match: `Cross` is not `Ross`.
 */
export function namesAgree(onRoster: string | undefined, onPlatform: string | undefined): boolean {
  if (onRoster === undefined || onPlatform === undefined) return false;
  return spellings(onRoster).some((words) =>
    spellings(onPlatform).some((own) => {
      const [only = "", ...more] = own;
      return (
        isWithin(words, own) ||
        isWithin(own, words) ||
        (more.length === 0 && words.length <= mostRunTogether && isRunTogether(words, only))
      );
    }),
  );
}

/** Nicknames that begin with another letter than the name they are short for. */
const nicknames: Readonly<Record<string, readonly string[]>> = {
  bob: ["robert"],
  bobby: ["robert"],
  bill: ["william"],
  billy: ["william"],
  dick: ["richard"],
  ted: ["edward", "theodore"],
  ned: ["edward"],
  jack: ["john"],
  chuck: ["charles"],
  hank: ["henry"],
  tony: ["anthony", "antonio"],
  gene: ["eugene"],
  drew: ["andrew"],
  xander: ["alexander"],
  sasha: ["alexander", "alexandra"],
  peggy: ["margaret"],
  meg: ["margaret"],
  beth: ["elizabeth"],
  betty: ["elizabeth"],
  liz: ["elizabeth"],
  becky: ["rebecca"],
  tina: ["christina", "martina"],
  polly: ["mary"],
  sally: ["sarah"],
};

/**
 * Whether two names have the same family name, and given names of which one may be short for the other: `Robert Smith`
 * and `smithbob`, `Smith, R.` and `Rob Smith`. Good enough only where an id agrees too.
 * @param onRoster "Smith, Robert" or "Robert Smith".
 * @param onPlatform "Bob Smith", or with the words run together, family name first, as in Canvas.
 */
export function nicknameAgrees(onRoster: string | undefined, onPlatform: string | undefined): boolean {
  if (onRoster === undefined || onPlatform === undefined) return false;
  const [before = "", after] = onRoster.split(",");
  return spellings(onPlatform).some((own) =>
    spellings(before).some((words) => {
      const family = after === undefined ? words.slice(-1) : words;
      const given = after === undefined ? words.slice(0, -1) : (spellings(after)[0] ?? []);
      const other = givenBeside(family, own);
      return other !== undefined && isShortFor(given[0] ?? "", other);
    }),
  );
}

/** What a platform's name has besides the family name; undefined where the family name is another. */
function givenBeside(family: readonly string[], own: readonly string[]): string | undefined {
  const [first = "", ...more] = own;
  const joined = family.join("");
  if (joined.length < 2) return undefined;
  if (more.length === 0) return first.startsWith(joined) ? first.slice(joined.length) : undefined;
  const last = more.slice(-family.length);
  return last.length === family.length && last.every((word, i) => word === family[i]) ? first : undefined;
}

function isShortFor(given: string, other: string): boolean {
  if (given === "" || other === "") return given === other;
  return (
    given[0] === other[0] || nicknames[other]?.includes(given) === true || nicknames[given]?.includes(other) === true
  );
}

const isWithin = (words: readonly string[], others: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => others.includes(word));

/**
 * Whether a name's words, run together in some order, are another name, or the beginning of one that has more words; or
 * whether some of them are the whole of it.
 */
function isRunTogether(words: readonly string[], together: string, used = 0): boolean {
  if (used > 1 && (together === "" || words.length === 0)) return true;
  return words.some(
    (word, i) =>
      together.startsWith(word) && isRunTogether(words.toSpliced(i, 1), together.slice(word.length), used + 1),
  );
}

/** The words of a name without accents and, where that differs, with umlauts written out. */
function spellings(name: string): readonly (readonly string[])[] {
  const [plain, out] = [nameWords(name, {}), nameWords(name, writtenOut)];
  if (plain.length === 0) return [];
  return plain.join(" ") === out.join(" ") ? [plain] : [plain, out];
}

function nameWords(name: string, instead: Readonly<Record<string, string>>): readonly string[] {
  const letters = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\p{L}/gu, (letter) => instead[letter] ?? plainLetters[letter] ?? letter);
  const plain = letters.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "");
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, mostWords);
}
