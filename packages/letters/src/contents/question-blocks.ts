import type { Messages } from '@wayproof/messages'
import { type Block, OPTION_LINKS } from '../letter/letter-content.ts'
import type { LetterQuestion } from '../letter/letter-question.ts'

/** The first question with its options as links, above the button that opens the form without a choice. */
export function questionBlocks(
  question: LetterQuestion | undefined,
  words: Messages['letters']['survey'],
): readonly Block[] {
  if (!question) return []
  const items = OPTION_LINKS.flatMap((link, index) => {
    const option = question.options[index]
    return option ? [{ label: option.label, isOffScale: option.isOffScale, link }] : []
  })
  return [
    { kind: 'heading', text: question.stem === null ? question.text : `${question.stem} ${question.text}` },
    { kind: 'options', items },
    { kind: 'caption', text: words.optionLinks },
  ]
}
