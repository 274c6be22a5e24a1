type Texts = Readonly<Record<string, string>>

/** Combines sentences of expected failures, by code. Throws if a code has two sentences, because it has one meaning. */
export function faultTexts(...places: readonly Texts[]): Texts {
  const all = new Map<string, string>()
  for (const [code, text] of places.flatMap((texts) => Object.entries(texts))) {
    if (all.has(code)) throw new Error(`two sentences for the fault ${code}`)
    all.set(code, text)
  }
  return Object.fromEntries(all)
}
