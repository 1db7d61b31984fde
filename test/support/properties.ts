/**
 * Every run tries the same random cases, so that a change is judged by itself alone.
 * `PROPERTY_SEED=7 npm test` tries others.
 */
import * as fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) })
