/** Dates and zones, where Node does not have them yet: before 26 the same comes from a package. */
const { Temporal: own } = globalThis as { readonly Temporal?: typeof Temporal }

export const temporal: typeof Temporal = own ?? (await import('temporal-polyfill')).Temporal
