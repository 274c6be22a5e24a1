import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import type { Wave } from '@wayproof/survey/waves/wave'
import { useState } from 'react'
import { type CommentSummary, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { Loading } from '../components/loading.tsx'
import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { ShownWave } from '../waves/shown-wave.tsx'
import { WaveTabs, waveTrail } from '../waves/wave-tabs.tsx'
import { CodeBook } from './code-book.tsx'
import { CommentList } from './comment-list.tsx'

const route = getRouteApi('/inside/waves/comments')

/** Officers read the comments of a wave; everybody else sees only themes and ratings. */
export function CommentsPage() {
  return <ShownWave period={route.useSearch().period}>{({ period }) => <Comments period={period} />}</ShownWave>
}

function Comments({ period }: Pick<Wave, 'period'>) {
  const { locale, words } = useLanguage()
  const text = words.reporting.comments
  const { user } = useMe()
  const isOfficer = user?.role === 'officer'
  const query = useQuery(trpc.comment.summary.queryOptions({ period }))
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} />
  const summary = query.data
  if (!summary) return <Loading heights={[76, 320, 220]} />
  return (
    <>
      <PageHead
        title={text.title(periodName(period, locale))}
        lead={text.lead}
        trail={[...waveTrail(period, locale), text.link]}
      />
      <WaveTabs
        period={period}
        status={summary.notShown === 'wave-open' ? 'open' : summary.notShown === 'not-unlinked' ? 'closed' : null}
      />
      <div className={ui.stack}>
        {summary.notShown ? <Note>{text.notShown[summary.notShown]}</Note> : null}
        <CodeBook summary={summary} isOfficer={isOfficer} />
        {!summary.notShown && isOfficer ? <CommentList period={period} /> : null}
        {!summary.notShown && !isOfficer ? (
          <Panel title={text.list}>
            <p>{text.progressAtLeast(summary.read, summary.all)}</p>
            <p className={ui.soft}>{text.forOfficers}</p>
          </Panel>
        ) : null}
        {summary.notShown ? null : <RatingsPanel summary={summary} />}
      </div>
    </>
  )
}

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
