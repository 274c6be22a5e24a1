import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day, periodName } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { ArchivedLetters } from './archived-letters.tsx'
import { EditionFacts } from './edition-facts.tsx'
import { LedgerPanel } from './ledger-panel.tsx'
import { WaitingEditionPanel } from './waiting-edition-panel.tsx'

interface EditionViewProps {
  readonly id: string
  readonly isOfficer: boolean
}

/** Shows a waiting edition with its decision, or a sent one with its recipients and letters. */
export function EditionView({ id, isOfficer }: EditionViewProps) {
  const { locale, words } = useLanguage()
  const query = useQuery(trpc.edition.show.queryOptions({ id }))
  const text = words.reporting.summaries
  const back = (period?: string) => (
    <Link to="/summaries" search={{ period }}>
      {text.back}
    </Link>
  )
  if (query.isLoadingError) return <FaultPanel error={query.error} onAgain={() => void query.refetch()} back={back()} />
  if (!query.data) return <Loading heights={[56, 240, 320]} />
  const { edition, letters, own, ledger } = query.data
  const { kind, occasion, period, state, dueOn } = edition
  const name = words.editions.letter.of(kind, occasion)
  return (
    <>
      <PageHead
        title={words.reporting.shell.labelled(name, periodName(period, locale))}
        lead={
          state === 'sent'
            ? words.editions.states.sent
            : words.reporting.shell.labelled(words.editions.states[state], text.dueOn(day(dueOn, locale)))
        }
        trail={[name]}
      />
      <div className={ui.stack}>
        {state === 'held' || state === 'awaiting-approval' ? <WaitingEditionPanel edition={edition} /> : null}
        {state === 'sent' ? (
          <>
            <EditionFacts edition={edition} />
            {ledger ? <LedgerPanel id={id} ledger={ledger} isOfficer={isOfficer} /> : null}
            <ArchivedLetters letters={letters} own={own} />
          </>
        ) : null}
      </div>
    </>
  )
}
