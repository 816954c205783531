/** For how long one kind of work keeps what others wait for, milliseconds: many times what it takes to change. */
export const turnMs = 15_000;
