import { englishSentences } from '../added/sentence-shape.ts'

/** English words that a placeholder does not interrupt. */
const RUN = /[a-z’]+(?: [a-z’]+){2,}/gi

/** Runs of three English words or more, of any sentence that can be added, in the text of a page or letter. */
export function englishLeftIn(text: string): readonly string[] {
  const known = new Set([...englishSentences().texts.values()].flatMap((sentence) => sentence.match(RUN) ?? []))
  return [...known].filter((run) => text.includes(run))
}

/** The visible text of a page's HTML. */
export const textOfHtml = (html: string): string =>
  html
    .replace(/<(style|script)[\s>].*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
