import { useEffect, useState } from 'react'

/** True once the page has been painted, so that what stands below the first screen does not delay it. */
export function useAfterPaint(): boolean {
  const [isPainted, setIsPainted] = useState(false)
  useEffect(() => {
    // The first frame paints the goals, the second comes after it.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => setIsPainted(true))
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return isPainted
}
