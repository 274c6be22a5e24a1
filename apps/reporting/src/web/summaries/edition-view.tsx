import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day, periodName } from '@wayproof/messages/date-format'
import type { Edition } from '@wayproof/scorecard/editions/edition'
import { type ReactNode, useState } from 'react'
import { type EditionLedger, queryClient, type ShownEdition, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { type ChosenLetter, LetterChoice } from './letter-choice.tsx'
import styles from './summaries.module.css'
import { HoldReasons, LetterText, WaitingEditionPanel } from './waiting-edition-panel.tsx'

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

/** Shows the letters of a sent edition byte for byte, starting with the reader's own. */
function ArchivedLetters({ letters, own }: Pick<ShownEdition, 'letters' | 'own'>) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries.letter
  const first =
    letters.find((candidate) => candidate.reader === 'executive' && candidate.locale === locale) ?? letters[0]
  const [choice, setChoice] = useState<ChosenLetter>(own ?? first ?? { reader: 'executive', locale })
  const readers = [...new Set(letters.map(({ reader }) => reader))]
  const letter = letters.find((candidate) => candidate.reader === choice.reader && candidate.locale === choice.locale)
  return (
    <Panel title={text.title}>
      <LetterChoice
        choice={choice}
        readers={readers}
        onChoose={({ reader, locale }) => setChoice({ reader, locale })}
      />
      {letter ? <LetterText letter={letter} locale={letter.locale} /> : <p className={ui.soft}>{text.none}</p>}
    </Panel>
  )
}

function EditionFacts({ edition }: { readonly edition: Edition }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { facts: names, ...text } = words.reporting.summaries
  const { kind, occasion, dueOn, dueBecause, endedAt, release, decidedBy, comment, digest, people, reasons } = edition
  const facts: (readonly [string, ReactNode])[] = [
    [names.due, names.dueFor(day(dueOn, locale), words.editions.causes[dueBecause])],
    [names.sent, endedAt === null ? words.reporting.shell.none : dayOf(endedAt)],
    [names.people, text.people(people)],
  ]
  if (release) facts.push([names.release, words.editions.releases[release]])
  if (decidedBy) facts.push([names.decided, <Verbatim key="by">{decidedBy}</Verbatim>])
  if (comment) facts.push([names.comment, <Verbatim key="comment">{comment}</Verbatim>])
  if (digest) facts.push([names.digest, <Verbatim key="digest">{digest}</Verbatim>])
  return (
    <Panel title={words.editions.letter.of(kind, occasion)}>
      <Facts facts={facts} />
      {reasons.length > 0 ? (
        <>
          <p className={styles.heading}>{names.gaps}</p>
          <HoldReasons reasons={reasons} />
        </>
      ) : null}
    </Panel>
  )
}

/** States in which a letter did not reach its reader. */
const LOST: readonly string[] = ['failed', 'bounced']

interface LedgerPanelProps {
  readonly id: string
  readonly ledger: EditionLedger
  readonly isOfficer: boolean
}

/** Lists the recipients of an edition and the delivery of each letter. */
function LedgerPanel({ id, ledger, isOfficer }: LedgerPanelProps) {
  const { words } = useLanguage()
  const text = words.reporting.summaries.ledger
  const { columns } = text
  const sendAgain = useMutation(
    trpc.edition.sendAgain.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  const count = (...states: readonly string[]) => ledger.filter(({ state }) => states.includes(state)).length
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        {ledger.length === 0 ? (
          <p className={ui.soft}>{text.none}</p>
        ) : (
          <>
            <p>{text.fared(count('sent'), count(...LOST), count('queued'))}</p>
            <WideTable caption={text.title} isStacked>
              <ColumnHeads columns={['name', 'reader', 'state', 'times', 'reply']} names={columns} />
              <tbody>
                {ledger.map(({ userId, name, reader, state, times, reply }) => (
                  <tr key={userId}>
                    <th scope="row">
                      <Verbatim>{name}</Verbatim>
                    </th>
                    <td data-label={columns.reader}>
                      {reader === 'executive' ? words.reporting.summaries.letter.executive : words.goals.owners[reader]}
                    </td>
                    <td data-label={columns.state}>{text.states[state]}</td>
                    <td data-label={columns.times}>{times}</td>
                    <td data-label={columns.reply}>
                      <Verbatim>{reply ?? words.reporting.shell.none}</Verbatim>
                    </td>
                  </tr>
                ))}
              </tbody>
            </WideTable>
          </>
        )}
        {isOfficer && count(...LOST) > 0 ? (
          <div>
            <Button loading={sendAgain.isPending} onClick={() => sendAgain.mutate({ id })}>
              {text.again}
            </Button>
          </div>
        ) : null}
        {sendAgain.error ? <ErrorNote error={sendAgain.error} /> : null}
        {sendAgain.data ? <Note>{text.againDone(sendAgain.data.letters)}</Note> : null}
      </div>
    </Panel>
  )
}
