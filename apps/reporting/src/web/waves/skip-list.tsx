import { count } from '@wayproof/messages'
import type { Skip } from '@wayproof/survey'
import { useLanguage } from '../language.tsx'
import { WideTable } from '../surface/wide-table.tsx'

/** Who gets no letter, and why. */
export function SkipList({ skips }: { readonly skips: readonly Skip[] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.programme.skips
  if (skips.length === 0) return null
  return (
    <WideTable caption={text.title}>
      <thead>
        <tr>
          <th scope="col">{text.letter}</th>
          <th scope="col">{text.reason}</th>
          <th scope="col">{text.count}</th>
        </tr>
      </thead>
      <tbody>
        {skips.map(({ stage, reason, count: many }) => (
          <tr key={stage + reason}>
            <td>{text.stage[stage]}</td>
            <td>{text.reasons[reason] ?? text.reasons.other}</td>
            <td>{count(many, locale)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
