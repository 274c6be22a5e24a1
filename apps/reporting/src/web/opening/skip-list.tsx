import { count } from '@wayproof/messages/number-format'
import type { Skip } from '@wayproof/survey/sampling/skip'
import { ColumnHeads } from '../components/column-heads.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

interface SkipListProps {
  readonly skips: readonly Skip[]
  /** Replaces the usual reason for travelers who already answered. */
  readonly answeredReason?: string
}

/** Counts the letters that are not sent, by reason. */
export function SkipList({ skips, answeredReason }: SkipListProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.programme.skips
  if (skips.length === 0) return null
  const reasons: Readonly<Record<string, string>> = answeredReason
    ? { ...text.reasons, answered: answeredReason }
    : text.reasons
  return (
    <WideTable caption={text.title}>
      <ColumnHeads columns={['letter', 'reason', 'count']} names={text} numbers={['count']} />
      <tbody>
        {skips.map(({ stage, reason, count: travelers }) => (
          <tr key={stage + reason}>
            <td>{text.stage[stage]}</td>
            <td>{reasons[reason] ?? reasons.other}</td>
            <td data-number>{count(travelers, locale)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
