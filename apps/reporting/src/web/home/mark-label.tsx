import { Link } from '@tanstack/react-router'
import { taskText } from '@wayproof/messages/deadline-text'
import type { Messages } from '@wayproof/messages/en'
import { DeadlineLink } from '../deadlines/deadline-link.tsx'
import { useLanguage } from '../language.tsx'
import type { ComingMark } from './coming-marks.ts'

type ComingWords = Messages['reporting']['home']['coming']

const eventText = (kind: ComingMark['kind'], text: ComingWords): string =>
  kind === 'wave-opens' ? text.waveOpens : kind === 'wave-closes' ? text.waveCloses : text.halfYearEnds

/** Names a mark of the timeline and leads to its task, or to the list of several. */
export function MarkLabel({ mark: { kind, deadlines } }: { readonly mark: ComingMark }) {
  const text = useLanguage().words.reporting.home.coming
  const [first] = deadlines
  if (!first) return eventText(kind, text)
  if (deadlines.length === 1) return <DeadlineLink deadline={first} />
  return <Link to="/deadlines">{(kind === 'overdue' ? text.overdue : text.duties)(deadlines.length)}</Link>
}

/** The same as plain text, with every task of the day. */
export function useMarkText({ kind, deadlines }: ComingMark): string {
  const { locale, words } = useLanguage()
  if (deadlines.length === 0) return eventText(kind, words.reporting.home.coming)
  return deadlines.map((deadline) => taskText(deadline, words, locale)).join(words.reporting.shell.listed)
}
