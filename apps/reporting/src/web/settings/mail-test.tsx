import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { MailServerTest } from '@wayproof/letters/outbox/test-mail-server'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'

const POLL_INTERVAL_MS = 3000

/** Sends the officer a test letter and shows the latest result. */
export function MailTest() {
  const text = useLanguage().words.reporting.programme.mail.test
  const mail = useQuery({
    ...trpc.programme.mail.queryOptions(),
    refetchInterval: ({ state: { data } }) => (data?.test?.state === 'queued' ? POLL_INTERVAL_MS : false),
  })
  const send = useMutation(
    trpc.programme.testMail.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  const test = mail.data?.test
  return (
    <div className={ui.stack}>
      <div>
        <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
          {text.action}
        </Button>
      </div>
      {test ? (
        <p role="status">
          {text[resultOf(test)]}{' '}
          {test.accepted || test.state === 'written' ? null : <span translate="no">{test.reply}</span>}
        </p>
      ) : null}
      {send.error ? <ErrorNote error={send.error} /> : null}
    </div>
  )
}

function resultOf({ accepted, state }: MailServerTest): 'waits' | 'accepted' | 'written' | 'failed' {
  if (accepted) return 'accepted'
  if (state === 'queued') return 'waits'
  return state === 'written' ? 'written' : 'failed'
}
