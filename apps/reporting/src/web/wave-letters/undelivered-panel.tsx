import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { moment } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { SendAgain } from './send-again.tsx'
import { choosableOf, UndeliveredTable } from './undelivered-table.tsx'

const ON_PAGE = 20

/** Lists undelivered letters with their causes, one page at a time. */
export function UndeliveredPanel({ period }: { readonly period: string }) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.waves.undelivered
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const query = useQuery({
    ...trpc.letters.undelivered.queryOptions({ period, offset, limit: ON_PAGE }),
    placeholderData: keepPreviousData,
  })
  const { letters = [], total = 0, byPolicy = 0 } = query.data ?? {}
  return (
    <Panel
      title={text.title}
      actions={
        total > 0 ? (
          <a className={ui.quiet} href={`/export/undelivered.csv?period=${period}`} download>
            {text.csv}
          </a>
        ) : null
      }
    >
      <div className={ui.stack}>
        {query.error ? <ErrorNote error={query.error} /> : null}
        {query.data && total === 0 ? <p>{text.none}</p> : null}
        {letters.length > 0 ? (
          <>
            <p className={ui.soft}>{text.lead}</p>
            {byPolicy > 0 ? <p>{text.byPolicyCount(byPolicy)}</p> : null}
            <UndeliveredTable
              letters={letters}
              momentOf={(at) => moment(at, timeZone, locale)}
              chosen={chosen}
              onChoose={setChosen}
            />
          </>
        ) : null}
        <SendAgain period={period} chosen={chosen} choosable={choosableOf(letters)} onChoose={setChosen} />
        {total > ON_PAGE ? (
          <div className={ui.buttons}>
            <Button variant="default" disabled={offset === 0} onClick={() => setOffset(offset - ON_PAGE)}>
              {text.before}
            </Button>
            <Button variant="default" disabled={offset + ON_PAGE >= total} onClick={() => setOffset(offset + ON_PAGE)}>
              {text.next}
            </Button>
            <span className={ui.soft}>{text.range(offset + 1, Math.min(offset + ON_PAGE, total), total)}</span>
          </div>
        ) : null}
      </div>
    </Panel>
  )
}
