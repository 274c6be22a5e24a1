/** A mail server's reply to one command. */
export interface SmtpReply {
  /** Three digits; undefined if the line is no reply. */
  readonly code: number | undefined
  /** Its lines, joined by line ends. */
  readonly text: string
}

/** A longer reply ends the session. */
const LONGEST = 64 * 1024

/**
 * Splits a server's bytes into replies, wherever the chunks are cut. The returned function takes the next bytes and
 * returns the replies that they complete. Throws for a reply that does not end.
 */
export function smtpReplies(): (bytes: Buffer) => readonly SmtpReply[] {
  let rest = ''
  return (bytes) => {
    const lines = (rest + bytes.toString('latin1')).split('\n')
    const replies: SmtpReply[] = []
    let begun = 0
    for (let n = 0; n < lines.length - 1; n += 1) {
      if (/^\d{3}-/.test(lines[n] ?? '')) continue
      replies.push(replyOf(lines.slice(begun, n + 1)))
      begun = n + 1
    }
    rest = lines.slice(begun).join('\n')
    if (rest.length > LONGEST) throw new Error('the reply of the mail server does not end')
    return replies
  }
}

function replyOf(lines: readonly string[]): SmtpReply {
  const text = Buffer.from(lines.join('\n').replaceAll('\r', ''), 'latin1').toString()
  const code = /^[2-5]\d\d(?![^ \n])/.exec(lines.at(-1)?.trimEnd() ?? '')?.[0]
  return { code: code === undefined ? undefined : Number(code), text }
}
