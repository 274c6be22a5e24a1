import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type EditionLedger, queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { useLanguage } from '../language.tsx'

/** States in which a letter did not reach its reader. */
const LOST: readonly string[] = ['failed', 'bounced']

interface LedgerPanelProps {
  readonly id: string
  readonly ledger: EditionLedger
  readonly isOfficer: boolean
}

/** Lists the recipients of an edition and the delivery of each letter. */
export function LedgerPanel({ id, ledger, isOfficer }: LedgerPanelProps) {
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
