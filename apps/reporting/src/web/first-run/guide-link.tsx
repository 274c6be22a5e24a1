import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import styles from './first-run.module.css'

/** Leads an officer from any page back to the steps of the set-up, until they are over. */
export function GuideLink() {
  const text = useLanguage().words.reporting.firstRun
  const { data } = useQuery(trpc.firstRun.steps.queryOptions())
  if (!data || data.isOver) return null
  return (
    <p className={styles.back}>
      <Link to="/">{text.back(data.steps.filter(({ isDone }) => isDone).length, data.steps.length)}</Link>
    </p>
  )
}
