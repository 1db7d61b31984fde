/** What is taken for an e-mail address: one, and nothing that a header could be made of. */
export const ADDRESS = /^[^\s@<>,;:"()]{1,64}@[^\s@<>,;:"()]{1,255}$/u
