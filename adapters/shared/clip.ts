/** Foreign text where a platform shows plain text, no longer than its place takes. */
export { clip, whole } from '../../src/clip.ts'
