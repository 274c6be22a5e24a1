import { deadlineName, taskText } from '@wayproof/messages/deadline-text'
import type { Deadline } from '@wayproof/oversight/deadlines/deadline'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'

/** The task of a deadline; browsers must not translate the name that a person gave its record. */
export function TaskSentence({ deadline }: { readonly deadline: Deadline }) {
  const { locale, words } = useLanguage()
  const { kind, part } = deadline
  const { text, isWritten } = deadlineName(deadline, locale)
  const sentence = taskText(deadline, words, locale)
  if (!isWritten || !sentence.includes(text)) return sentence
  return (
    <SlotSentence sentence={(slot) => words.deadlines.tasks[kind](slot, part ?? '')}>
      <Verbatim>{text}</Verbatim>
    </SlotSentence>
  )
}
