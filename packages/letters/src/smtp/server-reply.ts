const LONGEST = 500
/** Characters that are read; white space is collapsed. */
const LOOKED_AT = 4096

/** Returns a server's reply on one line, without quoted addresses and links, for the ledger and the log. */
export const serverReply = (text: string): string =>
  beginning(text)
    .replace(/https?:\/\/\S+/gi, '…')
    // Anchored at the start of a word, because a long word would otherwise be tried from each character.
    .replace(/(?<![^\s<>"'])[^\s<>"'@]*@[^\s<>"']*/g, '…@…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)

/** Cuts at a word boundary, because the rest of a cut address would no longer be recognized as one. */
const beginning = (text: string): string =>
  text.length <= LOOKED_AT ? text : text.slice(0, LOOKED_AT).replace(/\s\S*$/, '')
