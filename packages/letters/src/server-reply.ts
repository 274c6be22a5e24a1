const LONGEST = 500

/** What a mail server said, on one line, without the addresses and links it quotes: it is kept in ledger and log. */
export const serverReply = (text: string): string =>
  text
    .replace(/https?:\/\/\S+/gi, '…')
    .replace(/[^\s<>@"']+@[^\s<>@"']+/g, '…@…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST)
