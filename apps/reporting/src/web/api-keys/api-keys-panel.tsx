import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiKey, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { ApiKeyForm } from './api-key-form.tsx'
import { ApiKeysTable } from './api-keys-table.tsx'

/** Creates, lists and revokes the API keys of outside systems. */
export function ApiKeysPanel() {
  const text = useLanguage().words.reporting.keys
  const keys = useQuery(trpc.apiKey.list.queryOptions())
  const [leaving, setLeaving] = useState<ApiKey | null>(null)
  const revoke = useMutation(
    trpc.apiKey.revoke.mutationOptions({
      onSettled: () => {
        setLeaving(null)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>
          {text.lead} <a href="/api/openapi.json">{text.description}</a>
        </p>
        {keys.error ? <FaultNote error={keys.error} /> : null}
        {keys.data?.length ? <ApiKeysTable keys={keys.data} onRevoke={setLeaving} /> : null}
        {revoke.error ? <FaultNote error={revoke.error} /> : null}
        <ApiKeyForm />
      </div>
      {leaving ? (
        <ConfirmDialog
          title={text.confirmTitle(leaving.name)}
          action={text.revoke}
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate({ id: leaving.id })}
          onClose={() => setLeaving(null)}
        >
          <p>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
