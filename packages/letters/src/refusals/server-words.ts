/** A letter's own copy, or what a server writes above it. */
const COPY =
  /^(?:>?(?:received|return-path):[ \t]|(?:message-id|mime-version|x-mailer|dkim-signature|delivered-to):[ \t]|[ \t]*[-=*_>#~]{2,}[^\n]{0,60}(?:copy|original|unsent|returned|undelivered|header|message text|message follows|原始|原邮件|原文|kopie|copie|copia|ursprüngliche|исходн|копия|元の)|[^\n]{0,20}original (?:message|mail)[^\n]{0,20}(?:follows|below|attached|headers?:|:\s*$))/imu
/** Header lines of the letter that servers repeat. */
const HEAD =
  /^[ \t>]{0,8}(?:subject|to|cc|from|sent|date|message-id|message id|betreff|objet|asunto|主题|件名):[^\n]*$/gimu
/** Start of a quoted answer of another server. */
const ANSWER = /(?:^|[:;：\n'"]|\bsaid:?|<<<)[^\S\n]{0,8}(?:#\s?)?([45][0-5]\d[ -][^\n]*(?:\n(?!\s*\n)[^\n]*){0,8})/i
const LONGEST = 16 * 1024

/** Returns the server's text above the returned copy of the letter. */
export function aboveCopy(text: string): string {
  const words = text.slice(0, LONGEST).replace(/\r\n?/g, '\n')
  const copy = COPY.exec(words)
  return (copy ? words.slice(0, copy.index) : words).replace(HEAD, '')
}

/** Returns the answer that a text quotes, up to the next empty line; null if it quotes none. */
export const quotedAnswer = (text: string): string | null => ANSWER.exec(text)?.[1]?.slice(0, 1000) ?? null

/** Returns only words, in lower case: addresses, links and codes say nothing about the cause and may be personal. */
export const bareWords = (text: string): string =>
  text
    .slice(0, 4096)
    .replace(/https?:\/\/[^\s<>"']+/gi, ' ')
    .replace(/(?<![^\s<>"'(:;,])[^\s<>"'@(:;,]{1,128}@[^\s<>"')]{1,255}/g, ' ')
    .replace(/(?<![\d.])[245]\d\d(?:[ -]|$)[("#[]{0,2}(?:[245]\.\d{1,3}\.\d{1,3}[)\]:]?)?/gm, ' ')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[<>[\](){}"*_=|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
