import { useState } from 'react'
import type { CommentSummary } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

/** Compares the ratings of travelers who commented with those who did not. */
export function RatingsPanel({ summary }: { readonly summary: CommentSummary }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.comments.ratings
  const { share } = words.reporting.breakdown
  const { ratings, items } = summary
  const [isShown, setIsShown] = useState(false)
  return (
    <Panel
      title={text.title}
      actions={
        ratings.length > 0 ? (
          <LinkButton aria-expanded={isShown} onClick={() => setIsShown(!isShown)}>
            {isShown ? text.hide : text.show}
          </LinkButton>
        ) : null
      }
    >
      <p className={ui.soft}>{ratings.length > 0 ? text.lead : text.none}</p>
      {isShown ? (
        <WideTable caption={text.caption} isStacked>
          <ColumnHeads columns={['question', 'commented', 'others']} names={text} />
          <tbody>
            {ratings.map(({ item, commented, others }) => (
              <tr key={item}>
                <th scope="row">{items[item]?.[locale] ?? item}</th>
                <td data-label={text.commented}>{text.of(share(commented.topTwo), commented.people)}</td>
                <td data-label={text.others}>{text.of(share(others.topTwo), others.people)}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
    </Panel>
  )
}
