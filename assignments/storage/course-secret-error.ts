/** The course secret is there but cannot be used, or could not be made. */
export class CourseSecretError extends Error {
  override readonly name = "CourseSecretError";
}
