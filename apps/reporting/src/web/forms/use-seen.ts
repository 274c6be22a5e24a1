import { useState } from 'react'

/**
 * The version that a form's user has seen, fixed when the form opens, so that a refetch does not hide another person's
 * change. `isNewer`: somebody else has saved another version since. Versions are compared by their JSON.
 */
export function useSeen<Version>(current: Version) {
  const [seenVersion, setSeenVersion] = useState(current)
  return {
    seen: seenVersion,
    isNewer: JSON.stringify(seenVersion) !== JSON.stringify(current),
    /** The user has seen this version, or has saved it. */
    setSeen: setSeenVersion,
  }
}
