import { sharePercent } from '@wayproof/messages/number-format'
import type { PolicyProof } from '../api.ts'
import { useLanguage } from '../language.tsx'
import styles from './policies.module.css'

/** Says what a fetched page showed, or why it could not be read. */
export function FetchResult({ proof: { outcome, version, nearest } }: { readonly proof: PolicyProof }) {
  const { words } = useLanguage()
  const text = words.reporting.policies
  if (outcome === 'found') return text.found(version ?? '')
  if (outcome !== 'other-text') return text.unread(text.because[outcome])
  if (!nearest) return text.statuses['other-text']
  return (
    <>
      {text.other(nearest.version, sharePercent(nearest.share) ?? words.reporting.shell.none)}
      <span className={styles.below}>
        {nearest.lacks === null ? text.scattered : text.lacks} <span translate="no">{nearest.lacks}</span>
      </span>
    </>
  )
}
