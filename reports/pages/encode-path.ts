/**
 * A relative path as the value of an `href`: each segment percent-encoded, so that no name can become a scheme, a
 * query or a fragment.
 * @param path With forward slashes.
 * @throws RangeError if the path is empty or begins with a slash, which would leave the folder of the page.
 */
export function encodePath(path: string): string {
  if (path === "" || path.startsWith("/"))
    throw new RangeError(`Cannot link to ${JSON.stringify(path)}: a relative path is needed`);
  return path
    .split("/")
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join("/");
}
