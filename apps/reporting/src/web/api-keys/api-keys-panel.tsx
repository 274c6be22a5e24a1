import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type ApiKey, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { ApiKeyForm } from './api-key-form.tsx'
import { ApiKeysTable } from './api-keys-table.tsx'

/** Creates, lists and revokes the API keys of outside systems. */
export function ApiKeysPanel() {
  const { locale, words } = useLanguage()
  const text = words.reporting.keys
  const keys = useQuery(trpc.apiKey.list.queryOptions())
  const [keyToRevoke, setKeyToRevoke] = useState<ApiKey | null>(null)
  const revoke = useMutation(
    trpc.apiKey.revoke.mutationOptions({
      onSettled: () => {
        setKeyToRevoke(null)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>
          {text.lead} <a href={`/api-description?lang=${locale}`}>{text.description}</a>
        </p>
        {keys.error ? <ErrorNote error={keys.error} /> : null}
        {keys.data?.length ? <ApiKeysTable keys={keys.data} onRevoke={setKeyToRevoke} /> : null}
        {revoke.error ? <ErrorNote error={revoke.error} /> : null}
        <ApiKeyForm />
      </div>
      {keyToRevoke ? (
        <ConfirmDialog
          title={text.confirmTitle(keyToRevoke.name)}
          action={text.revoke}
          isDangerous
          busy={revoke.isPending}
          onConfirm={() => revoke.mutate({ id: keyToRevoke.id })}
          onClose={() => setKeyToRevoke(null)}
        >
          <p>{text.confirm}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
