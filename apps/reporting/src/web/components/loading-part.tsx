import { useEffect } from 'react'
import { partLoads } from '../busy.ts'

/** Draws nothing in the place of a part that loads, and marks the page as busy. */
export function LoadingPart() {
  useEffect(partLoads, [])
  return null
}
