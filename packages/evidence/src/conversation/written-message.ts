/** Longest message in characters, without line breaks and outer spaces. */
export const LONGEST_MESSAGE = 2000
/** Most messages that a person may write in one case. */
export const MOST_MESSAGES = 30

export type MessageFault = 'required' | 'too-long'

/** Normalizes a message: plain line breaks, no outer spaces, no invisible characters. */
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
