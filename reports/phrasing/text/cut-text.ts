/**
 * Shortens a text to a number of characters (code points); what was cut is shown by an ellipsis.
 * @param limit At least 1.
 */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const characters = [...text];
  return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join("")}…`;
}
