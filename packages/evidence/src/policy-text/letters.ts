/** Characters normalized at once. Normalization sorts each run of combining marks, which is slow for long runs. */
const CHUNK = 1024

/** Marks and low surrogates, which belong to the preceding character. */
const GOES_WITH_BEFORE = /[\p{M}\u{DC00}-\u{DFFF}]/u

const NO_LETTER = /[^\p{L}\p{M}\p{N}]+|\p{Default_Ignorable_Code_Point}+/gu

/**
 * Letters, digits and combining marks of a text (Unicode NFKD, lower case), at least `most` of them if the text has so
 * many. Markup, white space, punctuation, soft hyphens, case and full-width forms are ignored. The letters of two
 * joined texts are the joined letters, so a text may be processed in pieces.
 */
export function lettersOf(text: string, most = Number.POSITIVE_INFINITY): string {
  let letters = ''
  for (let index = 0; index < text.length && letters.length < most; ) {
    const end = endOfChunk(text, index)
    letters += text.slice(index, end).normalize('NFKD').toLowerCase().replaceAll('ς', 'σ').replace(NO_LETTER, '')
    index = end
  }
  return letters
}

function endOfChunk(text: string, at: number): number {
  const end = at + CHUNK
  for (let more = 0; more < 32; more += 1) if (!GOES_WITH_BEFORE.test(text[end + more] ?? '')) return end + more
  return end
}
