import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './sample-panel.module.css'

/** While it loads, the page asks how far it is. */
const LOOK_EVERY_MS = 400

/** Loads sample data into an installation without records; without it the panel is not there. */
export function SamplePanel() {
  const text = useLanguage().words.reporting.sampleData
  const load = useMutation(
    trpc.sampleData.load.mutationOptions({
      onSuccess: () => scrollTo(0, 0),
      onSettled: () => void queryClient.invalidateQueries(),
    }),
  )
  const { data } = useQuery({
    ...trpc.sampleData.state.queryOptions(),
    refetchInterval: ({ state }) => (load.isPending || state.data?.state?.phase === 'loading' ? LOOK_EVERY_MS : false),
  })
  if (!data || (!data.isEmpty && !data.state && !load.isPending)) return null
  const { state } = data
  const isLoading = load.isPending || state?.phase === 'loading'
  const { stepsDone = 0, stepsAll = 1 } = state ?? {}
  const progress = state ? text.loading(stepsDone, stepsAll) : text.begins
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p>{text.text}</p>
        <p className={ui.soft}>{text.stays}</p>
        {state?.phase === 'left-over' ? <Note tone="caution">{text.leftOver}</Note> : null}
        {load.isError ? <ErrorNote error={load.error} /> : null}
        {isLoading ? (
          <>
            <p role="status">{load.isPending ? progress : text.elsewhere}</p>
            <progress className={styles.progress} value={stepsDone} max={stepsAll} aria-label={progress} />
          </>
        ) : (
          <div className={ui.buttons}>
            <Button variant="default" onClick={() => load.mutate()}>
              {text.load}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  )
}
