import { periodName } from '@wayproof/messages/date-format'
import type { SealVerification } from '@wayproof/scorecard/closing/seals/seal-finding'
import styles from '../closing/closing.module.css'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { figureName } from '../samples/figure-name.ts'

/** Shows whether the chain is valid, and what is wrong with each invalid seal. */
export function Verified({
  verification: { holds, seals, samples, paper },
}: {
  readonly verification: SealVerification
}) {
  const { locale, words } = useLanguage()
  const text = words.closing.verify
  const brokenSeals = seals.filter(({ faults }) => faults.length > 0)
  const onPaper =
    paper === null
      ? null
      : paper.number !== null
        ? text.onPaper(paper.code, paper.number)
        : paper.sample !== null
          ? text.onPaperSample(paper.code, paper.sample)
          : text.notOnPaper(paper.code)
  return (
    <div className={ui.note} data-tone={holds ? undefined : 'fault'} role={holds ? 'status' : 'alert'}>
      <div className={styles.verified}>
        <p>{holds ? text.holds : text.broken}</p>
        {onPaper ? <p className={ui.soft}>{onPaper}</p> : null}
        {brokenSeals.map(({ number, period, version, faults }) => (
          <p key={number} className={ui.soft}>
            {words.reporting.shell.labelled(
              period ? text.seal(number, periodName(period, locale), version ?? 1) : text.unknownSeal(number),
              text.bad(faults.map((fault) => text.faults[fault])),
            )}
          </p>
        ))}
        {samples
          .filter(({ faults }) => faults.length > 0)
          .map(({ number, of, faults }) => (
            <p key={`sample-${number}`} className={ui.soft}>
              {words.reporting.shell.labelled(
                text.sample(number, of && figureName(of.figure, words)),
                text.bad(faults.map((fault) => text.sampleFaults[fault])),
              )}
            </p>
          ))}
      </div>
    </div>
  )
}
