/**
 * Minimum number of guesses for an attacker who knows the lists (Wheeler 2016, "zxcvbn"): out of reach of online
 * guessing.
 */
const LEAST_GUESSES = 1e10

/** Rated characters: enough for every list and pattern, because the time of rating grows with the length. */
const MOST_LOOKED_AT = 40

/** Minimum number of characters besides the owner's own words. */
const LEAST_OF_ITS_OWN = 8

const SHORTEST_WORD = 3

/** Words that anyone who knows the owner would try. */
export interface Owner {
  readonly name: string
  readonly email: string
  readonly organisation: readonly string[]
}

type Guesses = (password: string, words: string[]) => number

let guesses: Promise<Guesses> | undefined

/** The lists take 40 MB of memory, so they are loaded only when someone chooses a password. */
async function loadGuesses(): Promise<Guesses> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  const estimate = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
  return (password, words) => estimate.check(password, words).guesses
}

function wordsOf({ name, email, organisation }: Owner): string[] {
  const all = ['Wayproof', email, name, ...organisation]
  const parts = all.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  const long = parts.map((word) => word.toLowerCase()).filter((word) => word.length >= SHORTEST_WORD)
  return [...new Set(long)].toSorted((a, b) => b.length - a.length)
}

/**
 * Says whether a password is easily guessed: a common one, or made of common words, keyboard runs, repetitions,
 * sequences, dates, or the owner's name, address or organization.
 */
export async function isEasilyGuessed(password: string, owner: Owner): Promise<boolean> {
  const words = wordsOf(owner)
  const looked = password.normalize('NFKC').slice(0, MOST_LOOKED_AT)
  const own = words.reduce((rest, word) => rest.replaceAll(word, ''), looked.toLowerCase())
  if (own.length < LEAST_OF_ITS_OWN) return true
  guesses ??= loadGuesses()
  return (await guesses)(looked, words) < LEAST_GUESSES
}
