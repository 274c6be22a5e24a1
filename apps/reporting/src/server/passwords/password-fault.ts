/**
 * Minimum number of guesses for an attacker who knows the lists (Wheeler 2016, "zxcvbn"): out of reach of online
 * guessing.
 */
const MIN_GUESSES = 1e10

/** Rated characters: enough for every list and pattern, because the time of rating grows with the length. */
const MAX_CHECKED_CHARACTERS = 40

/** Minimum number of characters besides the owner's own words. */
const MIN_OWN_CHARACTERS = 8

const MIN_WORD_LENGTH = 3

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
  const ownWords = ['Wayproof', email, name, ...organisation]
  const fragments = ownWords.flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
  const long = fragments
    .map((fragment) => fragment.toLowerCase())
    .filter((fragment) => fragment.length >= MIN_WORD_LENGTH)
  return [...new Set(long)].toSorted((a, b) => b.length - a.length)
}

/**
 * Says whether a password is easily guessed: a common one, or made of common words, keyboard runs, repetitions,
 * sequences, dates, or the owner's name, address or organization.
 */
export async function isEasilyGuessed(password: string, owner: Owner): Promise<boolean> {
  const words = wordsOf(owner)
  const normalized = password.normalize('NFKC').slice(0, MAX_CHECKED_CHARACTERS)
  const remainingText = words.reduce((remaining, word) => remaining.replaceAll(word, ''), normalized.toLowerCase())
  if (remainingText.length < MIN_OWN_CHARACTERS) return true
  guesses ??= loadGuesses()
  return (await guesses)(normalized, words) < MIN_GUESSES
}
