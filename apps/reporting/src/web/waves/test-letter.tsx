import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { FaultNote, Note } from '../surface/note.tsx'

/** The invitation as travelers would get it, to the officer alone. */
export function TestLetter({ period, closesOn }: { readonly period: string; readonly closesOn: string }) {
  const text = useLanguage().words.reporting.programme.testLetter
  const send = useMutation(trpc.wave.testLetter.mutationOptions())
  return (
    <>
      <Button
        variant="default"
        loading={send.isPending}
        onClick={() => send.mutate({ period, closesOn, kind: 'survey-invitation' })}
      >
        {text.action}
      </Button>
      {send.error ? <FaultNote error={send.error} /> : null}
      {send.isSuccess ? <Note>{text.done}</Note> : null}
    </>
  )
}
