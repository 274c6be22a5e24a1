import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { RowGoal } from '@wayproof/scorecard/rule-changes/rule-change'
import { queryClient, trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'

interface ProposeExclusionsProps {
  readonly proposals: readonly {
    readonly goal: RowGoal
    readonly row: string
    readonly appliesFrom: string
    readonly reason: string
  }[]
  readonly label: string
}

/** Proposes exclusions, one after the other, with the recorded change as their reason. */
export function ProposeExclusions({ proposals, label }: ProposeExclusionsProps) {
  const propose = useMutation(trpc.rules.proposeRow.mutationOptions())
  async function proposeEach() {
    try {
      for (const proposal of proposals) await propose.mutateAsync({ kind: 'exclusion', ...proposal, document: null })
    } catch {
      // The mutation holds the error, which is shown below.
    }
    void queryClient.invalidateQueries()
  }
  return (
    <>
      <Button variant="default" size="xs" loading={propose.isPending} onClick={() => void proposeEach()}>
        {label}
      </Button>
      {propose.error ? <ErrorNote error={propose.error} /> : null}
    </>
  )
}
