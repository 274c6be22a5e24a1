import { useState } from 'react'

/**
 * The version that a form's user has seen, fixed when the form opens, so that a refetch does not hide another person's
 * change. `isNewer`: somebody else has saved another version since. Versions are compared by their JSON.
 */
export function useSeen<Version>(current: Version) {
  const [seen, setSeen] = useState(current)
  return {
    seen,
    isNewer: JSON.stringify(seen) !== JSON.stringify(current),
    /** The user has seen this version, or has saved it. */
    setSeen,
  }
}
