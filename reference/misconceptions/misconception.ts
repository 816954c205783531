/** A wrong variant of one exercise that students really write. */
export type Misconception = {
  /** Kebab-case, unique within the assignment: `"adam-no-bias-correction"`. */
  readonly id: string;
  /** Id of the exercise it is a variant of. */
  readonly exercise: string;
  /** One sentence that says what was done, for the student: "The averages are not corrected for their start at zero." */
  readonly name: string;
  /** Two to four sentences that teach why it is wrong and where to look, without giving the code. */
  readonly explanation: string;
  /** The variant itself: the exercise's function as a student with this misconception writes it. */
  readonly implementation: (...args: never[]) => unknown;
};
