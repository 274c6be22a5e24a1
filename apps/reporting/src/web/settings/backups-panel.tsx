import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Shows the last backup and the journal's folder; officers also see letters held back since a restore. */
export function BackupsPanel({ isOfficer }: { readonly isOfficer: boolean }) {
  const text = useLanguage().words.reporting.backups
  const state = useQuery(trpc.backup.state.queryOptions())
  const { dayOf } = useOrganisationDays()
  if (state.error) return <ErrorNote error={state.error} />
  if (!state.data) return null
  const { backedUpAt, restoredAt, heldLetters, journal, isFolderUnset } = state.data
  const day = (at: number | null) => (at === null ? text.never : dayOf(at))
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <Facts
          facts={[
            [text.last, day(backedUpAt)],
            [text.journal, journal],
          ]}
        />
        {isFolderUnset ? <Note tone="caution">{text.folderUnset}</Note> : null}
        {isOfficer && heldLetters > 0 ? <HeldLetters count={heldLetters} restoredOn={day(restoredAt)} /> : null}
      </div>
    </Panel>
  )
}

function HeldLetters({ count, restoredOn }: { readonly count: number; readonly restoredOn: string }) {
  const text = useLanguage().words.reporting.backups
  const [pending, setPending] = useState<'release' | 'drop' | null>(null)
  const callbacks = {
    onSettled: () => {
      setPending(null)
      void queryClient.invalidateQueries()
    },
  }
  const release = useMutation(trpc.backup.releaseLetters.mutationOptions(callbacks))
  const drop = useMutation(trpc.backup.dropLetters.mutationOptions(callbacks))
  const error = release.error ?? drop.error
  return (
    <>
      <Note tone="caution">{text.held(count, restoredOn)}</Note>
      <div>
        <Button onClick={() => setPending('release')}>{text.release}</Button>{' '}
        <LinkButton onClick={() => setPending('drop')}>{text.drop}</LinkButton>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {pending ? (
        <ConfirmDialog
          title={pending === 'release' ? text.confirmRelease(count) : text.confirmDrop(count)}
          action={text[pending]}
          isDangerous={pending === 'drop'}
          busy={release.isPending || drop.isPending}
          onConfirm={() => (pending === 'release' ? release : drop).mutate()}
          onClose={() => setPending(null)}
        >
          <p>{pending === 'release' ? text.released : text.dropped}</p>
        </ConfirmDialog>
      ) : null}
    </>
  )
}
