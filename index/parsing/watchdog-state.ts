/** What a process and its watchdog share: numbers in memory, by their place. */

/** 1 while a file is read. */
export const WORKING = 0
/** 1 while the watchdog looks now and then only, and must be woken. */
export const SLEEPING = 1
/** Nobody wakes who waits for this one. */
export const NEVER = 2
export const PLACES = 3
