import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

/** The hour from which the user gets the digest of deadlines; saved as soon as it is chosen. */
export function DigestForm() {
  const { words } = useLanguage()
  const text = words.deadlines.hour
  const hour = useQuery(trpc.profile.digestHour.queryOptions())
  const save = useMutation(
    trpc.profile.saveDigestHour.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.profile.digestHour.queryKey() }),
    }),
  )
  if (hour.data === undefined || hour.data === null) return null
  return (
    <Panel title={text.title}>
      <div className={ui.form}>
        <NativeSelect
          label={text.label}
          description={text.hint}
          value={String(save.variables?.hour ?? hour.data)}
          data={HOURS.map((each) => ({ value: String(each), label: text.option(each) }))}
          onChange={({ currentTarget: { value } }) => save.mutate({ hour: Number(value) })}
        />
        {save.error ? <ErrorNote error={save.error} /> : null}
        {save.isSuccess ? <Note>{words.reporting.shell.saved}</Note> : null}
      </div>
    </Panel>
  )
}
