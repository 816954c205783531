/** What is said of a submission none of whose functions could be called. */
export const loadFailures = {
  time: "The top level of the submission does not come to an end: nothing outside the functions may wait or loop",
  memory: "The top level of the submission runs out of memory",
  crash: "The top level of the submission brings its process down",
  again: "The top level of the submission fails when it is run once more: it must do the same each time",
} as const;
