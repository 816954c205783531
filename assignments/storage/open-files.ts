import pLimit from "p-limit";

/**
 * Runs what opens a file or folder, few at once, however large a class is: systems allow a process some hundred open files. Only for
 * the opening itself: what waits in here for another one of its kind waits for ever.
 */
export const openFiles = pLimit(32);
