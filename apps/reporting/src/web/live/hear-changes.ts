import type { HeardChange } from '../../server/live/changes-for.ts'
import type { LiveKind } from '../../server/live/live-kinds.ts'
import { queryClient } from '../api.ts'
import { after } from '../browser-time.ts'
import { concerns } from './areas-of-kind.ts'
import { connect } from './connection.ts'
import { typedForms } from './typed-forms.ts'

/** Kinds that no form edits, so a refetch disturbs nobody. */
const ONLY_SHOWN: readonly LiveKind[] = ['deadlines', 'imports']

const refetch = (kinds: Iterable<LiveKind>) => void queryClient.invalidateQueries({ predicate: concerns([...kinds]) })

/** Changes by others that the page does not show yet, because its user is typing. */
export interface HeldChanges {
  readonly kinds: readonly LiveKind[]
  readonly show: () => void
}

/**
 * Refetches what changed on the server. While something is typed in a form, changes by others wait until it is submitted,
 * left, or the user asks for them: `onHeld` gets those that concern the page, or null. Returns a function that stops it.
 */
export function hearChanges(onHeld: (heldChanges: HeldChanges | null) => void): () => void {
  const forms = typedForms()
  const heldKinds = new Set<LiveKind>()
  const show = () => {
    refetch(heldKinds)
    heldKinds.clear()
    onHeld(null)
  }
  const showUnlessTyping = () => {
    if (heldKinds.size > 0 && !forms.isTyping()) show()
  }
  function onChange({ own, others }: HeardChange) {
    if (!forms.isTyping()) {
      refetch([...own, ...others])
      return showUnlessTyping()
    }
    refetch([...own, ...others].filter((kind) => ONLY_SHOWN.includes(kind)))
    const activeQueries = queryClient.getQueryCache().findAll({ type: 'active' })
    for (const kind of others)
      if (!ONLY_SHOWN.includes(kind) && activeQueries.some(concerns([kind]))) heldKinds.add(kind)
      else refetch([kind])
    if (heldKinds.size > 0) onHeld({ kinds: [...heldKinds], show })
  }
  const stop = connect({
    onChange,
    onMissed: () => void queryClient.invalidateQueries(),
  })
  // A form may be gone only after its page was drawn again.
  const later = () => void after(500, showUnlessTyping)
  const stopWatching = queryClient.getMutationCache().subscribe(later)
  document.addEventListener('click', later, true)
  return () => {
    stop()
    stopWatching()
    forms.stop()
    document.removeEventListener('click', later, true)
  }
}
