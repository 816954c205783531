const longest = 60;

/** A value of JSON in a few characters: a short text or number as it is, longer things by their kind. */
export function previewJson(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;
}
