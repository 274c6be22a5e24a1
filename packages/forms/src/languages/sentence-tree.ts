/** Sentences of a language as data: a text, a list, or a record of more. */
export type SentenceTree = { readonly [key: string]: SentenceNode }

export type SentenceNode = string | readonly SentenceNode[] | SentenceTree
