/** Characters of a message, line ends and outer spaces aside. */
export const LONGEST_MESSAGE = 2000
/** Messages of a person in one case. */
export const MOST_MESSAGES = 30

export type MessageFault = 'required' | 'too-long'

/** One spelling of a message: plain line ends, no spaces around it, no characters that nobody can see. */
export const messageText = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()

export const messageLength = (typed: string): number => Array.from(messageText(typed)).length

export function messageFault(typed: string): MessageFault | null {
  const length = messageLength(typed)
  if (length === 0) return 'required'
  return length > LONGEST_MESSAGE ? 'too-long' : null
}
