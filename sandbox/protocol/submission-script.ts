/** Name of the submission's script inside the isolate, by which its frames are found in a stack trace. */
export const submissionScript = "gradecheck-submission.js";
