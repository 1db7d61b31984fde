/** Endings of the names of files that can be read, with the dot: for whatever takes files in. */
export { READABLE } from '../index/readers/formats.ts'
