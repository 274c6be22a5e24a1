/** Widths that fit into two lines of the list of questions; a Chinese character is two wide. */
const MOST = 34

const widthOf = (character: string): number => (/[\u2e80-\uffef]/.test(character) ? 2 : 1)

/** The beginning of a long text with an ellipsis, cut between words where there are words. */
export function shortText(text: string, most = MOST): string {
  const characters = [...text.trim()]
  let end = 0
  for (let width = 0; end < characters.length; end += 1) {
    width += widthOf(characters[end] ?? '')
    if (width > most) break
  }
  if (end === characters.length) return characters.join('')
  const cut = characters.slice(0, end).join('')
  const space = cut.lastIndexOf(' ')
  return `${space > cut.length / 2 ? cut.slice(0, space) : cut}…`
}
