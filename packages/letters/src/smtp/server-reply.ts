const LONGEST = 500
/** So far it is looked at: white space shrinks. */
const LOOKED_AT = 4096

/** Returns a server's reply on one line, without quoted addresses and links, for the ledger and the log. */
export const serverReply = (text: string): string =>
  beginning(text)
    .replace(/https?:\/\/\S+/gi, '…')
    // From the begin of a word, else a long one would be tried from each of its characters.
    .replace(/(?<![^\s<>"'])[^\s<>"'@]*@[^\s<>"']*/g, '…@…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)

/** Up to a whole word: of an address that is cut, its beginning would pass for one. */
const beginning = (text: string): string =>
  text.length <= LOOKED_AT ? text : text.slice(0, LOOKED_AT).replace(/\s\S*$/, '')
