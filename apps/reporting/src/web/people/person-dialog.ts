import { type Person, queryClient } from '../api.ts'
import { useLanguage } from '../language.tsx'

export interface PersonDialogProps {
  readonly person: Person
  readonly onClose: () => void
}

/** Says which sessions and API keys of a person end. */
export function useEnds({ sessions, keys }: Person): string {
  const text = useLanguage().words.reporting.people.account
  if (sessions > 0 && keys > 0) return text.ends(text.both(text.sessions(sessions), text.keys(keys)))
  if (sessions > 0) return text.ends(text.sessions(sessions))
  return keys > 0 ? text.ends(text.keys(keys)) : text.endsNothing
}

/** Closes the dialog on success and reloads every query. */
export const closesWhenDone = (onClose: () => void) => ({
  onSuccess: () => {
    onClose()
    void queryClient.invalidateQueries()
  },
})
