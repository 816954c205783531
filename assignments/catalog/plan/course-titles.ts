// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

/**
 * course.<language>.json: what people read of course.json, in another language. What is not here stays as it is there.
 */
export interface CourseTitles {
  /**
   * What people call the course.
   */
  title: string;
  /**
   * Titles of groups, by their ids.
   */
  groups?: {
    [k: string]: string;
  };
  /**
   * Titles of weeks, by their numbers.
   */
  weeks?: {
    [k: string]: string;
  };
}
