type Texts = Readonly<Record<string, string>>

/** Sentences of expected failures by their code, of several places together. A code means one thing: two sentences for it throw. */
export function faultTexts(...places: readonly Texts[]): Texts {
  const all = new Map<string, string>()
  for (const [code, text] of places.flatMap((texts) => Object.entries(texts))) {
    if (all.has(code)) throw new Error(`two sentences for the fault ${code}`)
    all.set(code, text)
  }
  return Object.fromEntries(all)
}
