import { Suspense, useState } from 'react'
import { LinkButton } from '../components/link-button.tsx'
import { LoadingPart } from '../components/loading.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { RemoveSample } from '../on-demand.ts'
import styles from './shell.module.css'

/** Says on every page that all data are made up. An officer can remove sample data that was loaded here. */
export function SampleBar() {
  const text = useLanguage().words.reporting.shell
  const { user, organisation } = useMe()
  const [isRemoving, setIsRemoving] = useState(false)
  if (!organisation?.sample) return null
  const { hasSampleData } = organisation
  return (
    <aside className={styles.ribbon} aria-label={text.sample} data-loaded={hasSampleData || undefined}>
      {text.sample}
      {hasSampleData && user?.role === 'officer' ? (
        <>
          {' '}
          <LinkButton onClick={() => setIsRemoving(true)}>{text.removeSample}</LinkButton>
        </>
      ) : null}
      <Suspense fallback={<LoadingPart />}>
        {isRemoving ? <RemoveSample onClose={() => setIsRemoving(false)} /> : null}
      </Suspense>
    </aside>
  )
}
