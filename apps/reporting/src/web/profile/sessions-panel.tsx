import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { RelativeMoment } from '../components/relative-moment.tsx'
import { useLanguage } from '../language.tsx'
import { RecordTable } from '../records/record-table.tsx'
import { TablePager } from '../records/table-pager.tsx'
import { useTablePage } from '../records/use-table-page.ts'

const PAGE_SIZE = 5

/** Lists the reader's sessions, and ends one of them or all others. */
export function SessionsPanel() {
  const { words } = useLanguage()
  const text = words.reporting.account.sessions
  const sessions = useQuery(trpc.profile.sessions.queryOptions())
  const { rows, ...pager } = useTablePage(sessions.data ?? [], PAGE_SIZE)
  const onSettled = () => void queryClient.invalidateQueries({ queryKey: trpc.profile.sessions.queryKey() })
  const end = useMutation(trpc.profile.endSession.mutationOptions({ onSettled }))
  const endOthers = useMutation(trpc.profile.endOtherSessions.mutationOptions({ onSettled }))
  if (sessions.error) return <ErrorNote error={sessions.error} />
  if (!sessions.data) return null
  const busy = end.isPending || endOthers.isPending
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>{text.lead}</p>
        <RecordTable
          caption={text.title}
          columns={[text.began, text.used, text.action]}
          records={rows.map(({ id, beganAt, usedAt, current }) => ({
            id,
            head: <RelativeMoment at={beganAt} />,
            cells: [
              <RelativeMoment key="used" at={usedAt} />,
              current ? (
                text.current
              ) : (
                <LinkButton disabled={busy} onClick={() => end.mutate({ id })}>
                  {text.end}
                </LinkButton>
              ),
            ],
          }))}
        />
        <TablePager {...pager} />
        {sessions.data.length > 1 ? (
          <div>
            <LinkButton disabled={busy} onClick={() => endOthers.mutate()}>
              {text.endOthers}
            </LinkButton>
          </div>
        ) : null}
        {endOthers.isSuccess ? <Note>{text.ended}</Note> : null}
        {end.error ? <ErrorNote error={end.error} /> : null}
        {endOthers.error ? <ErrorNote error={endOthers.error} /> : null}
      </div>
    </Panel>
  )
}
